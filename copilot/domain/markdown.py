"""Markdown for people: tables are padded, so that they can be read as plain text too."""

import re
from collections.abc import Iterable, Sequence

ROWS = 40
"""Rows of a table, and items of a list, that are shown of a long one."""
NAME_WIDTH = 28
_MARKS = re.compile(r"([\\`*\[\]<|]|(?<!\w)_|_(?!\w)|~(?=~)|&(?=#?\w+;))")
_NUMBER = re.compile(r"[-+]\d[\d., ]*%?")


def inert(text: str) -> str:
    """Return a text that is no Markdown, and no formula where it is pasted into a sheet."""
    is_formula = text[:1] in ("=", "+", "@", "-") and not _NUMBER.fullmatch(text)
    return _escaped(f"'{text}" if is_formula else text)


def quoted(text: str) -> str:
    """Return a text word for word in quotation marks; it is no Markdown, and shown as it is.

    The marks keep it from being a list or a formula, whatever its first sign.
    """
    return f"“{_escaped(' '.join(text.splitlines()))}”"


def _escaped(text: str) -> str:
    return _MARKS.sub(r"\\\1", text)


def cut(text: str, width: int = NAME_WIDTH) -> str:
    """Return a text of at most so many characters."""
    return text if len(text) <= width else text[: width - 1].rstrip().rstrip("\\") + "…"


def padded_table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Return a table whose columns are as wide as their widest cell."""
    widths = [max(map(len, column)) for column in zip(head, *rows, strict=True)]
    lines = [
        "| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) + " |"
        for row in (head, *rows)
    ]
    rule = "|" + "|".join("-" * (width + 2) for width in widths) + "|"
    return "\n".join([lines[0], rule, *lines[1:]])


def rest_told(more: int) -> str:
    """Return how many are not shown; empty where none is left."""
    return f"\n\n{more:,} more are in the JSON (--json)." if more > 0 else ""


def bullets(title: str, lines: Iterable[str], *, is_plain: bool = True) -> str:
    """Return a heading with bullets; empty where there are none."""
    found = "\n".join(f"- {inert(line) if is_plain else line}" for line in lines)
    return f"## {title}\n\n{found}" if found else ""
