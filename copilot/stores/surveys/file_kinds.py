"""What a file is by its first bytes, where it is no table, with what to do about it."""

import re
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
    fits: frozenset[str] = frozenset()
    """Endings of names under which such bytes are as they should be."""


_UNPACK = "Unpack it, and give the file in it."
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
        _Kind("an Excel workbook", "Give it its own name: cp {path} {stem}.xls", _BOOKS),
    ),
)
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
        or _archive(head)
        or _markup(head)
        or _json(head, suffix)
        or _table(head, suffix)
    )
    if kind is None or suffix in kind.fits:
        return
    raise InputError(
        f"{path} is {kind.what}, whatever its name says.",
        hint=kind.hint.format(path=path, stem=path.with_suffix("")),
    )


def _by_first_bytes(head: bytes) -> _Kind | None:
    return next((kind for mark, kind in _KINDS if head.startswith(mark)), None)


def _archive(head: bytes) -> _Kind | None:
    if not head.startswith(b"PK\x03\x04"):
        return None
    if b"xl/" in head or b"[Content_Types].xml" in head:
        return _Kind(
            "an Excel workbook", "Give it its own name: cp {path} {stem}.xlsx", _ZIPPED_BOOKS
        )
    return _Kind("a zip archive", "Unpack it first: unzip {path}", _ZIPPED_BOOKS)


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
            "one JSON list", "Write an object a line: jq -c '.[]' {path} > {stem}-lines.jsonl"
        )
    if suffix in _TEXTS and _OBJECT.match(head):
        return _Kind("JSON", "Give it its own name: cp {path} {stem}.jsonl", _LINES)
    return None


def _table(head: bytes, suffix: str) -> _Kind | None:
    """Return what lines of text are that are called a workbook."""
    line, _, more = head.partition(b"\n")
    is_text = more and b"\0" not in head and any(mark in line for mark in b",;\t")
    if suffix in _BOOKS and is_text:
        return _Kind("a text table", "Give it its own name: cp {path} {stem}.csv")
    return None
