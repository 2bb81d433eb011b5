"""What git knows of the files below a folder, under their former names too."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from dulwich.diff_tree import CHANGE_ADD, CHANGE_RENAME, RenameDetector
from dulwich.errors import NotGitRepository
from dulwich.objects import Commit, ObjectID
from dulwich.repo import Repo
from dulwich.walk import WalkEntry

_MARK_LENGTH = 12


class Change(NamedTuple):
    """A commit that touched a file."""

    commit: str
    author: str
    """`Name <mail>`."""
    time: datetime
    subject: str


class History:
    """The commits of files below a folder; none where it is in no repository.

    Args:
        root: The folder.
        names: Paths of the files below it.
    """

    def __init__(self, root: Path, names: Iterable[str]) -> None:
        self.place = f"{_mark(root.as_posix())}:{root.name}/"
        """What tells files of one project from those of another with the same names.

        In git it begins with the first commit, which every clone shares; outside of git with a
        hash of the folder's path, since paths are nobody's business but the user's.
        """
        self._changes: dict[str, list[Change]] = {}
        try:
            repo = Repo.discover(str(root))
        except NotGitRepository:
            return
        with repo:
            self._read(repo, root, names)

    def of(self, name: str) -> tuple[Change, ...]:
        """Return the commits of a file, the oldest first."""
        return tuple(self._changes.get(name, ())[::-1])

    def _read(self, repo: Repo, root: Path, names: Iterable[str]) -> None:
        try:
            head = repo.head()
        except KeyError:  # nothing is committed yet
            return
        below = root.relative_to(Path(repo.path).resolve()).as_posix()
        prefix = "" if below == "." else f"{below}/"
        self.place = f"{_first(repo, head)[:_MARK_LENGTH]}:{prefix}"
        paths = {f"{prefix}{name}".encode(): name for name in names}
        for name, change in _followed(repo, head, paths):
            self._changes.setdefault(name, []).append(change)


def _mark(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:_MARK_LENGTH]


def _first(repo: Repo, commit: ObjectID) -> str:
    """Return the commit that a line began with; that it merged another does not change it."""
    while parents := repo.get_parents(commit):
        commit = parents[0]
    return commit.decode()


def _followed(
    repo: Repo, head: ObjectID, paths: Mapping[bytes, str]
) -> Iterator[tuple[str, Change]]:
    """Yield the changes of files, the newest first, each under the name of today.

    Args:
        repo: Where they are.
        head: Where its history ends.
        paths: Name of today for each path.
    """
    known = dict(paths)
    for entry in repo.get_walker(include=[head]):
        touched = {path: kind for path, kind in _touched(entry) if path in known}
        for path in touched:
            yield known[path], _told(entry.commit)
        # Renames are looked for only where a file appears, since that compares many texts.
        if CHANGE_ADD in touched.values():
            known |= _former_paths(repo, entry.commit, known)


def _touched(entry: WalkEntry) -> Iterator[tuple[bytes, str]]:
    """Yield what a commit added or changed: the path, and which of the two."""
    for one in entry.changes():
        for change in one if isinstance(one, list) else [one]:
            if change and change.new and change.new.path:
                yield change.new.path, change.type


def _former_paths(repo: Repo, commit: Commit, known: Mapping[bytes, str]) -> dict[bytes, str]:
    """Return the paths that files had before a commit, with their names of today."""
    parents = repo.get_parents(commit.id, commit)
    if len(parents) != 1:  # what a merge renames was renamed on one of its sides
        return {}
    parent = repo[parents[0]]
    assert isinstance(parent, Commit)
    found = RenameDetector(repo.object_store).changes_with_renames(parent.tree, commit.tree)
    return {
        change.old.path: known[change.new.path]
        for change in found
        if change.type == CHANGE_RENAME and change.old and change.old.path
        if change.new and change.new.path in known
    }


def _told(commit: Commit) -> Change:
    message = commit.message.decode("utf-8", errors="replace")
    return Change(
        commit=commit.id.decode(),
        author=commit.author.decode("utf-8", errors="replace"),
        time=datetime.fromtimestamp(commit.author_time, tz=UTC),
        subject=message.partition("\n")[0],
    )
