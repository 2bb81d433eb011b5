"""Questions in a grid: rows of one scale, and things put in order, a column for each."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from copilot.analysis.surveys.columns.profile import Profile
from copilot.analysis.surveys.columns.shapes import integer
from copilot.analysis.surveys.columns.stems import shared_stems
from copilot.domain.survey_parts import Column

if TYPE_CHECKING:
    import polars as pl

_FEWEST_RANKED = 3
_FEWEST_ROWS = 8
_LOOKED_AT = 5_000
_IN_ORDER = 0.95
"""The share of rows in which no place is given twice; of three scales of five it is a half."""
_NUMBERED = frozenset({"likert", "number", "nps", "single"})


def in_grids(
    columns: Sequence[Column], looked_at: Sequence[Profile], frame: "pl.DataFrame"
) -> tuple[Column, ...]:
    """Return columns that know the question of their grid, and what its other rows tell of them.

    Args:
        columns: As they were found alone.
        looked_at: Their profiles, in the same order.
        frame: The cells, since only whole rows show an order of preference.
    """
    of = {profile.name: profile for profile in looked_at}
    found = {column.name: column for column in columns}
    for question, names in _asked_together(columns).items():
        members = [found[name] for name in names]
        found |= _ranked(question, members, of, frame) or _on_one_scale(question, members, of)
    return tuple(found[column.name] for column in columns)


def _asked_together(columns: Sequence[Column]) -> dict[str, list[str]]:
    """Return the names of columns with numbers or scales that share a question, by question."""
    groups: dict[str, list[str]] = defaultdict(list)
    names = [one.name for one in columns if one.type in _NUMBERED and not one.question]
    for name, (question, _) in shared_stems(names).items():
        groups[question].append(name)
    return {question: names for question, names in groups.items() if len(names) > 1}


def _ranked(
    question: str, members: Sequence[Column], of: Mapping[str, Profile], frame: "pl.DataFrame"
) -> dict[str, Column]:
    """Return columns that hold places in an order as numbers; none where they do not."""
    names = [one.name for one in members]
    places = {integer(value) for name in names for value in of[name].values}
    if len(names) < _FEWEST_RANKED or not places <= set(range(1, len(names) + 1)):
        return {}
    if not _are_in_order(frame.select(names).head(_LOOKED_AT)):
        return {}
    why = f"places from 1 (first) to {len(names)}, none given twice"
    return {
        name: Column(name=name, type="number", confidence=0.9, why=why, question=question)
        for name in names
    }


def _are_in_order(ranks: "pl.DataFrame") -> bool:
    rows = [[cell for cell in row if cell] for row in ranks.rows()]
    several = [row for row in rows if len(row) > 1]
    orderly = sum(len(set(row)) == len(row) for row in several)
    return len(several) >= _FEWEST_ROWS and orderly >= _IN_ORDER * len(several)


def _on_one_scale(
    question: str, members: Sequence[Column], of: Mapping[str, Profile]
) -> dict[str, Column]:
    """Let rows of a grid share their question, and those that look like amounts their scale."""
    scales = [one for one in members if one.type == "likert"]
    found = {one.name: one for one in scales}
    if len(scales) > len(members) / 2:
        widest = max(scales, key=lambda one: len(one.options))
        found |= {
            one.name: widest.model_copy(update={"name": one.name, "confidence": 0.75})
            for one in members
            if one.type == "number" and set(of[one.name].values) <= set(widest.options)
        }
    if len(found) < 2:
        return {}
    return {name: one.model_copy(update={"question": question}) for name, one in found.items()}
