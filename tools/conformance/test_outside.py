"""Holds the ledger against implementations that nobody here wrote.

golang.org/x/mod/sumdb checks notes, tiles and proofs, over a folder and over HTTP; dilithium-py and @noble/post-quantum
sign ML-DSA-44 cosignatures and verify ours. `tools/install outside` installs them; `make test` runs this.
"""

import base64
import hashlib
import http.client
import json
import os
import shutil
import struct
import subprocess
import tempfile
import time
import unittest
from pathlib import Path
from urllib.parse import urlsplit

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
CANDOUR = ROOT / "target/debug/candour"
OUTSIDE = ROOT / "target/debug/examples/outside"
LIBRARIES = {
    "dilithium-py": [ROOT / ".cache/conformance/bin/python", HERE / "mldsa.py"],
    "noble": ["node", HERE / "mldsa.mjs"],
}
TIME = 1_795_000_000


def run(command, text="", status=0):
    """Runs to the end; gives what it printed. Another status than expected fails with its words."""
    done = subprocess.run([str(word) for word in command], input=text, capture_output=True, text=True)
    assert done.returncode == status, f"{command}: {done.returncode}\n{done.stdout}{done.stderr}"
    return done.stdout


def setUpModule():
    global FOLDER, GO
    FOLDER = Path(tempfile.mkdtemp(prefix="candour-outside-"))
    unittest.addModuleCleanup(shutil.rmtree, FOLDER, ignore_errors=True)
    # As the Rust tests were built, so that nothing is compiled a second time with other features.
    run(["cargo", "build", "--quiet", "--locked", "--workspace", "--bins", "--examples"])
    GO = FOLDER / "conformance"
    # Debian's packages, no modules, nothing fetched.
    surroundings = {**os.environ, "GO111MODULE": "off", "GOPATH": "/usr/share/gocode", "GOFLAGS": ""}
    subprocess.run(["go", "build", "-o", str(GO), "."], cwd=HERE, env=surroundings, check=True)
    run([OUTSIDE, "make", FOLDER])


def refused(proof):
    """A proof line with a bit of its last hash changed."""
    words = proof.split(" ")
    last = bytearray(base64.b64decode(words[-1]))
    last[0] ^= 1
    return " ".join([*words[:-1], base64.b64encode(last).decode()])


class Go(unittest.TestCase):
    def test_checkpoints_tiles_and_proofs_are_those_of_x_mod(self):
        print(run([GO, "made", FOLDER]), end="")

    def test_what_x_mod_proves_holds_here_and_nothing_else_does(self):
        run([GO, "made", FOLDER])
        for name in ["proofs.go", "huge/proofs.go"]:
            proofs = (FOLDER / name).read_text().splitlines()
            answers = run([OUTSIDE, "proofs"], "\n".join(proofs)).splitlines()
            self.assertEqual(answers, ["ok"] * len(proofs))
            answers = run([OUTSIDE, "proofs"], "\n".join(map(refused, proofs))).splitlines()
            self.assertEqual(len(answers), len(proofs))
            self.assertNotIn("ok", answers)

    def test_a_note_that_x_mod_signed_verifies_here_and_a_changed_one_does_not(self):
        run([GO, "sign", FOLDER])
        key = (FOLDER / "go.vkey").read_text()
        lines = [f"{key} {base64.b64encode((FOLDER / name).read_bytes()).decode()}" for name in ["go.note", "go.changed"]]
        answers = run([OUTSIDE, "notes"], "\n".join(lines)).splitlines()
        self.assertEqual(answers, ["ok 0", "the signature does not verify"])

    def test_x_mod_finds_a_changed_tile_entry_or_checkpoint(self):
        for name, at in [("tile/0/000", 40), ("tile/entries/000", 40), ("tile/1/000", 40), ("checkpoint", 200)]:
            with self.subTest(name), tempfile.TemporaryDirectory() as copy:
                ledger = Path(copy) / "ledger"
                shutil.copytree(FOLDER / "ledger", ledger)
                shutil.copy(FOLDER / "checkpoints/65537", ledger / "checkpoint")
                check = [GO, "source", ledger, (FOLDER / "log.vkey").read_text()]
                run(check)
                content = bytearray((ledger / name).read_bytes())
                content[at] ^= 1
                (ledger / name).write_bytes(content)
                run(check, status=1)


