"""A small service to be killed: made once by `candour demo`, then served by `candour serve` with two witnesses that live on.

Everything here works from outside: processes, HTTP, files. A copy of the prepared folder is as good as a new one, so
nothing is made twice.
"""

import http.client
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[4]
BINARY = Path(os.environ.get("CANDOUR", ROOT / "target/debug/candour"))
# A loaded machine may take long; nothing is measured by this.
PATIENCE = 120


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait(what, check, within=PATIENCE):
    until = time.monotonic() + within
    while True:
        found = check()
        if found:
            return found
        if time.monotonic() > until:
            raise AssertionError(f"not in time: {what}")
        time.sleep(0.01)


def prepare(folder):
    """Makes the demonstration that every world is a copy of; gives the tokens of its accounts."""
    with open(folder / "prepare.log", "w") as log:
        demo = subprocess.Popen(
            [BINARY, "demo", "--dir", folder / "demo", "--port", "0", "--cases", "30"],
            stdin=subprocess.DEVNULL, stdout=log, stderr=log,
        )
        ready = folder / "demo/demo.json"
        wait("the demonstration", lambda: ready.exists() or demo.poll() is not None, within=600)
        if not ready.exists():
            raise AssertionError((folder / "prepare.log").read_text())
        made = json.loads(ready.read_text())
        demo.send_signal(signal.SIGINT)
        demo.wait(PATIENCE)
    return {role: account["token"] for role, account in made["accounts"].items()}


class World:
    """One copy, with processes of its own."""

    def __init__(self, prepared, tokens, tiles=""):
        self.outer = Path(tempfile.mkdtemp(prefix="candour-crash-"))
        self.folder = self.outer / "world"
        shutil.copytree(prepared / "demo", self.folder)
        self.tokens = tokens
        self.data = self.folder / "data"
        self.policy = self.folder / "ledger.policy"
        self.config = self.folder / "candour.toml"
        self.port = free_port()
        self.address = f"127.0.0.1:{self.port}"
        self.serving = None
        self.tracer = False
        self.witnesses = []
        # Whether its files stay when it is closed, to be looked at.
        self.kept = False
        text = self.config.read_text()
        text = re.sub(r'listen = "[^"]*"', f'listen = "{self.address}"', text)
        text = re.sub(r'address = "[^"]*"', f'address = "http://{self.address}"', text)
        self.config.write_text(text + tiles)
        policy = self.policy.read_text()
        for n in (1, 2):
            port = free_port()
            config = self.folder / f"witness-{n}/witness.toml"
            config.write_text(re.sub(r"127\.0\.0\.1:\d+", f"127.0.0.1:{port}", config.read_text()))
            policy = re.sub(rf"(witness w{n} \S+) \S+", rf"\1 http://127.0.0.1:{port}", policy)
        self.policy.write_text(policy)
        for n in (1, 2):
            self.witnesses.append(self.witness(n))

    def witness(self, n):
        config = self.folder / f"witness-{n}/witness.toml"
        process = subprocess.Popen(
            [BINARY, "witness", "--stop-with-stdin", "--config", config],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        )
        assert process.stdout.readline(), "a witness did not start"
        return process

    def end_witnesses(self):
        for process in self.witnesses:
            process.kill()
            process.wait()
            process.stdin.close()
            process.stdout.close()
        self.witnesses = []

    def close(self):
        self.kill()
        self.end_witnesses()
        if not self.kept:
            shutil.rmtree(self.outer, ignore_errors=True)

    def start(self, wrapper=(), ready=True, environment=None, command="serve"):
        """Starts the service, perhaps under a tracer or with more in its environment; waits until it answers, unless
        told otherwise. Another command may be started in its place."""
        self.tracer = bool(wrapper)
        with open(self.outer / "serve.log", "a") as log:
            self.serving = subprocess.Popen(
                [*wrapper, BINARY, command, "--config", self.config],
                stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True,
                env={**os.environ, **(environment or {})},
            )
        if ready:
            wait("the service", lambda: self.answers() or self.serving.poll() is not None)
            if self.serving.poll() is not None:
                raise AssertionError("the service did not start:\n" + self.log())

    def log(self):
        return "\n".join((self.outer / "serve.log").read_text(errors="replace").splitlines()[-20:])

    def answers(self):
        try:
            return self.request("GET", "/healthz", timeout=1)[0] == 200
        except (OSError, http.client.HTTPException):
            return False

    def kill(self):
        """Kills the service. A tracer that it runs under is let end by itself, so that it writes down all it saw."""
        if not self.serving:
            return
        for pid in self.traced():
            os.kill(pid, signal.SIGKILL)
        if self.serving.poll() is None and not self.tracer:
            os.killpg(self.serving.pid, signal.SIGKILL)
        try:
            self.serving.wait(PATIENCE if self.tracer else None)
        except subprocess.TimeoutExpired:
            os.killpg(self.serving.pid, signal.SIGKILL)
            self.serving.wait()

    def stop(self):
        """Has the service end in order."""
        self.serving.send_signal(signal.SIGINT)
        assert self.serving.wait(PATIENCE) == 0, "it did not end in order:\n" + self.log()

    def traced(self):
        """What runs under the tracer; nothing where there is none."""
        if not self.tracer or self.serving.poll() is not None:
            return []
        pid = self.serving.pid
        return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]

    def request(self, method, path, body=None, role=None, key=None, timeout=PATIENCE):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=timeout)
        try:
            headers = {"content-type": "application/json"}
            if role:
                headers["authorization"] = f"Bearer {self.tokens[role]}"
            if key:
                headers["idempotency-key"] = key
            connection.request(method, path, None if body is None else json.dumps(body), headers)
            answer = connection.getresponse()
            return answer.status, answer.read().decode()
        finally:
            connection.close()

    def candour(self, *arguments):
        done = subprocess.run([BINARY, *arguments], capture_output=True, text=True, timeout=600)
        return done.returncode, done.stdout + done.stderr


REFERRAL = {
    "unit": "london",
    "question": "Is there anything that would keep the person he threatens safe?",
    "facts": {
        "requester": {"body": "local-police", "rank": "sergeant", "signed": True},
        "purpose": "prevent-serious-harm",
        "claimed_bases": ["public-interest-serious-harm"],
        "concern": {"harm_to_others": "serious", "identified_victim": True, "offence": "serious"},
        "urgency": "same-day",
        "justification": {
            "items_needed_why": True, "line_of_enquiry": True, "less_intrusive_tried": True,
            "why_not_consent": "unsafe", "balance_written": True,
        },
        "items": ["current-risk-to-others-statement", "safety-handling-advice"],
        "person": {"identified": True, "alive": True},
    },
}


def referral(number):
    person = {"name": f"Testa Person {number}", "date_of_birth": "1990-05-17"}
    return {**REFERRAL, "person": person}


REFUSAL = {"outcome": "refuse", "necessity": "n", "proportionality": "p"}
APPROVAL = {"approval": "caldicott-guardian", "agree": True, "reasons": "r"}
