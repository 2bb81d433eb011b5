"""Sheets of a workbook: the values that formulas had when it was saved."""

import re
from pathlib import Path
from typing import TYPE_CHECKING

from copilot.errors import InputError
from copilot.stores.surveys.archive_guard import require_harmless
from copilot.stores.surveys.opening import require_file, sha256_of
from copilot.stores.surveys.separated import RawRows

if TYPE_CHECKING:
    import polars as pl
    from fastexcel import ExcelReader

_MIDNIGHT = r"^(\d{4}-\d{2}-\d{2}) 00:00:00(\.0+)?$"
_TIME_ALONE = r"^1899-12-3[01] (\d{2}:\d{2}:\d{2})(\.0+)?$"
_MANY_SHEETS = 5


def read_workbook(path: Path) -> RawRows:
    """Return the rows of the first visible sheet that has any.

    Raises:
        InputError: It is missing, damaged, protected, dangerous to unpack, or empty.
    """
    require_file(path)
    if path.suffix.lower() != ".xls":
        require_harmless(path)
    import fastexcel

    try:
        reader = fastexcel.read_excel(path)
        name, frame = _first_filled(reader, path)
    except fastexcel.FastExcelError as error:
        raise InputError(
            f"{path} cannot be read as a workbook: {_first_line(error)}.",
            hint="Save it again as .xlsx, or export the sheet as CSV.",
        ) from error
    return RawRows(_as_written(frame), sha256_of(path), _remarks(reader.sheet_names, name))


def _first_filled(reader: "ExcelReader", path: Path) -> "tuple[str, pl.DataFrame]":
    hidden: list[tuple[str, pl.DataFrame]] = []
    for name in reader.sheet_names:
        sheet = reader.load_sheet(name, header_row=None, dtypes="string")
        if not (sheet.height and sheet.width):
            continue
        if sheet.visible == "visible":
            return name, sheet.to_polars()
        hidden.append((name, sheet.to_polars()))
    if hidden:
        return hidden[0]
    raise InputError(f"{path} holds no cells.", hint="Export the survey again.")


def _as_written(frame: "pl.DataFrame") -> "pl.DataFrame":
    """Write a date as a date and a time as a time, as one would by hand."""
    import polars as pl

    cells = pl.all().cast(pl.String)
    return frame.select(cells.str.replace(_MIDNIGHT, "$1").str.replace(_TIME_ALONE, "$1"))


def _remarks(names: list[str], taken: str) -> tuple[str, ...]:
    others = [name for name in names if name != taken]
    if not others:
        return ()
    shown = ", ".join(others[:_MANY_SHEETS]) + (", …" if len(others) > _MANY_SHEETS else "")
    return (f"Sheet {taken} was read, of {len(names)}; not read: {shown}.",)


def _first_line(error: Exception) -> str:
    line = (str(error).strip().splitlines() or ["damaged"])[0]
    return re.sub(r"[.\s]+$", "", line)
