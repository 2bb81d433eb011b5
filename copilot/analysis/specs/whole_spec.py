"""Wishes that name no id and ask for no requirement: non-goals, figures, orders."""

import re

from copilot.analysis.requirements.content import nearness, stems
from copilot.analysis.requirements.reading import Source
from copilot.analysis.requirements.tables import is_row
from copilot.analysis.specs.change_words import says_same
from copilot.analysis.specs.line_editing import Edit, root_of
from copilot.analysis.specs.orders import (
    edits,
    ended_non_goal,
    forbids,
    is_of_another_section,
    new_non_goal,
    swaps,
)
from copilot.analysis.specs.places import Place, Places
from copilot.analysis.specs.rewording import Rewording, Said, figure_pattern, short
from copilot.analysis.specs.values import Value, figures_of, ordered_value, value_in

ABOUT_IT = 0.5
"""Share of content words from which a non-goal is the one that is meant."""
_OWN_IDS = re.compile(r"\bnon_goals-(\d+)", re.I)


class WholeSpec:
    """Answers wishes on the specification as a whole.

    Args:
        places: Of the specification.
        source: The specification, read.
    """

    def __init__(self, places: Places, source: Source) -> None:
        self._places = places
        self._rewording = Rewording(places)
        self._source = source
        self._more = 0

    def answer(self, wish: str) -> Edit | Said | None:
        """Return what a wish makes of the specification; nothing where it is a requirement."""
        if text := new_non_goal(wish):
            return self._non_goal(text)
        if text := ended_non_goal(wish):
            return self._without_non_goal(text)
        if value := ordered_value(wish):
            return self._with_value(value, wish)
        return _asked(wish)

    def _non_goal(self, text: str) -> Edit | Said:
        same = [one for one in self._places.non_goals() if says_same(one.text, text)]
        against = [one for one in self._source.requirements if nearness(one.text, text) >= ABOUT_IT]
        line = self._places.end_of_non_goals()
        if same:
            return Said(f"{same[0].name} says it already: “{short(same[0].text)}”.", False)
        if against:
            told = f"The non-goal “{short(text)}” is against {against[0].id}"
            return Said(f"{told}, “{short(against[0].text)}”. Which holds?")
        if not line or is_row(self._places.lines[line - 1]):
            told = "has no list of non-goals" if not line else "has its non-goals in a table"
            return Said(f"The specification {told}. Where shall “{short(text)}” stand?")
        return self._added(text, line)

    def _added(self, text: str, line: int) -> Edit:
        ids = [int(number) for number in _OWN_IDS.findall("\n".join(self._places.lines))]
        self._more += 1
        name = f"non_goals-{max(ids, default=0) + self._more}"
        at = root_of(self._places.lines, line)
        return Edit(name, "added", text[:1].upper() + text[1:], at, has_id=bool(ids))

    def _without_non_goal(self, text: str) -> Edit | Said:
        known = self._places.non_goals()
        near = [one for one in known if nearness(one.text, text, least=1) >= ABOUT_IT]
        whole = [one for one in near if stems(text) <= stems(one.text)]
        near = whole if len(whole) == 1 else near
        if len(near) != 1:
            told = f"Which non-goal is meant by “{short(text)}”?"
            choices = "; ".join(f"“{short(one.text)}”" for one in near or known)
            return Said(f"{told} There are: {choices}." if choices else told)
        return self._rewording.removed(near[0])

    def _with_value(self, value: Value, wish: str) -> Edit | Said:
        having = [one for one in self._places.all.values() if _has(one, value)]
        if len(having) == 1:
            return self._rewording.with_value(having[0], value, wish)
        told = ", ".join(f"{one.name}, “{short(one.text)}”" for one in having) or "none has it"
        return Said(f"Which requirement is meant by “{short(wish)}”? ({told})")


def _has(one: Place, value: Value) -> bool:
    if value.old_unit:
        return value.old in figures_of(one.text, value.old_unit)
    return figure_pattern(value.old).search(one.text) is not None


def _asked(wish: str) -> Said | None:
    """Return what is asked of an order that is no requirement."""
    if is_of_another_section(wish):
        told = f"“{short(wish)}” is no requirement, and only requirements and non-goals"
        return Said(f"{told} are added. Where shall it stand?")
    if forbids(wish):
        return Said(f"Nothing is changed for “{short(wish)}”. Shall it stand as a non-goal?")
    if (edits(wish) or swaps(wish)) and not value_in(wish):
        told = f"Which requirement is meant by “{short(wish)}”?"
        return Said(f"{told} Give its id, or begin with “Add:” where it is a new one.")
    return None
