"""Labels that a person gave: JSON lines of a row, a column and the keys of themes."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from copilot.domain.survey_themes import CodebookTheme
from copilot.errors import InputError
from copilot.stores.surveys.opening import open_text

_LIKE = 'Write a line such as {"row": 17, "column": "Why?", "themes": ["t1"]}'
_SHOWN = 20


class Labels(NamedTuple):
    """Whose answer has which themes."""

    of: dict[str, dict[int, frozenset[str]]]
    """Column, then row from 1, then keys; none where no theme fits."""
    remarks: tuple[str, ...] = ()


class _Line(NamedTuple):
    number: int
    row: int
    column: str
    keys: frozenset[str]


def read_labels(
    path: Path, themes: Sequence[CodebookTheme], rows: int, columns: Sequence[str]
) -> Labels:
    """Return the labels of a file, with rows counted from 1.

    A file that has a row 0 counts from 0 throughout, and is shifted.

    Args:
        path: JSON lines.
        themes: The code book that keys are of.
        rows: How many rows the survey has.
        columns: Its open questions; where there is one, lines need not name it.

    Raises:
        InputError: It is missing or malformed, or a line names a row, a column or a theme that
            is not there, or a row that another line has; the line is named.
    """
    keys = {theme.key for theme in themes}
    lines = [_line(path, number, raw, keys, columns) for number, raw in _objects(path)]
    if not lines:
        raise InputError(f"{path} has no labels.", hint=_LIKE)
    shift = int(any(line.row == 0 for line in lines))
    of: dict[str, dict[int, frozenset[str]]] = {}
    seen: dict[tuple[str, int], int] = {}
    for line in lines:
        row = line.row + shift
        if not 1 <= row <= rows:
            raise _wrong(path, line.number, f"row {line.row} is not there, of {rows} rows")
        if (line.column, row) in seen:
            before = seen[line.column, row]
            raise _wrong(path, line.number, f"row {line.row} was labelled in line {before} already")
        seen[line.column, row] = line.number
        of.setdefault(line.column, {})[row] = line.keys
    told = ("Rows of the labels are counted from 0 and were shifted by one.",) if shift else ()
    return Labels(of, told)


def _objects(path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    opened = open_text(path)
    with path.open(encoding=opened.encoding) as file:
        for number, line in enumerate(file, start=1):
            if not line.strip():
                continue
            try:
                raw = json.loads(line)
            except (ValueError, RecursionError) as error:
                raise _wrong(path, number, "it is no JSON") from error
            if not isinstance(raw, dict):
                raise _wrong(path, number, "it is no JSON object")
            yield number, raw


def _line(
    path: Path, number: int, raw: dict[str, Any], keys: set[str], columns: Sequence[str]
) -> _Line:
    row, themes = raw.get("row"), raw.get("themes")
    if isinstance(row, bool) or not isinstance(row, int):
        raise _wrong(path, number, "row is no whole number" if "row" in raw else "it has no row")
    if not isinstance(themes, list) or not all(isinstance(key, str) for key in themes):
        raise _wrong(path, number, "themes is no list of keys")
    unknown = sorted(set(themes) - keys)
    if unknown:
        what = f"theme {unknown[0]!r} is not in the code book, which has {_listed(sorted(keys))}"
        raise _wrong(path, number, what)
    return _Line(number, row, _column(path, number, raw.get("column"), columns), frozenset(themes))


def _column(path: Path, number: int, named: Any, columns: Sequence[str]) -> str:
    if named is None and len(columns) == 1:
        return columns[0]
    if named is None:
        raise _wrong(path, number, f"it has no column; open questions are {_listed(columns)}")
    if named not in columns:
        what = f"column {named!r} is no open question; there is {_listed(columns)}"
        raise _wrong(path, number, what)
    return str(named)


def _listed(names: Sequence[str]) -> str:
    more = f" and {len(names) - _SHOWN} more" if len(names) > _SHOWN else ""
    return (", ".join(names[:_SHOWN]) or "none") + more


def _wrong(path: Path, number: int, what: str) -> InputError:
    return InputError(f"{path}, line {number}: {what}.", hint=_LIKE)
