"""The gate against the oracle over generated facts, on several cores.

    python3 agree.py COUNT SEED --gate COMMAND [--jobs N] [--tables DIR]

COMMAND reads facts as JSON lines and writes verdicts as JSON lines (`candour gate`
does). Facts are generated, judged by both, and compared whole but for `pack`.
Progress goes to standard error; standard output has how often each code occurred,
and each disagreement with its facts. Ends with status 1 where the two disagree, or
where a code that can occur never did.
"""

import argparse
import json
import multiprocessing
import queue
import shlex
import subprocess
import sys
import threading
import time
from collections import Counter

from coverage import count_open, expected, gaps, impossible, name_of
from derived import Case
from generate import Generator
from outcomes import Verdict
from tables import Tables, default_directory

SHOWN_MAX = 5
WAITING_MAX = 4000
REPORT_EVERY = 1000


def judge(facts, tables, seen):
    """The oracle's verdict without its pack, counted."""
    making = Verdict(Case(facts, tables), tables)
    verdict = making.written()
    for _, _, row in making.notice_rows:
        seen["notice row", row] += 1
    for entry in verdict["open"]:
        count_open(seen, entry)
    for entry in verdict["closed"]:
        if entry["outcome"] != "disclose":
            seen["closed outcome", name_of(entry)] += 1
        for reason in entry["reasons"]:
            seen["reason", reason["code"]] += 1
    verdict.pop("pack")
    return verdict


def work(share, seed, command, directory, done, results):
    """One share of the facts: one generator, one oracle, one gate."""
    tables = Tables(directory)
    generator = Generator(tables, seed)
    seen = Counter()
    gate = subprocess.Popen(
        shlex.split(command), stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    asked = queue.Queue(WAITING_MAX)

    def ask():
        for _ in range(share):
            facts = generator.facts()
            asked.put((facts, judge(facts, tables, seen)))
            gate.stdin.write(json.dumps(facts, separators=(",", ":")) + "\n")
        gate.stdin.close()

    writer = threading.Thread(target=ask, daemon=True)
    writer.start()
    compared, differing, shown = 0, 0, []
    for line in gate.stdout:
        facts, theirs = asked.get()
        ours = json.loads(line)
        ours.pop("pack", None)
        compared += 1
        if ours != theirs:
            differing += 1
            if len(shown) < SHOWN_MAX:
                shown.append((facts, ours, theirs))
        if compared % REPORT_EVERY == 0:
            with done.get_lock():
                done.value += REPORT_EVERY
    results.put((compared, differing, shown, seen, gate.wait()))


def progress(done, count, workers):
    began, last = time.monotonic(), 0
    while any(worker.is_alive() for worker in workers):
        time.sleep(1)
        now = time.monotonic() - began
        if done.value and now - last >= 10:
            last = now
            left = now * (count - done.value) / done.value
            print(
                f"{done.value} of {count} facts compared, about {left:.0f} s left",
                file=sys.stderr,
                flush=True,
            )


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("count", type=int, metavar="COUNT")
    parser.add_argument("seed", type=int, metavar="SEED")
    parser.add_argument("--gate", required=True, metavar="COMMAND")
    parser.add_argument("--jobs", type=int, default=2, metavar="N")
    parser.add_argument("--tables", default=default_directory(), metavar="DIR")
    arguments = parser.parse_args()
    done = multiprocessing.Value("q", 0)
    results = multiprocessing.Queue()
    shares = [
        arguments.count // arguments.jobs + (job < arguments.count % arguments.jobs)
        for job in range(arguments.jobs)
    ]
    workers = [
        multiprocessing.Process(
            target=work,
            # Far apart, so that neighbouring seeds share no generator.
            args=(share, arguments.seed * 1_000_003 + job, arguments.gate,
                  arguments.tables, done, results),
        )
        for job, share in enumerate(shares)
    ]
    for worker in workers:
        worker.start()
    watch = threading.Thread(
        target=progress, args=(done, arguments.count, workers), daemon=True
    )
    watch.start()
    found = [results.get() for _ in workers]
    sys.exit(report(found, arguments.count, Tables(arguments.tables)))


def report(found, count, tables):
    compared = sum(each[0] for each in found)
    differing = sum(each[1] for each in found)
    seen = sum((each[3] for each in found), Counter())
    for kind, codes in expected(tables).items():
        print(kind)
        for code in codes:
            cannot = impossible(tables, kind, code)
            note = f"  (cannot: {cannot})" if cannot else ""
            print(f"  {seen[kind, code]:8}  {code}{note}")
    for _, _, shown, _, _ in found:
        for facts, ours, theirs in shown:
            print("differ")
            for name, value in (("facts", facts), ("gate", ours), ("oracle", theirs)):
                print(f"  {name:6} {json.dumps(value, separators=(',', ':'))}")
    never, wrongly = gaps(tables, seen)
    for kind, code in never:
        print(f"never occurred: {kind} {code}")
    for kind, code in wrongly:
        print(f"occurred though it cannot: {kind} {code}")
    failed = [each[4] for each in found if each[4]]
    print(f"{compared} verdicts compared, {differing} differ")
    whole = compared == count and not failed
    if not whole:
        print("the gate did not answer everything")
    return 0 if whole and not (differing or never or wrongly) else 1


if __name__ == "__main__":
    main()
