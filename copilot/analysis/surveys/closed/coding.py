"""Turn text cells into codes, a distinct value at a time, so that rows need no loop."""

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    import polars as pl

Codes = NDArray[np.int64]
"""One code a row; -1 where there is none."""
NONE = -1


class Coded(NamedTuple):
    """A column as codes of its values."""

    codes: Codes
    labels: tuple[str, ...]

    @property
    def counts(self) -> Codes:
        """How many rows have each label."""
        return np.bincount(self.codes[self.codes >= 0], minlength=len(self.labels))


class Recoded(NamedTuple):
    """A column in codes that somebody gave to its values, and the values that got none."""

    codes: Codes
    unplaced: dict[str, int]
    """Values that are not blank and got -1, with how many rows have them."""


def text(series: "pl.Series") -> "pl.Series":
    """Return text without blanks around it; blank cells are null."""
    import polars as pl

    stripped = series.cast(pl.String).str.strip_chars()
    return stripped.set(stripped == "", None)


def code(series: "pl.Series") -> Coded:
    """Return codes of distinct values, the most frequent first, equal ones by alphabet."""
    values = tally(series)
    return Coded(_physical(text(series), list(values)), tuple(values))


def recode(series: "pl.Series", place: Callable[[str], int]) -> Recoded:
    """Return `place(value)` of every row; it is called once for each distinct value."""
    values = tally(series)
    places = np.array([*map(place, values), NONE], dtype=np.int64)
    codes = places[_physical(text(series), list(values))]
    unplaced = (pair for pair, at in zip(values.items(), places, strict=False) if at == NONE)
    return Recoded(codes, dict(unplaced))


def tally(series: "pl.Series") -> dict[str, int]:
    """Return how many rows have each value, the most frequent first; blanks are left out."""
    counts = text(series).drop_nulls().rename("value").value_counts(name="rows")
    ordered = counts.sort(["rows", "value"], descending=[True, False])
    return dict(zip(ordered["value"].to_list(), ordered["rows"].to_list(), strict=True))


def crosstab(groups: Codes, codes: Codes, shape: tuple[int, int]) -> Codes:
    """Return how many rows have each group (down) and code (across); blanks are left out."""
    both = (groups >= 0) & (codes >= 0)
    flat = groups[both] * shape[1] + codes[both]
    return np.bincount(flat, minlength=shape[0] * shape[1]).reshape(shape)


def _physical(series: "pl.Series", values: list[str]) -> Codes:
    import polars as pl

    coded = series.cast(pl.Enum(values)).to_physical().cast(pl.Int64)
    return coded.fill_null(NONE).to_numpy()
