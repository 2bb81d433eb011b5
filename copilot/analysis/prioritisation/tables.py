"""Find the table in a text: Markdown, CSV, TSV, JSON or YAML, told by its looks."""

import csv
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from copilot.analysis.prioritisation.columns import column_of, columns_of
from copilot.analysis.prioritisation.records import (
    looks_like_json,
    looks_like_yaml,
    read_json,
    read_yaml,
)
from copilot.analysis.untrusted import one_line
from copilot.errors import InputError

HINT = "Give a table with a column “item” and the inputs of one framework, or a list of items."
SEARCHED = 15
"""Lines in which a table of separated values has to begin."""
LONGEST_LINE = 4_000
"""Characters of a header, and of the rule below it."""
_RULE = re.compile(r"\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*")
_PIPE = re.compile(r"(?<!\\)\|")


class Table(NamedTuple):
    """Rows by column name, and what stands around them."""

    rows: list[dict[str, str]]
    around: str = ""
    """The text outside the table."""
    unused: tuple[str, ...] = ()
    """Headers that stand for nothing known."""


def read_table(text: str) -> Table | None:
    """Return the table of a text; None where it holds none.

    Raises:
        InputError: It looks like JSON, YAML or a table, and cannot be read as such.
    """
    if looks_like_json(text):
        return _from_records(read_json(text))
    lines = text.splitlines()
    rule = next((at for at, line in enumerate(lines) if at and _is_rule(lines, at)), None)
    if rule is not None:
        return _markdown(lines, rule)
    found = _separated(lines)
    if found is not None:
        return found
    return _from_records(read_yaml(text)) if looks_like_yaml(text) else None


def _is_rule(lines: Sequence[str], at: int) -> bool:
    line = lines[at].strip()
    return "|" in lines[at - 1] and 0 < len(line) < LONGEST_LINE and bool(_RULE.fullmatch(line))


def _markdown(lines: Sequence[str], rule: int) -> Table:
    header = _cells(lines[rule - 1])
    end = next((at for at in range(rule + 1, len(lines)) if "|" not in lines[at]), len(lines))
    rows = [_cells(line) for line in lines[rule + 1 : end]]
    around = "\n".join([*lines[: rule - 1], *lines[end:]])
    if len(header) == 1 or all(";" in cell for cell in header[:1]):
        return _resplit([header, *rows], around)
    return _table(header, rows, around)


def _resplit(rows: Sequence[Sequence[str]], around: str) -> Table:
    """Read cells that were separated by semicolons and cut at commas before they came here."""
    lines = [",".join(filter(None, row)) for row in rows]
    again = _separated(lines)
    return again._replace(around=around) if again else _table(rows[0], rows[1:], around)


def _cells(line: str) -> list[str]:
    inner = line.strip()
    inner = inner[1:] if inner.startswith("|") else inner
    inner = inner[:-1] if inner.endswith("|") and not inner.endswith("\\|") else inner
    return [cell.strip().replace("\\|", "|") for cell in _PIPE.split(inner)]


def _separated(lines: Sequence[str]) -> Table | None:
    for at, line in enumerate(lines[:SEARCHED]):
        for mark in "\t;,":
            if _names_columns(line, mark):
                header, *rows = _split(lines[at:], mark)
                _require_width(header, rows)
                return _table(header, rows, "\n".join(lines[:at]))
    return None


def _require_width(header: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Raise InputError where a row has more cells than the header, as of `1,000` without quotes."""
    for number, row in enumerate(rows, start=1):
        if any(row[len(header) :]):
            raise InputError(
                f"Row {number} ({one_line(row[0], 40)}) has {len(row)} cells and the header has"
                f" {len(header)}.",
                hint="Put cells that hold the separator, such as 1,000, between quotes.",
            )


def _names_columns(line: str, mark: str) -> bool:
    """Tell whether a line is a header: two columns that are known, no more that are not."""
    if len(line) > LONGEST_LINE:
        return False
    cells = next(iter(_split([line], mark)), [])
    known = [column for column in map(column_of, cells) if column]
    return len(set(known)) >= 2 and len(known) * 2 >= len(cells)


def _split(lines: Sequence[str], mark: str) -> Iterator[list[str]]:
    try:
        for row in csv.reader([f"{line}\n" for line in lines], delimiter=mark):
            cells = [cell.strip() for cell in row]
            if any(cells):
                yield cells
    except csv.Error as error:
        raise InputError(f"The table cannot be read: {error}.", hint=HINT) from error


def _from_records(records: Sequence[dict[str, str]]) -> Table:
    header = list(dict.fromkeys(name for record in records for name in record))
    rows = [[record.get(name, "") for name in header] for record in records]
    return _table(header, rows, "")


def _table(header: Sequence[str], rows: Sequence[Sequence[str]], around: str) -> Table:
    columns = _with_item(columns_of(header), header, rows)
    named = [
        {column: cell for column, cell in zip(columns, row, strict=False) if column}
        for row in rows
        if any(row)
    ]
    unused = (head for head, column in zip(header, columns, strict=True) if not column)
    return Table(named, around, tuple(head for head in unused if head))


def _with_item(
    columns: Sequence[str | None], header: Sequence[str], rows: Sequence[Sequence[str]]
) -> list[str | None]:
    """Take the first column of words for the items where none is called so.

    Raises:
        InputError: There is no column of words.
    """
    found = list(columns)
    if "item" in found:
        return found
    for at, column in enumerate(found):
        cells = [row[at] for row in rows if at < len(row) and row[at]]
        if column is None and cells and not any(cell[:1].isdigit() for cell in cells):
            found[at] = "item"
            return found
    if "id" in found:
        found[found.index("id")] = "item"
        return found
    raise InputError(
        f"No column names the items; there are: {', '.join(filter(None, header)) or 'none'}.",
        hint=HINT,
    )