def ask(library, questions):
    lines = "\n".join(map(json.dumps, questions))
    return [json.loads(line) for line in run(LIBRARIES[library], lines).splitlines()]


def message(cosigner, time, origin, size, root):
    """The cosigned_message of c2sp.org/tlog-cosignature, written a second time."""
    short = lambda text: bytes([len(text.encode())]) + text.encode()
    return b"subtree/v1\n\0" + short(cosigner) + struct.pack(">Q", time) + short(origin) + struct.pack(">QQ", 0, size) + root


def vkey(name, public):
    key = b"\x06" + public
    return f"{name}+{key_id(name, key)}+{base64.b64encode(key).decode()}"


def key_id(name, key):
    return hashlib.sha256(name.encode() + b"\n" + key).hexdigest()[:8]


class MlDsa(unittest.TestCase):
    def test_what_others_sign_verifies_here(self):
        root = bytes(range(32))
        text = f"candour.example/x\n9\n{base64.b64encode(root).decode()}\n"
        good = message("pq.example", TIME, "candour.example/x", 9, root)
        wrong = [
            message("qq.example", TIME, "candour.example/x", 9, root),
            message("pq.example", TIME + 1, "candour.example/x", 9, root),
            message("pq.example", TIME, "candour.example/y", 9, root),
            message("pq.example", TIME, "candour.example/x", 8, root),
            message("pq.example", TIME, "candour.example/x", 9, root[::-1]),
            good[:-1],
        ]
        for library in LIBRARIES:
            with self.subTest(library):
                signed = ask(library, [{"do": "sign", "seed": "07" * 32, "message": m.hex()} for m in [good, *wrong]])
                lines = []
                for one in signed:
                    public, signature = bytes.fromhex(one["public"]), bytes.fromhex(one["signature"])
                    key = vkey("pq.example", public)
                    blob = bytes.fromhex(key_id("pq.example", b"\x06" + public)) + struct.pack(">Q", TIME) + signature
                    note = f"{text}\n\u2014 pq.example {base64.b64encode(blob).decode()}\n"
                    lines.append(f"{key} {base64.b64encode(note.encode()).decode()}")
                answers = run([OUTSIDE, "notes"], "\n".join(lines)).splitlines()
                self.assertEqual(answers, [f"ok {TIME}"] + ["the signature does not verify"] * len(wrong))

    def test_what_is_signed_here_verifies_with_others(self):
        key = (FOLDER / "pq.vkey").read_text()
        name, _, public = key.split("+", 2)
        public = base64.b64decode(public)[1:]
        questions = []
        for size in [0, 1, 70, 65537]:
            text, lines = (FOLDER / f"checkpoints/{size}").read_text().rsplit("\n\n", 1)
            origin, number, root = text.split("\n")
            self.assertEqual(number, str(size))
            blob = base64.b64decode(next(line for line in lines.splitlines() if f" {name} " in line).split(" ")[2])
            self.assertEqual(blob[4:12], struct.pack(">Q", TIME))
            good = message(name, TIME, origin, size, base64.b64decode(root))
            signature = bytearray(blob[12:])
            verify = {"do": "verify", "public": public.hex(), "message": good.hex(), "signature": signature.hex()}
            signature[100] ^= 1
            questions += [verify, {**verify, "signature": signature.hex()}, {**verify, "message": good[:-1].hex()}]
        for library in LIBRARIES:
            with self.subTest(library):
                answers = [answer["holds"] for answer in ask(library, questions)]
                self.assertEqual(answers, [True, False, False] * 4)

    def test_a_running_witness_answers_with_both_kinds_and_others_verify_the_second(self):
        with tempfile.TemporaryDirectory() as folder:
            folder = Path(folder)
            (folder / "state").mkdir()
            name, keys = "witness.example/both", {}
            for kind, file in [("ed25519", "one.key"), ("ml-dsa-44", "pq.key")]:
                made = run([CANDOUR, "witness", "keygen", "--kind", kind, "--name", name, "--out", folder / file])
                keys[kind] = made.strip()
            log = (FOLDER / "log.vkey").read_text().strip()
            (folder / "witness.toml").write_text(
                'listen = "127.0.0.1:0"\nkey = "one.key"\nml_dsa_44_key = "pq.key"\nstate = "state"\n'
                f'[[logs]]\norigin = "{log.split("+")[0]}"\nvkey = "{log}"\n'
            )
            command = [str(CANDOUR), "witness", "--stop-with-stdin", "--config", str(folder / "witness.toml")]
            # Leaving the block closes its standard input, which ends it.
            with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as witness:
                ready = json.loads(witness.stdout.readline())
                self.assertEqual(ready["vkeys"], list(keys.values()))
                note = (FOLDER / "checkpoints/70").read_text()
                connection = http.client.HTTPConnection(urlsplit(ready["url"]).netloc, timeout=60)
                connection.request("POST", "/add-checkpoint", f"old 0\n\n{note}".encode())
                answer = connection.getresponse()
                lines = answer.read().decode().splitlines()
                connection.close()
            self.assertEqual((answer.status, len(lines)), (200, 2))
            public = base64.b64decode(keys["ml-dsa-44"].split("+", 2)[2])
            blob = base64.b64decode(lines[1].split(" ")[2])
            self.assertEqual(blob[:4].hex(), key_id(name, public))
            origin, size, root = note.split("\n")[:3]
            time_of = struct.unpack(">Q", blob[4:12])[0]
            good = message(name, time_of, origin, int(size), base64.b64decode(root))
            wrong = message(name, time_of + 1, origin, int(size), base64.b64decode(root))
            question = {"do": "verify", "public": public[1:].hex(), "signature": blob[12:].hex()}
            for library in LIBRARIES:
                with self.subTest(library):
                    answers = ask(library, [{**question, "message": m.hex()} for m in [good, wrong]])
                    self.assertEqual([answer["holds"] for answer in answers], [True, False])

    def test_the_command_line_counts_both_kinds_of_cosignature(self):
        with tempfile.TemporaryDirectory() as folder:
            ledger, policy = Path(folder) / "ledger", Path(folder) / "policy"
            shutil.copytree(FOLDER / "ledger", ledger)
            shutil.copy(FOLDER / "checkpoints/65537", ledger / "checkpoint")
            keys = {name: (FOLDER / f"{name}.vkey").read_text() for name in ["log", "witness", "pq"]}
            text = f"log {keys['log']}\nwitness one {keys['witness']}\nwitness pq {keys['pq']}\ngroup g all one pq\nquorum g\n"
            policy.write_text(text)
            command = [CANDOUR, "ledger", "verify", ledger, "--policy", policy]
            self.assertIn("witness.example/pq", run(command) + run([*command, "--json"]))
            # The same key under another name is another witness, who has not signed.
            other = vkey("other.example", base64.b64decode(keys["pq"].split("+", 2)[2])[1:])
            policy.write_text(text.replace(keys["pq"], other))
            run(command, status=1)


