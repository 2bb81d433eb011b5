"""Read JSON and YAML lists of items as texts by name; amounts stay as they were written."""

import json
import re
from collections.abc import Mapping
from typing import Any

from copilot.analysis.prioritisation.columns import column_of
from copilot.errors import InputError

_HINT = "Give a list of items, each with a name and its inputs."
_JSON = re.compile(r"\s*(?:\[\s*\{|\{\s*\"|\[\s*\])")
_YAML_KEY = re.compile(r"^\s*(?:-\s+)?([\w &/-]{1,40}):(?:\s|$)")
_PARTS = (("low", "likely", "high"), ("min", "likely", "max"), ("low", "high"), ("min", "max"))
_LISTS = frozenset(["items", "features", "ideas", "backlog", "roadmap", "initiatives"])


def looks_like_json(text: str) -> bool:
    """Tell whether a text begins as a JSON list or object does."""
    return bool(_JSON.match(text))


def looks_like_yaml(text: str) -> bool:
    """Tell whether its first line is a key of an item, or of the list of items."""
    first = next((line for line in text.splitlines() if line.strip(" -")), "")
    key = _YAML_KEY.match(first)
    if not key:
        return False
    name, keys = key[1].strip().lower(), map(_YAML_KEY.match, text.splitlines())
    if name in _LISTS and not first.lstrip().startswith("-"):
        return any(found and column_of(found[1]) for found in [*keys][1:])
    named = first.lstrip().startswith("-") or any(line.strip() == "-" for line in text.splitlines())
    return named and column_of(name) in {"item", "id"}


def read_json(text: str) -> list[dict[str, str]]:
    """Return the items of a JSON text.

    Raises:
        InputError: It is malformed, or no list of items.
    """
    try:
        found = json.loads(text, parse_float=str, parse_int=str, parse_constant=str)
    except (ValueError, RecursionError) as error:
        where = f"line {error.lineno}" if isinstance(error, json.JSONDecodeError) else "its form"
        raise InputError(f"The JSON cannot be read: {where}.", hint=_HINT) from error
    return _records(found, "JSON")


def read_yaml(text: str) -> list[dict[str, str]]:
    """Return the items of a YAML text.

    Raises:
        InputError: It is malformed, or no list of items.
    """
    import yaml

    try:
        found = yaml.load(text, yaml.BaseLoader)  # noqa: S506 - makes texts, lists and mappings only
    except (yaml.YAMLError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        where = f"line {mark.line + 1}" if mark else "its form"
        raise InputError(f"The YAML cannot be read: {where}.", hint=_HINT) from error
    return _records(found, "YAML")


def _records(found: Any, form: str) -> list[dict[str, str]]:
    if isinstance(found, Mapping):
        lists = [part for part in found.values() if isinstance(part, list)]
        found = lists[0] if len(lists) == 1 else [found] if column_of_any(found) else None
    if not isinstance(found, list) or not all(isinstance(one, Mapping) for one in found):
        raise InputError(f"The {form} is no list of items.", hint=_HINT)
    return [{str(name): _written(value) for name, value in one.items()} for one in found]


def column_of_any(found: Mapping[Any, Any]) -> bool:
    """Tell whether a mapping has a key that names an item."""
    return any(column_of(str(name)) == "item" for name in found)


def _written(value: Any) -> str:
    """Return a value as a cell would have it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        parts = [str(part) for part in value if not isinstance(part, list | Mapping)]
        is_three = len(parts) == 3 and all(part[:1].isdigit() for part in parts)
        return ("/" if is_three else "; ").join(parts)
    if isinstance(value, Mapping):
        for names in _PARTS:
            if set(names) == set(value):
                mark = "/" if len(names) == 3 else ".."
                return mark.join(str(value[name]) for name in names)
        return ""
    return str(value)
