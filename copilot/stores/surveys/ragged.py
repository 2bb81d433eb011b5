"""Rows with too many or too few cells, stray quotes, old encodings: made fit, and counted."""

import csv
import io
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Literal, NamedTuple

from copilot.errors import InputError
from copilot.stores.surveys.opening import Opened

if TYPE_CHECKING:
    import polars as pl

_LONGEST_CELL = 50_000_000
_LOOKED_AT = 1_000
_SHOWN = 5


class _Dialect(NamedTuple):
    """How quotes are read."""

    quoting: Literal[0, 1, 2, 3] = csv.QUOTE_MINIMAL
    escape: str | None = None
    spaced: bool = False
    """Whether blanks stand before quotes."""


class _Shape(NamedTuple):
    """What most rows are like."""

    width: int
    longest: int
    """The column with the longest texts, where an unquoted separator most likely stands."""


def repaired_rows(
    opened: Opened, separator: str, *, skip: int = 0
) -> "tuple[pl.DataFrame, tuple[str, ...]]":
    """Return rows of one width, with remarks on how many were mended.

    A row that is too long has its surplus joined where the longest texts stand; one that is too
    short is filled with blanks. Blank lines are left out.

    Args:
        opened: The file.
        separator: What stands between cells.
        skip: Lines at the top that are no rows.

    Raises:
        InputError: It cannot be read as rows at all.
    """
    with _long_cells():
        return _all_mended(opened, separator, skip)


@contextmanager
def _long_cells() -> Iterator[None]:
    """Let the csv module read cells of any length; its limit is one for the whole process."""
    before = csv.field_size_limit(min(_LONGEST_CELL, sys.maxsize))
    try:
        yield
    finally:
        csv.field_size_limit(before)


def _all_mended(
    opened: Opened, separator: str, skip: int
) -> "tuple[pl.DataFrame, tuple[str, ...]]":
    dialect = _dialect_of(opened, separator, skip)
    counts: Counter[str] = Counter()
    places: dict[str, list[int]] = {"long": [], "short": []}
    shape = _shape(_read(opened, separator, dialect, skip))
    written = io.StringIO(newline="")
    writer = csv.writer(written, quoting=csv.QUOTE_ALL)
    for number, row in enumerate(_read(opened, separator, dialect, skip, counts)):
        writer.writerow(_fitted(row, shape, separator, number, places))
    return _parsed(opened, written), _remarks(counts, places)


def _read(
    opened: Opened,
    separator: str,
    dialect: _Dialect,
    skip: int = 0,
    counts: Counter[str] | None = None,
) -> Iterator[list[str]]:
    with opened.path.open(encoding=opened.encoding, newline="", errors="replace") as file:
        reader = csv.reader(
            _tidied(file),
            delimiter=separator,
            skipinitialspace=dialect.spaced,
            quoting=dialect.quoting,
            escapechar=dialect.escape,
            doublequote=dialect.escape is None,
        )
        try:
            for index, row in enumerate(reader):
                if row and index >= skip:
                    yield row
                elif counts is not None and not row:
                    counts["blank"] += 1
        except csv.Error as error:
            raise InputError(
                f"{opened.path}, line {reader.line_num}: {error}.",
                hint="Mend that line, or export the survey again as CSV (UTF-8).",
            ) from error


def _tidied(lines: Iterable[str]) -> Iterator[str]:
    for line in lines:
        # Where the mark of the byte order was written twice, it is no letter of the first name.
        yield line.lstrip("\ufeff")


def _dialect_of(opened: Opened, separator: str, skip: int) -> _Dialect:
    """Return how quotes are best read: the way that leaves the fewest odd rows."""
    with opened.path.open(encoding=opened.encoding, newline="", errors="replace") as file:
        head = file.read(1_000_000)
    plain = _Dialect(spaced=f'{separator} "' in head)
    dialects = [plain]
    if '\\"' in head:
        dialects.append(plain._replace(escape="\\"))
    if head.count('"') % 2 or _faults(opened, separator, dialects[0], skip):
        dialects.append(_Dialect(csv.QUOTE_NONE))
    if len(dialects) == 1:
        return dialects[0]
    return min(dialects, key=lambda one: _faults(opened, separator, one, skip))


def _faults(opened: Opened, separator: str, dialect: _Dialect, skip: int) -> int:
    """Count rows of an unusual width, and rows that seem to be swallowed by a quote."""
    rows = list(_some(_read(opened, separator, dialect, skip)))
    usual = _usual_width(rows)
    odd = sum(len(row) != usual for row in rows)
    return odd + sum(_swallowed(cell, separator, usual) for row in rows for cell in row)


def _swallowed(cell: str, separator: str, width: int) -> int:
    if width < 2 or "\n" not in cell:
        return 0
    return sum(line.count(separator) >= width - 1 for line in cell.splitlines())


def _some(rows: Iterator[list[str]]) -> Iterator[list[str]]:
    for _, row in zip(range(_LOOKED_AT), rows, strict=False):
        yield row


def _usual_width(rows: Sequence[Sequence[str]]) -> int:
    widths = Counter(len(row) for row in rows)
    return max(widths, key=lambda width: (widths[width], width)) if widths else 0


def _shape(rows: Iterator[list[str]]) -> _Shape:
    looked_at = list(_some(rows))
    width = _usual_width(looked_at)
    # A header tells the width where rows end early because their last cells are blank.
    header = len(looked_at[0]) if looked_at else 0
    if any(len(row) < header for row in looked_at) and width < header:
        width = header
    sound = [row for row in looked_at if len(row) == width]
    lengths = [sum(len(row[place]) for row in sound) for place in range(width)]
    return _Shape(width, lengths.index(max(lengths)) if lengths else 0)


def _fitted(
    row: list[str], shape: _Shape, separator: str, number: int, places: dict[str, list[int]]
) -> list[str]:
    surplus = len(row) - shape.width
    if surplus < 0:
        places["short"].append(number)
        return row + [""] * -surplus
    if surplus == 0:
        return row
    if not any(cell.strip() for cell in row[shape.width :]):
        return row[: shape.width]
    places["long"].append(number)
    end = shape.longest + surplus + 1
    joined = separator.join(row[shape.longest : end])
    return [*row[: shape.longest], joined, *row[end:]]


def _parsed(opened: Opened, written: io.StringIO) -> "pl.DataFrame":
    import polars as pl

    data = written.getvalue().encode("utf-8", errors="replace")
    written.close()
    try:
        return pl.read_csv(data, has_header=False, infer_schema=False)
    except pl.exceptions.PolarsError as error:
        raise InputError(
            f"{opened.path} cannot be read as a table.",
            hint="Export the survey again as CSV (UTF-8).",
        ) from error


def _remarks(counts: Counter[str], places: dict[str, list[int]]) -> tuple[str, ...]:
    remarks = []
    if counts["blank"]:
        remarks.append(_counted(counts["blank"], "blank line") + " left out.")
    for kind, done in (
        ("long", "too many cells: the surplus was joined to the longest text"),
        ("short", "too few cells: the rest was taken as blank"),
    ):
        if numbers := places[kind]:
            shown = ", ".join(str(number or "of names") for number in numbers[:_SHOWN])
            more = ", …" if len(numbers) > _SHOWN else ""
            remarks.append(f"{_counted(len(numbers), 'row')} with {done} (row {shown}{more}).")
    return tuple(remarks)


def _counted(count: int, what: str) -> str:
    return f"{count} {what}{'' if count == 1 else 's'}"
