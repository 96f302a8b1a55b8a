"""Kills the running service at random instants, takes it up again, and looks at everything after each kill."""

import http.client
import random
import sys
import threading
import time

from oracle import Oracle
from world import APPROVAL, REFUSAL, World, referral

# Clients that send commands at the same time.
CLIENTS = 3
# Of so many kills one comes before the service has answered anything: while it starts and recovers.
STARTING = 3
# The longest that a service lives after it answers, in seconds.
LIFE = 0.5
# After so many kills the world is thrown away for a new copy, so that the ledger stays small and looking at it cheap.
KILLS_A_WORLD = 150
# How often the service is left alone until witnesses have seen everything, and examines itself.
QUIET_EVERY = 50


class Client(threading.Thread):
    """Sends commands one after the other until the service is gone, or it is told that it is over."""

    def __init__(self, world, oracle, number, counter, lock):
        super().__init__(daemon=True)
        self.world, self.oracle, self.number, self.counter, self.lock = world, oracle, number, counter, lock
        self.fault = None
        self.is_over = threading.Event()

    def run(self):
        try:
            while not self.is_over.is_set():
                self.one_case()
        except (OSError, http.client.HTTPException):
            # Killed.
            pass
        except Exception as fault:  # What is wrong is said by whoever started this.
            self.fault = fault

    def one_case(self):
        with self.lock:
            self.counter[0] += 1
            number = self.counter[0]
        status, text = self.send(f"crash-referral-{number}", "/api/v1/referrals", referral(number), "officer")
        assert status == 201, (status, text)
        case = self.oracle.acknowledged[f"crash-referral-{number}"][1]["id"]
        at = f"/api/v1/referrals/{case}/proposals"
        status, text = self.send(f"crash-proposal-{number}", at, REFUSAL, "clinician")
        assert status < 300, (status, text)
        status, text = self.send(f"crash-approval-{number}", f"{at}/1/approvals", APPROVAL, "guardian")
        assert status < 300, (status, text)

    def send(self, key, path, body, role):
        with self.lock:
            self.oracle.unanswered[key] = (path, body, role)
        status, text = self.world.request("POST", path, body, role, key)
        with self.lock:
            if status < 300:
                self.oracle.acknowledge(key, path, text)
            elif status in (500, 503):
                # Whether it was recorded is not known: it is asked again later, like what was not answered.
                raise OSError(text)
        return status, text


def repeat(world, oracle, chance, patience=0):
    """What was not answered is sent again, and succeeds once; what was answered answers the same.

    Where the database only just came back, 503 is borne for so many seconds. Gives how long that took.
    """
    begun = time.monotonic()

    def send(key, path, body, role):
        while True:
            status, text = world.request("POST", path, body, role, key)
            if status not in (500, 503) or time.monotonic() - begun >= patience:
                return status, text
            time.sleep(0.05)

    for key, (path, body, role) in list(oracle.unanswered.items()):
        status, text = send(key, path, body, role)
        assert status < 300, f"{key} sent again: {status} {text}"
        oracle.acknowledge(key, path, text)
    if oracle.acknowledged:
        key = chance.choice(list(oracle.acknowledged))
        path, answer = oracle.acknowledged[key]
        body, role = body_of(key)
        status, text = send(key, path, body, role)
        before = dict(oracle.acknowledged)
        assert status < 300, f"{key} is not answered again: {status} {text}"
        oracle.acknowledge(key, path, text)
        assert before[key] == oracle.acknowledged[key], f"{key} is answered otherwise: {text}"
    return time.monotonic() - begun


def body_of(key):
    _, kind, number = key.split("-")
    return {
        "referral": (referral(int(number)), "officer"),
        "proposal": (REFUSAL, "clinician"),
        "approval": (APPROVAL, "guardian"),
    }[kind]


def seen(world, oracle, within=60):
    """Waits until everything that is numbered was seen by witnesses; gives how much that is."""
    until = time.monotonic() + within
    while True:
        wanted = oracle.one("SELECT size FROM ledger_head")
        size = oracle.one("SELECT MAX(size) FROM ledger_checkpoints WHERE witnessed")
        if wanted == size:
            return size
        assert time.monotonic() < until, f"witnesses have seen {size} of {wanted}:\n{world.log()}"
        time.sleep(0.1)


def settle(world, oracle):
    """Left alone, the service has everything numbered and seen by witnesses; then it examines itself."""
    world.start()
    repeat(world, oracle, random.Random(0))
    size = seen(world, oracle)
    world.kill()
    oracle.check(thorough=True)
    assert oracle.size >= size, "what witnesses have seen is not published"
    oracle.doctor()


def one_kill(world, oracle, chance, counter, start_seconds):
    """One life and its end; gives how long the start took, where it came to an end."""
    if chance.randrange(STARTING) == 0:
        world.start(ready=False)
        time.sleep(chance.random() * start_seconds * 1.2)
        world.kill()
        return None
    begun = time.monotonic()
    world.start()
    took = time.monotonic() - begun
    repeat(world, oracle, chance)
    lock = threading.Lock()
    clients = [Client(world, oracle, n, counter, lock) for n in range(CLIENTS)]
    for client in clients:
        client.start()
    time.sleep(chance.random() * LIFE)
    world.kill()
    for client in clients:
        client.join()
        if client.fault:
            raise client.fault
    return took


def run(prepared, tokens, kills, seed=1, seconds=None, progress=True):
    """So many kills, or so many as there is time for; gives how many, and over how long."""
    chance = random.Random(seed)
    begun = time.monotonic()
    world = oracle = None
    counter, done, commands, start_seconds = [0], 0, 0, 0.5
    try:
        while done < kills and (seconds is None or time.monotonic() - begun < seconds):
            if world is None:
                world = World(prepared, tokens)
                oracle = Oracle(world)
            took = one_kill(world, oracle, chance, counter, start_seconds)
            start_seconds = took or start_seconds
            done += 1
            try:
                oracle.check(thorough=done % 10 == 0)
            except Exception as fault:
                raise AssertionError(f"after kill {done} of seed {seed}: {fault}") from fault
            if done % QUIET_EVERY == 0 or done == kills:
                settle(world, oracle)
            if done % KILLS_A_WORLD == 0:
                commands += len(oracle.acknowledged)
                world.close()
                world = None
            if progress and done % 100 == 0:
                took = time.monotonic() - begun
                so_far = commands + (len(oracle.acknowledged) if world else 0)
                print(f"{done} kills in {took:.0f} s, {so_far} commands so far", file=sys.stderr, flush=True)
        if world:
            settle(world, oracle)
            commands += len(oracle.acknowledged)
    except BaseException:
        if world:
            print(f"what was left is in {world.outer}", file=sys.stderr)
            world.kill()
            world = None
        raise
    finally:
        if world:
            world.close()
    return done, commands, time.monotonic() - begun
