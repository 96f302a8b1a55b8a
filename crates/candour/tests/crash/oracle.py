"""What must hold after every crash, looked at from outside: the files as they lie, read by code of its own.

The database is read from a copy, so that recovering it is left to the service; one on a server is read there. Nothing
here shares code with the service but `candour ledger verify`, which is the program that strangers are given.
"""

import base64
import hashlib
import json
import shutil
import sqlite3
import tempfile
from contextlib import contextmanager
from pathlib import Path


def root_of(leaves):
    """The root of RFC 6962 over hashes of leaves."""
    if not leaves:
        return hashlib.sha256(b"").digest()
    level = list(leaves)
    while len(level) > 1:
        pairs = [hashlib.sha256(b"\x01" + a + b).digest() for a, b in zip(level[::2], level[1::2])]
        level = pairs + ([level[-1]] if len(level) % 2 else [])
    return level[0]


def bundles(ledger, size):
    """The entries of a folder of tiles, up to a size (c2sp.org/tlog-tiles)."""
    found = []
    for n in range((size + 255) // 256):
        width = min(256, size - n * 256)
        name = f"{n:03}"
        full = ledger / "tile/entries" / name
        path = full if width == 256 or full.exists() else full.with_name(f"{name}.p") / str(width)
        data, at = path.read_bytes(), 0
        for _ in range(width):
            length = int.from_bytes(data[at : at + 2], "big")
            found.append(data[at + 2 : at + 2 + length])
            at += 2 + length
    return found


def note(text):
    """Origin, size and root of a checkpoint or a witness's state."""
    lines = text.splitlines()
    return lines[0], int(lines[1]), base64.b64decode(lines[2])


class Oracle:
    """Remembers what it saw, so that nothing can go back."""

    def __init__(self, world):
        self.world = world
        self.since = world.outer / "since"
        self.size = 0
        self.roots = {}
        # Commands that were acknowledged: key to (path, answer). What was sent and not answered: key to request.
        self.acknowledged = {}
        self.unanswered = {}
        self.begun = self.referrals()

    @contextmanager
    def database(self):
        """The database as it lies: a copy of its files, opened."""
        folder = Path(tempfile.mkdtemp(prefix="candour-look-", dir=self.world.outer))
        for name in ("candour.db", "candour.db-wal"):
            if (self.world.data / name).exists():
                shutil.copy(self.world.data / name, folder / name)
        opened = sqlite3.connect(folder / "candour.db")
        try:
            yield opened
        finally:
            opened.close()
            shutil.rmtree(folder)

    def check_whole(self, db):
        """That the database is not damaged below its tables."""
        assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)], "the database is damaged"

    def one(self, query):
        """The first value of the first row that a question gives."""
        with self.database() as db:
            return db.execute(query).fetchone()[0]

    def is_rebuilding(self):
        """Whether the read models were emptied and are not whole again."""
        return self.one("SELECT COUNT(*) FROM rebuilding") > 0

    def referrals(self):
        return self.one("SELECT COUNT(*) FROM events WHERE kind = 'referral-received'")

    def check(self, thorough=False):
        """Everything; raises with what does not hold."""
        with self.database() as db:
            if thorough:
                self.check_whole(db)
            entries = self.check_database(db)
        self.check_witnesses(entries)
        self.check_ledger(entries)

    def check_database(self, db):
        all_of = lambda query: db.execute(query).fetchall()
        entries = all_of("SELECT idx, entry, commitment FROM ledger_entries ORDER BY idx")
        assert [row[0] for row in entries] == list(range(len(entries))), "a gap in the ledger's entries"
        size, root = db.execute("SELECT size, root FROM ledger_head").fetchone()
        assert size == len(entries), f"the head says {size}, there are {len(entries)} entries"
        leaves = [hashlib.sha256(b"\x00" + row[1]).digest() for row in entries]
        assert root_of(leaves) == root, "the head's root is not that of the entries"
        events = [row[0] for row in all_of("SELECT commitment FROM events")]
        committed = [row[2] for row in entries if row[2]]
        waiting = [row[0] for row in all_of("SELECT commitment FROM ledger_pending WHERE commitment IS NOT NULL")]
        assert len(set(events)) == len(events), "two events with one commitment"
        assert sorted(committed + waiting) == sorted(events), "events and leaves are not one for one"
        gaps = all_of(
            "SELECT case_id FROM events GROUP BY stream, case_id"
            " HAVING COUNT(*) <> MAX(position) OR MIN(position) <> 1"
        )
        assert not gaps, f"a gap in the events of {gaps}"
        # What was acknowledged is there once; what was sent and not answered, once or not at all.
        answered = {}
        for key, route, case in all_of("SELECT request_key, route, case_id FROM idempotency"):
            assert key not in answered, f"{key} is recorded twice"
            answered[key] = (route, case)
        lost = [key for key in self.acknowledged if key not in answered]
        assert not lost, f"acknowledged and lost: {lost}"
        ours = sum(1 for key in answered if key.startswith("crash-referral-"))
        received = all_of("SELECT COUNT(*) FROM events WHERE kind = 'referral-received'")[0][0]
        assert received == self.begun + ours, f"{received} referrals, {self.begun} + {ours} requests"
        kinds = {}
        for case, kind, count in all_of("SELECT case_id, kind, COUNT(*) FROM events GROUP BY case_id, kind"):
            kinds[case, kind] = count
        for key, (path, answer) in self.acknowledged.items():
            case = answer["id"] if path.endswith("/referrals") else path.split("/")[4]
            kind = {"re": "referral-received", "pr": "proposal-made", "ap": "approval-given"}[key.split("-")[1][:2]]
            assert kinds.get((case, kind)) == 1, f"{case} has {kinds.get((case, kind), 0)} events {kind}"
        return leaves

    def check_witnesses(self, leaves):
        for path in self.world.folder.glob("witness-*/state/*.state"):
            _, size, root = note(path.read_text())
            assert size <= len(leaves), f"a witness saw {size} entries, and there are {len(leaves)}"
            assert root_of(leaves[:size]) == root, f"a fork: a witness has another root of {size} entries"

    def check_ledger(self, leaves):
        checkpoint = self.world.data / "ledger/checkpoint"
        if not checkpoint.exists():
            assert self.size == 0, "the checkpoint is gone"
            return
        text = checkpoint.read_text()
        _, size, root = note(text)
        assert size >= self.size, f"the checkpoint went back from {self.size} to {size}"
        assert self.roots.setdefault(size, root) == root, f"two checkpoints of {size}"
        assert size <= len(leaves) and root_of(leaves[:size]) == root, "the checkpoint is not over the entries"
        published = bundles(self.world.data / "ledger", size)
        assert [hashlib.sha256(b"\x00" + entry).digest() for entry in published] == leaves[:size], "bundles differ"
        arguments = ["ledger", "verify", self.world.data / "ledger", "--policy", self.world.policy, "--json"]
        if self.since.exists():
            arguments += ["--since", self.since]
        status, said = self.world.candour(*arguments)
        assert status == 0, f"`candour ledger verify` says: {said}"
        self.since.write_text(text)
        self.size = size

    def doctor(self):
        """The service's own examination; the service must be stopped."""
        status, said = self.world.candour("doctor", "--config", self.world.config)
        assert status == 0, f"`candour doctor` says: {said}"

    def acknowledge(self, key, path, text):
        self.unanswered.pop(key, None)
        self.acknowledged[key] = (path, json.loads(text))
