"""The long run: `python3 crates/candour/tests/crash --kills N --cuts N --faults N|all`. Each part ends with one line."""

import argparse
import random
import sys
import tempfile
from pathlib import Path

import faults
import kills
import powercut
from world import prepare


def main():
    asked = argparse.ArgumentParser(description="Kills the service, lets its file operations fail, cuts its power.")
    asked.add_argument("--kills", type=int, default=0, help="kills of the running service at random instants")
    asked.add_argument("--cuts", type=int, default=0, help="states in which a power cut may leave the disk")
    asked.add_argument("--faults", default="0", help="file operations that fail or end it: how many, or `all`")
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--seconds", type=float, help="end each part after so long, whatever is left")
    asked = asked.parse_args()
    every = faults.every()
    random.Random(asked.seed).shuffle(every)
    chosen = every if asked.faults == "all" else every[: int(asked.faults)]
    with tempfile.TemporaryDirectory(prefix="candour-prepared-") as folder:
        tokens = prepare(Path(folder))
        said = []
        if asked.cuts:
            done, served, took = powercut.run(Path(folder), tokens, asked.cuts, asked.seed, asked.seconds)
            said.append(f"{done} power cuts in {took:.0f} s, each state whole; {served} of them served again")
            print(said[-1], file=sys.stderr, flush=True)
        if chosen:
            done, ended, took = faults.run(Path(folder), tokens, chosen, asked.seconds)
            said.append(f"{done} faults of file operations in {took:.0f} s; {ended} of them ended the service")
            print(said[-1], file=sys.stderr, flush=True)
        if asked.kills:
            done, commands, took = kills.run(Path(folder), tokens, asked.kills, asked.seed, asked.seconds)
            said.append(f"{done} kills in {took:.0f} s; {commands} acknowledged commands, each there once")
    print("survived: " + "; ".join(said) + f"; no fork; seed {asked.seed}")


main()
