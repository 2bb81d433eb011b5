"""What a file is by its first bytes, where it is no table, with what to do about it."""

import re
import shlex
import zipfile
from pathlib import Path
from typing import NamedTuple

from copilot.errors import InputError

_EXPORT = "Export the survey as CSV (UTF-8), XLSX or JSONL."
_HEAD = 4096
_TEXTS = frozenset({".csv", ".tsv", ".tab", ".txt"})
_LINES = frozenset({".jsonl", ".ndjson"})
_ZIPPED_BOOKS = frozenset({".xlsx", ".xlsm"})
_BOOKS = _ZIPPED_BOOKS | {".xls"}


class _Kind(NamedTuple):
    """A kind of file."""

    what: str
    hint: str
    """With `{path}`, and `{renamed}` for a path of the right name."""
    ending: str = ""
    """What is in place of the ending in the right name."""
    fits: frozenset[str] = frozenset()
    """Endings of names under which such bytes are as they should be."""


_UNPACK = "Unpack it, and give the file in it."
_RENAME = "Give it its own name: cp {path} {renamed}"
_KINDS: tuple[tuple[bytes, _Kind], ...] = (
    (b"%PDF", _Kind("a PDF", _EXPORT)),
    (b"\x1f\x8b", _Kind("a gzip archive", "Unpack it first: gunzip -k {path}")),
    (b"BZh", _Kind("a bzip2 archive", "Unpack it first: bunzip2 -k {path}")),
    (b"\xfd7zXZ\0", _Kind("an xz archive", "Unpack it first: unxz -k {path}")),
    (b"\x28\xb5\x2f\xfd", _Kind("a zstd archive", "Unpack it first: unzstd {path}")),
    (b"7z\xbc\xaf\x27\x1c", _Kind("a 7-Zip archive", _UNPACK)),
    (b"Rar!\x1a\x07", _Kind("a RAR archive", _UNPACK)),
    (b"\x89PNG\r\n", _Kind("an image (PNG)", _EXPORT)),
    (b"\xff\xd8\xff", _Kind("an image (JPEG)", _EXPORT)),
    (b"GIF8", _Kind("an image (GIF)", _EXPORT)),
    (b"SQLite format 3\0", _Kind("an SQLite database", _EXPORT)),
    (b"PAR1", _Kind("a Parquet file", _EXPORT)),
    (b"{\\rtf", _Kind("a text document (RTF)", _EXPORT)),
    (b"$FL2", _Kind("an SPSS file", "Save it as CSV with labels, and give that file.")),
    (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        _Kind("an Excel workbook", _RENAME, ".xls", _BOOKS),
    ),
)
_ZIP = _Kind("a zip archive", "Unpack it first: unzip {path}", fits=_ZIPPED_BOOKS)
_ZIPPED: tuple[tuple[str, _Kind], ...] = (
    ("xl/", _Kind("an Excel workbook", _RENAME, ".xlsx", _ZIPPED_BOOKS)),
    ("word/", _Kind("a Word document", _EXPORT)),
    ("ppt/", _Kind("a PowerPoint presentation", _EXPORT)),
)
"""By the folder that such an archive has."""
_WEB_PAGE = re.compile(
    rb"\s*(?:<!--.*?-->\s*)?<(?:!doctype html|html|head|table|meta|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_XML = re.compile(rb"\s*<\?xml\b", re.IGNORECASE)
_LIST = re.compile(rb'\s*\[\s*(?:\{\s*"|\{\s*\}|\])')
_OBJECT = re.compile(rb'\s*\{\s*"[^"]*"\s*:')


def require_kind(path: Path) -> None:
    """Refuse a file whose first bytes say that it is something else than its name says.

    Raises:
        InputError: With what it looks like, and what to do.
    """
    with path.open("rb") as file:
        head = file.read(_HEAD).removeprefix(b"\xef\xbb\xbf")
    suffix = path.suffix.lower()
    kind = (
        _by_first_bytes(head)
        or _archive(path, head)
        or _markup(head)
        or _json(head, suffix)
        or _table(head, suffix)
    )
    if kind is None or suffix in kind.fits:
        return
    raise InputError(
        f"{path} is {kind.what}, whatever its name says.",
        hint=kind.hint.format(
            path=shlex.quote(str(path)),
            renamed=shlex.quote(f"{path.with_suffix('')}{kind.ending}"),
        ),
    )


def _by_first_bytes(head: bytes) -> _Kind | None:
    return next((kind for mark, kind in _KINDS if head.startswith(mark)), None)


def _archive(path: Path, head: bytes) -> _Kind | None:
    if not head.startswith(b"PK\x03\x04"):
        return None
    names = _names(path)
    return next(
        (kind for folder, kind in _ZIPPED if any(name.startswith(folder) for name in names)), _ZIP
    )


def _names(path: Path) -> list[str]:
    """Return what an archive holds; nothing of one that is broken."""
    try:
        with zipfile.ZipFile(path) as archive:
            return archive.namelist()
    except (zipfile.BadZipFile, OSError, ValueError, RuntimeError):
        return []


def _markup(head: bytes) -> _Kind | None:
    if _WEB_PAGE.match(head):
        return _Kind(
            "a web page (HTML)",
            "If it shows the answers, open it in a spreadsheet and save it as CSV; if it is a"
            " log-in page, download the export again.",
        )
    if _XML.match(head):
        return _Kind("an XML file", "Open it in a spreadsheet, and save it as .xlsx or CSV.")
    return None


def _json(head: bytes, suffix: str) -> _Kind | None:
    if _LIST.match(head):
        return _Kind(
            "one JSON list",
            "Write an object a line: jq -c '.[]' {path} > {renamed}",
            "-lines.jsonl",
        )
    if suffix in _TEXTS and _OBJECT.match(head):
        return _Kind("JSON", _RENAME, ".jsonl", _LINES)
    return None


def _table(head: bytes, suffix: str) -> _Kind | None:
    """Return what lines of text are that are called a workbook."""
    line, _, more = head.partition(b"\n")
    is_text = more and b"\0" not in head and any(mark in line for mark in b",;\t")
    if suffix in _BOOKS and is_text:
        return _Kind("a text table", _RENAME, ".csv")
    return None
