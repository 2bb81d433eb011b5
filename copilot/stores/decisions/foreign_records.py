"""Records kept elsewhere, as MADR or after Nygard, and what git knows of their files."""

import hashlib
import re
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from dulwich.errors import NotGitRepository
from dulwich.repo import Repo

from copilot.analysis.untrusted import one_line
from copilot.domain.decision import Decision, Origin
from copilot.errors import InputError
from copilot.stores.decisions.record_file import parse_record

_SUPERSEDED = re.compile(r"\bsuper[sc]eded\s+by\b[^\n]*", re.I)
_SUPERSEDES = re.compile(r"\bsuper[sc]edes?\b(?!\s*by)[^\n]*", re.I)
_LINKED = re.compile(r"\(([^()\s]+\.md)\)")
_NUMBER = re.compile(r"(?:adr[\s-]*|\[|#|\b)0*(\d{1,5})\b", re.I)
_FILE_NUMBER = re.compile(r"\A(?:adr-?)?0*(\d{1,5})\b", re.I)
LARGEST_BYTES = 1_000_000


class Change(NamedTuple):
    """A commit that touched a file."""

    commit: str
    author: str
    """`Name <mail>`."""
    time: datetime
    subject: str


class ForeignRecord(NamedTuple):
    """A record and what is known of it."""

    path: Path
    name: str
    """Path below the folder it was found in."""
    decision: Decision
    changes: tuple[Change, ...]
    """Its commits, the oldest first; none where the folder is not in git."""
    superseded_by: tuple[str, ...]
    """Names of the files said to have taken its place."""
    supersedes: tuple[str, ...]


class Passed(NamedTuple):
    """A file that is no record, and why."""

    name: str
    why: str


def read_folder(folder: Path) -> tuple[list[ForeignRecord], list[Passed]]:
    """Return the records below a folder in the order of their making, and what was passed over.

    Raises:
        InputError: There is no such folder, or no Markdown in it.
    """
    if not folder.is_dir():
        raise InputError(f"{folder} is not a folder.", hint="Name the folder of your records.")
    root = folder.resolve()
    paths = [path for path in sorted(root.rglob("*.md")) if not _is_hidden(path, root)]
    if not paths:
        raise InputError(f"{folder} has no .md files.", hint="Records are Markdown files.")
    names = {path.relative_to(root).as_posix(): path for path in paths}
    history, records, passed = _History(root), [], []
    for name, path in names.items():
        try:
            records.append(_read(path, name, tuple(names), history))
        except InputError as error:
            passed.append(Passed(name, error.message))
    return sorted(records, key=_age), passed


def _age(record: ForeignRecord) -> tuple[object, str]:
    """Return what orders records: their day, then when git first saw them, then the number."""
    first = record.changes[0].time.isoformat() if record.changes else ""
    return (record.decision.header.date, first), record.name


def _read(path: Path, name: str, names: Sequence[str], history: "_History") -> ForeignRecord:
    text = _text(path)
    changes = history.of(path)
    modified = datetime.fromtimestamp(path.stat().st_mtime, tz=UTC)
    day = (changes[0].time if changes else modified).date()
    decision = parse_record(text, day)
    if not decision.title or not decision.chosen:
        raise InputError("It has no title, or does not say what is decided.")
    origin = Origin(file=name, sha256=hashlib.sha256(path.read_bytes()).hexdigest())
    header = decision.header.model_copy(update={"imported": origin, "id": None, "supersedes": ()})
    body = decision.text + _told(changes)
    return ForeignRecord(
        path=path,
        name=name,
        decision=decision.model_copy(update={"header": header, "text": body}),
        changes=changes,
        superseded_by=_named(_SUPERSEDED, text, name, names),
        supersedes=_named(_SUPERSEDES, text, name, names),
    )


def _text(path: Path) -> str:
    if path.is_symlink() or path.stat().st_size > LARGEST_BYTES:
        raise InputError("It is a link, or larger than a record can be.")
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError("It is no UTF-8 text.") from error


def _named(pattern: re.Pattern[str], text: str, own: str, names: Sequence[str]) -> tuple[str, ...]:
    """Return the files that lines of a kind point to, by link or by number."""
    found: dict[str, None] = {}
    numbers = {_number(name): name for name in names}
    for line in pattern.findall(text):
        linked = [link.rpartition("/")[2] for link in _LINKED.findall(line)]
        by_link = [name for name in names if name.rpartition("/")[2] in linked]
        by_number = [numbers[int(one)] for one in _NUMBER.findall(line) if int(one) in numbers]
        found |= dict.fromkeys(by_link or by_number)
    return tuple(name for name in found if name != own)


def _number(name: str) -> int | None:
    found = _FILE_NUMBER.match(name.rpartition("/")[2])
    return int(found[1]) if found else None


def _told(changes: Sequence[Change]) -> str:
    """Return the history of a file as a section of its record."""
    lines = [
        f"- {change.time:%Y-%m-%d} {change.commit[:12]} {one_line(change.author, 80)}:"
        f" {one_line(change.subject, 120)}"
        for change in changes
    ]
    return "\n## History before the Import\n\n" + "\n".join(lines) + "\n" if lines else ""


def _is_hidden(path: Path, root: Path) -> bool:
    return any(part.startswith(".") for part in path.relative_to(root).parts)


class _History:
    """What git knows of files below a folder; nothing where it is in no repository."""

    def __init__(self, root: Path) -> None:
        self._changes: dict[str, list[Change]] = {}
        try:
            repo = Repo.discover(str(root))
        except NotGitRepository:
            return
        self._top = Path(repo.path).resolve()
        with repo:
            for path, change in _walked(repo, root.relative_to(self._top).as_posix()):
                self._changes.setdefault(path, []).append(change)

    def of(self, path: Path) -> tuple[Change, ...]:
        """Return the commits of a file, the oldest first."""
        if not self._changes:
            return ()
        return tuple(self._changes.get(path.relative_to(self._top).as_posix(), ())[::-1])


def _walked(repo: Repo, below: str) -> Iterator[tuple[str, Change]]:
    try:
        head = repo.head()
    except KeyError:
        return
    paths = [below.encode()] if below != "." else None
    for entry in repo.get_walker(include=[head], paths=paths):
        commit = entry.commit
        message = commit.message.decode("utf-8", errors="replace")
        change = Change(
            commit=commit.id.decode(),
            author=commit.author.decode("utf-8", errors="replace"),
            time=datetime.fromtimestamp(commit.author_time, tz=UTC),
            subject=message.partition("\n")[0],
        )
        for one in entry.changes():
            for changed in one if isinstance(one, list) else [one]:
                if changed and changed.new and changed.new.path:
                    yield changed.new.path.decode("utf-8", errors="replace"), change
