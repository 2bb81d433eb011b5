"""Read dates in the forms that exports have."""

from typing import TYPE_CHECKING

from copilot.analysis.surveys.closed.cells import quoted
from copilot.analysis.surveys.closed.coding import tally, text
from copilot.analysis.surveys.closed.reading import Reading
from copilot.domain.survey_closed import DateResult

if TYPE_CHECKING:
    import polars as pl

_YEAR_FIRST = r"^([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})(?:[^0-9].*)?$"
_YEAR_LAST = r"^([0-9]{1,2})([-/.])([0-9]{1,2})[-/.]([0-9]{4}|[0-9]{2})(?:[^0-9].*)?$"
_SPELT = (
    (
        r"(?i)^(?:[a-z]+,? )?([0-9]{1,2})(?:st|nd|rd|th)?\.? ([a-z]{3})[a-z]*\.?,? ([0-9]{4})",
        (1, 2, 3),
    ),
    (
        r"(?i)^(?:[a-z]+,? )?([a-z]{3})[a-z]*\.? ([0-9]{1,2})(?:st|nd|rd|th)?,? ([0-9]{4})",
        (2, 1, 3),
    ),
)


def read_dates(series: "pl.Series") -> Reading | None:
    """Return the first and the last day; None where no cell is a date."""
    cells = text(series)
    days, note = days_in(cells)
    known = days.drop_nulls()
    if known.is_empty():
        return None
    unread = cells.filter(cells.is_not_null() & days.is_null())
    notes = (note,) if note else ()
    if unread.len():
        notes = (*notes, f"{unread.len():,} answers are no date: {quoted(tally(unread))}.")
    result = DateResult(first=str(known.min()), last=str(known.max()))
    return Reading(result, known.len(), cells.null_count(), notes, None)


def days_in(cells: "pl.Series") -> tuple["pl.Series", str]:
    """Return the day in each cell, null where there is none, and how unclear ones were read.

    Of `3/4/2025` the day stands first where any cell of the column has more than 12 there,
    or where dots stand between; else the month does, and the note says so.
    """
    import polars as pl

    frame = cells.rename("cell").to_frame()
    parts = frame.select(
        first=pl.col("cell").str.extract(_YEAR_LAST, 1).cast(pl.Int32),
        mark=pl.col("cell").str.extract(_YEAR_LAST, 2),
        second=pl.col("cell").str.extract(_YEAR_LAST, 3).cast(pl.Int32),
    )
    is_day_first = bool((parts["first"] > 12).any() or (parts["mark"] == ".").any())
    is_clear = is_day_first or bool((parts["second"] > 12).any())
    forms = [_year_first(), _year_last(is_day_first=is_day_first), *map(_spelt, _SPELT)]
    days = frame.select(pl.coalesce(forms).alias("day"))["day"]
    is_unclear = not is_clear and parts["first"].is_not_null().any()
    return days, "Dates such as 3/4 were read with the month first." if is_unclear else ""


def _year_first() -> "pl.Expr":
    return _day(*(_part(_YEAR_FIRST, at) for at in (1, 2, 3)), form="%Y-%m-%d")


def _year_last(*, is_day_first: bool) -> "pl.Expr":
    import polars as pl

    day, month = (1, 3) if is_day_first else (3, 1)
    year = _part(_YEAR_LAST, 4)
    full = pl.when(year.str.len_chars() == 2).then(pl.lit("20") + year).otherwise(year)
    return _day(full, _part(_YEAR_LAST, month), _part(_YEAR_LAST, day), form="%Y-%m-%d")


def _spelt(form: tuple[str, tuple[int, int, int]]) -> "pl.Expr":
    pattern, (day, month, year) = form
    name = _part(pattern, month).str.to_titlecase()
    return _day(_part(pattern, year), name, _part(pattern, day), form="%Y-%b-%d")


def _part(pattern: str, group: int) -> "pl.Expr":
    import polars as pl

    return pl.col("cell").str.extract(pattern, group)


def _day(year: "pl.Expr", month: "pl.Expr", day: "pl.Expr", *, form: str) -> "pl.Expr":
    import polars as pl

    return pl.concat_str([year, month, day], separator="-").str.to_date(form, strict=False)
