"""Every operation on files that the running service makes, in turn: it fails, it fails although it was done, it is
torn, or the service ends before or after it.

`shim.c` stands between the real process and the C library, so nothing in the service knows of it. It counts over the
whole process, and writes down what it strikes; a fault that did not strike is no fault. Places are chosen from a
recording of a run that begins on the same files, so each is there: when the service starts on what a kill left, when it
works, when its write-ahead log is moved into the database, and when the read models are made again.

SQL has no boundary of its own here: what SQLite does to its files are the same operations.
"""

import copy
import fnmatch
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from dataclasses import dataclass, field
from http.client import HTTPException
from pathlib import Path

import kills
from oracle import Oracle
from world import PATIENCE, World

SHIM = Path(__file__).with_name("shim.c")
# What can go wrong with any operation, with one that needs room, and with one that writes a number of bytes.
ENDINGS = ("EIO", "persisted", "before", "after")
NEEDING_ROOM = ("ENOSPC",)
WRITING = ("torn", "torn-killed", "short")
NEED_ROOM = ("write", "pwrite64", "openat", "mkdir", "rename", "ftruncate", "link")
WRITES = ("write", "pwrite64")
ENDS_IT = ("before", "after", "torn-killed")
# Files of one kind, which are counted together; any other path is a kind of its own.
KINDS = ("ledger/tile*", "ledger/checkpoints*", "ledger/.unfinished/*")
# `start`: on what a kill in the middle of traffic left. `work`: one referral up to its decision, and its numbering.
# `moving`: the same, where the write-ahead log is so long that SQLite moves it into the file. `rebuild`: `candour
# rebuild` on what the kill left.
PHASES = ("start", "work", "moving", "rebuild")
# Of the operations of one name on files of one kind in a phase so many are taken, evenly: a write of the log is one
# operation a frame, moving it into the file one a page.
PLACES = {"start": 24, "work": 24, "moving": 6, "rebuild": 6}
# Pages in the write-ahead log at which SQLite moves it (`wal_autocheckpoint`).
LOG_PAGES = 16_384
# So many pages before that a long log is left: more than a case and its numbering add, and a start.
SHORT_OF = 500
# Where nothing was done to files for so long, in seconds, what was begun has ended.
QUIET = 1.0
# A place that one life happened not to come by is tried again on a new copy.
ATTEMPTS = 3
# How long a life may take to come by its place, in seconds.
STRIKING = 20
# So many faults, and the ledger is seen by witnesses and the service examines itself.
SETTLE_EVERY = 10


@dataclass(frozen=True)
class Fault:
    phase: str
    operation: str
    kind: str
    number: int
    ending: str

    def __str__(self):
        return f"{self.phase}: {self.operation} {self.kind} {self.number} {self.ending}"


def kind_of(path):
    return next((kind for kind in KINDS if fnmatch.fnmatchcase(path, kind)), path)


def lines(path):
    return path.read_text().splitlines() if path.exists() else []


def logged(world):
    """Pages in the write-ahead log, from the header of its index (sqlite.org/walformat.html)."""
    return int.from_bytes((world.data / "candour.db-shm").read_bytes()[16:20], sys.byteorder)


def chosen(count, places):
    """So many of a number of places, from the first to nearly the last: of many pages one life writes a few fewer."""
    if count <= places:
        return list(range(1, count + 1))
    last = count - count // 50
    return sorted({1 + round(n * (last - 1) / (places - 1)) for n in range(places)})


def endings(operation):
    needing = NEEDING_ROOM if operation in NEED_ROOM else ()
    return ENDINGS + needing + (WRITING if operation in WRITES else ())


class Base:
    """A folder to begin from, and what clients had been told by then."""

    def __init__(self, outer, world, oracle):
        self.prepared = outer
        outer.mkdir()
        shutil.copytree(world.folder, outer / "demo")
        self.oracle = oracle

    def world(self, tokens):
        world = World(self.prepared, tokens)
        oracle = Oracle(world)
        for name in ("acknowledged", "unanswered", "begun", "size", "roots"):
            setattr(oracle, name, copy.deepcopy(getattr(self.oracle, name)))
        if self.oracle.since.exists():
            shutil.copy(self.oracle.since, oracle.since)
        return world, oracle


