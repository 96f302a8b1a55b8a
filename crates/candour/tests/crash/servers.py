"""A service whose record lies on a PostgreSQL of its own, crashes of that server at random instants under traffic,
alone or together with the service, and everything looked at from outside after each.

The server recovers from its write-ahead log each time, and `fsync` is on. SIGKILL leaves what the kernel had been
given: this shows recovery, and that nothing is acknowledged that the server had not handed over. It is no power cut.
"""

import os
import random
import re
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections import Counter
from contextlib import closing, contextmanager
from dataclasses import dataclass, field

import kills
from oracle import Oracle
from postgres import Server, Snapshot, is_backend, program
from world import BINARY, World, wait

# What crashes, and how often beside the others.
#   server    every process of the server is killed at once
#   twice     the same, and once more while it recovers
#   backend   one process that serves the service is killed; the server then restarts all of them
#   immediate the server is told to end without finishing anything
#   both      server and service are killed together
#   service   the service alone
#   starting  every process of the server is killed while the service starts
KINDS = {"server": 5, "twice": 2, "backend": 4, "immediate": 2, "both": 3, "service": 1, "starting": 1}
# The longest that traffic runs before a crash, in seconds.
LIFE = 0.8
# How long a service may take to answer again once its server does, in seconds.
RECOVERY = 60
# How long a start takes at most in which a server is killed, in seconds.
STARTING = 0.4
# How long the second crash waits for the server to be recovering from the first, in seconds at most.
TWICE = 0.1
THOROUGH_EVERY = 10
SETTLE_EVERY = 25
# After so many crashes the world is thrown away for a new copy, so that looking at the ledger stays cheap.
CRASHES_A_WORLD = 100
TEMPLATE = "prepared"


@dataclass
class Tally:
    crashes: Counter = field(default_factory=Counter)
    commands: int = 0
    entries: int = 0
    slowest: float = 0.0
    seconds: float = 0.0

    def __str__(self):
        kinds = ", ".join(f"{count} {kind}" for kind, count in sorted(self.crashes.items()))
        return (
            f"{self.crashes.total()} crashes around PostgreSQL in {self.seconds:.0f} s ({kinds}), {self.commands}"
            f" acknowledged commands, each there once; {self.entries} entries published meanwhile;"
            f" answered again after {self.slowest:.1f} s at most"
        )


class ServerWorld(World):
    """A copy whose record lies in a database of its own."""

    def __init__(self, prepared, tokens, server, name):
        self.server, self.name = server, name
        self.url = server.database(name)
        server.ask(f"CREATE DATABASE {name} TEMPLATE {TEMPLATE}")
        super().__init__(prepared, tokens)
        text = self.config.read_text()
        self.config.write_text(re.sub(r"(?m)^\[service\]$", f'[service]\ndatabase = "{self.url}"', text))

    def close(self):
        super().close()
        if not self.kept:
            self.server.run(f"DROP DATABASE IF EXISTS {self.name} WITH (FORCE)")

    @contextmanager
    def held(self):
        """Keeps the service from doing anything while its files and its database are looked at."""
        self.serving.send_signal(signal.SIGSTOP)
        try:
            yield
        finally:
            self.serving.send_signal(signal.SIGCONT)


class ServerOracle(Oracle):
    """The same questions, asked of one state of the database on the server."""

    @contextmanager
    def database(self):
        with closing(Snapshot(self.world.url)) as snapshot:
            yield snapshot

    def check_whole(self, db):
        """Every table and index, page by page."""
        command = [program("pg_amcheck"), "--install-missing", "--heapallindexed", self.world.url]
        done = subprocess.run(command, capture_output=True, text=True, timeout=600)
        assert done.returncode == 0, f"the database is damaged: {done.stdout}{done.stderr}"


def moved(prepared, server):
    """Has the prepared demonstration moved to the server once; gives the folder that worlds are copied from."""
    folder = prepared / "moved"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(prepared / "demo", folder / "demo")
    server.ask(f"CREATE DATABASE {TEMPLATE}")
    command = [BINARY, "move", "--config", folder / "demo/candour.toml", "--to", server.database(TEMPLATE)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=600)
    assert done.returncode == 0, f"`candour move` says: {done.stdout}{done.stderr}"
    return folder


def traffic(world, oracle, counter):
    lock = threading.Lock()
    clients = [kills.Client(world, oracle, n, counter, lock) for n in range(kills.CLIENTS)]
    for client in clients:
        client.start()
    return clients


def ended(clients):
    """Has clients end with what they are about. One whose command outlived the crash would go on."""
    for client in clients:
        client.is_over.set()
    for client in clients:
        client.join()
        if client.fault:
            raise client.fault


def crash(world, kind, chance, backends):
    """One crash; gives back once the server answers again."""
    server = world.server
    if kind == "backend":
        os.kill(chance.choice(backends[:4]), signal.SIGKILL)
        wait("the other processes end too", lambda: not any(is_backend(pid) for pid in backends))
        server.up()
    elif kind == "service":
        world.kill()
    else:
        words = {"twice": f"twice {chance.random() * TWICE:.3f}", "immediate": "immediate"}
        first = kind == "both" and chance.random() < 0.5
        if first:
            world.kill()
        server.tell(words.get(kind, "kill"))
        if kind == "both" and not first:
            time.sleep(chance.random() * 0.03)
            world.kill()
        server.again()


