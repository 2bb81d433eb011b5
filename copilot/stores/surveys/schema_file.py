"""What a person says of the columns of a survey, in a file to be edited."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from copilot.analysis.surveys.columns.schema import TYPES, Schema
from copilot.domain.survey_parts import Column
from copilot.errors import InputError
from copilot.stores.fast_yaml import load_yaml
from copilot.stores.surveys.opening import open_text

_KEYS = "type, separator, options, apart, reversed, question, option"
_DOUBTFUL = 0.7
_HEAD = f"""\
# What each column holds. Change what is wrong, and give the file with --schema.
# Types: {", ".join(TYPES)}
# Order the options of a likert column from the least to the most.
"""


def read_schema(path: Path) -> Schema:
    """Return what a YAML file says of columns.

    Raises:
        InputError: It is missing or malformed, or names a type that there is not.
    """
    opened = open_text(path)
    try:
        raw = load_yaml(path.read_text(encoding=opened.encoding))
        return Schema.model_validate(raw)
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        mark = getattr(error, "problem_mark", None)
        where = f" (line {mark.line + 1})" if mark else ""
        raise _wrong(path, f"it is no YAML{where}") from error
    except ValidationError as error:
        raise _wrong(path, _told(error, raw)) from error


def schema_text(columns: Sequence[Column]) -> str:
    """Return a schema file that says what was inferred, with what is doubtful marked."""
    lines = [_HEAD, "columns:"]
    for column in columns:
        said = yaml.safe_dump(
            {column.name: _said(column)},
            allow_unicode=True,
            sort_keys=False,
            width=10_000,
            default_flow_style=None,
        )
        doubt = f"  # not sure: {column.why}" if column.confidence < _DOUBTFUL else ""
        if doubt:
            lines.append(" ".join(doubt.split("\n")))
        lines.extend(f"  {line}" for line in said.rstrip("\n").split("\n"))
    return "\n".join(lines) + "\n"


def _said(column: Column) -> dict[str, Any]:
    said: dict[str, Any] = {"type": column.type}
    if column.separator:
        said["separator"] = column.separator
    if column.options and column.type in {"likert", "multi"}:
        said["options"] = list(column.options)
    if column.apart:
        said["apart"] = list(column.apart)
    if column.is_reversed:
        said["reversed"] = True
    if column.question:
        said["question"] = column.question
    if column.option:
        said["option"] = column.option
    return said


def _told(error: ValidationError, raw: Any) -> str:
    first = error.errors()[0]
    place = [str(part) for part in first["loc"]]
    if not isinstance(raw, dict) or first["loc"] == ("columns",):
        return "it has no mapping under columns"
    if first["type"] == "extra_forbidden":
        known = _KEYS if len(place) > 1 else "columns"
        return f"{_where(place[:-1])}has no {place[-1]!r}; there is: {known}"
    if place[-1:] == ["type"]:
        return f"{_where(place[:-1])}cannot be {first['input']!r}; types are: {', '.join(TYPES)}"
    return f"{_where(place)}{first['msg'].lower()}"


def _where(place: Sequence[str]) -> str:
    names = [part for part in place if part != "columns"]
    return f"column {' '.join(names)!r} " if names else "it "


def _wrong(path: Path, what: str) -> InputError:
    return InputError(
        f"{path} is no schema: {what}.",
        hint='A line of it under "columns:" is such as   Plan: segment',
    )
