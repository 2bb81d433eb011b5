"""Turn a user's file into Markdown, or say why that cannot be done."""

from pathlib import Path

from copilot.errors import InputError

LARGEST_BYTES = 50_000_000
PLAIN = frozenset({".md", ".markdown", ".txt"})
CONVERTED = frozenset({".html", ".htm", ".pdf", ".docx", ".csv"})
SUFFIXES = PLAIN | CONVERTED


def to_markdown(path: Path) -> str:
    """Return the text of a file as Markdown.

    Raises:
        InputError: It is too large, binary, unreadable, empty or of an unknown kind.
    """
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES:
        raise InputError(f"files of kind {suffix or '(none)'} are not read")
    size = path.stat().st_size
    if size > LARGEST_BYTES:
        raise InputError(
            f"{size / 1e6:.0f} MB is more than the {LARGEST_BYTES / 1e6:.0f} MB that are read"
        )
    text = _plain(path) if suffix in PLAIN else _converted(path)
    if not text.strip():
        raise InputError("no text was found in it")
    return text


def _plain(path: Path) -> str:
    data = path.read_bytes()
    if b"\0" in data and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise InputError("it is a binary file, whatever its name says")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _guessed(data)


def _guessed(data: bytes) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(data).best()
    if best is None:
        raise InputError("its character encoding was not recognised")
    return str(best)


def _converted(path: Path) -> str:
    """Convert by the kind the name says; MarkItDown alone takes a broken PDF for plain text."""
    from markitdown import MarkItDown, MarkItDownException
    from markitdown.converters import CsvConverter, DocxConverter, HtmlConverter, PdfConverter

    converter = MarkItDown(enable_builtins=False, enable_plugins=False)
    for kind in (CsvConverter, DocxConverter, HtmlConverter, PdfConverter):
        converter.register_converter(kind())
    try:
        return converter.convert_local(path).markdown
    except (MarkItDownException, UnicodeError, ValueError, OSError) as error:
        reason = (str(error).strip().splitlines() or ["damaged"])[-1]
        raise InputError(f"it could not be read as {path.suffix.lower()[1:]}: {reason}") from error
