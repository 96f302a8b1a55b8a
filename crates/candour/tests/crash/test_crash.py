"""The bounded run of `make test`: some kills, some faults, some power cuts, some crashes of a PostgreSQL, and the
ledger in object storage.

Bounded by count, so that a slow machine is slow and not wrong. The long run is `make crash`.
"""

import random
import tempfile
import unittest
from collections import Counter
from contextlib import closing
from pathlib import Path

import faults
import kills
import objects
import powercut
import recording
import servers
from world import prepare

KILLS = 8
FAULTS = 12
CUTS = 60
CRASHES = 12


class Crash(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory(prefix="candour-prepared-")
        cls.prepared = Path(cls.folder.name)
        cls.tokens = prepare(cls.prepared)

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def test_killed_at_random_instants(self):
        done, commands, _ = kills.run(self.prepared, self.tokens, KILLS, seed=3, progress=False)
        self.assertEqual(done, KILLS)
        self.assertGreater(commands, KILLS, "so few commands show nothing")

    def test_file_operations_that_fail_or_are_torn_or_end_it(self):
        bench = faults.Bench(self.prepared, self.tokens, ("start", "work", "rebuild"))
        try:
            chosen = bench.some(FAULTS, random.Random(5))
            self.assertEqual({fault.ending for fault in chosen}, set(faults.ENDINGS_ORDER))
            tally = faults.run(bench, chosen)
            self.assertEqual((tally.struck, tally.unstruck), (FAULTS, []))
        finally:
            bench.close()

    def test_no_operation_goes_past_the_shim(self):
        bench = faults.Bench(self.prepared, self.tokens, ())
        world, oracle = bench.base("work").world(self.tokens)
        try:
            traces = world.outer / "traces"
            traces.mkdir()
            world.start(recording.wrapper(traces), environment=bench.environment(world, "start"))
            bench.client(world, oracle).one_case()
            faults.quiet(world.outer / "operations", lambda: False)
            world.kill()
            names = {"create": "openat", "truncate": "ftruncate", "sync": "fsync"}
            traced = Counter()
            for op in recording.read(traces, world.data):
                path = str(Path(op.to or op.path).relative_to(world.data))
                traced[names.get(op.kind, op.kind), path] += 1
            seen = Counter()
            for line in faults.lines(world.outer / "operations"):
                name, path = line.split(" ", 1)
                seen[{"pwrite64": "write", "fdatasync": "fsync"}.get(name, name), path] += 1
            self.assertGreater(traced.total(), 100)
            self.assertEqual(traced - seen, Counter(), "the kernel saw what the shim did not")
        finally:
            world.close()
            bench.close()

    def test_power_cuts_and_that_they_would_be_noticed_if_nothing_were_synchronised(self):
        recorded = powercut.Recorded(self.prepared, self.tokens, 0)
        try:
            done, _, _ = powercut.states(recorded, CUTS, seed=1, served_every=CUTS + 1)
            self.assertEqual(done, CUTS)
            whole = recorded.ops
            recorded.ops = [op for op in whole if op.kind != "sync"]
            with self.assertRaisesRegex(AssertionError, "lost|gap|damaged|witness|entries|malformed"):
                powercut.states(recorded, CUTS, seed=1, served_every=CUTS + 1)
            # The last one is served again, which takes the world over.
            recorded.ops = whole
            self.assertEqual(powercut.states(recorded, 1, seed=2, served_every=1)[1], 1)
        finally:
            recorded.world.close()

    def test_crashes_of_the_database_server_and_that_they_would_be_noticed_if_nothing_were_durable(self):
        with closing(servers.Crashes(self.prepared, self.tokens)) as crashes:
            tally = crashes.run(CRASHES, seed=2)
            self.assertEqual(tally.crashes.total(), CRASHES)
            self.assertEqual(set(tally.crashes), set(servers.KINDS))
            self.assertGreater(tally.commands, CRASHES, "so few commands show nothing")
            with self.assertRaisesRegex(AssertionError, "lost|gap|fork|witness|entries|one for one"):
                # One time in two the server happens to have handed over all that it acknowledged.
                for _ in range(16):
                    crashes.careless()

    def test_a_ledger_in_object_storage(self):
        objects.run(self.prepared, self.tokens)


class Disk(unittest.TestCase):
    """The model of a disk, on recordings written by hand."""

    def states(self, ops, instant=99.0):
        with tempfile.TemporaryDirectory() as folder:
            (Path(folder) / "old").write_bytes(b"old" * 400)
            ops = [recording.Op(at, at + 0.5, kind, f"{folder}/{path}" if path else folder, *rest) for at, kind, path, *rest in ops]
            for op in ops:
                op.to = f"{folder}/{op.to}" if op.to else ""
            found = set()
            for seed in range(300):
                files, _ = recording.Disk(folder).at(ops, instant, random.Random(seed))
                found.add(tuple(sorted((path[len(folder) + 1 :], data) for path, data in files.items())))
            return found

    def test_what_is_synchronised_is_there_and_what_is_not_may_be(self):
        old = ("old", b"old" * 400)
        new = ("old", b"new" * 400)
        write = (1.0, "write", "old", b"new" * 400, 0)
        states = self.states([write])
        self.assertIn((old,), states)
        self.assertIn((new,), states)
        self.assertGreater(len(states), 4, "sectors are torn apart")
        self.assertEqual(self.states([write, (2.0, "sync", "old")]), {(new,)})
        # A synchronisation that the power cut came before the end of is none.
        self.assertIn((old,), self.states([write, (2.0, "sync", "old")], instant=2.2))

    def test_a_name_lasts_once_its_folder_is_synchronised(self):
        old = ("old", b"old" * 400)
        made = [(1.0, "create", "beside", b"", 0), (2.0, "write", "beside", b"x", None), (3.0, "sync", "beside")]
        moved = [*made, (4.0, "rename", "beside", b"", None, "new")]
        self.assertEqual(self.states(moved), {(old,), (("beside", b"x"), old), (("new", b"x"), old)})
        self.assertEqual(self.states([*moved, (5.0, "sync", "")]), {(("new", b"x"), old)})


if __name__ == "__main__":
    unittest.main()
