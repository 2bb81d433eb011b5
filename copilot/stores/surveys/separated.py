"""Tables in text: the separator is found, and rows that do not fit are repaired."""

import csv
import io
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

from copilot.errors import InputError
from copilot.stores.surveys.opening import Opened, open_text
from copilot.stores.surveys.ragged import repaired_rows

if TYPE_CHECKING:
    import polars as pl

_SEPARATORS = (",", ";", "\t", "|")
_NAMES = {",": "comma", ";": "semicolon", "\t": "tab", "|": "vertical bar"}
_NONE = "\x1f"
"""Stands in no text, so that a single column stays one."""
_SAMPLE_CHARACTERS = 200_000
_SAMPLE_ROWS = 60
_TITLE_ROWS = 10
_STEADY = 0.6
"""The share of rows that have as many cells as most, at the least."""


class RawRows(NamedTuple):
    """Rows as they stand, the header among them; blank cells may be null or empty."""

    frame: "pl.DataFrame"
    sha256: str
    remarks: tuple[str, ...] = ()


def read_separated(path: Path) -> RawRows:
    """Return the rows of a CSV or TSV file.

    Raises:
        InputError: It is missing, empty, binary, or no table can be made of it.
    """
    opened = open_text(path)
    sample = _sample(opened)
    told = sample.startswith("sep=") and sample[4:5] in _SEPARATORS
    separator = sample[4:5] if told else separator_of(sample)
    remarks = _told(opened, separator)
    frame = None if told else _at_once(opened, separator)
    if frame is None:
        frame, more = repaired_rows(opened, separator, skip=1 if told else 0)
        remarks = (*remarks, *more)
    return RawRows(frame, opened.sha256, remarks)


def separator_of(sample: str) -> str:
    """Return what stands between cells: of those that give steady rows, the one with most."""
    for quoting in (csv.QUOTE_MINIMAL, csv.QUOTE_NONE):  # a stray quote may hide all separators
        steadiness = {one: _steadiness(_widths(sample, one, quoting)) for one in _SEPARATORS}
        best = max(steadiness, key=lambda one: steadiness[one])
        if steadiness[best][0] >= _STEADY:
            return best
    return _NONE


def _steadiness(widths: list[int]) -> tuple[float, int]:
    wide = [width for width in widths if width > 1]
    if not wide:
        return 0.0, 0
    usual = max(set(wide), key=lambda width: (wide.count(width), width))
    first = widths.index(usual)
    # Above a header stand titles at most: a text with a comma now and then is one column.
    if first and (usual < 3 or first > min(_TITLE_ROWS, len(widths) / 2)):
        return 0.0, 0
    rows = widths[first:]
    fitting = sum(width == usual for width in rows) / len(rows)
    return round(fitting, 1), usual


def _widths(sample: str, separator: str, quoting: Literal[0, 3]) -> list[int]:
    rows = csv.reader(
        io.StringIO(sample, newline=""),
        delimiter=separator,
        skipinitialspace=True,
        quoting=quoting,
    )
    widths: list[int] = []
    try:
        for row in rows:
            if row:
                widths.append(len(row))
            if len(widths) >= _SAMPLE_ROWS:
                return widths
    except csv.Error:
        return widths
    # Where the sample ends within the file, its last row is cut.
    cut = len(sample) >= _SAMPLE_CHARACTERS and len(widths) > 1
    return widths[:-1] if cut else widths


def _sample(opened: Opened) -> str:
    # Where a damaged byte stands, the repair will meet it again and say so.
    with opened.path.open(encoding=opened.encoding, newline="", errors="replace") as file:
        sample = file.read(_SAMPLE_CHARACTERS)
    if not sample.strip('\ufeff \t\r\n,;|"'):
        raise InputError(
            f"{opened.path} holds no text, only blank cells.", hint="Export the survey again."
        )
    return sample.removeprefix("\ufeff")


def _at_once(opened: Opened, separator: str) -> "pl.DataFrame | None":
    """Return the rows as polars reads them; None where a row does not fit."""
    if opened.encoding not in {"utf-8", "utf-8-sig"}:
        return None
    import polars as pl

    try:
        frame = pl.read_csv(
            opened.path,
            has_header=False,
            infer_schema=False,
            separator=separator,
            missing_columns="raise",
            extra_columns="raise",
            glob=False,
        )
    except pl.exceptions.PolarsError:
        return None
    return None if _may_be_misread(frame) else frame


def _may_be_misread(frame: "pl.DataFrame") -> bool:
    """Whether a quote may have swallowed rows, or a blank or old-style line end is in the way."""
    import polars as pl

    if frame.is_empty():
        return True
    signs = frame.lazy().select(
        pl.any_horizontal(pl.all().str.contains("\r", literal=True).any()).alias("return"),
        pl.any_horizontal(pl.all().str.contains("\n", literal=True).any()).alias("newline"),
        pl.all_horizontal(pl.all().is_null()).any().alias("blank"),
    )
    found = signs.collect().row(0, named=True)
    return bool(found["blank"]) or bool(found["return"] and not found["newline"])


def _told(opened: Opened, separator: str) -> tuple[str, ...]:
    remarks = []
    if opened.encoding not in {"utf-8", "utf-8-sig"}:
        remarks.append(f"Read as {opened.encoding}, since it is not UTF-8.")
    if separator not in {",", _NONE}:
        remarks.append(f"Cells are separated by a {_NAMES[separator]}.")
    return tuple(remarks)
