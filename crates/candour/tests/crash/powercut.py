"""The states in which a power cut may leave the disk, each looked at from outside, and a sample of them served again.

One life of the service is recorded, operation by operation. From the recording any number of states is made: the power
goes at an instant; data that was not synchronised is there or not, sector by sector and in any order (`recording.py`).
What clients and witnesses had been told before that instant has to hold in each. SQLite's own recovery of a state is
done by Python's SQLite; every so often the service itself is started on one and has to go on.

Not covered: a medium that lies about synchronising, that damages data it holds, or that tears within a sector.
"""

import random
import shutil
import sqlite3
import sys
import threading
import time
from contextlib import contextmanager
from pathlib import Path

import kills
import recording
from oracle import Oracle, note, root_of
from world import World

# How long the recorded life is, in seconds of traffic. Tracing makes it slow.
RECORDED = 4.0
# So many states are made of one recording.
CUTS_A_RECORDING = 2_000
# One of so many states is served again.
SERVED_EVERY = 100


class Recorded:
    """A world, what was on its disk before, what happened then, and what was told to whom when."""

    def __init__(self, prepared, tokens, number):
        self.world = World(prepared, tokens)
        world = self.world
        # Witnesses and quorum are announced before, so that the base is a quiet state.
        kills.settle(world, Oracle(world))
        self.base = world.outer / "base"
        shutil.copytree(world.data, self.base, ignore=shutil.ignore_patterns("*-shm"))
        self.oracle = Oracle(world)
        self.told = []
        self.witnessed = []
        self.published = []
        self.stop = False
        traces = world.outer / "traces"
        traces.mkdir()
        world.start(recording.wrapper(traces))
        watching = threading.Thread(target=self.watch)
        watching.start()
        self.send(number)
        world.kill()
        self.stop = True
        watching.join()
        self.ops = recording.read(traces, world.data)
        shutil.rmtree(traces)
        kinds = {op.kind for op in self.ops}
        assert {"write", "sync", "rename"} <= kinds, f"the recording has only {kinds}"

    def send(self, number):
        """Traffic; each acknowledgement with the instant at which the client had it."""
        recorded = self

        class Telling(Oracle):
            def acknowledge(self, key, path, text):
                super().acknowledge(key, path, text)
                recorded.told.append((time.time(), key, self.acknowledged[key]))

        oracle = Telling(self.world)
        lock = threading.Lock()
        counter = [number]
        clients = [kills.Client(self.world, oracle, n, counter, lock) for n in range(kills.CLIENTS)]
        for client in clients:
            client.start()
        time.sleep(RECORDED)
        self.world.kill()
        for client in clients:
            client.join()
            if client.fault:
                raise client.fault
        self.unanswered = dict(oracle.unanswered)
        self.begun = oracle.begun

    def watch(self):
        """What witnesses hold and what is published, with the instant by which it was so."""
        held = None
        shown = None
        while not self.stop:
            states = {path: path.read_text() for path in self.world.folder.glob("witness-*/state/*.state")}
            now = time.time()
            if states != held:
                self.witnessed.append((now, states))
                held = states
            checkpoint = self.world.data / "ledger/checkpoint"
            text = checkpoint.read_text() if checkpoint.exists() else None
            now = time.time()
            if text and text != shown:
                # Seen under its name, it may not be durable there yet; that witnesses hold it is looked at apart.
                self.published.append((now, text))
                shown = text
            time.sleep(0.002)

    def durable(self, seen):
        """When what was seen under its name in the ledger's folder is sure to have been durable there."""
        folder = str(self.world.data / "ledger")
        syncs = (op.ended for op in self.ops if op.kind == "sync" and op.path == folder and op.begun > seen)
        return next(syncs, float("inf"))

    def instants(self, count, chance):
        """Just before operations, just after them, and in between."""
        found = []
        for _ in range(count):
            op = chance.choice(self.ops)
            found.append(chance.choice([op.begun, op.ended, op.begun + (op.ended - op.begun) * chance.random()]) + 1e-7)
        return found


