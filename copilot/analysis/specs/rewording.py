"""What becomes of one place in a specification, or what has to be asked."""

import re
from typing import NamedTuple

from copilot.analysis.requirements.content import stems
from copilot.analysis.specs.line_editing import Edit, as_cell, holds
from copilot.analysis.specs.places import Place, Places
from copilot.analysis.specs.values import Figure, Phrase, Value, figures_of, is_same_unit
from copilot.analysis.untrusted import one_line

QUOTED = 110
_NO_PART = r"(?<![\d.,])(?<![A-Za-z])(?<![A-Za-z]-){}(?!\d|[.,]\d)"
"""A figure that is not part of another one, nor of an id."""
_UNIT = re.compile(r"(\s?-?)([A-Za-z%°]+)")
_UNITS = 3
"""Words behind a figure among which its unit stands: `5 working days`."""
_NOTES = re.compile(
    r"\s*\((?:[A-Z][\w /-]{0,30}: [^;()]+)(?:; ?[A-Z][\w /-]{0,30}: [^;()]+)*\)\.?\s*\Z"
)
"""What stands in brackets behind a requirement: `(Priority: Must; Owner: Lee)`."""


class Said(NamedTuple):
    """What is said to a wish, where nothing is changed."""

    text: str
    is_question: bool = True


def figure_pattern(figure: str) -> re.Pattern[str]:
    """Return a figure as it stands alone."""
    return re.compile(_NO_PART.format(re.escape(figure)))


def short(text: str) -> str:
    """Return a text as it is quoted in a question."""
    return one_line(text, QUOTED)


class Rewording:
    """Changes single places.

    Args:
        places: Of the specification.
    """

    def __init__(self, places: Places) -> None:
        self._places = places

    def removed(self, one: Place) -> Edit | Said:
        """Return the removal of a place, unless more hangs on it."""
        below = self._places.below(one.line)
        if below:
            told = f"{', '.join(below)} stand below {one.name}, “{short(one.text)}”."
            return Said(f"{told} Shall they go as well?")
        if one.row or holds(self._places.lines, one.line, one.words):
            return Edit(one.name, "removed", "", one.line, one.words, one.is_alone)
        return _by_hand(one)

    def rephrased(self, one: Place, text: str) -> Edit | Said:
        """Return a place with words of its own; notes in brackets behind them stay."""
        notes = _NOTES.search(one.words)
        if notes and _NOTES.search(text):
            told = f"{one.name} has the notes “{notes[0].strip()}”, and “{short(text)}” has others."
            return Said(f"{told} Which hold?")
        words = one.words[: notes.start()] if notes else one.words
        return self._edited(one, words, as_cell(text) if one.row else text)

    def with_value(self, one: Place, value: Value, wish: str) -> Edit | Said:
        """Return a place with another figure."""
        words = one.row or one.words
        found = [*figure_pattern(value.old).finditer(words)]
        meant = [at for at in found if _has_unit(words[at.end() :], value.old_unit)]
        if len(meant) != 1:
            how = "says several times" if meant else "does not say"
            old = f"{value.old} {value.old_unit}".strip()
            told = f"{one.name} {how} {old}: “{short(one.text)}”."
            return Said(f"{told} What shall it say? (“{wish}”)")
        new = _with_unit(words, meant[0], value)
        if not new:
            return Said(f"{one.name} says “{short(one.text)}”: in which unit is “{wish}” meant?")
        return self._edited(one, words, new)

    def with_figure(self, one: Place, figure: Figure, wish: str) -> Edit | Said:
        """Return a place with a figure in the place of its only one of that unit."""
        found = figures_of(one.text, figure.unit)
        if len(found) == 1:
            return self.with_value(one, Value(found[0], figure.new, "", figure.unit), wish)
        return Said(f"Which figure of {one.name}, “{short(one.text)}”, is meant by “{wish}”?")

    def with_phrase(self, one: Place, phrase: Phrase, wish: str) -> Edit | Said:
        """Return a place with other words in the place of some that stand once in it."""
        words = one.row or one.words
        found = [*re.finditer(rf"(?<!\w){re.escape(phrase.old)}(?!\w)", words)]
        rest = words[: found[0].start()] + words[found[0].end() :] if found else ""
        if len(found) != 1 or stems(phrase.new) & stems(rest):
            told = f"What shall {one.name} say? It says “{short(one.text)}”; asked was “{wish}”."
            return Said(told)
        new = as_cell(phrase.new) if one.row else phrase.new
        return self._edited(one, words, words[: found[0].start()] + new + words[found[0].end() :])

    def _edited(self, one: Place, words: str, new: str) -> Edit | Said:
        if holds(self._places.lines, one.line, words):
            return Edit(one.name, "changed", new, one.line, words)
        return _by_hand(one)


def _by_hand(one: Place) -> Said:
    told = f"Line {one.line} does not have the words of {one.name} once and in one piece"
    return Said(f"{told}: “{short(one.text)}”. Will you change it by hand?")


def _has_unit(behind: str, unit: str) -> bool:
    """Return whether a unit stands among the words behind a figure; none stands everywhere."""
    words = re.findall(r"[^\W\d_]+|[%°]", behind[:60])[:_UNITS]
    return not unit or any(is_same_unit(word, unit) for word in words)


def _with_unit(words: str, at: re.Match[str], value: Value) -> str:
    """Return words with another figure, and its unit; nothing where the units do not fit."""
    before, behind = words[: at.start()], words[at.end() :]
    unit = _UNIT.match(behind)
    old_unit = value.old_unit or value.new_unit
    if not value.new_unit or not unit or not is_same_unit(unit[2], old_unit):
        is_fit = _has_unit(behind, value.new_unit)
        return f"{before}{value.new}{behind}" if is_fit else ""
    if "-" in unit[1]:
        is_same = is_same_unit(unit[2], value.new_unit)
        return f"{before}{value.new}{behind}" if is_same else ""
    return f"{before}{value.new}{unit[1]}{value.new_unit}{behind[unit.end() :]}"
