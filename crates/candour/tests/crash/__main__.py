"""`python3 crates/candour/tests/crash KILLS [SEED]`: the long run. Ends with one line that says what was survived."""

import sys
import tempfile
from pathlib import Path

import kills
from world import prepare


def main():
    wanted = int(sys.argv[1])
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    with tempfile.TemporaryDirectory(prefix="candour-prepared-") as folder:
        tokens = prepare(Path(folder))
        done, commands, took = kills.run(Path(folder), tokens, wanted, seed)
    print(
        f"{done} kills survived in {took:.0f} s, {commands} acknowledged commands all there once,"
        f" no fork, seed {seed}"
    )


main()
