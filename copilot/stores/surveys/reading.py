"""Read a survey export, of whatever kind, into a table of text cells."""

from collections.abc import Callable
from pathlib import Path

from copilot.analysis.surveys.table import Table
from copilot.errors import InputError
from copilot.stores.surveys.file_kinds import require_kind
from copilot.stores.surveys.headers import with_header
from copilot.stores.surveys.json_lines import read_json_lines
from copilot.stores.surveys.long_format import one_row_each
from copilot.stores.surveys.opening import require_file
from copilot.stores.surveys.separated import RawRows, read_separated
from copilot.stores.surveys.steady import steady
from copilot.stores.surveys.workbook import read_workbook

_READERS: dict[str, Callable[[Path], RawRows]] = {
    ".csv": read_separated,
    ".tsv": read_separated,
    ".tab": read_separated,
    ".txt": read_separated,
    ".xlsx": read_workbook,
    ".xlsm": read_workbook,
    ".xls": read_workbook,
}
_LINES = frozenset({".jsonl", ".ndjson"})


def read_table(path: Path) -> Table:
    """Return an export as a table: all cells text, blanks null, names unique.

    A file with a row for each answer is turned to a row for each respondent.

    Args:
        path: A `.csv`, `.tsv`, `.txt`, `.xlsx`, `.xls` or `.jsonl` file.

    Raises:
        InputError: It is missing, empty, binary, of another kind, changes while it is read, or
            no table can be made of it.
    """
    require_file(path)
    with steady(path):
        table = _as_written(path)
    _require_answers(table, path)
    frame, told = one_row_each(table.frame)
    return Table(frame, table.sha256, (*table.remarks, *told))


def _as_written(path: Path) -> Table:
    suffix = path.suffix.lower()
    reader = _READERS.get(suffix)
    if reader is None and suffix not in _LINES:
        raise InputError(
            f"{path} is of kind {suffix or '(none)'}, which is not read as a survey.",
            hint="Export the survey as .csv, .tsv, .txt, .xlsx, .xls or .jsonl.",
        )
    require_kind(path)
    if reader is None:
        return read_json_lines(path)
    raw = reader(path)
    frame, remarks = with_header(raw.frame)
    return Table(frame, raw.sha256, (*raw.remarks, *remarks))


def _require_answers(table: Table, path: Path) -> None:
    if not table.frame.width or not table.rows:
        raise InputError(
            f"{path} holds no answers: {_what_it_holds(table)}.", hint="Export the survey again."
        )
    if all(series.null_count() == table.rows for series in table.frame.iter_columns()):
        raise InputError(
            f"{path} holds no answers: all {table.rows} rows are blank.",
            hint="Export the survey again, with its answers.",
        )


def _what_it_holds(table: Table) -> str:
    return "it has a header and no rows" if table.frame.width else "all its cells are blank"
