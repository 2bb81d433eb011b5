"""A file of facts that a person states: `infers_emotions: yes`, one a line, as YAML."""

from pathlib import Path
from typing import Any

import yaml

from copilot.errors import InputError

_EXAMPLE = "Write one fact a line, e.g. infers_emotions: yes"
_BOOLEANS = {"True": "yes", "False": "no"}
"""YAML reads a bare yes and no as these."""


def read_facts_file(path: Path) -> list[str]:
    """Return the stated facts as `name=value`.

    Takes a mapping of names to values, or the `facts` of a review's JSON.

    Raises:
        InputError: The file cannot be read, is no YAML, or holds something else.
    """
    try:
        raw = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path} cannot be read: {error}.", hint=_EXAMPLE) from error
    except (yaml.YAMLError, ValueError) as error:
        what = " ".join(str(error).split())
        raise InputError(f"{path} is no YAML: {what}.", hint=_EXAMPLE) from error
    return [f"{name}={_BOOLEANS.get(str(value), value)}" for name, value in _pairs(raw, path)]


def _pairs(raw: Any, path: Path) -> list[tuple[str, Any]]:
    listed = raw.get("facts", raw) if isinstance(raw, dict) else raw
    if isinstance(listed, dict):
        return [(str(name), value) for name, value in listed.items()]
    if isinstance(listed, list) and all(isinstance(row, dict) and "name" in row for row in listed):
        return [(str(row["name"]), row.get("value", "unknown")) for row in listed]
    raise InputError(f"{path} holds no facts.", hint=_EXAMPLE)
