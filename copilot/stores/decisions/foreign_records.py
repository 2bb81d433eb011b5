"""Records kept elsewhere, as MADR or after Nygard, and what git knows of their files."""

import hashlib
import re
from collections.abc import Collection, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from copilot.analysis.untrusted import one_line
from copilot.domain.decision import Decision, Origin
from copilot.errors import InputError
from copilot.stores.decisions.foreign_history import Change, History
from copilot.stores.decisions.foreign_links import links
from copilot.stores.decisions.record_file import parse_record

_TEMPLATE = re.compile(r"\A(?:adr-)?template.*\.md\Z", re.I)
_TEMPLATE_FOLDERS = {"template", "templates"}
_PAGES = {"index.md", "readme.md", "changelog.md"}
LARGEST_BYTES = 1_000_000


class ForeignRecord(NamedTuple):
    """A record and what is known of it."""

    name: str
    """Path below the folder it was found in."""
    origin: Origin
    id: str
    """Id in its front matter, as our own exports have it; else empty."""
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


class Folder(NamedTuple):
    """What was found below a folder."""

    records: list[ForeignRecord]
    """In the order of their making."""
    passed: list[Passed]
    earlier: dict[str, str]
    """Origin of each file that was there before, by its name."""


def read_folder(folder: Path, origins: Collection[str] = ()) -> Folder:
    """Return the records below a folder, and what was passed over.

    Args:
        folder: Where they are.
        origins: What is recorded already; a record may point to what has left the folder since.

    Raises:
        InputError: There is no such folder, or no Markdown in it.
    """
    if not folder.is_dir():
        raise InputError(f"{folder} is not a folder.", hint="Name the folder of your records.")
    root = folder.resolve()
    paths = [path for path in sorted(root.rglob("*.md")) if not _is_hidden(path, root)]
    if not paths:
        raise InputError(f"{folder} has no .md files.", hint="Records are Markdown files.")
    names = [path.relative_to(root).as_posix() for path in paths]
    passed = [Passed(name, why) for name in names if (why := _no_record(name))]
    likely = [name for name in names if not _no_record(name)]
    history = History(root, likely)
    earlier = {
        origin.removeprefix(history.place): origin
        for origin in origins
        if origin.startswith(history.place)
    }
    records, known = [], dict.fromkeys(earlier, False) | dict.fromkeys(likely, True)
    for name in likely:
        try:
            records.append(_read(root, name, known, history))
        except InputError as error:
            passed.append(Passed(name, error.message))
    return Folder(sorted(records, key=_age), passed, earlier)


def _no_record(name: str) -> str:
    """Return why a file is no record, by its name alone; empty where it may be one."""
    path = PurePosixPath(name)
    folders = {part.lower() for part in path.parent.parts}
    if _TEMPLATE.match(path.name) or folders & _TEMPLATE_FOLDERS:
        return "By its name it is a template."
    return "By its name it is no record." if path.name.lower() in _PAGES else ""


def _age(record: ForeignRecord) -> tuple[object, str]:
    """Return what orders records: their day, then when git first saw them, then the number."""
    first = record.changes[0].time.isoformat() if record.changes else ""
    return (record.decision.header.date, first), record.name


def _read(root: Path, name: str, names: Mapping[str, bool], history: History) -> ForeignRecord:
    """Return the record in a file.

    The hash in its origin is the file's, by which the file is known again; the record itself
    differs from it, since the history of the file is told in it.
    """
    path = root / name
    text = _text(path)
    changes = history.of(name)
    modified = datetime.fromtimestamp(path.stat().st_mtime, tz=UTC)
    day = (changes[0].time if changes else modified).date()
    decision = parse_record(text, day)
    if not decision.title or not decision.chosen:
        raise InputError("It has no title, or does not say what is decided.")
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    origin = Origin(file=f"{history.place}{name}", sha256=digest)
    header = decision.header.model_copy(update={"imported": origin, "id": None, "supersedes": ()})
    said = links(text, name, names)
    return ForeignRecord(
        name=name,
        origin=origin,
        id=decision.header.id or "",
        decision=decision.model_copy(
            update={"header": header, "text": decision.text + _told(changes)}
        ),
        changes=changes,
        superseded_by=said.superseded_by,
        supersedes=said.supersedes,
    )


def _text(path: Path) -> str:
    if path.is_symlink() or path.stat().st_size > LARGEST_BYTES:
        raise InputError("It is a link, or larger than a record can be.")
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError("It is no UTF-8 text.") from error


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