class Look(Oracle):
    """The oracle on one state."""

    def __init__(self, recorded, folder, instant):
        self.recorded = recorded
        self.world = recorded.world
        self.folder = folder
        self.since = folder / "since"
        self.size, self.roots = 0, {}
        self.begun = recorded.begun
        self.acknowledged = {key: said for at, key, said in recorded.told if at < instant}
        earlier = [text for at, text in recorded.published if recorded.durable(at) < instant]
        if earlier:
            self.since.write_text(earlier[-1])
        self.states = [states for at, states in recorded.witnessed if at < instant][-1:]

    @contextmanager
    def database(self):
        # The state is ours to recover; nothing else looks at it.
        copy = self.folder / "look"
        copy.mkdir()
        for name in ("candour.db", "candour.db-wal"):
            if (self.folder / "data" / name).exists():
                shutil.copy(self.folder / "data" / name, copy / name)
        opened = sqlite3.connect(copy / "candour.db")
        try:
            yield opened
        finally:
            opened.close()
            shutil.rmtree(copy)

    def check_witnesses(self, leaves):
        for states in self.states:
            for text in states.values():
                _, size, root = note(text)
                assert size <= len(leaves), f"a witness saw {size} entries, and there are {len(leaves)}"
                assert root_of(leaves[:size]) == root, f"a fork: a witness has another root of {size} entries"


def lay(recorded, files, folders, folder):
    below = str(recorded.world.data)
    for path in sorted(folders):
        (folder / "data" / path[len(below) + 1 :]).mkdir(parents=True, exist_ok=True)
    for path, data in files.items():
        (folder / "data" / path[len(below) + 1 :]).write_bytes(data)


def one(recorded, instant, chance, folder):
    """Makes one state and looks at it."""
    disk = recording.Disk(recorded.base)
    # The base was copied elsewhere; its names are those of the folder that was recorded.
    moved = lambda path: str(recorded.world.data) + path[len(str(recorded.base)) :]
    disk.names = {moved(path): file for path, file in disk.names.items()}
    disk.folders = {moved(path) for path in disk.folders}
    files, folders = disk.at(recorded.ops, instant, chance)
    lay(recorded, files, folders, folder)
    look = Look(recorded, folder, instant)
    look.world = Beside(recorded.world, folder)
    look.check(thorough=True)
    return look


class Beside:
    """A world whose data lie in another folder."""

    def __init__(self, world, folder):
        self.outer = folder
        self.data = folder / "data"
        self.folder = world.folder
        self.policy = world.policy
        self.candour = world.candour


def serve(recorded, look, folder):
    """Puts a state in the world's place, witnesses as they were at that instant, and has the service go on from it."""
    world = recorded.world
    world.end_witnesses()
    for states in look.states:
        for path, text in states.items():
            path.write_text(text)
    world.witnesses = [world.witness(n) for n in (1, 2)]
    shutil.rmtree(world.data)
    shutil.copytree(folder / "data", world.data)
    oracle = Oracle(world)
    oracle.begun = recorded.begun
    oracle.acknowledged = dict(look.acknowledged)
    # What was answered only after that instant is sent again, and is there once at the end; save what is about a case
    # that has another identifier by then.
    known = {answer["id"] for path, answer in look.acknowledged.values() if path.endswith("/referrals")}
    for _, key, (path, _) in recorded.told:
        if key not in look.acknowledged and (path.endswith("/referrals") or path.split("/")[4] in known):
            oracle.unanswered[key] = (path, *kills.body_of(key))
    if look.since.exists():
        shutil.copy(look.since, oracle.since)
    kills.settle(world, oracle)


def states(recorded, cuts, seed=1, seconds=None, served_every=SERVED_EVERY, progress=False):
    """So many states of one recording; gives how many were looked at, how many served again, and over how long."""
    chance = random.Random(seed)
    begun, done, served = time.monotonic(), 0, 0
    for instant in recorded.instants(cuts, chance):
        if seconds is not None and time.monotonic() - begun > seconds:
            break
        folder = recorded.world.outer / "state"
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        try:
            look = one(recorded, instant, chance, folder)
            done += 1
            if done % served_every == 0:
                serve(recorded, look, folder)
                served += 1
        except Exception as fault:
            raise AssertionError(f"power cut {done} of seed {seed}, at {instant:.6f}: {fault}") from fault
        if progress and done % 500 == 0:
            print(f"{done} power cuts in {time.monotonic() - begun:.0f} s", file=sys.stderr, flush=True)
    return done, served, time.monotonic() - begun


def run(prepared, tokens, cuts, seed=1, seconds=None):
    """So many states, of a new recording for every so many of them."""
    total, served, begun = 0, 0, time.monotonic()
    while total < cuts and (seconds is None or time.monotonic() - begun < seconds):
        recorded = Recorded(prepared, tokens, total)
        try:
            left = None if seconds is None else seconds - (time.monotonic() - begun)
            done, more, _ = states(recorded, min(cuts - total, CUTS_A_RECORDING), seed + total, left, progress=True)
            total, served = total + done, served + more
        finally:
            recorded.world.close()
    return total, served, time.monotonic() - begun
