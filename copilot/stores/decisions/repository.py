"""The git repository under the decision log: one branch, and the trees that its commits hold.

It is bare: nothing is checked out that could be half-written or edited by mistake. What is written
is on disk for good before the branch moves to it.
"""

import shutil
import tempfile
import weakref
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from dulwich.config import ConfigFile
from dulwich.errors import NotGitRepository
from dulwich.object_store import DiskObjectStore, ObjectReachabilityProvider
from dulwich.objects import Commit, ObjectID
from dulwich.repo import Repo

from copilot.errors import DamagedLog, LogError
from copilot.stores.decisions.branch import BRANCH, Branch
from copilot.stores.decisions.objects import FILE, FOLDER, Kept, Objects
from copilot.stores.private_files import make_private_folder, settle, unwritable

Sign = Callable[[bytes], bytes]
"""From the bytes of a commit to its signature."""
Tree = dict[bytes, tuple[bytes, bytes]]
"""(mode, object) by name, the object in twenty bytes."""


_KEPT_TREES = 200


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


class Repository:
    """One bare repository.

    Args:
        folder: Where it lies, or will lie.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.objects = Objects(folder / "objects", lambda: self.repo.object_store)
        self._trees: dict[str, Tree] = {}

    @property
    def exists(self) -> bool:
        """Whether there is a repository."""
        return (self.folder / "objects").is_dir()

    def create(self) -> None:
        """Make the repository where it is missing, whole or not at all.

        Raises:
            DiskFull: No space is left.
            LogError: The folder cannot be written to.
        """
        if self.exists:
            return
        make_private_folder(self.folder.parent)
        with self._writing():
            aside = Path(tempfile.mkdtemp(dir=self.folder.parent, prefix=f".{self.folder.name}."))
            try:
                _make_bare(aside)
                aside.rename(self.folder)
            finally:
                shutil.rmtree(aside, ignore_errors=True)
            settle(self.folder.parent)
        self.reopen()

    @cached_property
    def repo(self) -> Repo:
        """The opened repository, for packs and transports.

        Raises:
            DamagedLog: It cannot be opened.
        """
        try:
            opened = open_repository(self.folder)
        except (NotGitRepository, OSError, ValueError) as error:
            raise DamagedLog(
                f"The decision log {self.folder} cannot be opened: {error}.", verdict="torn"
            ) from error
        opened.object_store.fsync_object_files = True
        weakref.finalize(self, opened.close)  # packs stay open as long as somebody reads here
        return opened

    def reopen(self) -> None:
        """Forget what is known of packs, since git may have put them together anew."""
        opened = self.__dict__.pop("repo", None)
        if opened:
            opened.close()

    def head(self) -> str | None:
        """Return the newest commit of the log; None where nothing is recorded.

        Raises:
            DamagedLog: The reference is half-written.
        """
        return self.ref(BRANCH) if self.exists else None

    def ref(self, name: str) -> str | None:
        """Return the commit that a reference names; None where it does not exist."""
        return self._branch(name).commit()

    def holds(self, sha: str) -> bool:
        """Return whether an object is there, whole or not."""
        return self.exists and self.objects.holds(sha)

    def commit(self, sha: str) -> Kept:
        """Return a commit."""
        return self.objects.commit(sha)

    def blob(self, sha: str) -> bytes:
        """Return the content of a file."""
        return self.objects.raw(sha)[1]

    def file(self, tree: str, path: str) -> str | None:
        """Return the object of a path in a tree; None where it has none."""
        *folders, name = path.encode().split(b"/")
        for folder in folders:
            mode, below = self._tree(tree).get(folder, (b"", b""))
            if mode != FOLDER:
                return None
            tree = below.hex()
        found = self._tree(tree).get(name)
        return found[1].hex() if found else None

    def files(self, tree: str, above: str = "") -> Iterator[tuple[str, str]]:
        """Yield (path, object) of every file below a tree."""
        for mode, name, sha in self.objects.tree(tree):
            path = above + name.decode("utf-8", errors="replace")
            if mode == FOLDER:
                yield from self.files(sha.hex(), f"{path}/")
            else:
                yield path, sha.hex()

    def write(self, new: NewCommit) -> str:
        """Write a commit and what it needs, on disk for good, and return it; no branch moves.

        Raises:
            DiskFull: No space is left.
            LogError: The folder cannot be written to.
        """
        with self._writing():
            writer = _Writer(self.objects)
            tree = writer.union([self.commit(parent).tree for parent in new.parents])
            for path, content in new.files.items():
                tree = writer.added(tree, path.encode().split(b"/"), writer.blob(content))
            commit = writer.commit(tree or writer.tree({}), new)
            writer.settle()
            return commit

    def advance(self, old: str | None, new: str, ref: str = BRANCH) -> None:
        """Move a branch from one commit to another, if it still stands there.

        Raises:
            LogError: Something else has moved it in between.
        """
        with self._writing():
            moved = self._branch(ref).move(old, new)
        if not moved:
            raise LogError(
                "Something else has written to the decision log at the same moment.",
                hint="Run the command again.",
            )

    def release(self, commit: str) -> None:
        """Clear away the lock that a process killed while moving the branch to a commit has left.

        Only for who holds the log: nobody else of us is moving the branch.
        """
        with self._writing():
            self._branch(BRANCH).release(commit)

    def clear_packing(self) -> None:
        """Remove the locks that a process killed while fetching has left, for who holds the log.

        git has other names for what it is about to write.
        """
        with self._writing():
            for lock in (self.folder / "objects" / "pack").glob("*.idx.lock"):
                lock.unlink(missing_ok=True)

    def settle_packs(self) -> None:
        """Make packs that were fetched outlast a power cut."""
        with self._writing():
            settle(self.folder / "objects" / "pack")

    def _branch(self, name: str) -> Branch:
        return Branch(self.folder, name)

    def _tree(self, sha: str) -> Tree:
        if sha not in self._trees:
            if len(self._trees) > _KEPT_TREES:
                self._trees.clear()
            self._trees[sha] = {name: (mode, entry) for mode, name, entry in self.objects.tree(sha)}
        return self._trees[sha]

    @contextmanager
    def _writing(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            raise unwritable(self.folder, error) from error


class _Packs(DiskObjectStore):
    """Goes from commit to commit: dulwich stumbles where only some packs have bitmaps."""

    def get_reachability_provider(self, prefer_bitmaps: bool = True) -> ObjectReachabilityProvider:
        return super().get_reachability_provider(prefer_bitmaps=False)


def open_repository(folder: Path) -> Repo:
    """Return an opened repository.

    Raises:
        NotGitRepository: There is none.
    """
    if not (folder / "HEAD").is_file():
        return Repo(str(folder))
    store = _Packs.from_config(folder / "objects", ConfigFile.from_path(str(folder / "config")))
    return Repo(str(folder), object_store=store, bare=True)


class _Writer:
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
        return bytes.fromhex(self._write(b"blob", content))

    def tree(self, entries: Tree) -> str:
        ordered = sorted(
            entries.items(), key=lambda one: one[0] + (b"/" if one[1][0] == FOLDER else b"")
        )
        data = b"".join(b"%s %s\0%s" % (mode, name, sha) for name, (mode, sha) in ordered)
        return self._write(b"tree", data)

    def commit(self, tree: str, new: NewCommit) -> str:
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


def _make_bare(folder: Path) -> None:
    """Make a repository in an empty folder; what git writes to it is for the owner alone too."""
    made = Repo.init_bare(str(folder), default_branch=b"main")
    config = made.get_config()
    config.set((b"core",), b"sharedRepository", b"0600")
    config.write_to_path()
    made.close()
    for part in (*folder.rglob("*"), folder):
        part.chmod(0o700 if part.is_dir() else 0o600)
        settle(part)
