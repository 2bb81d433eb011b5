"""Read a survey export, of whatever kind, into a table of text cells."""

from collections.abc import Callable
from pathlib import Path

from copilot.analysis.surveys.table import Table
from copilot.errors import InputError
from copilot.stores.surveys.headers import with_header
from copilot.stores.surveys.json_lines import read_json_lines
from copilot.stores.surveys.opening import require_file
from copilot.stores.surveys.separated import RawRows, read_separated
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

    Args:
        path: A `.csv`, `.tsv`, `.txt`, `.xlsx`, `.xls` or `.jsonl` file.

    Raises:
        InputError: It is missing, empty, binary, of another kind, or no table can be made of it.
    """
    require_file(path)
    suffix = path.suffix.lower()
    if suffix in _LINES:
        return _whole(read_json_lines(path), path)
    reader = _READERS.get(suffix)
    if reader is None:
        raise InputError(
            f"{path} is of kind {suffix or '(none)'}, which is not read as a survey.",
            hint="Export the survey as .csv, .tsv, .txt, .xlsx, .xls or .jsonl.",
        )
    raw = reader(path)
    frame, remarks = with_header(raw.frame)
    return _whole(Table(frame, raw.sha256, (*raw.remarks, *remarks)), path)


def _whole(table: Table, path: Path) -> Table:
    if not table.frame.width or not table.rows:
        raise InputError(
            f"{path} holds no answers: {_what_it_holds(table)}.", hint="Export the survey again."
        )
    if all(series.null_count() == table.rows for series in table.frame.iter_columns()):
        raise InputError(
            f"{path} holds no answers: all {table.rows} rows are blank.",
            hint="Export the survey again, with its answers.",
        )
    return table


def _what_it_holds(table: Table) -> str:
    return "it has a header and no rows" if table.frame.width else "all its cells are blank"
