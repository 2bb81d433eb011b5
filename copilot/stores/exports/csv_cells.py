"""CSV that spreadsheets and importers read alike, and in which no cell is a formula."""

import csv
import io
import re
from collections.abc import Iterable, Sequence

_FORMULA = re.compile(r"[\s\u200b\u200e\u200f\ufeff]*[=+\-@＝＋－＠]|[\t\r\n]")
"""How a cell begins that a spreadsheet might calculate; blanks before it are passed over."""


def guarded(cell: str) -> str:
    """Return a cell that is text to every spreadsheet: an apostrophe stands before a formula."""
    return f"'{cell}" if _FORMULA.match(cell) else cell


def csv_bytes(header: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """Return a CSV file in UTF-8, as RFC 4180 has it; every row has every cell.

    Args:
        header: Names of the columns.
        rows: As many cells each.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(header)
    for row in rows:
        writer.writerow([guarded(cell) for cell in row])
    return text.getvalue().encode("utf-8")
