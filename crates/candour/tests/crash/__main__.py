"""The long run: `python3 crates/candour/tests/crash --kills N --cuts N --servers N --faults N|all`. Each part ends with
one line."""

import argparse
import random
import sys
import tempfile
from pathlib import Path

import faults
import kills
import powercut
import servers

from world import prepare


def main():
    asked = argparse.ArgumentParser(
        description="Kills the service, lets its file operations fail, cuts its power, crashes its database server."
    )
    asked.add_argument("--kills", type=int, default=0, help="kills of the running service at random instants")
    asked.add_argument("--cuts", type=int, default=0, help="states in which a power cut may leave the disk")
    asked.add_argument("--servers", type=int, default=0, help="crashes of the PostgreSQL below it, alone or with it")
    asked.add_argument("--faults", default="0", help="file operations that fail or end it: how many, or `all`")
    asked.add_argument("--after", type=int, default=0, help="pass over so many of the faults: a run before did these")
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--seconds", type=float, help="end each part after so long, whatever is left")
    asked = asked.parse_args()
    with tempfile.TemporaryDirectory(prefix="candour-prepared-") as folder:
        tokens = prepare(Path(folder))
        said = []
        if asked.cuts:
            done, served, took = powercut.run(Path(folder), tokens, asked.cuts, asked.seed, asked.seconds)
            said.append(f"{done} power cuts in {took:.0f} s, each state whole; {served} of them served again")
            print(said[-1], file=sys.stderr, flush=True)
        if asked.servers:
            said.append(str(servers.run(Path(folder), tokens, asked.servers, asked.seed, asked.seconds)))
            print(said[-1], file=sys.stderr, flush=True)
        if asked.faults != "0":
            bench = faults.Bench(Path(folder), tokens)
            try:
                chance = random.Random(asked.seed)
                every = bench.every()
                count = len(every) if asked.faults == "all" else int(asked.faults)
                chosen = bench.some(min(count, len(every)), chance)[asked.after:]
                tally = faults.run(bench, chosen, asked.seconds)
            finally:
                bench.close()
            said.append(str(tally))
            print(said[-1], file=sys.stderr, flush=True)
        if asked.kills:
            done, commands, took = kills.run(Path(folder), tokens, asked.kills, asked.seed, asked.seconds)
            said.append(f"{done} kills in {took:.0f} s; {commands} acknowledged commands, each there once")
    print("survived: " + "; ".join(said) + f"; no fork; seed {asked.seed}")


main()