class Bench:
    """The shim, the folders that lives begin from, and every place that was recorded."""

    def __init__(self, prepared, tokens, phases=PHASES):
        self.tokens = tokens
        self.folder = Path(tempfile.mkdtemp(prefix="candour-faults-"))
        self.shim = self.folder / "shim.so"
        command = ["cc", "-O1", "-Wall", "-Wextra", "-Werror", "-shared", "-fPIC", "-o", self.shim, SHIM]
        subprocess.run(command, check=True)
        self.cases = 0
        self.bases = {"start": self.crashed(prepared, "crashed")}
        if "moving" in phases:
            self.bases["moving"] = self.crashed(prepared, "long", LOG_PAGES)
        # What one life did and another did not, because threads took turns otherwise, is no place to choose.
        self.places = {phase: self.record(phase) & self.record(phase) for phase in phases}

    def close(self):
        shutil.rmtree(self.folder, ignore_errors=True)

    def base(self, phase):
        return self.bases.get(phase, self.bases["start"])

    def crashed(self, prepared, name, pages=0):
        """What a kill in the middle of traffic leaves; with a write-ahead log of nearly so many pages."""
        world = World(prepared, self.tokens)
        oracle = Oracle(world)
        try:
            kills.settle(world, oracle)
            world.start()
            client = self.client(world, oracle)
            client.one_case()
            while logged(world) < pages - SHORT_OF:
                client.one_case()
            world.kill()
            assert logged(world) >= pages - SHORT_OF, "its log was moved already"
            oracle.check(thorough=True)
            return Base(self.folder / name, world, oracle)
        finally:
            world.close()

    def client(self, world, oracle):
        self.cases += 1_000
        return kills.Client(world, oracle, 0, [self.cases], threading.Lock())

    def environment(self, world, phase, fault=None):
        named = {
            "LD_PRELOAD": self.shim,
            "CANDOUR_FAULT_BELOW": world.data,
            "CANDOUR_FAULT_LOG": world.outer / "operations",
            "CANDOUR_FAULT_MARK": world.outer / "struck",
        }
        if phase in ("work", "moving"):
            named["CANDOUR_FAULT_ARMED"] = world.outer / "armed"
        if fault:
            named["CANDOUR_FAULT"] = f"{fault.operation} {fault.kind} {fault.number} {fault.ending}"
        return {name: str(value) for name, value in named.items()}

    def live(self, world, oracle, phase, fault=None):
        """One life, up to where its fault struck or, where there is none, to its end in order.

        Gives the operations of its phase.
        """
        struck, log = world.outer / "struck", world.outer / "operations"
        ended = lambda: world.serving.poll() is not None
        over = lambda: ended() or (fault is not None and struck.exists())
        environment = self.environment(world, phase, fault)
        if phase == "rebuild":
            world.start(ready=False, environment=environment, command="rebuild")
            world.serving.wait(PATIENCE)
            return lines(log)
        world.start(ready=False, environment=environment)
        until = time.monotonic() + PATIENCE
        while not over() and not world.answers() and time.monotonic() < until:
            time.sleep(0.01)
        quiet(log, over)
        if phase == "start" or over():
            return lines(log)
        begun = len(lines(log))
        (world.outer / "armed").touch()
        client = self.client(world, oracle)
        until = time.monotonic() + STRIKING
        while not over():
            try:
                client.one_case()
            except (OSError, HTTPException):
                pass
            moved = phase != "moving" or "fsync candour.db" in lines(log)[begun:]
            if time.monotonic() > until or fault is None and moved:
                quiet(log, over)
                break
            quiet(log, over, 0.2)
        return lines(log)[begun:]

    def record(self, phase):
        """How often the life of a phase does what to files of which kind."""
        world, oracle = self.base(phase).world(self.tokens)
        try:
            done = self.live(world, oracle, phase)
            assert world.serving.poll() == (0 if phase == "rebuild" else None), world.log()
            return Counter((name, kind_of(path)) for name, path in (line.split(" ", 1) for line in done))
        finally:
            world.close()

    def every(self):
        """Every fault of every place."""
        return [
            Fault(phase, operation, kind, number, ending)
            for phase, counts in self.places.items()
            for (operation, kind), count in sorted(counts.items())
            for number in chosen(count, PLACES[phase])
            for ending in endings(operation)
        ]

    def some(self, count, chance):
        """So many faults: each way to go wrong, and each phase, as often as any other."""
        groups = {}
        for fault in self.every():
            groups.setdefault((fault.ending, fault.phase), []).append(fault)
        order = list(groups)
        chance.shuffle(order)
        # Ways in turn, so that few faults have as many ways as can be.
        taken = Counter()
        found = []
        for _ in range(count):
            ending = min({key[0] for key in order}, key=lambda one: (taken[one], ENDINGS_ORDER.index(one)))
            keys = [key for key in order if key[0] == ending]
            key = min(keys, key=lambda one: taken[one])
            taken[ending] += 1
            taken[key] += 1
            found.append(groups[key].pop(chance.randrange(len(groups[key]))))
            if not groups[key]:
                order.remove(key)
        return found


