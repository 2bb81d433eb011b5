"""Where things stand in a specification: requirements and statements, each with its own words."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from copilot.analysis.requirements.identifiers import is_of_statement, taken_off
from copilot.analysis.requirements.reading import Source
from copilot.analysis.requirements.tables import is_row
from copilot.analysis.specs.line_editing import end_of_item, lines_of
from copilot.analysis.specs.naming import key_of
from copilot.domain.requirement import Requirement, Statement

_MARKS = re.compile(r"\A[\s>]*(?:\||(?:[-*+•]|\d{1,3}[.)])\s)?\s*")
_STATEMENT_ID = re.compile(r"\*\*([a-z_]+-\d+)\*\*")
_NON_GOALS = re.compile(r"\bnon[- ]?goals?\b|\bout[- ]of[- ]scope\b|\bnot in scope\b", re.I)
_HEADING = re.compile(r"\s{0,3}#{1,6}\s")
_FR = re.compile(r"\bFR[-_ ]?(\d{1,6})(?:\s*(?:-|–|—|\.\.+|to)\s*(?:FR[-_ ]?)?(\d{1,6}))?", re.I)


class Place(NamedTuple):
    """Something that a specification says, and where."""

    name: str
    text: str
    words: str
    """What stands in its own lines, without the words that open its list."""
    line: int
    """From 1."""
    row: str = ""
    """The row of a table that it stands in; mostly nothing."""
    is_alone: bool = True
    """Whether nothing else is said in its lines."""


class Places:
    """What a specification says, by id.

    Args:
        text: The specification, in Markdown.
        source: The same, read.
    """

    def __init__(self, text: str, source: Source) -> None:
        self.lines = lines_of(text)
        self._text = text
        self._source = source
        self._at = {one.id: one for one in source.statements}
        self._on = Counter(one.line for one in source.statements)
        self._of = Counter(self._at[one.sources[0]].line for one in source.requirements)
        self.all = {one.id: self.of(one) for one in source.requirements}
        written = {name: one for name, one in self.all.items() if self._is_written(name)}
        self.known = {**(written or self.all), **dict(self._own_statements())}
        """What a wish can name; ids that nobody wrote only where no id is written."""
        self.twice = self._twice()
        """Keys of the ids that stand more than once."""

    def of(self, one: Requirement) -> Place:
        """Return where a requirement stands."""
        statement = self._at[one.sources[0]]
        row = self._row(statement.line)
        words = statement.text if statement.text in one.text else one.text
        is_alone = self._on[statement.line] == 1 == self._of[statement.line]
        return Place(
            one.id, one.text, _cell_of(row, words), statement.line, row, is_alone or bool(row)
        )

    def next_number(self) -> int:
        """Return the number behind the highest one that the text has in any form."""
        found = (match.groups() for match in _FR.finditer(f"{self._text} {' '.join(self.all)}"))
        return max((int(part) for pair in found for part in pair if part), default=0) + 1

    def last_line(self) -> int:
        """Return where the last requirement stands; without one, the last line."""
        return max((one.line for one in self.all.values()), default=len(self.lines))

    def below(self, line: int) -> list[str]:
        """Return the ids of what is nested in an item."""
        end = end_of_item(self.lines, line - 1)
        return [one.name for one in self.known.values() if line < one.line <= end]

    def non_goals(self) -> list[Place]:
        """Return what the specification rules out."""
        named = {one.line: one for one in self.known.values()}
        return [
            named.get(one.line) or self._of_statement(f"non-goal in line {one.line}", [one])
            for one in self._source.of_kind("non_goal")
        ]

    def end_of_non_goals(self) -> int:
        """Return the line of the last non-goal in their section, or of its heading; 0 for none."""
        under = [one.line for one in self._source.statements if _NON_GOALS.search(one.heading)]
        heads = (
            at
            for at, line in enumerate(self.lines, 1)
            if _HEADING.match(line) and _NON_GOALS.search(line)
        )
        return max(under, default=0) or next(heads, 0)

    def _own_statements(self) -> Iterator[tuple[str, Place]]:
        """Yield the statements that have an id in our own form, as `**goals-1**`."""
        for at, line in enumerate(self.lines, 1):
            bare = _MARKS.sub("", line)
            found = _STATEMENT_ID.match(bare) if is_of_statement(bare) else None
            if not found:
                continue
            here = [one for one in self._source.statements if one.line == at]
            if here:
                yield found[1], self._of_statement(found[1], here)._replace(is_alone=True)

    def _of_statement(self, name: str, here: Sequence[Statement]) -> Place:
        words, line = " ".join(one.text for one in here), here[0].line
        row = self._row(line)
        is_alone = self._on[line] == len(here) and not self._of[line]
        return Place(name, words, _cell_of(row, words), line, row, is_alone)

    def _row(self, line: int) -> str:
        found = self.lines[line - 1]
        return found if is_row(found) else ""

    def _is_written(self, name: str) -> bool:
        return re.search(rf"(?<![\w-]){re.escape(name)}(?!\w)", self._text) is not None

    def _twice(self) -> set[str]:
        bare = [_MARKS.sub("", line) for line in self.lines]
        opened = [_STATEMENT_ID.match(one) for one in bare if is_of_statement(one)]
        names = [found[1] for found in opened if found]
        names += [name for one in bare if not is_of_statement(one) and (name := taken_off(one)[0])]
        return {key for key, times in Counter(map(key_of, names)).items() if times > 1}


def _cell_of(row: str, words: str) -> str:
    """Return the cell that a row was read from; the others stand behind it in brackets."""
    if not row:
        return words
    told = words.replace("|", r"\|")
    ends = [len(told), *(at.start() for at in reversed([*re.finditer(r" \(", told)]))]
    return next((told[:end] for end in ends if told[:end] in row), told)
