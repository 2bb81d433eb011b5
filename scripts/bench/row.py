"""A measured figure beside its budget, and tables of them."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
KEPT = ROOT / "build" / "bench"
"""Where vectors are kept from one run to the next."""


class Row(NamedTuple):
    """One line of the table."""

    what: str
    measured: str
    budget: str = ""
    remark: str = ""


def print_table(title: str, rows: Iterable[Row]) -> None:
    """Print the rows under a title, columns aligned."""
    table = [Row("what", "measured", "budget", "remark"), *rows]
    widths = [max(len(row[column]) for row in table) for column in range(len(Row._fields))]
    print(f"\n{title}")
    for row in table:
        print(f"  {_line(row, widths)}", flush=True)


def _line(row: Sequence[str], widths: Sequence[int]) -> str:
    cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
    return "  ".join(cells).rstrip()
