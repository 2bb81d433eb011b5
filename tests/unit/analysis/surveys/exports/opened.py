"""Exports with our results of them, and with their cells as pandas reads them."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import numpy as np
import pandas as pd

from copilot.analysis.surveys.closed.drivers import Driver, drivers
from copilot.analysis.surveys.closed.results import closed_results
from copilot.domain.survey_closed import Closed
from copilot.domain.survey_parts import Column
from copilot.stores.surveys.reading import read_table
from tests.unit.analysis.surveys.exports import by_pandas, made_up

REAL = Path(made_up.__file__).parent / "jupyter-notebook-ux-2015-closed.csv"
OFTEN = ("Less often than monthly", "Monthly", "Weekly", "Daily")
YEARS = ("Less than 1 year", "1 year", "2-5 years", "5+ years")
REACH = (
    "Under ten", "Tens", "Hundreds", "Thousands", "Tens of thousands",
    "Hundreds of thousands or more",
)  # fmt: skip
WORDS = "Select all the words that best describe Jupyter Notebook."


class Export(NamedTuple):
    """A file, what its columns hold, and by which it is compared."""

    cells: pd.DataFrame
    columns: dict[str, Column]
    segments: tuple[str, ...]
    results: dict[str, Closed]
    driving: list[Driver]


def opened(path: Path, columns: Sequence[Column], segments: Sequence[str], outcome: str) -> Export:
    """Return a file with our results of it, and with its cells as pandas reads them."""
    cells = pd.read_csv(path, dtype=str, keep_default_na=False).replace(
        r"^\s*$", np.nan, regex=True
    )
    frame = read_table(path).frame
    cells.columns = pd.Index(frame.columns)
    results = closed_results(frame, columns, segments)
    by_name = {one.name: one for one in columns}
    found = drivers(frame, columns, by_name[outcome], 1) if outcome else ()
    named = {one.column: one for one in results}
    return Export(cells, by_name, tuple(segments), named, [*found])


@cache
def exports() -> dict[str, Export]:
    """Return the three files."""
    real = read_table(REAL).frame.columns
    kinds = {0: "single", 2: "segment", 3: "single"}
    scales = {1: OFTEN, 5: YEARS, 6: REACH}
    columns = [
        Column(name=name, type="likert", options=scales[at])
        if at in scales
        else Column(name=name, type="multi", separator=";")
        if name == WORDS
        else Column.model_validate({"name": name, "type": kinds[at]})
        for at, name in enumerate(real)
    ]
    with TemporaryDirectory() as folder:
        product, course = Path(folder) / "product.csv", Path(folder) / "course.csv"
        made_up.nps_export(product)
        made_up.course_export(course)
        return {
            "real": opened(REAL, columns, [real[2], real[5]], real[1]),
            "product": opened(product, PRODUCT, ["Plan", "Role"], made_up.RECOMMEND),
            "course": opened(course, COURSE, ["Course", "Mode"], "Hours"),
        }


PRODUCT = [
    Column(name="Plan", type="segment"),
    Column(name="Role", type="single", options=("Owner", "Bookkeeper", "Accountant")),
    Column(name=made_up.RECOMMEND, type="nps"),
    Column(
        name=made_up.SUPPORT, type="likert", options=made_up.SATISFIED, apart=("Not applicable",)
    ),
    Column(name=made_up.USED, type="multi", separator=";"),
    Column(name="Seats", type="number"),
]
COURSE = [
    Column(name="Course", type="segment"),
    Column(name="Mode", type="segment"),
    *(
        Column(name=text, type="likert", options=made_up.AGREE, is_reversed=key == "Wasted")
        for key, text in made_up.ITEMS.items()
    ),
    *(
        Column(name=f"Used: {one}", type="multi", question="Used", option=one)
        for one in made_up.MATERIALS
    ),
    Column(name="Hours", type="number"),
]
NAMES = ("real", "product", "course")


def picks_of(export: Export, name: str) -> pd.DataFrame:
    """Return who picked what of a single choice or a multi-select; NaN for who does not count."""
    column = export.columns.get(name)
    if column is None:
        seen = export.cells[[f"{name}: {one}" for one in made_up.MATERIALS]]
        picked = (seen == "1").astype(float).set_axis(list(made_up.MATERIALS), axis=1)
        return picked.where(seen.notna().any(axis=1))
    cells = export.cells[name].str.strip()
    if column.type == "multi":
        picked = cells.str.replace(r"\s*;\s*", ";", regex=True).str.get_dummies(";")
        return picked.astype(float).where(cells.notna())
    named = {one.casefold(): one for one in column.options}
    merged = cells.map(lambda cell: named.get(str(cell).casefold(), cell), na_action="ignore")
    return pd.get_dummies(merged).astype(float).where(merged.notna())


def values_of(export: Export, closed: Closed) -> pd.Series:
    """Return what is ranked of a scale, a score or a number."""
    cells = export.cells[closed.column]
    if closed.type == "nps":
        return by_pandas.score_of(cells)
    if closed.type == "likert":
        return by_pandas.steps_of(cells, export.columns[closed.column].options)
    return cells.str.replace(",", "").astype(float)


def table_of(picks: pd.DataFrame, groups: pd.Series) -> pd.DataFrame:
    """Return how many of each large group picked what, the largest group first."""
    names = by_pandas.large(groups, picks.notna().any(axis=1))
    return picks.groupby(groups).sum().loc[names].astype(int)
