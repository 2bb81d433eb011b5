"""Text of a draft as it is shown: on one line, some of it marked, wrapped below its beginning."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from textual.content import Content

from copilot.analysis.untrusted import clean

NARROWEST = 12
"""Columns below which text is not wrapped any further."""
_SPACE = re.compile(r"\s+")


class Mark(NamedTuple):
    """A part of a text that something is said about."""

    start: int
    end: int
    tone: str


class Line(NamedTuple):
    """A text behind a sign; its further lines stand below its first one."""

    text: Content
    sign: Content = Content("")
    indent: int = 0

    def wrapped(self, width: int) -> list[Content]:
        """Return its lines at a width."""
        before = self.indent + self.sign.cell_length
        lines = self.text.wrap(max(NARROWEST, width - before)) or [Content("")]
        first = Content.assemble(" " * self.indent, self.sign, lines[0].rstrip())
        return [first, *(Content.assemble(" " * before, line.rstrip()) for line in lines[1:])]


def marked(text: str, marks: Sequence[Mark] = ()) -> Content:
    """Return a text on one line, its marked parts underlined.

    Args:
        text: As it was written; it is cleaned.
        marks: Where in it; of two that overlap, the first one gives the tone.
    """
    parts = []
    for start, end in _cuts(text, marks):
        part = Content(_SPACE.sub(" ", clean(text[start:end])))
        tone = next((one.tone for one in marks if one.start <= start and end <= one.end), "")
        parts.append(part.stylize(f"underline {tone}") if tone else part)
    return Content.assemble(*parts)


def shifted(marks: Iterable[Mark], start: int, length: int) -> list[Mark]:
    """Return the marks of a longer text that lie in a part of it, counted from there."""
    return [
        Mark(max(0, one.start - start), min(length, one.end - start), one.tone)
        for one in marks
        if one.start < start + length and one.end > start
    ]


def _cuts(text: str, marks: Iterable[Mark]) -> Iterator[tuple[int, int]]:
    edges = {place for one in marks for place in (one.start, one.end) if 0 < place < len(text)}
    places = [0, *sorted(edges), len(text)]
    return pairwise(places)