ENDINGS_ORDER = ENDINGS + NEEDING_ROOM + WRITING


@dataclass
class Tally:
    """What a number of faults did."""

    put: int = 0
    struck: int = 0
    unstruck: list = field(default_factory=list)
    # How the service took those that struck.
    took: Counter = field(default_factory=Counter)
    seconds: float = 0.0

    def __str__(self):
        took = ", ".join(f"{count} {how}" for how, count in sorted(self.took.items()))
        missed = "; not struck: " + ", ".join(map(str, self.unstruck)) if self.unstruck else ""
        return f"{self.struck} of {self.put} faults of file operations struck, in {self.seconds:.0f} s ({took}){missed}"


def after(bench, world, oracle):
    """How the service that an operation failed for goes on: it ends, or it goes on. What is answered has to hold."""
    try:
        world.serving.wait(0.3)
        return "ended it"
    except subprocess.TimeoutExpired:
        pass
    try:
        bench.client(world, oracle).one_case()
        return "let it go on"
    except (OSError, HTTPException):
        pass
    # Where it is not known what the medium holds it ends, so that whoever watches over it starts it again.
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        if world.serving.poll() is not None:
            return "ended it"
        try:
            if world.request("GET", "/readyz", None, "officer")[0] == 200:
                return "refused once and went on"
        except (OSError, HTTPException):
            pass
        time.sleep(0.1)
    raise AssertionError(f"it neither ends nor goes on:\n{world.log()}")


def put(bench, fault, tally, settle):
    """One fault on a copy of its own; whether it struck."""
    world, oracle = bench.base(fault.phase).world(bench.tokens)
    try:
        bench.live(world, oracle, fault.phase, fault)
        if not (world.outer / "struck").exists():
            return False
        if fault.ending in ENDS_IT:
            status = world.serving.wait(PATIENCE)
            assert status == -signal.SIGKILL, f"it was to be killed, and ended with {status}"
            how = "killed it"
        elif fault.phase == "rebuild":
            how = "ended it" if world.serving.poll() else "went unnoticed at its end"
        else:
            how = after(bench, world, oracle)
        world.kill()
        oracle.check(thorough=True)
        if fault.phase == "rebuild":
            # It is no one transaction: whoever was stopped in it has to make the read models again, and until then
            # nothing is served.
            if oracle.is_rebuilding():
                status, said = world.candour("serve", "--config", world.config)
                assert status == 1 and "run it again" in said, f"served on incomplete lists: {said}"
            status, said = world.candour("rebuild", "--config", world.config)
            assert status == 0, f"`candour rebuild` says: {said}"
        # Taken up again without a fault, everything is there and the ledger goes on.
        world.start()
        kills.repeat(world, oracle, random.Random(fault.number))
        world.kill()
        oracle.check()
        if settle or fault.phase == "rebuild":
            kills.settle(world, oracle)
        tally.took[how] += 1
        return True
    except BaseException:
        world.kept = True
        print(f"what was left is in {world.outer}", file=sys.stderr)
        raise
    finally:
        world.close()


def run(bench, faults, seconds=None):
    """Puts faults to the service, each on a copy of its own."""
    begun, tally = time.monotonic(), Tally()
    for fault in faults:
        if seconds is not None and time.monotonic() - begun > seconds:
            break
        tally.put += 1
        try:
            settle = tally.put % SETTLE_EVERY == 0
            if any(put(bench, fault, tally, settle) for _ in range(ATTEMPTS)):
                tally.struck += 1
            else:
                tally.unstruck.append(fault)
        except Exception as wrong:
            raise AssertionError(f"at {fault}: {wrong}") from wrong
        tally.seconds = time.monotonic() - begun
        if tally.put % 100 == 0:
            print(tally, file=sys.stderr, flush=True)
    return tally


def quiet(log, over, seconds=QUIET):
    """Waits until nothing was written down for so long."""
    last, since = -1, time.monotonic()
    until = time.monotonic() + PATIENCE
    while not over() and time.monotonic() < until:
        size = log.stat().st_size if log.exists() else 0
        if size != last:
            last, since = size, time.monotonic()
        if time.monotonic() - since > seconds:
            return
        time.sleep(0.01)
