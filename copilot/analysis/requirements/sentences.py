"""Cut a text into sentences; abbreviations and what stands in brackets end none."""

import re
from collections.abc import Iterator, Sequence

from copilot.analysis.decisions.speech import clauses

LONGEST = 12
"""Letters of the longest abbreviation, with what may stand before it."""
_ABBREVIATED = re.compile(
    r"\b(?:e\.g|i\.e|approx|incl|excl|vs|cf|resp|ca|viz|esp)\.\Z|(?:\A|(?<!\d)[\s(.])[a-z]\.\Z",
    re.IGNORECASE,
)
_BEFORE_SMALL = re.compile(r"\b(?:max|min|avg|etc|hrs?|secs?|mins?|dept)\.\Z", re.IGNORECASE)
_BEFORE_FIGURE = re.compile(
    r"\b(?:nos?|nrs?|figs?|arts?|paras?|pp?|ch|vol|ext|tel|est|ver)\.\Z", re.IGNORECASE
)
_FIGURE = re.compile(r"[(]?\d")
_SMALL = re.compile(r"[(]?[a-z\d]")
_SEMICOLON = re.compile(r";\s*")
_OTHER_CELLS = re.compile(r"\(.*(?<!\?)\)\W*\Z", re.DOTALL)
"""What a row says besides; a question in it is a sentence of its own."""


def sentences_of(text: str, *, is_row: bool = False) -> list[str]:
    """Return the sentences of a text, word for word.

    Args:
        text: A paragraph, item or row.
        is_row: Whether it is a table row, whose other cells follow in a bracket.
    """
    return list(_rejoined(clauses(text), is_row=is_row))


def listed_parts(text: str) -> list[str]:
    """Return what semicolons part, except within brackets."""
    parts = [part for part in _SEMICOLON.split(text) if part.strip()]
    return list(_balanced(parts, "; "))


def _rejoined(parts: Sequence[str], *, is_row: bool) -> Iterator[str]:
    held = ""
    for part in _balanced(parts, " "):
        goes_on = _goes_on(held, part) or (is_row and bool(_OTHER_CELLS.match(part)))
        if held and not goes_on:
            yield held
            held = ""
        held = f"{held} {part}" if held else part
    if held:
        yield held


def _goes_on(before: str, after: str) -> bool:
    """Return whether the point before was one of an abbreviation."""
    end = before[-LONGEST:]
    return bool(
        _ABBREVIATED.search(end)
        or (_BEFORE_SMALL.search(end) and _SMALL.match(after))
        or (_BEFORE_FIGURE.search(end) and _FIGURE.match(after))
    )


def _balanced(parts: Sequence[str], joint: str) -> Iterator[str]:
    """Yield the parts; those between a bracket and its end as one."""
    closings = [at for at, part in enumerate(parts) if ")" in part]
    last = closings[-1] if closings else -1
    held: list[str] = []
    depth = 0
    for at, part in enumerate(parts):
        held.append(part)
        depth = max(0, depth + part.count("(") - part.count(")"))
        if not depth or at >= last:
            yield joint.join(held)
            held, depth = [], 0
