"""Rows below the answers that no respondent gave: totals, averages, notes of whoever made it."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from copilot.analysis.surveys.closed.numbers import numbers_in

if TYPE_CHECKING:
    import polars as pl

Cells = Sequence[str | None]
_TOTAL = re.compile(
    r"(?:(?:grand|sub|overall|column) ?)?(?:totals?|sum|average|avg\.?|mean|median|count"
    r"|min(?:imum)?|max(?:imum)?|std\.?(?: ?dev\.?)?|standard deviation"
    r"|gesamt|summe|durchschnitt|mittelwert|anzahl|moyenne|somme|totaux|promedio|media|suma|totale"
    r"|somma|totaal|gemiddelde|razem|średnia)"
    r"(?: (?:responses|answers|respondents|score|gesamt))?\s*:?",
    re.IGNORECASE,
)
_ERROR = re.compile(r"#[A-Z/0]+[!?]?")
"""What a formula leaves that went wrong."""
_FIGURE = re.compile(rf"[-+]?[$€£]?\s?[-+]?\d[\d.,'  ]*\s?(?:%|[$€£])?|{_ERROR.pattern}")
_DECIMALS = re.compile(r"[.,](\d+)\D*$")
_MOST = 6
"""Rows at the end that are looked at."""
_WIDE = 3
"""Filled cells of the usual row from which one with a single cell is a note."""
_NO_CHANCE = 3
"""Figures that all come out, each of which an answer might be by chance."""


def without_footers(frame: "pl.DataFrame") -> "tuple[pl.DataFrame, int]":
    """Return a table without the totals and notes that follow its last answers.

    A total is a row that begins with such a word, which its column has nowhere else, and has
    nothing but figures behind it: below a blank row, or with figures that come out of the rows
    above. What follows a total and looks like one is one. A note is a single cell below a blank
    row.

    Args:
        frame: Stripped cells; blank ones are null.

    Returns:
        The answers, and how many rows of figures or notes were left out.
    """
    places = _below(frame)
    first = next((place for place in places if _is_footer(frame, place)), frame.height)
    left_out = sum(any(frame.row(place)) for place in places if place >= first)
    while left_out and first and not any(frame.row(first - 1)):
        first -= 1
    return (frame.head(first), left_out) if left_out else (frame, 0)


def _below(frame: "pl.DataFrame") -> range:
    """Return the places of the last rows, each of which may be a total or a note, or is blank."""
    first = frame.height
    while first > max(0, frame.height - _MOST):
        row = frame.row(first - 1)
        if any(row) and not (_may_be_total(row, frame) or _is_note(frame, first - 1)):
            break
        first -= 1
    return range(first, frame.height)


def _is_footer(frame: "pl.DataFrame", place: int) -> bool:
    row = frame.row(place)
    if not any(row):
        return False
    return _is_below_blank(frame, place) or _comes_out(row, frame.head(place))


def _is_below_blank(frame: "pl.DataFrame", place: int) -> bool:
    return place > 0 and not any(frame.row(place - 1))


def _may_be_total(row: Cells, frame: "pl.DataFrame") -> bool:
    filled = [(place, cell) for place, cell in enumerate(row) if cell]
    if len(filled) < 2 or not _TOTAL.fullmatch(filled[0][1]):
        return False
    place, label = filled[0]
    alone = int((frame.to_series(place) == label).sum()) == 1
    return alone and all(_FIGURE.fullmatch(cell) for _, cell in filled[1:])


def _comes_out(row: Cells, above: "pl.DataFrame") -> bool:
    """Whether all figures of a row are those of the columns above it, and not so by chance."""
    places = [place for place, cell in enumerate(row) if cell][1:]
    figures = [(row[place] or "", above.to_series(place)) for place in places]
    if not all(_is_of(figure, answers) for figure, answers in figures):
        return False
    is_new = any(not (answers == figure).any() for figure, answers in figures)
    return is_new or len(figures) >= _NO_CHANCE


def _is_of(figure: str, answers: "pl.Series") -> bool:
    """Whether a figure is the sum, mean, median or count of answers, to the digits it shows."""
    if _ERROR.fullmatch(figure):
        return True
    shown = float(numbers_in(answers.clear().extend_constant(figure, 1))[0])
    numbers = numbers_in(answers)
    numbers = numbers[~np.isnan(numbers)]
    found = [float(answers.len() - answers.null_count())]
    if numbers.size:
        found += [float(numbers.sum()), float(numbers.mean()), float(np.median(numbers))]
    decimals = _DECIMALS.search(figure)
    half = 0.5 * 10.0 ** -(len(decimals[1]) if decimals else 0)
    return any(abs(shown - one) <= half * (1 + 1e-9) for one in found)


def _is_note(frame: "pl.DataFrame", place: int) -> bool:
    """Whether a row is one cell of words, apart from the table by a blank row."""
    row = frame.row(place)
    filled = [cell for cell in row if cell]
    if len(filled) != 1 or not row[0] or not _is_below_blank(frame, place):
        return False
    usual = sum(series.null_count() < 0.5 * frame.height for series in frame.iter_columns())
    return usual >= _WIDE and " " in filled[0]