def one(world, oracle, chance, counter, kind):
    """Traffic, a crash, and everything up again; gives how long it took to answer."""
    if kind == "starting":
        world.kill()
        world.start(ready=False)
        time.sleep(chance.random() * STARTING)
        crash(world, kind, chance, [])
        # It may have given up where it could not open the database. One that goes on has to get through.
        wait("the service", lambda: world.answers() or world.serving.poll() is not None)
        if world.serving.poll() is not None:
            world.start()
    else:
        clients = traffic(world, oracle, counter)
        time.sleep(chance.random() * LIFE)
        backends = world.server.backends(world.name) if kind == "backend" else []
        crash(world, kind, chance, backends)
        ended(clients)
    if kind in ("both", "service"):
        world.start()
    took = kills.repeat(world, oracle, chance, RECOVERY)
    assert world.serving.poll() is None, "the service ended with its database:\n" + world.log()
    return took


def settle(world, oracle):
    """Left alone, the service has everything numbered and seen by witnesses; then it examines itself."""
    size = kills.seen(world, oracle)
    world.stop()
    oracle.check(thorough=True)
    assert oracle.size >= size, "what witnesses have seen is not published"
    oracle.doctor()
    world.start()


class Crashes:
    """A server, and one world after the other on it."""

    def __init__(self, prepared, tokens):
        self.tokens = tokens
        self.server = Server()
        self.worlds = 0
        try:
            self.prepared = moved(prepared, self.server)
        except BaseException:
            self.server.close()
            raise

    def close(self):
        self.server.close()

    def world(self):
        self.worlds += 1
        world = ServerWorld(self.prepared, self.tokens, self.server, f"world_{self.worlds}")
        world.start()
        return world, ServerOracle(world)

    def run(self, crashes, seed=1, seconds=None):
        chance, begun, tally = random.Random(seed), time.monotonic(), Tally()
        world, counter = None, [0]
        kind = "none"
        # Every kind comes early, in an order of its own.
        kinds = chance.sample(list(KINDS), len(KINDS))
        try:
            while tally.crashes.total() < crashes and (seconds is None or time.monotonic() - begun < seconds):
                if world is None:
                    world, oracle = self.world()
                    first = oracle.one("SELECT size FROM ledger_head")
                kind = kinds.pop() if kinds else chance.choices(list(KINDS), KINDS.values())[0]
                tally.slowest = max(tally.slowest, one(world, oracle, chance, counter, kind))
                tally.crashes[kind] += 1
                done = tally.crashes.total()
                with world.held():
                    oracle.check(thorough=done % THOROUGH_EVERY == 0)
                is_last = done == crashes
                if done % SETTLE_EVERY == 0 or is_last:
                    settle(world, oracle)
                tally.seconds = time.monotonic() - begun
                if done % CRASHES_A_WORLD == 0 or is_last:
                    self.leave(world, oracle, tally, first)
                    world = None
                if done % 100 == 0:
                    print(tally, file=sys.stderr, flush=True)
            if world:
                settle(world, oracle)
                self.leave(world, oracle, tally, first)
                world = None
        except BaseException as wrong:
            if world:
                world.kept = True
                print(f"what was left is in {world.outer}, database {world.name}:\n{world.log()}", file=sys.stderr)
            if isinstance(wrong, Exception):
                at = f"after crash {tally.crashes.total() + 1} of seed {seed}, {kind}"
                raise AssertionError(f"{at}: {wrong}") from wrong
            raise
        finally:
            if world:
                world.close()
        tally.seconds = time.monotonic() - begun
        return tally

    def leave(self, world, oracle, tally, first):
        tally.commands += len(oracle.acknowledged)
        tally.entries += oracle.size - first
        world.close()

    def careless(self):
        """One crash of a server that acknowledges what it has not handed over: the oracle has to notice."""
        server = self.server
        world, oracle = self.world()
        try:
            # Nor may anything else hand the log over by chance.
            careless = ("synchronous_commit = off", "wal_writer_delay = '10s'", "wal_writer_flush_after = '1GB'")
            for setting in (*careless, "bgwriter_lru_maxpages = 0"):
                server.ask(f"ALTER SYSTEM SET {setting}")
            server.ask("SELECT pg_reload_conf()")
            clients = traffic(world, oracle, [0])
            time.sleep(LIFE)
            server.tell("kill")
            # Before the server is back: a client would be told that its case is not there.
            world.kill()
            server.again()
            ended(clients)
            oracle.check()
        finally:
            server.ask("ALTER SYSTEM RESET ALL")
            server.ask("SELECT pg_reload_conf()")
            world.close()
        server.durable()


def run(prepared, tokens, crashes, seed=1, seconds=None):
    """So many crashes, or so many as there is time for."""
    with closing(Crashes(prepared, tokens)) as ready:
        return ready.run(crashes, seed, seconds)
