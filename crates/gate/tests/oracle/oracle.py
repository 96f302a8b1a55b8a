"""A second implementation of the gate, written from the rules alone.

    python3 oracle.py [--tables DIR] < facts.jsonl > verdicts.jsonl

One facts object a line in, one verdict a line out (`pack` is "oracle"). The
facts must satisfy facts.schema.json: this program judges, it does not validate.
It exists to be compared with the gate, so it is written for reading, shares no
code with it, and marks with AMBIGUOUS each place where the text of the rules
bears two readings. Python 3.11, standard library only.
"""

import argparse
import json
import sys

from outcomes import verdict_of
from tables import Tables, default_directory


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--tables", default=default_directory(), metavar="DIR")
    tables = Tables(parser.parse_args().tables)
    for line in sys.stdin:
        if line.strip():
            verdict = verdict_of(json.loads(line), tables)
            sys.stdout.write(json.dumps(verdict, separators=(",", ":")) + "\n")


if __name__ == "__main__":
    main()
