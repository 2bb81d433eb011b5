"""Read numbers as people and spreadsheets write them."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from copilot.analysis.surveys.closed.cells import LEAST_BASE, SMALL_BASE, quoted
from copilot.analysis.surveys.closed.coding import tally, text
from copilot.analysis.surveys.closed.intervals import mean_interval
from copilot.analysis.surveys.closed.reading import Mask, Numbers, Reading, Values
from copilot.domain.survey_closed import NumberResult
from copilot.domain.survey_parts import Column

if TYPE_CHECKING:
    import polars as pl

_LARGEST = 1e15
"""Beyond it a cell holds an identifier or a slip."""
_CURRENCY = (
    r"(?i)^([-+−]?)\s*(?:US\$|[A-Z]?[$€£¥₹]|usd|eur|gbp|chf|inr|jpy|cad|aud)\s*"
    r"|\s*(?:[$€£¥₹%]|usd|eur|gbp|chf|inr|jpy|cad|aud|percent)$"
)
_SPACES = r"[\s'’\u00a0\u2009\u202f]"
_PLAIN = r"^[-+]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][-+]?[0-9]{1,2})?$"
_COMMA_DECIMAL = (
    r"^[-+]?(?:[0-9]{1,3}(?:\.[0-9]{3})+,[0-9]+|[0-9]*,[0-9]{1,2}|[0-9]*,[0-9]{4,}|0,[0-9]+)$"
)
_DOT_DECIMAL = (
    r"^[-+]?(?:[0-9]{1,3}(?:,[0-9]{3})+\.[0-9]+|[0-9]*\.[0-9]{1,2}|[0-9]*\.[0-9]{4,}|0\.[0-9]+)$"
)
_COMMA_GROUPS = r"^[-+]?[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]*)?$"
_DOT_GROUPS = r"^[-+]?[0-9]{1,3}(?:\.[0-9]{3})+(?:,[0-9]*)?$"


def read_numbers(series: "pl.Series", column: Column) -> Reading | None:
    """Return mean, median and spread; None where no cell is a number."""
    values = numbers_in(series)
    aside = _is_aside(values, column.apart)
    values[aside] = np.nan
    known = values[~np.isnan(values)]
    if not known.size:
        return None
    blank = text(series).is_null().to_numpy()
    unread = np.isnan(values) & ~blank & ~aside & ~_named_aside(series, column.apart)
    notes = (*_notes(known.size), *_aside_note(int(aside.sum())), *_unread(series, unread))
    return Reading(_result(known), known.size, int(blank.sum()), notes, Values(values))


def numbers_in(series: "pl.Series") -> Numbers:
    """Return the number in each cell, NaN where there is none.

    `1,234`, `1.234,5`, `$12`, `12 %`, `1 200` and `-3` are read; `12 %` as 12. A lone comma
    or dot before three digits is read as the rest of the column writes its decimals.
    """
    import polars as pl

    bare = text(series).str.replace_all(_CURRENCY, "$1").str.replace("−", "-", literal=True)
    tight = bare.str.replace_all(_SPACES, "")
    has_comma = bool(tight.str.contains(_COMMA_DECIMAL).any())
    is_comma_decimal = has_comma and not tight.str.contains(_DOT_DECIMAL).any()
    plain = _with_dots(tight.rename("cell"), is_comma_decimal=is_comma_decimal)
    number = plain.set(~plain.str.contains(_PLAIN).fill_null(False), None)
    values = number.cast(pl.Float64).fill_null(float("nan")).to_numpy().copy()
    values[np.abs(values) > _LARGEST] = np.nan
    return values


def _with_dots(cells: "pl.Series", *, is_comma_decimal: bool) -> "pl.Series":
    """Return numbers with a dot before decimals and nothing between thousands."""
    import polars as pl

    cell = pl.col("cell")
    from_comma = cell.str.replace_all(".", "", literal=True).str.replace(",", ".", literal=True)
    from_dot = cell.str.replace_all(",", "", literal=True)
    comma_first = cell.str.contains(_COMMA_DECIMAL)
    dot_groups, comma_groups = cell.str.contains(_DOT_GROUPS), cell.str.contains(_COMMA_GROUPS)
    is_repeated = cell.str.count_matches(".", literal=True) > 1
    to_comma = comma_first | (dot_groups & (pl.lit(is_comma_decimal) | is_repeated))
    if is_comma_decimal:
        to_comma = to_comma | cell.str.contains(r"^[-+]?[0-9]+,[0-9]+$")
    chosen = pl.when(to_comma).then(from_comma).when(comma_groups).then(from_dot).otherwise(cell)
    return cells.to_frame().select(chosen).to_series()


def _is_aside(values: Numbers, apart: Sequence[str]) -> Mask:
    import polars as pl

    codes = numbers_in(pl.Series(list(apart), dtype=pl.String))
    return np.isin(values, codes[~np.isnan(codes)])


def _named_aside(series: "pl.Series", apart: Sequence[str]) -> Mask:
    names = [name.strip().lower() for name in apart]
    return text(series).str.to_lowercase().is_in(names).fill_null(False).to_numpy()


def _result(known: Numbers) -> NumberResult:
    mean, n = float(known.mean()), known.size
    sd = float(known.std(ddof=1)) if n > 1 else None
    low, median, high = map(float, np.quantile(known, [0.25, 0.5, 0.75]))
    return NumberResult(
        mean=mean,
        ci=None if sd is None else mean_interval(mean, sd, n),
        median=median,
        quartiles=(low, high),
        sd=sd,
        least=float(known.min()),
        most=float(known.max()),
    )


def _notes(n: int) -> tuple[str, ...]:
    if n < LEAST_BASE:
        return (f"Only {n} numbers: too few to speak of others.",)
    return (f"Only {n} numbers: read the mean with care.",) if n < SMALL_BASE else ()


def _aside_note(count: int) -> tuple[str, ...]:
    return (f"{count:,} codes that are no amount were left out.",) if count else ()


def _unread(series: "pl.Series", unread: Mask) -> tuple[str, ...]:
    count = int(unread.sum())
    if not count:
        return ()
    return (f"{count:,} answers are no number: {quoted(tally(series.filter(unread)))}.",)
