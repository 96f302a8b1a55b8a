#!/usr/bin/env python3
"""Runs every test of the project and ends with the line "N passed, N failed".

Each part prints as it goes; the count of each is read from its own summary, and a part that ends badly without a count
counts as one failure, so that nothing can fail silently.
"""

import os
import re
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def run(name, command, cwd=ROOT):
    """Runs one part, showing its output; gives its exit status and its text."""
    print(f"\n== {name}", flush=True)
    began = time.monotonic()
    process = subprocess.Popen(
        command, cwd=cwd, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace"
    )
    lines = []
    for line in process.stdout:
        sys.stdout.write(line)
        lines.append(line)
    status = process.wait()
    print(f"-- {name}: {time.monotonic() - began:.0f} s", flush=True)
    return status, "".join(lines)


def count(status, text, passed, failed):
    """Sums the counts of a part; a bad end without a counted failure is one failure."""
    good = sum(int(n) for n in re.findall(passed, text, re.MULTILINE))
    bad = sum(int(n) for n in re.findall(failed, text, re.MULTILINE))
    return good, bad if bad or status == 0 else 1


def rust():
    status, text = run("Rust", ["cargo", "test", "--locked", "--workspace", "--no-fail-fast"])
    return count(status, text, r"^test result: .*?(\d+) passed", r"^test result: .*? (\d+) failed")


def tidy():
    status, _ = run("structure", ["cargo", "run", "--quiet", "--locked", "-p", "xtask", "--", "tidy"])
    return (1, 0) if status == 0 else (0, 1)


def oracle():
    return unittests("gate oracle", ROOT / "crates/gate/tests/oracle", "test_oracle")


def outside():
    return unittests("the ledger against others", ROOT / "tools/conformance", "test_outside")


def contract():
    return unittests("the API by its description", ROOT / "tools/contract", "test_contract")


def crash():
    command = ["cargo", "build", "--quiet", "--locked", "--workspace", "--bins", "--examples"]
    status, _ = run("the service, to be killed", command)
    if status:
        return 0, 1
    return unittests("kills, faults, power cuts and crashes of a database", ROOT / "crates/candour/tests/crash", "test_crash")


def unittests(name, folder, module):
    status, text = run(name, [sys.executable, "-B", "-m", "unittest", module], folder)
    total = sum(int(n) for n in re.findall(r"^Ran (\d+) tests?", text, re.MULTILINE))
    bad = sum(int(n) for n in re.findall(r"(?:failures|errors)=(\d+)", text))
    bad = bad if bad or status == 0 else 1
    return max(total - bad, 0), bad


def browser():
    status, text = run("browser", ["node", "--test", "--test-reporter=spec", "browser/"], ROOT / "web")
    return count(status, text, r"^. pass (\d+)", r"^. fail (\d+)")


def main():
    os.environ.setdefault("RUST_BACKTRACE", "1")
    passed = failed = 0
    for part in (rust, tidy, oracle, outside, crash, contract, browser):
        good, bad = part()
        passed, failed = passed + good, failed + bad
    print(f"\n{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
