"""A PostgreSQL of the harness's own (`tools/postgres`), and a reader of it that has two words of `sqlite3`."""

import json
import os
import shutil
import subprocess
from pathlib import Path

from world import ROOT, wait


def program(name):
    """A program of PostgreSQL. Debian keeps some of them out of the path."""
    found = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"), key=lambda path: int(path.parts[-3]))
    return shutil.which(name) or found[-1]


class Server:
    """A server that ends with this."""

    def __init__(self):
        self.process = subprocess.Popen(
            [ROOT / "tools/postgres"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        self.url = self.process.stdout.readline().strip()
        assert self.url.startswith("postgres://"), "tools/postgres says why on its standard error"
        self.durable()

    def durable(self):
        """Without these a crash may lose what was acknowledged, and nothing here would mean anything."""
        for name in ("fsync", "full_page_writes", "synchronous_commit"):
            assert self.ask(f"SHOW {name}") == "on", f"`{name}` is off"

    def database(self, name):
        return f"{self.url.rsplit('/', 1)[0]}/{name}"

    def run(self, statement, database="postgres"):
        command = ["psql", "-X", "-A", "-t", "-q", "-v", "ON_ERROR_STOP=1", "-c", statement, self.database(database)]
        return subprocess.run(command, capture_output=True, text=True, timeout=120)

    def ask(self, statement, database="postgres"):
        """What a statement gives, which must succeed."""
        done = self.run(statement, database)
        assert done.returncode == 0, f"{statement}: {done.stderr}"
        return done.stdout.strip()

    def answers(self):
        return self.run("SELECT 1").returncode == 0

    def backends(self, database):
        """The processes that serve a database, those that write first."""
        said = self.ask(
            "SELECT pid FROM pg_stat_activity WHERE application_name = 'candour'"
            f" AND datname = '{database}' ORDER BY state <> 'idle' DESC, state_change DESC"
        )
        return [int(pid) for pid in said.split()]

    def tell(self, word):
        """Has it end in one way, of which the script knows several, and begin again."""
        self.process.stdin.write(word + "\n")
        self.process.stdin.flush()

    def again(self):
        """Waits until it has begun again after it was told to end."""
        assert self.process.stdout.readline() == "again\n", "tools/postgres says why on its standard error"

    def up(self):
        wait("the database server", self.answers)

    def close(self):
        # At the end of its input it stops the server and removes the folder.
        self.process.stdin.close()
        self.process.wait()
        self.process.stdout.close()


def is_backend(pid):
    """Whether this is a process of a PostgreSQL still."""
    try:
        return Path(f"/proc/{pid}/comm").read_text().strip() == "postgres"
    except OSError:
        return False


class Rows(list):
    def fetchall(self):
        return list(self)

    def fetchone(self):
        return self[0] if self else None


class Snapshot:
    """One state of a database, read through psql: rows as `sqlite3` gives them."""

    def __init__(self, url):
        self.process = subprocess.Popen(
            ["psql", "-X", "-A", "-t", "-q", "-v", "ON_ERROR_STOP=1", url],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
            env={**os.environ, "PGOPTIONS": "-c search_path=candour"},
        )
        self.send("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY;")

    def send(self, line):
        self.process.stdin.write(line + "\n")
        self.process.stdin.flush()

    def execute(self, query):
        # As JSON the types stay: psql's own text does not tell a number from its digits, or nothing from "".
        self.send(f"SELECT row_to_json(found) FROM ({query}) AS found;\n\\echo end")
        rows = Rows()
        while (line := self.process.stdout.readline()) != "end\n":
            if not line.startswith("{"):
                raise AssertionError(f"{query}: {line}{self.process.stdout.read()}")
            rows.append(tuple(value(one) for one in json.loads(line).values()))
        return rows

    def close(self):
        self.process.stdin.close()
        self.process.wait()
        self.process.stdout.close()


def value(one):
    return bytes.fromhex(one[2:]) if isinstance(one, str) and one.startswith("\\x") else one
