"""A survey as JSON lines: an object a line, each an answer sheet."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from copilot.analysis.surveys.table import Table
from copilot.errors import InputError
from copilot.stores.surveys.naming import unique_names
from copilot.stores.surveys.opening import open_text

_SHOWN = 5
_LIST_SEPARATOR = "; "


def read_json_lines(path: Path) -> Table:
    """Return the objects of a file as rows, with nested ones as `outer.inner`.

    Lines that are no object are left out, counted and named.

    Raises:
        InputError: It is missing, empty, binary, or no line of it is an object.
    """
    import polars as pl

    opened = open_text(path)
    columns: dict[str, list[str | None]] = {}
    bad: list[int] = []
    rows = 0
    with path.open(encoding=opened.encoding, errors="replace") as file:
        for number, line in enumerate(file, start=1):
            if not line.strip():
                continue
            record = _record(line)
            if record is None:
                bad.append(number)
                continue
            _add(columns, dict(_flat(record)), rows)
            rows += 1
    if not rows:
        raise InputError(
            f"No line of {path} is a JSON object.", hint='Write one a line: {"question": "answer"}'
        )
    names, _ = unique_names(list(columns))
    filled = [cells + [None] * (rows - len(cells)) for cells in columns.values()]
    series = [pl.Series(name, cells, pl.String) for name, cells in zip(names, filled, strict=True)]
    return Table(pl.DataFrame(series), opened.sha256, _remarks(bad))


def _record(line: str) -> dict[str, Any] | None:
    try:
        record = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return record if isinstance(record, dict) else None


def _flat(record: dict[str, Any]) -> Iterator[tuple[str, str | None]]:
    for key, value in record.items():
        if isinstance(value, dict):
            for inner, deeper in value.items():
                yield f"{key}.{inner}".strip(), _text(deeper)
        else:
            yield key.strip(), _text(value)


def _text(value: Any) -> str | None:
    if value is None:
        return None
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, list) and all(isinstance(one, str | int | float) for one in value):
        return _LIST_SEPARATOR.join(filter(None, map(_text, value))) or None
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    # A lone half of a surrogate pair is valid JSON and no text.
    return text.encode("utf-8", "replace").decode("utf-8").strip() or None


def _add(columns: dict[str, list[str | None]], cells: dict[str, str | None], row: int) -> None:
    for name, cell in cells.items():
        column = columns.setdefault(name, [])
        column.extend([None] * (row - len(column)))
        column.append(cell)


def _remarks(bad: list[int]) -> tuple[str, ...]:
    if not bad:
        return ()
    shown = ", ".join(map(str, bad[:_SHOWN])) + (", …" if len(bad) > _SHOWN else "")
    what = (
        "line is no JSON object and was" if len(bad) == 1 else "lines are no JSON objects and were"
    )
    return (f"{len(bad)} {what} left out (line {shown}).",)
