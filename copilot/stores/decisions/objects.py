"""Objects of a git repository, read and held against their names, written whole or not at all.

Loose objects are read without a library, since a check of the log reads all of them.
"""

import hashlib
import os
import re
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from dulwich.errors import ChecksumMismatch, ObjectFormatException
from dulwich.object_store import DiskObjectStore
from dulwich.objects import ObjectID

from copilot.errors import DamagedLog
from copilot.stores.private_files import make_private_folder, write_aside

FILE, FOLDER = b"100644", b"40000"
"""Modes of what may stand in a tree of the log."""
_NAMES = {1: b"commit", 2: b"tree", 3: b"blob", 4: b"tag"}
_ENTRY = re.compile(rb"([0-7]{5,6}) ([^\0/]+)\0(.{20})", re.S)
_COMMIT = re.compile(
    rb"tree ([0-9a-f]{40})\n((?:parent [0-9a-f]{40}\n)*)"
    rb"author ([^\n]*) \d{1,12} [+-]\d{4}\ncommitter [^\n]* (\d{1,12}) [+-]\d{4}\n"
    rb"((?:[^\n]+\n)*)(?:\n(.*))?\Z",
    re.S,
)
_SIGNATURE = re.compile(rb"^gpgsig ([^\n]*(?:\n [^\n]*)*)\n", re.M)

TreeEntry = tuple[bytes, bytes, bytes]
"""(mode, name, object), the object in twenty bytes."""


class Kept(NamedTuple):
    """A commit as it stands in the repository."""

    sha: str
    tree: str
    parents: tuple[str, ...]
    author: str
    time: int
    message: str
    signature: bytes | None
    unsigned: bytes
    """The bytes that a signature covers."""


class Objects:
    """All objects of one repository.

    Args:
        folder: The repository's folder for objects.
        packs: Opens what reads packs.
    """

    def __init__(self, folder: Path, packs: Callable[[], DiskObjectStore]) -> None:
        self._folder = folder
        self._packs = packs
        self._pack_folder = f"{folder}/pack"
        self._packed_at = (0, False)
        """When packs were looked for, by the time of their folder, and whether there were any."""

    def holds(self, sha: str) -> bool:
        """Return whether an object is there, whole or not."""
        return self.place(sha).is_file() or (
            self._has_packs and ObjectID(sha.encode()) in self._packs()
        )

    def raw(self, sha: str) -> tuple[bytes, bytes]:
        """Return type and bytes of an object, held against its name; packs come first, as in git.

        Raises:
            DamagedLog: It is missing, altered or half-written.
        """
        try:
            whole = self._whole(sha)
        except (KeyError, FileNotFoundError) as error:
            raise DamagedLog(f"The object {sha} is missing.", verdict="broken_link") from error
        except (
            *(zlib.error, ObjectFormatException, ChecksumMismatch, AssertionError),
            *(ValueError, OSError, EOFError, IndexError, NotImplementedError),
        ) as error:
            raise self._damaged(sha) from error
        if hashlib.sha1(whole).hexdigest() != sha:  # noqa: S324 - git's own
            raise self._damaged(sha)
        header, _, data = whole.partition(b"\0")
        return header.partition(b" ")[0], data

    def commit(self, sha: str) -> Kept:
        """Return a commit."""
        data = self._of_kind(sha, b"commit")
        found = _COMMIT.match(data)
        if not found:
            raise _illegible(sha)
        tree, parents, author, time, more, message = found.groups()
        signature = _SIGNATURE.search(more)
        return Kept(
            sha=sha,
            tree=tree.decode(),
            parents=tuple(parents.decode().split()[1::2]),
            author=author.decode("utf-8", errors="replace"),
            time=int(time),
            message=(message or b"").decode("utf-8", errors="replace"),
            signature=signature[1].replace(b"\n ", b"\n") if signature else None,
            unsigned=_without(data, found.start(5), signature) if signature else data,
        )

    def tree(self, sha: str) -> list[TreeEntry]:
        """Return what stands in a tree.

        Raises:
            DamagedLog: It is damaged, or in no order that git would read.
        """
        data = self._of_kind(sha, b"tree")
        entries: list[TreeEntry] = _ENTRY.findall(data)
        length = sum(sum(map(len, column)) for column in zip(*entries, strict=True)) + 2 * len(
            entries
        )
        names = [name + b"/" if mode == FOLDER else name for mode, name, _ in entries]
        if length != len(data) or len({*names}) != len(names) or names != sorted(names):
            raise _illegible(sha)
        return entries

    def write(self, kind: bytes, data: bytes) -> tuple[str, Path]:
        """Write an object, on disk before it gets its name; return its name and its folder.

        It is written even where it is there already, so that a damaged copy does not stay.
        """
        whole = b"%s %d\0%s" % (kind, len(data), data)
        sha = hashlib.sha1(whole).hexdigest()  # noqa: S324 - git's own
        place = self.place(sha)
        make_private_folder(place.parent)
        write_aside(place, zlib.compress(whole), 0o400, "tmp_obj_")
        return sha, place.parent

    def place(self, sha: str) -> Path:
        """Return where an object lies that is in no pack."""
        return self._folder / sha[:2] / sha[2:]

    @property
    def _has_packs(self) -> bool:
        """Whether git has packed anything; looked up anew when the folder has changed."""
        try:
            changed = os.stat(self._pack_folder).st_mtime_ns
        except FileNotFoundError:
            return False
        if changed != self._packed_at[0]:
            self._packed_at = (changed, self._look_for_packs())
        return self._packed_at[1]

    def _look_for_packs(self) -> bool:
        return any(name.endswith(".idx") for name in os.listdir(self._pack_folder))

    def _whole(self, sha: str) -> bytes:
        if not self._has_packs:
            try:
                return _inflated(f"{self._folder}/{sha[:2]}/{sha[2:]}")
            except FileNotFoundError:
                if not self._look_for_packs():  # else git has packed it just now
                    raise
        return self._packed(sha)

    def _packed(self, sha: str) -> bytes:
        number, data = self._packs().get_raw(ObjectID(sha.encode()))
        return b"%s %d\0%s" % (_NAMES.get(number, b"unknown"), len(data), data)

    def _of_kind(self, sha: str, kind: bytes) -> bytes:
        found, data = self.raw(sha)
        if found != kind:
            raise DamagedLog(f"The object {sha} is no {kind.decode()}.", verdict="altered")
        return data

    def _damaged(self, sha: str) -> DamagedLog:
        """Tell an object that was cut off from one that was altered."""
        try:
            stream = zlib.decompressobj()
            stream.decompress(self.place(sha).read_bytes())
            cut = not stream.eof
        except (OSError, zlib.error):
            cut = False
        what = "half-written" if cut else "altered"
        return DamagedLog(f"The object {sha} is {what}.", verdict="torn" if cut else "altered")


def _inflated(path: str) -> bytes:
    stream = zlib.decompressobj()
    with open(path, "rb", buffering=0) as file:
        whole = stream.decompress(file.read())
    if not stream.eof or stream.unused_data:
        raise ValueError(f"{path} ends too early, or too late")
    return whole


def _without(data: bytes, start: int, signature: re.Match[bytes]) -> bytes:
    return data[: start + signature.start()] + data[start + signature.end() :]


def _illegible(sha: str) -> DamagedLog:
    return DamagedLog(f"The object {sha} cannot be read.", verdict="altered")
