"""What a running service does to the files of a folder, as `strace` saw it, in the order in which it began."""

import os
import re
from dataclasses import dataclass
from pathlib import Path

CALLS = "openat,write,pwrite64,fsync,fdatasync,rename,renameat,renameat2,unlink,unlinkat,mkdir,mkdirat,ftruncate,link,linkat"
LINE = re.compile(r"^(\d+\.\d+) (\w+)\((.*)\) += (-?\d+)(?:<([^>]*)>)?.* <(\d+\.\d+)>$")
HANDLE = re.compile(r"^(?:\d+|AT_FDCWD)<([^>]*)>")
TEXT = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')
# Longer than any page or bundle, so that nothing is cut off.
STRING_BYTES_MAX = 1 << 20


@dataclass
class Op:
    """One operation that succeeded: when it began and ended, what it was, on which path, with what."""

    begun: float
    ended: float
    kind: str
    path: str
    data: bytes = b""
    offset: int | None = None
    to: str = ""


def wrapper(folder):
    """Records each thread in a file of its own, so that no call is split over two lines."""
    return [
        "strace", "-ff", "-qq", "-y", "-xx", "-ttt", "-T", "-s", str(STRING_BYTES_MAX),
        "-e", f"trace={CALLS}", "-o", str(folder / "call"),
    ]


def plain(text):
    if text.startswith("\\x"):
        return bytes.fromhex(text.replace("\\x", "")).decode()
    return text


def read(folder, below):
    """The operations on files below a folder. Raises where a line does not read: what is left out would be a hole."""
    found = []
    for path in folder.glob("call.*"):
        for line in path.read_text().splitlines():
            # Calls that failed, that never returned, and signals.
            if re.search(r"\) += (-1 |\?)", line) or "<unfinished" in line or re.match(r"\S+ (\+\+\+|---)", line):
                continue
            parsed = LINE.match(line)
            if not parsed:
                raise AssertionError(f"a recorded line does not read: {line[:200]}")
            op = operation(*parsed.groups())
            if op and op.path.startswith(str(below) + "/") or op and op.path == str(below):
                found.append(op)
    return sorted(found, key=lambda op: op.begun)


def operation(begun, call, arguments, result, opened, took):
    begun = float(begun)
    ended = begun + float(took)
    texts = [bytes.fromhex(text.replace("\\x", "")) for text in TEXT.findall(arguments)]
    handle = HANDLE.match(arguments)
    on = plain(handle.group(1)) if handle else ""
    at = lambda text: os.path.normpath(os.path.join(on if arguments.startswith("AT_") or handle else "/", text.decode()))
    if call == "openat":
        if "O_CREAT" not in arguments and "O_TRUNC" not in arguments:
            return None
        kind = "create" if "O_CREAT" in arguments else "open"
        truncates = "O_TRUNC" in arguments
        return Op(begun, ended, kind, at(texts[0]), offset=0 if truncates else None)
    if call in ("write", "pwrite64"):
        done = int(result)
        numbers = arguments.rsplit(", ", 2)
        offset = int(numbers[-1]) if call == "pwrite64" else None
        return Op(begun, ended, "write", on, texts[0][:done] if texts else b"", offset)
    if call in ("fsync", "fdatasync"):
        return Op(begun, ended, "sync", on)
    if call == "ftruncate":
        return Op(begun, ended, "truncate", on, offset=int(arguments.rsplit(", ", 1)[1]))
    if call.startswith("rename"):
        return Op(begun, ended, "rename", at(texts[0]), to=at(texts[1]))
    if call.startswith("link"):
        return Op(begun, ended, "link", at(texts[0]), to=at(texts[1]))
    if call.startswith("unlink"):
        return Op(begun, ended, "unlink", at(texts[0]))
    return Op(begun, ended, "mkdir", at(texts[0]))


