"""A specification, ready to be changed: what each wish makes of it, or what has to be asked."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple, TypeVar

from copilot.analysis.requirements.content import numbers
from copilot.analysis.requirements.reading import Source
from copilot.analysis.requirements.tables import is_row
from copilot.analysis.specs.change_words import (
    Figure,
    Value,
    contradicts,
    figure_in,
    figures_of,
    ids_in,
    names,
    nearness,
    new_words,
    opens_removal,
    removes,
    says_same,
    value_in,
    without_adding,
)
from copilot.analysis.specs.line_editing import Edit, end_of_item, holds, lines_of, root_of
from copilot.analysis.untrusted import one_line
from copilot.domain.requirement import Requirement, Statement

ABOUT_IT = 0.5
"""Share, of the shorter one, from which two sentences are about one thing."""
QUOTED = 110
_NO_PART = r"(?<![\d.,])(?<![A-Za-z])(?<![A-Za-z]-){}(?!\d|[.,]\d)"
"""A figure that is not part of another one, nor of an id."""
_LETTERS = re.compile(r"[A-Z]+")
_Told = TypeVar("_Told", Requirement, Statement)


class Said(NamedTuple):
    """What is said to a wish, where nothing is changed."""

    text: str
    is_question: bool = True


class SpecBook:
    """A specification, ready to be changed.

    Args:
        text: The specification, in Markdown.
        source: The same, read.
    """

    def __init__(self, text: str, source: Source) -> None:
        self._lines = lines_of(text)
        self._source = source
        self._at = {one.id: one for one in source.statements}
        self._known = {one.id: one for one in source.requirements}
        self._next = _next_number(source.requirements)

    def answer(self, wish: str) -> Iterator[Edit | Said]:
        """Yield the edits that a wish asks for, or what has to be asked before."""
        named = [self._known[name] for name in names(wish, self._known)]
        low = {name.lower() for name in self._known}
        unknown = [name for name in ids_in(wish) if name.lower() not in low and self._is_like(name)]
        if unknown:
            yield Said(f"The specification has no {', '.join(unknown)}: “{wish}”. Which is meant?")
        elif named:
            yield from self._of_named(named, wish)
        else:
            yield self._of_sentence(wish)

    def _of_named(self, named: Sequence[Requirement], wish: str) -> Iterator[Edit | Said]:
        one, value = named[0], value_in(wish)
        if value:
            yield self._with_value(one, value, wish)
        elif figure := figure_in(wish, one.id):
            yield self._with_figure(one, figure, wish)
        elif text := new_words(wish, one.id):
            yield self._reworded(one, self._words(one), text)
        elif removes(wish, [one.id for one in named]):
            yield from map(self._removed, named)
        else:
            said = f"What shall {one.id} say? It says “{_short(one.text)}”; asked was “{wish}”."
            yield Said(said)

    def _of_sentence(self, wish: str) -> Edit | Said:
        text, value = without_adding(wish), value_in(wish)
        near = _nearest(text, self._source.requirements)
        against = _nearest(text, self._source.of_kind("non_goal"), least=1)
        if value and near is not None:
            return self._with_value(near, value, wish)
        if against is not None:
            told = f"“{_short(text)}” is against the non-goal “{_short(against.text)}”."
            return Said(f"{told} Which holds?")
        if near is not None:
            return self._beside(near, text)
        if opens_removal(text):
            return Said(f"Which requirement is meant by “{_short(text)}”?")
        return self._added(text)

    def _beside(self, near: Requirement, text: str) -> Edit | Said:
        """Return what becomes of a sentence that is about the same as a requirement."""
        if opens_removal(text) and numbers(text) <= numbers(near.text):
            return self._removed(near)
        if says_same(near.text, text):
            told = f"{near.id} says it already: “{_short(near.text)}”."
            return Said(told, is_question=False)
        if opens_removal(text) or contradicts(near.text, text):
            return Said(
                f"“{_short(text)}” contradicts {near.id}, “{_short(near.text)}”."
                f" Shall it take the place of {near.id}, or shall {near.id} stay?"
            )
        return self._added(text)

    def _with_value(self, one: Requirement, value: Value, wish: str) -> Edit | Said:
        words = self._row(one) or self._words(one)
        places = list(re.finditer(_NO_PART.format(re.escape(value.old)), words))
        if len(places) != 1:
            how = "does not say" if not places else "says several times"
            told = f"{one.id} {how} {value.old}: “{_short(one.text)}”."
            return Said(f"{told} What shall it say? (“{wish}”)")
        new = words[: places[0].start()] + value.new + words[places[0].end() :]
        return self._reworded(one, words, new)

    def _with_figure(self, one: Requirement, figure: Figure, wish: str) -> Edit | Said:
        found = figures_of(one.text, figure.unit)
        if len(found) == 1:
            return self._with_value(one, Value(found[0], figure.new), wish)
        told = f"Which figure of {one.id}, “{_short(one.text)}”, is meant by “{wish}”?"
        return Said(told)

    def _reworded(self, one: Requirement, words: str, new: str) -> Edit | Said:
        if holds(self._lines, self._line(one), words):
            return Edit(one.id, "changed", new, self._line(one), words)
        return self._edited_by_hand(one)

    def _removed(self, one: Requirement) -> Edit | Said:
        line, words = self._line(one), self._words(one)
        below = self._below(line)
        if below:
            told = f"{', '.join(below)} stand below {one.id}, “{_short(one.text)}”."
            return Said(f"{told} Shall they go as well?")
        if self._row(one) or holds(self._lines, line, words):
            return Edit(one.id, "removed", "", line, words, self._is_alone(one))
        return self._edited_by_hand(one)

    def _edited_by_hand(self, one: Requirement) -> Said:
        told = f"Line {self._line(one)} does not have the words of {one.id} once and in one piece"
        return Said(f"{told}: “{_short(one.text)}”. Will you change it by hand?")

    def _added(self, text: str) -> Edit:
        name = f"FR-{self._next:03}"
        self._next += 1
        last = max((self._line(one) for one in self._source.requirements), default=len(self._lines))
        return Edit(name, "added", text[:1].upper() + text[1:], root_of(self._lines, last))

    def _words(self, one: Requirement) -> str:
        """Return what a requirement says in its own line, without the words that open its list."""
        said = self._at[one.sources[0]].text
        words = said if said in one.text else one.text
        return _cell_of(self._row(one), words) if self._row(one) else words

    def _row(self, one: Requirement) -> str:
        """Return the row of a table that a requirement stands in; mostly nothing."""
        line = self._lines[self._line(one) - 1]
        return line if is_row(line) else ""

    def _is_alone(self, one: Requirement) -> bool:
        line = self._line(one)
        statements = sum(other.line == line for other in self._source.statements)
        return statements == 1 == sum(self._line(other) == line for other in self._known.values())

    def _below(self, line: int) -> list[str]:
        """Return the requirements that are nested in an item."""
        end = end_of_item(self._lines, line - 1)
        return [one.id for one in self._known.values() if line < self._line(one) <= end]

    def _line(self, one: Requirement) -> int:
        return self._at[one.sources[0]].line

    def _is_like(self, name: str) -> bool:
        """Return whether a name has the form of the ids that the specification uses."""
        return any(_letters(one) == _letters(name) for one in self._known)


def _cell_of(row: str, words: str) -> str:
    """Return the cell that a row was read from; the others stand behind it in brackets."""
    ends = [len(words), *(at.start() for at in reversed([*re.finditer(r" \(", words)]))]
    return next((words[:end] for end in ends if words[:end] in row), words)


def _nearest(text: str, among: Sequence[_Told], least: int = 2) -> _Told | None:
    ranked = [(nearness(one.text, text, least), one) for one in among]
    best = max(ranked, key=lambda pair: pair[0], default=None)
    return best[1] if best and best[0] >= ABOUT_IT else None


def _next_number(known: Sequence[Requirement]) -> int:
    found = (re.fullmatch(r"FR[-_ ]?(\d+)", one.id) for one in known)
    return max((int(match[1]) for match in found if match), default=0) + 1


def _letters(name: str) -> str:
    found = _LETTERS.match(name)
    return found[0] if found else ""


def _short(text: str) -> str:
    return one_line(text, QUOTED)
