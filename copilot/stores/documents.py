"""The user's own documents: the text of record, kept as Markdown beside its provenance."""

import hashlib
import json
import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from copilot.analysis.passages import cut, slug, split_front_matter
from copilot.domain.document import Passage
from copilot.errors import InputError, LogError, NotFound
from copilot.stores.converter import SUFFIXES, to_markdown
from copilot.stores.private_files import write_private

DEFAULT_COLLECTION = "documents"
_AS_OF = re.compile(r"^as_of:\s*[\"']?(\d{4}-\d{2}-\d{2})\b", re.M)
SKIPPED_FOLDERS = frozenset({"node_modules", "__pycache__"})


class Record(BaseModel):
    """Where a document came from, beside its text."""

    model_config = ConfigDict(frozen=True)

    slug: str
    document: str
    """Path relative to the folder that was added."""
    title: str
    origin: str
    """Absolute path of the file that was read."""
    sha256: str
    """Hash of that file's bytes."""
    added: datetime


class Skipped(BaseModel):
    """A file that was not added, and why."""

    path: str
    why: str


class AddReport(BaseModel):
    """What `add` did with every file it met."""

    collection: str
    added: list[str] = []
    changed: list[str] = []
    unchanged: list[str] = []
    skipped: list[Skipped] = []


class Documents:
    """Folders `<collection>/` with `<slug>.md` and `<slug>.json` in each.

    Args:
        folder: The workspace's `documents/`.
        reserved: Slugs of shipped notes, which no document may take.
    """

    def __init__(self, folder: Path, reserved: frozenset[str]) -> None:
        self.folder = folder
        self._reserved = reserved

    def records(self) -> Iterator[tuple[str, Record]]:
        """Yield (collection, record) of every document, in a stable order."""
        for path in sorted(self.folder.glob("*/*.json")):
            yield path.parent.name, _read(path)

    def find(self, wanted: str) -> tuple[str, Record] | None:
        """Return (collection, record) of the document of this slug, None where there is none."""
        paths = self.folder.glob(f"*/{wanted}.json") if slug(wanted) == wanted else ()
        return next(((path.parent.name, _read(path)) for path in paths), None)

    def add(self, paths: Sequence[Path], collection: str, now: datetime) -> AddReport:
        """Take in files and folders, recursively; the same thing twice adds nothing.

        Raises:
            InputError: A path does not exist, or no document was found at all.
        """
        report = AddReport(collection=_checked_collection(collection))
        known = {(name, record.origin): record for name, record in self.records()}
        for path, document in dict(_found(paths, report)).items():
            self._add_one(path, document, known.get((collection, str(path))), report, now)
        if not (report.added or report.changed or report.unchanged or report.skipped):
            raise InputError(
                f"No documents were found in {', '.join(map(str, paths))}.",
                hint=f"Files of these kinds are read: {' '.join(sorted(SUFFIXES))}",
            )
        return report

    def remove(self, wanted: str) -> Record:
        """Remove a document by its slug, or by the id of one of its passages.

        Raises:
            NotFound: There is no such document, or more than one; shipped notes stay.
        """
        name = wanted.split("#")[0]
        found = [entry for entry in self.records() if name in (entry[1].slug, entry[1].document)]
        if len(found) != 1:
            known = f": {', '.join(record.slug for _, record in found)}" if found else ""
            raise NotFound(
                f"{'More than one' if found else 'No'} document is called {wanted!r}{known}.",
                hint="See them: pm-copilot knowledge list",
            )
        collection, record = found[0]
        for suffix in (".md", ".json"):
            (self.folder / collection / f"{record.slug}{suffix}").unlink(missing_ok=True)
        return record

    def passages(self, collection: str, record: Record) -> list[Passage]:
        """Return the passages of one document, in order."""
        header, body = split_front_matter(self.text(collection, record))
        return [
            Passage(
                id=f"{record.slug}#{section.anchor}",
                document=record.document,
                title=_passage_title(record.title, section.path),
                text=section.text,
                source=record.document,
                collection=collection,
                as_of=_as_of(header),
            )
            for section in cut(body)
        ]

    def text(self, collection: str, record: Record) -> str:
        """Return the text of one document as it is kept."""
        path = self.folder / collection / f"{record.slug}.md"
        try:
            return path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise _damaged(path) from error

    def all_passages(self) -> Iterator[Passage]:
        """Yield every passage of every document."""
        for collection, record in self.records():
            yield from self.passages(collection, record)

    def _add_one(
        self, path: Path, document: str, old: Record | None, report: AddReport, now: datetime
    ) -> None:
        try:
            digest = hashlib.sha256(path.read_bytes()).hexdigest() if _readable(path) else ""
            if old and old.sha256 == digest:
                report.unchanged.append(document)
                return
            text = to_markdown(path)
        except (InputError, OSError) as error:
            report.skipped.append(Skipped(path=str(path), why=_why(error)))
            return
        record = Record(
            slug=old.slug if old else self._free_slug(document),
            document=document,
            title=_title(text, path),
            origin=str(path),
            sha256=digest,
            added=now,
        )
        self._write(report.collection, record, text)
        (report.changed if old else report.added).append(document)

    def _write(self, collection: str, record: Record, text: str) -> None:
        folder = self.folder / collection
        write_private(folder / f"{record.slug}.md", text)
        write_private(
            folder / f"{record.slug}.json",
            json.dumps(record.model_dump(mode="json"), indent=1, ensure_ascii=False),
        )

    def _free_slug(self, document: str) -> str:
        wanted = slug(str(Path(document).with_suffix("")))
        taken = self._reserved | {path.stem for path in self.folder.glob("*/*.json")}
        tries = (wanted if number == 1 else f"{wanted}-{number}" for number in range(1, 10_000))
        return next(name for name in tries if name not in taken)


