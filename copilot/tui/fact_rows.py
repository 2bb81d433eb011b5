"""The facts of a review as rows: what is asked, what is known, what is not."""

from collections.abc import Iterable, Mapping, Sequence
from textwrap import wrap
from typing import NamedTuple

from textual.content import Content

from copilot.analysis.untrusted import one_line
from copilot.domain.feature import Fact, Reader
from copilot.domain.review import Review

INDENT = 5
"""Columns of the value before a fact, or of the letter before a question."""
QUOTED = 1
"""Lines of a quotation in the list; the whole of it stands below the list."""
READERS: Mapping[Reader, str] = {"signals": "signals", "model": "model", "person": "you"}
_SIGNS = {
    "yes": ("yes", "$primary bold"),
    "no": ("no", "$warning bold"),
    "unknown": ("·", "$quiet"),
}


class FactRow(NamedTuple):
    """A fact in the list, or a question about one."""

    fact: Fact
    meaning: str
    """What is asked of it, or what it says of a feature."""
    letter: str = ""
    """Of a question; else empty."""
    because: str = ""
    """What hangs on the answer to a question."""
    disputed: tuple[Fact, ...] = ()
    """Readings that do not count."""

    @property
    def name(self) -> str:
        """The name in words."""
        return in_words(self.fact.name)

    def says(self, words: Iterable[str]) -> bool:
        """Return whether every word stands in the name, the meaning or the quotation."""
        text = f"{self.name} {self.meaning} {self.fact.evidence or ''}".lower()
        return all(word in text for word in words)


class Section(NamedTuple):
    """Rows under a heading."""

    heading: str
    rows: tuple[FactRow, ...]


def in_words(name: str) -> str:
    """Return the name of a fact as words."""
    words = one_line(name.replace("_", " "))
    return words[:1].upper() + words[1:]


def sections(review: Review, meanings: Mapping[str, str], sought: str = "") -> list[Section]:
    """Return the questions, the known facts and the others; empty sections are left out.

    Args:
        review: The review.
        meanings: Every fact that a person may state, with a question or a description.
        sought: Words that a row has to say.
    """
    rows = _rows(review, meanings)
    asked = tuple(_questions(review, rows))
    known = tuple(row for row in rows.values() if row.fact.value != "unknown")
    unknown = tuple(row for row in rows.values() if row.fact.value == "unknown")
    parts = (
        Section("Questions that matter", asked),
        Section("Known", known),
        Section("Not known", unknown),
    )
    words = sought.lower().split()
    found = (Section(part.heading, _saying(part.rows, words)) for part in parts)
    return [part for part in found if part.rows]


def row_text(row: FactRow, width: int) -> Content:
    """Return a row of the list, hung at its value or letter."""
    if row.letter:
        return _question(row, width)
    sign, style = _SIGNS[row.fact.value]
    reader = "" if row.fact.value == "unknown" else READERS[row.fact.reader]
    mark = "≠ " if row.disputed else ""
    room = max(8, width - INDENT - len(reader) - len(mark) - 1)
    name = one_line(row.name, room).ljust(room)
    return Content.assemble(
        (sign.ljust(INDENT), style),
        Content(name),
        (mark, "$warning bold"),
        Content(f" {reader}").stylize("$quiet"),
        *_below(row, width),
    )


def explained(row: FactRow) -> Content:
    """Return what a fact means, who read it where, and who reads it otherwise."""
    about = "Answer with y or n." if row.letter else row.meaning or row.name
    lines = [Content(one_line(about))]
    if row.fact.value != "unknown":
        lines.append(_reading(row.fact))
    lines += [_reading(fact) for fact in row.disputed]
    return Content("\n").join(lines)


def _rows(review: Review, meanings: Mapping[str, str]) -> dict[str, FactRow]:
    """Return a row a fact: those of the review in its order, then what can be stated besides."""
    facts = {name: Fact(name=name) for name in meanings}
    listed = {fact.name: fact for fact in review.facts}
    stated = {fact.name: fact for fact in review.said if fact.name not in listed}
    disputed = {row.fact: row.readings[1:] for row in review.disagreements}
    return {
        name: FactRow(fact, meanings.get(name, ""), disputed=disputed.get(name, ()))
        for name, fact in (listed | {**facts, **listed, **stated}).items()
    }


def _questions(review: Review, rows: Mapping[str, FactRow]) -> Iterable[FactRow]:
    for question in review.questions:
        row = rows.get(question.fact) or FactRow(Fact(name=question.fact), "")
        yield row._replace(meaning=question.text, letter=question.letter, because=question.because)


def _saying(rows: Sequence[FactRow], words: Sequence[str]) -> tuple[FactRow, ...]:
    return tuple(row for row in rows if row.says(words))


def _question(row: FactRow, width: int) -> Content:
    because = f"\n{' ' * INDENT}{_hung(row.because, width)}" if row.because else ""
    return Content.assemble(
        (row.letter.ljust(INDENT), "$primary bold"),
        Content(_hung(row.meaning, width)),
        Content(because).stylize("$quiet"),
    )


def _below(row: FactRow, width: int) -> list[Content]:
    quoted = _quote(row.fact).removeprefix(": ")
    said = [f"{READERS[fact.reader]}: {fact.value}{_quote(fact)}" for fact in row.disputed]
    lines = [line for line in (quoted, *said) if line]
    return [
        Content(f"\n{' ' * INDENT}{_hung(line, width, QUOTED)}").stylize("$quiet") for line in lines
    ]


def _reading(fact: Fact) -> Content:
    return Content(f"{fact.value}, by {READERS[fact.reader]}{_quote(fact)}").stylize("$quiet")


def _quote(fact: Fact) -> str:
    return f": “{one_line(fact.evidence)}”" if fact.evidence else ""


def _hung(text: str, width: int, lines: int | None = None) -> str:
    room = max(8, width - INDENT)
    parts = wrap(one_line(text), room, max_lines=lines, placeholder="…", break_on_hyphens=False)
    return f"\n{' ' * INDENT}".join(parts)