class Served(unittest.TestCase):
    """A running service."""

    @classmethod
    def setUpClass(cls):
        cls.folder = Path(tempfile.mkdtemp(prefix="candour-served-"))
        cls.addClassCleanup(shutil.rmtree, cls.folder, ignore_errors=True)
        command = [CANDOUR, "demo", "--port", "0", "--cases", "12", "--dir", cls.folder]
        cls.service = subprocess.Popen([str(w) for w in command], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        cls.addClassCleanup(cls.stop)
        ready = cls.folder / "demo.json"
        until = time.monotonic() + 240
        while not ready.exists():
            assert cls.service.poll() is None and time.monotonic() < until, "the demonstration was not ready"
            time.sleep(0.1)
        cls.demo = json.loads(ready.read_text())
        cls.ledger = Path(cls.demo["ledger"]["dir"])
        cls.address = urlsplit(cls.demo["url"]).netloc

    @classmethod
    def stop(cls):
        cls.service.terminate()
        cls.service.wait()

    def get(self, path):
        connection = http.client.HTTPConnection(self.address, timeout=60)
        connection.request("GET", path)
        answer = connection.getresponse()
        body = answer.read()
        connection.close()
        return answer.status, answer.headers, body

    def test_x_mod_verifies_it_in_the_folder_and_over_http(self):
        witnesses = [witness["vkey"] for witness in self.demo["witnesses"]]
        for source in [self.ledger, self.demo["ledger"]["url"].rstrip("/")]:
            print(run([GO, "source", source, self.demo["ledger"]["vkey"], *witnesses]), end="")

    def test_every_file_is_served_byte_for_byte_with_its_type(self):
        partial = 0
        for path in sorted(p for p in self.ledger.rglob("*") if p.is_file() and "tile" in p.relative_to(self.ledger).parts):
            name = path.relative_to(self.ledger).as_posix()
            status, headers, body = self.get(f"/ledger/{name}")
            self.assertEqual((status, body), (200, path.read_bytes()), name)
            self.assertEqual(headers["content-type"], "application/octet-stream", name)
            self.assertIn("immutable", headers["cache-control"], name)
            partial += ".p/" in name
        self.assertGreater(partial, 0)
        # A checkpoint may be replaced while it is asked for: it is one of the two that lay there.
        before = (self.ledger / "checkpoint").read_bytes()
        status, headers, body = self.get("/ledger/checkpoint")
        self.assertIn(body, [before, (self.ledger / "checkpoint").read_bytes()])
        self.assertEqual((status, headers["content-type"]), (200, "text/plain; charset=utf-8"))
        self.assertNotIn("immutable", headers["cache-control"])
        status, headers, body = self.get("/ledger/policy")
        self.assertEqual((status, headers["content-type"]), (200, "text/plain; charset=utf-8"))
        self.assertEqual(body, Path(self.demo["ledger"]["policy"]).read_bytes())

    def test_a_path_has_one_spelling(self):
        partial = next(self.ledger.glob("tile/0/*.p/*"))
        number, width = partial.parent.name.removesuffix(".p"), partial.name
        plain = number.lstrip("0") or "0"
        self.assertEqual(self.get(f"/ledger/tile/0/{number}.p/{width}")[0], 200)
        for path in [
            f"tile/0/{plain}.p/{width}", f"tile/0/0{number}.p/{width}", f"tile/0/x000/{number}.p/{width}",
            f"tile/00/{number}.p/{width}", f"tile/0/x{number}.p/{width}", f"tile/0/{number}.p/0{width}",
            f"tile/0/{number}.p/+{width}", f"tile/0/{number}.p/{width}/", f"tile/0//{number}.p/{width}",
            f"tile/0/{number}.p/0", f"tile/0/{number}.p/256", f"tile/0/{number}.p/", "tile/0/x001", "tile/8/000",
            "tile/-1/000", "tile/data/000", f"tile/entries/{number}.p/256", f"tile/entries/{number}.p/0", "tile/",
            "tile/0/../../checkpoint", "tile/..%2fcheckpoint", "tile/%2e%2e/checkpoint", "checkpoints/../checkpoint",
            "checkpoints/2026-W60",
        ]:
            self.assertEqual(self.get(f"/ledger/{path}")[0], 404, path)


if __name__ == "__main__":
    unittest.main()
