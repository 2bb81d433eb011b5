"""Who finished the survey."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from copilot.analysis.surveys.closed.coding import Codes, recode, tally
from copilot.analysis.surveys.closed.numbers import numbers_in
from copilot.analysis.surveys.closed.reading import Mask
from copilot.analysis.surveys.missing.answering import Asked

if TYPE_CHECKING:
    import polars as pl

_DONE = frozenset(("complete", "completed", "finished", "submitted", "full", "done"))
_NOT_DONE = frozenset(
    {"partial", "incomplete", "in progress", "started", "abandoned", "partially complete"}
    | {"partially completed", "not completed", "not complete", "not finished", "unfinished"}
    | {"dropped out", "quit", "timed out", "open", "opened"}
)
_YES, _NO = frozenset(("true", "yes", "1", "y")), frozenset(("false", "no", "0", "n"))
_STATUS_HEADER = re.compile(
    r"(?:\w+[ _-]){0,2}(?:status|state|completion|completeness|complete|completed|finished)",
    re.IGNORECASE,
)
_FLAG_HEADER = re.compile(
    r"(?:is|survey|response|form)?[ _-]?(?:finished|completed?|submitted)\??", re.IGNORECASE
)
_PROGRESS_HEADER = re.compile(r"(?:survey |response )?progress(?: ?\(?%\)?)?", re.IGNORECASE)
_MOST_VALUES = 6
_ENOUGH = 0.5
"""Of the answers to the best answered question: later ones with fewer are optional."""


class Completion(NamedTuple):
    """Who finished."""

    column: str
    """That says so; empty where it was told from the answers."""
    complete: Mask
    known: Mask
    """Rows of which it is known."""


def stated_completion(frame: "pl.DataFrame") -> Completion | None:
    """Return what a column of the export says of who finished, the first that does.

    Such a column has a header like `Status`, `Finished` or `Progress`, and no values but
    those that go with it.
    """
    for name in frame.columns:
        found = _read(frame[name], name.strip())
        if found is not None:
            return found
    return None


def completion_by_answers(questions: Sequence[Asked], last: Codes) -> Completion:
    """Return who came to the last question that is not optional.

    That is the last one with at least half the answers of the best answered one.
    """
    known: Mask = last >= 0
    return Completion("", last >= final_question(questions), known)


def final_question(questions: Sequence[Asked]) -> int:
    """Return the place of the last question that is not optional; 0 where there are none."""
    counts = [int(question.answered.sum()) for question in questions]
    enough = _ENOUGH * max(counts, default=0)
    return max((at for at, count in enumerate(counts) if count >= enough), default=0)


def _read(series: "pl.Series", name: str) -> Completion | None:
    if _PROGRESS_HEADER.fullmatch(name):
        return _by_progress(series, name)
    if _STATUS_HEADER.fullmatch(name):
        found = _by_words(series, name, _DONE, _NOT_DONE)
        if found is not None:
            return found
    return _by_words(series, name, _YES, _NO) if _FLAG_HEADER.fullmatch(name) else None


def _by_words(
    series: "pl.Series", name: str, done: frozenset[str], not_done: frozenset[str]
) -> Completion | None:
    if series.n_unique() > _MOST_VALUES + 1:
        return None
    values = {value.casefold() for value in tally(series)}
    if not values or not values <= done | not_done:
        return None
    codes = recode(series, lambda value: int(value.casefold() in done)).codes
    return Completion(name, codes == 1, codes >= 0)


def _by_progress(series: "pl.Series", name: str) -> Completion | None:
    values = numbers_in(series)
    known: Mask = ~np.isnan(values)
    if not known.any() or np.nanmax(values) > 100 or np.nanmin(values) < 0:
        return None
    return Completion(name, values >= 100, known)