class Disk:
    """The states that a disk may be in when the power goes at an instant.

    Data that was synchronised is there. Of every write since, each sector may be there or not, whatever the order.
    Names that were made, changed or removed since their folder was synchronised are there up to any one of them, in
    their order: journals of file systems keep that order. Memory that is mapped (SQLite's `-shm`) is lost.
    """

    SECTOR = 512

    def __init__(self, below):
        self.below = Path(below)
        self.names = {}
        self.lasting = {}
        self.waiting = {}
        self.naming = []
        self.folders = {str(self.below)}
        for path in self.below.rglob("*"):
            if path.is_dir():
                self.folders.add(str(path))
            elif not path.name.endswith("-shm"):
                self.names[str(path)] = self.new(path.read_bytes())

    def new(self, data=b""):
        file = len(self.lasting)
        self.lasting[file] = bytearray(data)
        self.waiting[file] = []
        return file

    def at(self, ops, instant, chance):
        """Takes every operation that began before an instant, and gives one possible state as path to bytes."""
        self.now = dict(self.names)
        appended = {}
        for op in ops:
            if op.begun >= instant:
                break
            self.take(op, op.ended < instant, appended)
        return self.state(chance)

    def take(self, op, finished, appended):
        if op.path.endswith("-shm"):
            return
        if op.kind == "sync":
            if finished:
                self.sync(op)
            return
        if op.kind in ("mkdir", "unlink", "rename", "link"):
            self.name(op)
            return
        if op.path not in self.now:
            if op.kind != "create":
                return
            self.now[op.path] = self.new()
            self.naming.append(("put", op.path, self.now[op.path]))
        file = self.now[op.path]
        if op.kind in ("create", "open"):
            if op.offset == 0:
                self.waiting[file].append((op.ended, "truncate", 0))
            appended[file] = 0
        elif op.kind == "truncate":
            self.waiting[file].append((op.ended, "truncate", op.offset))
        elif op.kind == "write":
            offset = op.offset
            if offset is None:
                offset = appended.get(file, 0)
                appended[file] = offset + len(op.data)
            self.waiting[file].append((op.ended, "write", offset, op.data))

    def name(self, op):
        if op.kind == "mkdir":
            self.naming.append(("folder", op.path, None))
        elif op.kind == "unlink":
            self.now.pop(op.path, None)
            self.naming.append(("remove", op.path, None))
        elif op.path in self.now:
            self.now[op.to] = self.now[op.path]
            self.naming.append(("put", op.to, self.now[op.path]))
            if op.kind == "rename":
                self.now.pop(op.path)
                self.naming[-1] = ("move", op.path, op.to, self.now[op.to])

    def sync(self, op):
        if op.path in self.now:
            file = self.now[op.path]
            done = [write for write in self.waiting[file] if write[0] <= op.begun]
            self.waiting[file] = [write for write in self.waiting[file] if write[0] > op.begun]
            for write in done:
                apply(self.lasting[file], write)
        elif any(self.parent(naming) == op.path for naming in self.naming):
            # A journal that has this has all before it.
            last = max(n for n, naming in enumerate(self.naming) if self.parent(naming) == op.path)
            for naming in self.naming[: last + 1]:
                rename(self.names, self.folders, naming)
            self.naming = self.naming[last + 1 :]

    @staticmethod
    def parent(naming):
        return os.path.dirname(naming[2] if naming[0] == "move" else naming[1])

    def state(self, chance):
        names, folders = dict(self.names), set(self.folders)
        for naming in self.naming[: chance.randint(0, len(self.naming))]:
            rename(names, folders, naming)
        mood = chance.choice(["none", "all", "some", "some"])
        files = {}
        for path, file in names.items():
            data = bytearray(self.lasting[file])
            for write in self.waiting[file]:
                if mood == "all" or mood == "some" and chance.random() < 0.5:
                    torn = mood == "some" and chance.random() < 0.3
                    apply(data, write, chance if torn else None)
            files[path] = bytes(data)
        return files, folders


def rename(names, folders, naming):
    if naming[0] == "put":
        names[naming[1]] = naming[2]
    elif naming[0] == "folder":
        folders.add(naming[1])
    elif naming[0] == "remove":
        names.pop(naming[1], None)
    else:
        names.pop(naming[1], None)
        names[naming[2]] = naming[3]


def apply(data, write, torn=None):
    """Carries out one write; where it is torn, only some of its sectors."""
    if write[1] == "truncate":
        length = write[2]
        del data[length:]
        data.extend(bytes(length - len(data)))
        return
    _, _, offset, new = write
    if len(data) < offset + len(new):
        data.extend(bytes(offset + len(new) - len(data)))
    if torn is None:
        data[offset : offset + len(new)] = new
        return
    at = offset
    while at < offset + len(new):
        end = min(offset + len(new), (at // Disk.SECTOR + 1) * Disk.SECTOR)
        if torn.random() < 0.5:
            data[at:end] = new[at - offset : end - offset]
        at = end