def _found(paths: Sequence[Path], report: AddReport) -> Iterator[tuple[Path, str]]:
    for path in paths:
        if path.is_file():
            yield path.resolve(), path.name
        elif path.is_dir():
            yield from _in_folder(path.resolve(), report)
        else:
            raise InputError(
                f"{path} does not exist.",
                hint="Give files or folders that exist; nothing was added.",
            )


def _in_folder(root: Path, report: AddReport) -> Iterator[tuple[Path, str]]:
    for path in sorted(root.rglob("*")):
        parts = path.relative_to(root).parts
        if any(part.startswith(".") or part in SKIPPED_FOLDERS for part in parts):
            continue
        if path.is_symlink() and not path.resolve().is_relative_to(root):
            report.skipped.append(Skipped(path=str(path), why="it is a link to outside the folder"))
        elif path.is_file() and path.suffix.lower() in SUFFIXES:
            yield path, path.relative_to(root).as_posix()
        elif path.is_file():
            why = f"files of kind {path.suffix or '(none)'} are not read"
            report.skipped.append(Skipped(path=str(path), why=why))


def _checked_collection(name: str) -> str:
    if name == "notes" or slug(name) != name:
        raise InputError(
            f"{name!r} cannot be the name of a collection.",
            hint="Use lower-case letters, digits and hyphens; `notes` are the shipped ones.",
        )
    return name


def _readable(path: Path) -> bool:
    from copilot.stores.converter import LARGEST_BYTES

    return path.stat().st_size <= LARGEST_BYTES


def _why(error: InputError | OSError) -> str:
    return error.message if isinstance(error, InputError) else str(error.strerror)


def _read(path: Path) -> Record:
    try:
        return Record.model_validate_json(path.read_bytes())
    except ValueError as error:
        raise _damaged(path) from error


def _damaged(path: Path) -> LogError:
    return LogError(
        f"{path}, the kept text of a document, is missing or damaged.",
        hint=f"Remove {path.with_suffix('')}.* and add it again: pm-copilot knowledge add",
    )


def _title(text: str, path: Path) -> str:
    headings = (line.lstrip("# ").strip() for line in text.splitlines() if line.startswith("# "))
    return next(headings, "") or path.stem


def _as_of(header: str) -> date | None:
    """Return the day for which a document says its text holds."""
    found = _AS_OF.search(header)
    try:
        return date.fromisoformat(found[1]) if found else None
    except ValueError:
        return None


def _passage_title(title: str, path: Sequence[str]) -> str:
    """Return the title and the headings above a passage; `# Title` itself is not said twice."""
    return ": ".join([title, *(heading for heading in path if heading != title)])
