"""Who answered which question, and how far everybody came."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from copilot.analysis.surveys.closed.coding import Codes, text
from copilot.analysis.surveys.closed.multi import is_picked
from copilot.analysis.surveys.closed.questions import has_column_an_option
from copilot.analysis.surveys.closed.reading import Mask
from copilot.domain.survey_parts import Column

if TYPE_CHECKING:
    import polars as pl

_ASKED = ("nps", "likert", "single", "multi", "number", "open", "segment")
_GIVEN = ("number", "segment")
"""Kinds that may come from elsewhere than the form; those that do are never blank."""


class Asked(NamedTuple):
    """A question of the survey and who answered it."""

    name: str
    is_open: bool
    answered: Mask


def asked_questions(
    frame: "pl.DataFrame", columns: Sequence[Column], known: Sequence[str] = ()
) -> list[Asked]:
    """Return the questions in the order of the file, each once however many columns it has.

    Dates are left out, as they come from elsewhere than the form; so are numbers and segments
    that every row has and nobody was asked for, such as how long somebody took.

    Args:
        frame: Text cells, one row an answer sheet.
        columns: What they hold.
        known: Names of further columns that are no questions.
    """
    parts: dict[str, list[Column]] = {}
    for column in columns:
        if column.type in _ASKED and column.name not in known:
            parts.setdefault(_key(column), []).append(column)
    questions = [_asked(frame, key, together) for key, together in parts.items()]
    return [one for one, kind in questions if not _is_given(one, kind)]


def _is_given(question: Asked, kind: str) -> bool:
    return kind in _GIVEN and "?" not in question.name and bool(question.answered.all())


def last_answered(questions: Sequence[Asked], rows: int) -> Codes:
    """Return the place of the last question that each row answered; -1 where none."""
    last: Codes = np.full(rows, -1, dtype=np.int64)
    for at, question in enumerate(questions):
        last[question.answered] = at
    return last


def _key(column: Column) -> str:
    is_part = column.type == "open" or has_column_an_option(column)
    return column.question if is_part and column.question else column.name


def _asked(frame: "pl.DataFrame", name: str, columns: list[Column]) -> tuple[Asked, str]:
    answered: Mask = np.zeros(frame.height, dtype=bool)
    for column in columns:
        answered |= _has_answer(frame[column.name], column)
    is_open = all(column.type == "open" for column in columns)
    return Asked(name, is_open, answered), columns[0].type


def _has_answer(series: "pl.Series", column: Column) -> Mask:
    """Return who answered; a column of an option only tells by a pick, for some exports
    write a no for those who never saw it.
    """
    if has_column_an_option(column):
        return is_picked(series)
    found: Mask = text(series).is_not_null().to_numpy()
    return found
