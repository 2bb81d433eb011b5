"""The git repository under the decision log: one branch, and the trees that its commits hold.

It is bare: nothing is checked out that could be half-written or edited by mistake. What is written
is on disk for good before the branch moves to it.
"""

import shutil
import tempfile
import weakref
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path

from dulwich.config import ConfigFile
from dulwich.errors import NotGitRepository
from dulwich.object_store import DiskObjectStore, ObjectReachabilityProvider
from dulwich.refs import Ref
from dulwich.repo import Repo

from copilot.errors import DamagedLog, LogError
from copilot.stores.decisions.branch import BRANCH, Branch
from copilot.stores.decisions.commit_writer import CommitWriter, NewCommit, Tree
from copilot.stores.decisions.objects import FOLDER, Kept, Objects
from copilot.stores.private_files import make_private_folder, settle, unwritable

_KEPT_TREES = 200


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
            writer = CommitWriter(self.objects)
            tree = writer.union([self.commit(parent).tree for parent in new.parents])
            for path, content in new.files.items():
                tree = writer.added(tree, path.encode().split(b"/"), writer.blob(content))
            commit = writer.commit(tree or writer.tree({}), new)
            writer.settle()
            return commit

    def forget(self, ref: str) -> None:
        """Drop a reference; the commits it named stay."""
        with self._writing():
            self.repo.refs.remove_if_equals(Ref(ref.encode()), None)

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

    def release(self, commit: str, ref: str = BRANCH) -> None:
        """Clear away the lock that a process killed while moving the branch to a commit has left.

        Only for who holds the log: nobody else of us is moving the branch.
        """
        with self._writing():
            self._branch(ref).release(commit)

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
