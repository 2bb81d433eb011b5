"""Rows below the answers that no respondent gave: totals, averages, notes of whoever made it."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

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
_FIGURE = re.compile(r"[-+]?[$€£]?\s?[-+]?\d[\d.,'  ]*\s?(?:%|[$€£])?|#[A-Z/0]+[!?]?")
_MOST = 6
"""Rows at the end that are looked at."""
_WIDE = 3
"""Filled cells of the usual row from which one with a single cell is a note."""


def without_footers(frame: "pl.DataFrame") -> "tuple[pl.DataFrame, int]":
    """Return a table without the totals and notes that follow its last answers.

    A total is a row that begins with such a word, which its column has nowhere else, and has
    nothing but figures behind it. A note is a single cell below a blank row.

    Args:
        frame: Stripped cells; blank ones are null.

    Returns:
        The answers, and how many rows of figures or notes were left out.
    """
    left_out, height = 0, frame.height
    tail = frame.tail(_MOST).rows()
    for number, row in enumerate(reversed(tail)):
        above = tail[-number - 2] if number + 2 <= len(tail) else None
        if any(row) and not (_is_total(row, frame) or _is_note(row, above, frame)):
            break
        if any(row):
            left_out, height = left_out + 1, frame.height - number - 1
    while left_out and height and not any(frame.row(height - 1)):
        height -= 1
    return (frame.head(height), left_out) if left_out else (frame, 0)


def _is_total(row: Cells, frame: "pl.DataFrame") -> bool:
    filled = [(place, cell) for place, cell in enumerate(row) if cell]
    if len(filled) < 2 or not _TOTAL.fullmatch(filled[0][1]):
        return False
    place, label = filled[0]
    alone = int((frame.to_series(place) == label).sum()) == 1
    return alone and all(_FIGURE.fullmatch(cell) for _, cell in filled[1:])


def _is_note(row: Cells, above: Cells | None, frame: "pl.DataFrame") -> bool:
    """Whether a row is one cell of words, apart from the table by a blank row."""
    filled = [cell for cell in row if cell]
    if len(filled) != 1 or above is None or any(above) or not row[0]:
        return False
    usual = sum(series.null_count() < 0.5 * frame.height for series in frame.iter_columns())
    return usual >= _WIDE and " " in filled[0]
