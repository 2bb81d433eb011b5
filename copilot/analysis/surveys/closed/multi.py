"""Read multi-selects: picks in one cell, or a column for each option."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from copilot.analysis.surveys.closed.choices import (
    choice_reading,
    folded_note,
    place_of,
    shown_labels,
)
from copilot.analysis.surveys.closed.coding import NONE, recode, tally, text
from copilot.analysis.surveys.closed.questions import is_text_of_option
from copilot.analysis.surveys.closed.reading import Mask, Picks, Reading
from copilot.analysis.surveys.columns.scales import is_apart
from copilot.domain.survey_parts import Column

if TYPE_CHECKING:
    import polars as pl

_NOT_PICKED = frozenset(
    [
        "0",
        "0.0",
        "no",
        "false",
        "n",
        "f",
        "off",
        "unchecked",
        "unselected",
        "not_selected",
        "nein",
        "non",
        "nee",
        "nej",
        "falsch",
        "faux",
    ]
) | {"not selected", "not checked"}


def read_cells(series: "pl.Series", column: Column) -> Reading:
    """Return the shares of picks among those who picked anything of the question.

    An option that holds the separator is recognised whole where it is in `column.options`.
    A cell that says the same pick twice has it once.
    """
    import polars as pl

    cells = text(series).rename("cell").to_frame().with_row_index("row").drop_nulls()
    split = cells.with_columns(_pieces(pl.col("cell"), column).alias("cell"))
    picks = split.explode("cell", empty_as_null=True, keep_nulls=True)
    labels, folded = shown_labels(tally(picks["cell"]), column.options)
    codes = recode(picks["cell"], place_of(labels, folded)).codes
    picked = np.zeros((series.len(), len(labels)), dtype=bool)
    kept = codes >= 0
    picked[picks["row"].to_numpy()[kept], codes[kept]] = True
    base: Mask = np.asarray(picked.any(axis=1))
    return _reading(Picks(labels, picked, base, is_single=False), folded_note(folded))


def read_option_columns(frame: "pl.DataFrame", columns: Sequence[Column]) -> Reading:
    """Return the shares of picks where each option has a column.

    A blank and a plain no are no pick, anything else is one; whoever wrote something into a
    text beside the options has picked that. The base is whoever has any value: all who were shown
    the question where a no is written, else all who picked any.
    """
    cells = [
        recode(frame[one.name], _as_written if is_text_of_option(one) else _as_pick).codes
        for one in columns
    ]
    coded = np.stack(cells, axis=1)
    labels = tuple(column.option for column in columns)
    base: Mask = np.asarray((coded >= 0).any(axis=1))
    picks = Picks(labels, coded == 1, base, is_single=False)
    return _reading(picks, _none_picked_note(picks, has_no=bool((coded == 0).any())))


def is_picked(series: "pl.Series") -> Mask:
    """Return in which rows the option of a column is picked."""
    picked: Mask = recode(series, _as_pick).codes == 1
    return picked


def _reading(picks: Picks, notes: tuple[str, ...]) -> Reading:
    return choice_reading(picks, int((~picks.base).sum()), notes)


def _as_pick(value: str) -> int:
    return int(value.casefold() not in _NOT_PICKED)


def _as_written(value: str) -> int:
    return NONE if is_apart(value) or not _as_pick(value) else 1


def _none_picked_note(picks: Picks, *, has_no: bool) -> tuple[str, ...]:
    if not has_no:
        return (
            "Shares are of those who picked something: the file does not tell who saw the "
            "question and picked nothing.",
        )
    idle: Mask = picks.base & ~picks.picked.any(axis=1)
    count = int(idle.sum())
    return (f"{count:,} of them picked nothing.",) if count else ()


def _pieces(cell: "pl.Expr", column: Column) -> "pl.Expr":
    """Split cells; options that hold the separator stand aside as tokens while that is done."""
    import polars as pl

    mark = column.separator.strip() or column.separator
    if not mark:  # whoever says that a column has several picks need not say how they are parted
        return cell.str.split(";").list.eval(_named(pl.element().str.strip_chars(), {}))
    around = rf"\s*{re.escape(mark)}\s*"
    whole = pl.lit(mark) + cell.str.replace_all(around, mark.replace("$", "$$")) + pl.lit(mark)
    tokens = _tokens(column.options, mark)
    for option, token in tokens.items():
        tight = mark + re.sub(around, lambda _: mark, option) + mark
        whole = whole.str.replace_all(tight, f"{mark}{token}{mark}", literal=True)
    inner = whole.str.strip_prefix(mark).str.strip_suffix(mark)
    return inner.str.split(mark).list.eval(_named(pl.element().str.strip_chars(), tokens))


def _named(piece: "pl.Expr", tokens: dict[str, str]) -> "pl.Expr":
    import polars as pl

    options = {token: option for option, token in tokens.items()}
    named = piece.replace(options) if options else piece
    return pl.when(named != "").then(named)


def _tokens(options: Sequence[str], mark: str) -> dict[str, str]:
    """Return tokens of options that hold the mark; long ones first, as they may hold others."""
    holding = sorted({option.strip() for option in options if mark in option}, key=len)
    return {option: f"\ue000{at}\ue000" for at, option in enumerate(reversed(holding))}
