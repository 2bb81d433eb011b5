"""Find the header of raw rows: below titles, over several rows, or nowhere."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from copilot.stores.surveys.footers import without_footers
from copilot.stores.surveys.header_rows import (
    is_import_row,
    is_question_row,
    is_second_row,
    joined_names,
    looks_like_data,
    reads_like_answer,
    reads_like_header,
)
from copilot.stores.surveys.naming import unique_names

if TYPE_CHECKING:
    import polars as pl

Cells = Sequence[str | None]
_LOOKED_AT = 100
_TITLES = 12
_SAID = 60
"""Letters of a doubtful header that are told."""
_BREAKS = re.compile(r"\s*[\r\n]+\s*")


class _Header(NamedTuple):
    names: Sequence[str | None]
    first_row: int
    """Where the data begin."""
    remarks: tuple[str, ...] = ()


def with_header(raw: "pl.DataFrame") -> "tuple[pl.DataFrame, tuple[str, ...]]":
    """Return the data under their names, with remarks on what was left out or joined.

    Args:
        raw: All rows of a file, each a row of text cells.
    """
    frame = _tidied(raw)
    head = frame.head(_LOOKED_AT).rows()
    header = _header_of(head)
    data = frame.slice(header.first_row)
    data, footers = without_footers(data)
    data, dropped = _without_empty_ends(data, header.names)
    names, renamed = unique_names([header.names[place] for place in dropped.kept])
    data.columns = names
    remarks = list(header.remarks)
    if renamed:
        columns = "1 column" if renamed == 1 else f"{renamed} columns"
        remarks.append(f"{columns} had the name of another and got a number.")
    if footers:
        remarks.append(f"{_rows(footers, 'total or note')} at the end left out.")
    if dropped.rows:
        remarks.append(f"{_rows(dropped.rows, 'blank')} at the end left out.")
    return data, tuple(remarks)


class _Kept(NamedTuple):
    kept: tuple[int, ...]
    rows: int


def _tidied(raw: "pl.DataFrame") -> "pl.DataFrame":
    """Strip all cells; a blank one is null."""
    import polars as pl
    import polars.selectors as cs

    text = raw.select(cs.string())
    # Most columns are tidy, and a second copy of a million rows is dear.
    loose = text.select(pl.all().str.contains(r"^\s|\s$|^$").any()).row(0)
    names = [name for name, found in zip(text.columns, loose, strict=True) if found]
    stripped = pl.col(names).str.strip_chars()
    return text.with_columns(pl.when(stripped != "").then(stripped)) if names else text


def _header_of(head: Sequence[Cells]) -> _Header:
    start = _first_full(head)
    if start >= len(head):
        return _Header([], len(head))
    titles = sum(any(row) for row in head[:start])
    remarks = []
    if titles:
        remarks.append(f"{_rows(titles, 'title')} above the header left out.")
    unclear = _unclear(head, start)
    if unclear:
        remarks.append(unclear)
    if _is_data(head, start):
        names: Cells = [f"Column {place}" for place in range(1, len(head[start]) + 1)]
        remarks.append("There is no header; columns are numbered.")
        return _Header(names, start, tuple(remarks))
    below = _below(head, start)
    return below._replace(
        names=[_one_line(name) for name in below.names], remarks=(*remarks, *below.remarks)
    )


def _is_data(head: Sequence[Cells], start: int) -> bool:
    if looks_like_data(head[start], head[start + 1 :]) and not _has_second(head, start):
        return True
    alone = _alone(head, start)
    return (
        bool(alone) and not reads_like_header(alone[0]) and reads_like_answer(alone[0], alone[1:])
    )


def _unclear(head: Sequence[Cells], start: int) -> str:
    """Return what is told where a single column may have no header; empty where it has one."""
    alone = _alone(head, start)
    if not alone or reads_like_header(alone[0]) or _is_data(head, start):
        return ""
    said = alone[0] if len(alone[0]) <= _SAID else f"{alone[0][:_SAID].rstrip()} …"
    return (
        f"The first row is taken for the header: “{said}”. If it is an answer, write a header above"
        " it."
    )


def _alone(head: Sequence[Cells], start: int) -> list[str]:
    """Return the cells of a table of one column, from its first row; none where it has more."""
    return [row[0] for row in head[start:] if row[0]] if len(head[start]) == 1 else []


def _has_second(head: Sequence[Cells], start: int) -> bool:
    return _below(head, start).first_row > start + 1


def _below(head: Sequence[Cells], start: int) -> _Header:
    """Return the header with the rows under it that belong to it."""
    first, rest = head[start], head[start + 1 :]
    for offset, row in enumerate(rest[:3]):
        if is_import_row(row):
            names = rest[0] if offset == 1 else first
            names = [name or code for name, code in zip(names, first, strict=True)]
            where = start + offset + 2
            told = "The question texts of the second row are the names; import ids left out."
            return _Header(names, where, (told,))
    if rest and is_question_row(first, rest[0], rest[1:]):
        names = [name or code for name, code in zip(rest[0], first, strict=True)]
        told = "The question texts of the second row are the names of the columns."
        return _Header(names, start + 2, (told,))
    if rest and is_second_row(first, rest[0], rest[1:]):
        told = "The header has two rows; questions and options were joined."
        return _Header(joined_names(first, rest[0]), start + 2, (told,))
    return _Header(first, start + 1)


def _first_full(head: Sequence[Cells]) -> int:
    """Return the first row that is no title: it fills half of the columns, as those below do."""
    filled = [sum(cell is not None for cell in row) for row in head]
    widest = max(filled, default=0)
    for place, count in enumerate(filled[:_TITLES]):
        if count and (count >= 2 or widest == 1) and 2 * count >= widest:
            return place
    return next((place for place, count in enumerate(filled) if count), len(head))


def _without_empty_ends(
    data: "pl.DataFrame", names: Sequence[str | None]
) -> "tuple[pl.DataFrame, _Kept]":
    """Leave out nameless columns without values, and the blank rows that follow the last."""
    import polars as pl

    kept = tuple(
        place
        for place, series in enumerate(data.iter_columns())
        if place < len(names) and (names[place] or series.null_count() < data.height)
    )
    frame = data.select(pl.nth(*kept)) if kept else data.select([])
    if not kept or not frame.height or any(frame.row(frame.height - 1)):
        return frame, _Kept(kept, 0)
    filled = frame.select(pl.any_horizontal(pl.all().is_not_null()).alias("any"))["any"]
    last = filled.arg_true()
    height = int(last[-1]) + 1 if len(last) else 0
    return frame.head(height), _Kept(kept, frame.height - height)


def _one_line(name: str | None) -> str | None:
    return None if name is None else _BREAKS.sub(" ", name.lstrip("\ufeff"))


def _rows(count: int, kind: str) -> str:
    return f"{count} {kind} row{'' if count == 1 else 's'}"
