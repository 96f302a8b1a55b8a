"""The API of a running demonstration against its own description, called by Schemathesis.

First every call is made once as every role and without an account; then Schemathesis calls what it likes: every boundary
of every schema, bodies that fit and bodies that do not, methods that are not there, and chains of calls along the links.
"""

import json
import os
import re
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
HERE = Path(__file__).resolve().parent
BINARY = ROOT / "target/debug/candour"
PROGRAM = ROOT / ".cache/contract/bin/schemathesis"
LIVES_ON = 240


class Demonstration:
    """The running service, in a folder of its own."""

    def __enter__(self):
        self.folder = tempfile.TemporaryDirectory(prefix="candour-contract-")
        place = Path(self.folder.name)
        self.log = open(place / "log.txt", "w+", encoding="utf-8")
        self.process = subprocess.Popen(
            [BINARY, "demo", "--port", "0", "--dir", place / "demo"], stdout=subprocess.DEVNULL, stderr=self.log
        )
        until = time.monotonic() + LIVES_ON
        while not (place / "demo/demo.json").exists():
            if self.process.poll() is not None or time.monotonic() > until:
                self.__exit__()
                raise RuntimeError("the demonstration is not ready in time")
            time.sleep(0.1)
        self.json = json.loads((place / "demo/demo.json").read_text())
        self.url = self.json["url"]
        self.tokens = {role: account["token"] for role, account in self.json["accounts"].items()}
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait()
        self.log.close()
        self.folder.cleanup()

    def cases(self):
        """Identifiers of cases, those that wait for somebody first."""
        found = []
        for role in sorted(self.tokens):
            for path in ("/api/v1/queue", "/api/v1/referrals"):
                asked = urllib.request.Request(self.url + path, headers={"Authorization": f"Bearer {self.tokens[role]}"})
                with urllib.request.urlopen(asked) as answer:
                    found += [row["id"] for row in json.load(answer)["items"]]
        return list(dict.fromkeys(found))

    def said(self):
        """What the service wrote into its log."""
        self.log.flush()
        return Path(self.log.name).read_text(encoding="utf-8")


class Found:
    """What a run came to."""

    def __init__(self, status, text, count):
        self.status, self.text = status, text
        self.operations = {operation for operation, *_ in count}
        self.pairs = {(operation, role) for operation, role, *_ in count}
        self.calls = sum(times for *_, times in count)
        self.statuses = {status for _, _, status, _ in count}
        self.cases = int((re.search(r"([\d,]+) generated", text) or [0, "0"])[1].replace(",", ""))


def sweep(service):
    """Every call once as every role and as nobody, with the example of its body; gives pairs called, and faults."""
    script = HERE / "sweep.py"
    environment = {**os.environ, "CANDOUR_CONTRACT": json.dumps(world(service, os.devnull))}
    done = subprocess.run(
        [PROGRAM.parent / "python", "-B", script, service.url], env=environment, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise RuntimeError(done.stderr)
    return json.loads(done.stdout)


def world(service, count):
    return {"tokens": service.tokens, "cases": service.cases()[:40], "count": str(count)}


def fuzz(service, seed, examples, seconds=None):
    """Lets Schemathesis call; gives what it found."""
    with tempfile.TemporaryDirectory(prefix="candour-contract-") as folder:
        count = Path(folder) / "count.json"
        environment = {
            **os.environ,
            "CANDOUR_CONTRACT": json.dumps(world(service, count)),
            "SCHEMATHESIS_HOOKS": "hooks",
            "PYTHONPATH": str(HERE),
            "PYTHONDONTWRITEBYTECODE": "1",
        }
        # One worker: in CPython 3.11 two threads that parse Python at once trip over one counter of its parser.
        command = [
            PROGRAM, "--config-file", HERE / "schemathesis.toml", "run", service.url + "/api/openapi.json",
            "--seed", str(seed), "--max-examples", str(examples), "--workers", "1", "--continue-on-failure",
            "--generation-database", "none", "--no-color", "--warnings", "off", "--request-timeout", "30",
        ]
        if seconds:
            command += ["--max-time", str(seconds)]
        done = subprocess.run(
            command, env=environment, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False
        )
        return Found(done.returncode, done.stdout, json.loads(count.read_text()) if count.exists() else [])


def main(seconds, seed):
    with Demonstration() as service:
        pairs, faults = sweep(service)
        print(f"{pairs} pairs of a call and a role, {len(faults)} faults", *faults, sep="\n", flush=True)
        found = fuzz(service, seed, 1000, seconds)
        print(found.text)
        print(f"{len(found.operations)} calls, {len(found.pairs)} pairs of a call and a role, {found.calls} requests")
        return 1 if faults or found.status else 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), int(sys.argv[2])))
