"""A document as blocks: headings, paragraphs, items of lists, and tables."""

from collections.abc import Iterable
from typing import NamedTuple


class Run(NamedTuple):
    """A stretch of a paragraph in one style."""

    text: str
    bold: bool = False
    italic: bool = False


class Heading(NamedTuple):
    """A heading; level 1 is below the title."""

    level: int
    text: str


class Paragraph(NamedTuple):
    """A paragraph, or an item of a list."""

    runs: tuple[Run, ...]
    style: str = ""
    """Name of a style of Word, e.g. `List Bullet`; empty for the plain one."""


class Table(NamedTuple):
    """A table whose first row is its head."""

    rows: tuple[tuple[str, ...], ...]


Block = Heading | Paragraph | Table
BULLET = "List Bullet"
INNER_BULLET = "List Bullet 2"
NUMBER = "List Number"
PLAIN = ""
QUOTE = "Quote"


def plain(text: str, style: str = "") -> Paragraph:
    """Return a paragraph in one style."""
    return Paragraph((Run(text),), style)


def section(title: str, lines: Iterable[str], style: str = BULLET, level: int = 1) -> list[Block]:
    """Return a heading and its list; nothing where there are no lines."""
    items = [plain(line, style) for line in lines]
    return [Heading(level, title), *items] if items else []
