"""Look at a file before it is read: that it is there, holds text, and in which encoding."""

import codecs
import hashlib
from pathlib import Path
from typing import NamedTuple

from copilot.errors import InputError
from copilot.stores.surveys.encodings import byte_order_mark, legacy_encoding

_CHUNK = 1 << 20
_BINARY_SHARE = 0.1
"""Of control characters, above which bytes are no text."""
_NO_TEXT = bytes(set(range(32)) - set(b"\t\n\r\f\x1b\x1a"))


class Opened(NamedTuple):
    """A file that can be read as text."""

    path: Path
    sha256: str
    encoding: str
    """As Python calls it; `utf-8` where polars can read the file as it is."""


def require_file(path: Path) -> None:
    """Refuse what is no file with something in it.

    Raises:
        InputError: It is missing, a folder, empty, or may not be read.
    """
    try:
        if path.is_dir():
            raise InputError(f"{path} is a folder.", hint="Name one file of it, such as a CSV.")
        if not path.exists():
            raise InputError(f"{path} does not exist.", hint="Check the path with: ls")
        if path.stat().st_size == 0:
            raise InputError(f"{path} is empty.", hint="Export the survey again.")
        with path.open("rb") as file:
            file.read(1)
    except OSError as error:
        raise InputError(
            f"{path} cannot be read: {error.strerror}.", hint="Check who may read it."
        ) from error


def sha256_of(path: Path) -> str:
    """Return the hash of a file's bytes, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def open_text(path: Path) -> Opened:
    """Return a text file's hash and encoding.

    Raises:
        InputError: It is a binary file.
    """
    require_file(path)
    with path.open("rb") as file:
        head = file.read(1 << 16)
    encoding = byte_order_mark(head)
    if encoding is None:
        _require_text(path, head)
        encoding = "utf-8" if _is_utf8(path) else _legacy(path)
    return Opened(path, sha256_of(path), encoding)


def _require_text(path: Path, head: bytes) -> None:
    odd = len(head) - len(head.translate(None, _NO_TEXT))
    if b"\0\0" in head or odd > _BINARY_SHARE * len(head):
        raise InputError(
            f"{path} is a binary file, whatever its name says.",
            hint="Export the survey as CSV (UTF-8), XLSX or JSONL.",
        )


def _is_utf8(path: Path) -> bool:
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        with path.open("rb") as file:
            while chunk := file.read(_CHUNK):
                decoder.decode(chunk)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _legacy(path: Path) -> str:
    with path.open("rb") as file:
        return legacy_encoding(file.read(4 * _CHUNK))
