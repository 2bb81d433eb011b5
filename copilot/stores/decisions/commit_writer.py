"""Write a commit: the record, the folders above it, and what is said of it."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from dulwich.objects import Commit, ObjectID

from copilot.errors import DamagedLog
from copilot.stores.decisions.objects import FILE, FOLDER, Objects
from copilot.stores.private_files import settle

Sign = Callable[[bytes], bytes]
"""From the bytes of a commit to its signature."""
Tree = dict[bytes, tuple[bytes, bytes]]
"""(mode, object) by name, the object in twenty bytes."""


class NewCommit(NamedTuple):
    """What is to be added."""

    files: Mapping[str, bytes]
    """Content by path; each path is new."""
    message: str
    author: str
    """`Name <mail>`."""
    time: int
    parents: tuple[str, ...]
    written: int | None = None
    """When it was written, where that is not when it is committed."""
    committer: str | None = None
    """Who commits it, where that is not its author."""
    sign: Sign | None = None


class CommitWriter:
    """Writes the objects of one commit.

    Args:
        objects: Where they are written to.
    """

    def __init__(self, objects: Objects) -> None:
        self._objects = objects
        self._folders: set[Path] = set()

    def settle(self) -> None:
        """Make the names of all that was written last."""
        for folder in self._folders:
            settle(folder)

    def blob(self, content: bytes) -> bytes:
        """Write the content of a file, and return its object in twenty bytes."""
        return bytes.fromhex(self._write(b"blob", content))

    def tree(self, entries: Tree) -> str:
        """Write a folder."""
        ordered = sorted(
            entries.items(), key=lambda one: one[0] + (b"/" if one[1][0] == FOLDER else b"")
        )
        data = b"".join(b"%s %s\0%s" % (mode, name, sha) for name, (mode, sha) in ordered)
        return self._write(b"tree", data)

    def commit(self, tree: str, new: NewCommit) -> str:
        """Write the commit itself."""
        return self._write(b"commit", _commit(tree, new))

    def union(self, trees: Sequence[str]) -> str | None:
        """Return the tree that holds the files of all trees."""
        merged: str | None = None
        for tree in trees:
            merged = tree if merged is None else self._united(merged, tree)
        return merged

    def added(self, tree: str | None, path: Sequence[bytes], blob: bytes) -> str:
        """Return a tree with one more file."""
        entries = self._entries(tree) if tree else {}
        name, *rest = path
        below = entries.get(name)
        if rest:
            inner = self.added(below[1].hex() if below else None, rest, blob)
            entries[name] = (FOLDER, bytes.fromhex(inner))
        else:
            entries[name] = (FILE, blob)
        return self.tree(entries)

    def _united(self, one: str, other: str) -> str:
        if one == other:
            return one
        entries = self._entries(one)
        for name, (mode, sha) in self._entries(other).items():
            mine = entries.get(name)
            if mine is None or mine == (mode, sha):
                entries[name] = (mode, sha)
            elif mine[0] == mode == FOLDER:
                entries[name] = (mode, bytes.fromhex(self._united(mine[1].hex(), sha.hex())))
            else:
                raise DamagedLog(
                    f"Two records lie at the same place, {name.decode()}, and differ.",
                    verdict="altered",
                )
        return self.tree(entries)

    def _entries(self, tree: str) -> Tree:
        return {name: (mode, sha) for mode, name, sha in self._objects.tree(tree)}

    def _write(self, kind: bytes, data: bytes) -> str:
        sha, folder = self._objects.write(kind, data)
        self._folders.add(folder)
        return sha


def _commit(tree: str, new: NewCommit) -> bytes:
    made = Commit()
    made.tree = ObjectID(tree.encode())
    made.parents = [ObjectID(parent.encode()) for parent in new.parents]
    made.author = new.author.encode()
    made.committer = (new.committer or new.author).encode()
    made.author_time = new.time if new.written is None else max(0, new.written)
    made.commit_time = new.time
    made.author_timezone = made.commit_timezone = 0
    made.encoding = b"UTF-8"
    made.message = new.message.encode()
    if new.sign:
        made.gpgsig = new.sign(made.as_raw_string())
    return made.as_raw_string()
