"""Read single choices and segments."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import numpy as np

from copilot.analysis.surveys.closed.cells import base_note, share_of
from copilot.analysis.surveys.closed.coding import NONE, Codes, recode, tally
from copilot.analysis.surveys.closed.reading import Picks, Reading
from copilot.domain.survey_closed import ChoiceResult
from copilot.domain.survey_parts import Column

if TYPE_CHECKING:
    import polars as pl

MOST_OPTIONS = 50
"""More are counted together: a longer list is no list of answers on offer."""


def read_single(series: "pl.Series", column: Column) -> Reading:
    """Return the shares of answers among those who answered; offered ones count from 0."""
    labels, folded = shown_labels(tally(series), column.options)
    codes = recode(series, place_of(labels, folded)).codes
    answered = codes >= 0
    picked = np.zeros((len(codes), len(labels)), dtype=bool)
    picked[answered, codes[answered]] = True
    picks = Picks(labels, picked, answered, is_single=True)
    return choice_reading(picks, int((~answered).sum()), folded_note(folded))


def choice_reading(picks: Picks, missing: int, notes: tuple[str, ...]) -> Reading:
    """Return a choice with its options from the most to the least picked."""
    base = int(picks.base.sum())
    counts: Codes = picks.picked.sum(axis=0)
    order = np.argsort(-counts, kind="stable")
    shares = tuple(share_of(picks.labels[at], int(counts[at]), base) for at in order)
    result = ChoiceResult(base=base, options=shares)
    return Reading(result, base, missing, (*base_note(base), *notes), picks)


def shown_labels(
    counts: dict[str, int], offered: Sequence[str]
) -> tuple[tuple[str, ...], frozenset[str]]:
    """Return the answers to show, and those that are counted together in a last one.

    Offered ones come first, in their order. Answers that differ from an offered one in case
    alone are that one.
    """
    listed = tuple(dict.fromkeys(option.strip() for option in offered if option.strip()))
    known = {option.casefold() for option in listed}
    others = [value for value in counts if value.casefold() not in known]
    room = max(MOST_OPTIONS - len(listed), 0)
    if len(others) <= room:
        return (*listed, *others), frozenset()
    kept, folded = others[: max(room - 1, 0)], others[max(room - 1, 0) :]
    return (*listed, *kept, _together(folded)), frozenset(folded)


def place_of(labels: Sequence[str], folded: frozenset[str]) -> Callable[[str], int]:
    """Return what says which label an answer is counted under."""
    places = {label: at for at, label in enumerate(labels)}
    alike = {label.casefold(): at for label, at in reversed(places.items())}

    def place(value: str) -> int:
        if value in folded:
            return len(labels) - 1
        return places.get(value, alike.get(value.casefold(), NONE))

    return place


def folded_note(folded: frozenset[str]) -> tuple[str, ...]:
    """Return the note on answers that are counted together, if any are."""
    if not folded:
        return ()
    return (f"{len(folded):,} rarer answers are counted together.",)


def _together(folded: Sequence[str]) -> str:
    return f"({len(folded):,} other answers)"
