"""Every file operation of the running service in turn: it fails, it fails after it was done, or the service ends there.

`strace` does it to the real process, so nothing in the service knows of it. SQL has no boundary of its own here: what
SQLite does to its files are the same operations. A synchronisation that answers with an error has left the data where
it was, and the operation before it is done: that is "failed but persisted".
"""

import random
import time

import kills
from oracle import Oracle
from world import APPROVAL, REFUSAL, World, referral

# What can go wrong at which operation. SIGKILL comes before the operation is carried out.
OPERATIONS = ("pwrite64", "fsync", "fdatasync", "rename", "mkdir", "unlink", "ftruncate")
ENDINGS = ("signal=KILL", "error=EIO", "error=ENOSPC")
# Operations are counted for each thread; one start with one decision makes fewer of a kind in any thread.
PLACES = 8


def every():
    return [(operation, ending, n) for operation in OPERATIONS for ending in ENDINGS for n in range(1, PLACES + 1)]


def wrapper(operation, ending, n):
    # `fsync` of folders and files, whoever calls it; the tracer itself writes nothing.
    return [
        "strace", "-f", "-qq", "--seccomp-bpf", "-o", "/dev/null",
        "-e", f"trace={operation}", "-e", f"inject={operation}:{ending}:when={n}",
    ]


def drive(world, oracle, number):
    """One referral up to its decision, and a while for the ledger; whatever is refused stays unanswered."""
    client = kills.Client(world, oracle, 0, [number - 1], kills.threading.Lock())
    try:
        client.one_case()
        until = time.monotonic() + 1.5
        while time.monotonic() < until and world.serving.poll() is None:
            time.sleep(0.02)
    except (OSError, kills.http.client.HTTPException):
        pass


def run(prepared, tokens, faults, seconds=None):
    """Puts so many of the faults to a service each; gives how many, how many ended it, and over how long."""
    begun, done, ended = time.monotonic(), 0, 0
    world = oracle = None
    try:
        for number, (operation, ending, n) in enumerate(faults, start=1):
            if seconds is not None and time.monotonic() - begun > seconds:
                break
            if world is None:
                world = World(prepared, tokens)
                oracle = Oracle(world)
            at = f"{operation} {ending} {n}"
            try:
                world.start(wrapper(operation, ending, n), ready=False)
                until = time.monotonic() + 30
                while world.serving.poll() is None and not world.answers() and time.monotonic() < until:
                    time.sleep(0.02)
                if world.serving.poll() is None:
                    drive(world, oracle, number)
                ended += world.serving.poll() is not None
                world.kill()
                oracle.check(thorough=True)
                # Taken up again without a fault, everything is there and the ledger goes on.
                world.start()
                kills.repeat(world, oracle, random.Random(number))
                world.kill()
                oracle.check()
                done += 1
                if done % 20 == 0:
                    kills.settle(world, oracle)
            except Exception as fault:
                raise AssertionError(f"at {at}: {fault}") from fault
        if world:
            kills.settle(world, oracle)
    finally:
        if world:
            world.close()
    return done, ended, time.monotonic() - begun
