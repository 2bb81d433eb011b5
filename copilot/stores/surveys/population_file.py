"""What all users are: a file with the share or the number of each group of some columns."""

import csv
import io
import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from copilot.analysis.surveys.missing.population import Population
from copilot.errors import InputError
from copilot.stores.surveys.opening import open_text
from copilot.stores.surveys.separated import separator_of

_LIKE = (
    "Write it as YAML, such as   Plan: {free: 80 %, pro: 20 %}"
    "   or as CSV with the columns segment, group, share"
)
_FIGURES = ("share", "number")
_ROUNDING = 0.02
"""How far shares may be from summing to 1, each of them rounded."""
_THOUSANDS = re.compile(r"[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)?|[.,]\d+")
_Loader: type[yaml.BaseLoader] = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
"""Reads all values as text, so that `no: 20` is a group called no, and 80 % keeps its sign."""


class _Line(NamedTuple):
    """What a file says of one group."""

    segment: str
    group: str
    figure: str

    @property
    def is_percent(self) -> bool:
        """Whether a percent sign says so."""
        return self.figure.endswith("%")


def read_population(path: Path) -> Population:
    """Return what a YAML, JSON or CSV file says of all users.

    YAML and JSON hold a mapping of columns to groups to figures, or a list of rows; a row, as in
    CSV, has `segment`, `group`, and `share` or `number`.

    Raises:
        InputError: It is missing or malformed, or a group has no figure, or is there twice; the
            column and the group are named.
    """
    opened = open_text(path)
    text = _text(path, opened.encoding)
    read = {".json": _of_json, ".yaml": _of_yaml, ".yml": _of_yaml}.get(path.suffix.lower(), _rows)
    segments: dict[str, list[_Line]] = {}
    for line in read(path, text):
        segments.setdefault(line.segment, []).append(line)
    if not segments:
        raise _wrong(path, "it names no group")
    margins = {name: _margin(path, lines) for name, lines in segments.items()}
    remarks = (_remark(name, segments[name], margin) for name, margin in margins.items())
    return Population(path.name, margins, tuple(filter(None, remarks)))


def _margin(path: Path, lines: Sequence[_Line]) -> dict[str, float]:
    names = Counter(line.group.casefold() for line in lines)
    twice = next((line for line in lines if names[line.group.casefold()] > 1), None)
    if twice:
        raise _wrong(path, f"“{twice.group}” of “{twice.segment}” is there twice")
    margin = {line.group: _figure(path, line) for line in lines}
    if len({line.is_percent for line in lines}) > 1:
        name = lines[0].segment
        raise _wrong(path, f"some figures of “{name}” are percents and some are not")
    return margin


def _remark(segment: str, lines: Sequence[_Line], margin: Mapping[str, float]) -> str:
    """Return that shares do not sum to 100 %, if they do not; numbers may sum to anything."""
    total = sum(margin.values()) / (100 if lines[0].is_percent else 1)
    are_shares = lines[0].is_percent or max(margin.values()) < 1
    if not are_shares or abs(total - 1) <= _ROUNDING:
        return ""
    told = f"The shares of “{segment}” among all users sum to {total:.0%}"
    return f"{told.replace('%', ' %')}; they are brought to 100 %."


def _text(path: Path, encoding: str) -> str:
    try:
        return path.read_text(encoding=encoding).removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        raise _wrong(path, f"it is no {encoding} text") from error


def _of_json(path: Path, text: str) -> Iterator[_Line]:
    try:
        raw = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise _wrong(path, f"it is no JSON ({error})") from error
    return _lines(path, raw)


def _of_yaml(path: Path, text: str) -> Iterator[_Line]:
    try:
        raw = yaml.load(text, _Loader)  # noqa: S506 - it makes nothing but texts
    except (yaml.YAMLError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        where = f" (line {mark.line + 1})" if mark else ""
        raise _wrong(path, f"it is no YAML{where}") from error
    return _lines(path, raw)


def _rows(path: Path, text: str) -> Iterator[_Line]:
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=separator_of(text))
    try:
        rows = [row for row in reader if any(row.values())]
    except csv.Error as error:
        raise _wrong(path, f"it is no CSV ({error})") from error
    return (_line(path, row, f"row {at}") for at, row in enumerate(rows, 1))


def _lines(path: Path, raw: Any) -> Iterator[_Line]:
    if isinstance(raw, list):
        for at, row in enumerate(raw, 1):
            yield _line(path, row, f"entry {at}")
        return
    if not isinstance(raw, dict):
        raise _wrong(path, "it is no mapping of columns to groups")
    for segment, groups in raw.items():
        if not isinstance(groups, dict):
            raise _wrong(path, f"“{segment}” has no mapping of groups to shares")
        for group, figure in groups.items():
            yield _Line(str(segment).strip(), str(group).strip(), _plain(figure))


def _line(path: Path, row: Any, where: str) -> _Line:
    if not isinstance(row, dict):
        raise _wrong(path, f"{where} is no object")
    cells = {str(name).strip().casefold(): _plain(value) for name, value in row.items()}
    for name in ("segment", "group"):
        if not cells.get(name):
            raise _wrong(path, f"{where} has no {name}")
    figure = next((cells[name] for name in _FIGURES if cells.get(name)), "")
    return _Line(cells["segment"], cells["group"], figure)


def _plain(value: Any) -> str:
    is_plain = isinstance(value, str | int | float) and not isinstance(value, bool)
    return str(value).strip() if is_plain else ""


def _figure(path: Path, line: _Line) -> float:
    text = line.figure.removesuffix("%").strip()
    if _THOUSANDS.fullmatch(text):
        return float(text.replace(",", ""))
    if _NUMBER.fullmatch(text):
        return float(text.replace(",", "."))
    what = (
        f"{line.figure!r} is no share or number" if line.figure else "no share or number is given"
    )
    raise _wrong(path, f"{what} of “{line.group}” of “{line.segment}”")


def _wrong(path: Path, what: str) -> InputError:
    return InputError(f"{path} says nothing usable of all users: {what}.", hint=_LIKE)
