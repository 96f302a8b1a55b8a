"""The service with its ledger in object storage: copied there, sequenced, killed while the storage is away, taken up
again, and verified by a stranger over HTTP."""

import json
import subprocess
import time

from world import APPROVAL, REFUSAL, ROOT, World, referral, wait

PYTHON = ROOT / ".cache/objects/bin/python"
SERVER = ROOT / "crates/store/tests/objects/server.py"
KEY, SECRET = "INVENTEDACCESSKEY", "invented-secret-key"
# What an administrator does with `aws s3 sync`, in the words of the same library.
COPY = """
import boto3, sys
from pathlib import Path
folder, url, key, secret = Path(sys.argv[1]), *sys.argv[2:]
s3 = boto3.client("s3", endpoint_url=url, region_name="eu-west-2", aws_access_key_id=key, aws_secret_access_key=secret)
for path in folder.rglob("*"):
    name = path.relative_to(folder)
    if path.is_file() and not str(name).startswith("."):
        s3.put_object(Bucket="ledger", Key=f"below/{name}", Body=path.read_bytes())
"""


def decide(world, number):
    """One referral up to its decision, which flushes the batch."""
    status, text = world.request("POST", "/api/v1/referrals", referral(number), "officer", f"o-{number}")
    assert status == 201, text
    at = f"/api/v1/referrals/{json.loads(text)['id']}/proposals"
    for path, body, role in ((at, REFUSAL, "clinician"), (f"{at}/1/approvals", APPROVAL, "guardian")):
        status, text = world.request("POST", path, body, role, f"o-{role}-{number}")
        assert status < 300, text


def size(world):
    status, text = world.request("GET", "/ledger/checkpoint")
    return int(text.splitlines()[1]) if status == 200 else 0


def grown(world, old):
    return wait(f"a checkpoint of more than {old}", lambda: size(world) > old and size(world))


def verify(world, *more):
    address = f"http://{world.address}/ledger"
    status, said = world.candour("ledger", "verify", address, "--policy", world.policy, *more)
    assert status == 0, said


def run(prepared, tokens):
    assert PYTHON.exists(), "run tools/install objects first"
    world = World(prepared, tokens)
    there = world.outer / "storage"
    there.mkdir()
    server = subprocess.Popen(
        [PYTHON, "-B", SERVER, there, "ledger"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    try:
        url = json.loads(server.stdout.readline())["url"]
        ledger = world.data / "ledger"
        subprocess.run([PYTHON, "-c", COPY, ledger, url, KEY, SECRET], check=True)
        world.config.write_text(
            world.config.read_text() + '\n[ledger.tiles]\nbucket = "s3://ledger/below"\nregion = "eu-west-2"\n'
            f'endpoint = "{url}"\naccess_key = "access.key"\nsecret_key = "secret.key"\npatience = 30\n'
        )
        for name, text in (("access.key", KEY), ("secret.key", SECRET)):
            path = world.folder / name
            path.touch(0o600)
            path.write_text(text + "\n")
        before = {path: path.read_bytes() for path in ledger.rglob("*") if path.is_file()}
        old = int((ledger / "checkpoint").read_text().splitlines()[1])
        world.start()
        first = grown(world, old)
        since = world.outer / "since"
        since.write_text(world.request("GET", "/ledger/checkpoint")[1])
        decide(world, 1)
        second = grown(world, first)
        verify(world, "--since", since)
        assert "quorum" in world.request("GET", "/ledger/policy")[1]
        assert world.request("GET", "/ledger/tile/0/999")[0] == 404

        # Away: people are answered, the ledger waits; and so it does after a kill and a new start.
        (there / "away").touch()
        decide(world, 2)
        assert world.request("GET", "/ledger/checkpoint")[0] == 503
        world.kill()
        world.start()
        decide(world, 3)
        time.sleep(2)
        assert world.serving.poll() is None, "it does not stop because its storage is away:\n" + world.log()
        assert "the sequencer waits" in world.log(), world.log()
        (there / "away").unlink()
        grown(world, second)
        verify(world, "--since", since)
        world.kill()

        # Neither the log nor the old folder shows anything of it, and every write had its condition.
        said = world.outer / "serve.log"
        for secret in (KEY, SECRET):
            assert secret not in said.read_text(), "a credential is in the log"
        after = {path: path.read_bytes() for path in ledger.rglob("*") if path.is_file()}
        assert after == before, "something was still published in the folder"
        writes = (there / "log").read_text().splitlines()
        unconditional = [line for line in writes if " - " in line]
        copied = 1 + sum(1 for path in before if "/." not in str(path.relative_to(ledger.parent)))
        assert len(unconditional) == copied, "the service wrote without a condition"
    finally:
        world.close()
        server.kill()
        server.wait()
        server.stdin.close()
        server.stdout.close()
