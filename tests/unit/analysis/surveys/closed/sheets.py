"""Frames as an export has them: text cells, blank where there is no answer."""

from collections.abc import Sequence

import polars as pl

from copilot.domain.survey_parts import Column, ColumnType


def cells(*values: str | None) -> pl.Series:
    return pl.Series("cells", values, dtype=pl.String)


def sheet(**columns: Sequence[str | None]) -> pl.DataFrame:
    return pl.DataFrame(
        [pl.Series(name, list(values), dtype=pl.String) for name, values in columns.items()]
    )


def column(name: str, type: ColumnType, options: str = "", apart: str = "") -> Column:
    """Return a column; options and what is apart are written with bars between them."""
    return Column(
        name=name,
        type=type,
        confidence=1.0,
        options=tuple(options.split("|")) if options else (),
        apart=tuple(apart.split("|")) if apart else (),
    )
