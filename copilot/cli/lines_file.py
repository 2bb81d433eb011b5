"""Files of JSON lines, each with an id and a text."""

import json
from pathlib import Path

from copilot.errors import InputError


def read_lines(path: Path, field: str) -> list[tuple[str, str]]:
    """Return (id, text) of every line, in order.

    Args:
        path: A file of lines `{"id": ..., field: ...}`; more keys are passed over.
        field: Name of the text.

    Raises:
        InputError: The file is not there, no UTF-8, or a line has another form.
    """
    form = f'Each line is {{"id": "…", "{field}": "…"}}.'
    try:
        lines = path.read_text(encoding="utf-8-sig").split("\n")
    except OSError as error:
        raise InputError(f"{path} cannot be read: {error.strerror}.", hint=form) from error
    except UnicodeDecodeError as error:
        raise InputError(f"{path} is no UTF-8 text.", hint=form) from error
    return [
        _entry(line, field, f"{path} line {number}", form)
        for number, line in enumerate(lines, start=1)
        if line.strip()
    ]


def _entry(line: str, field: str, where: str, form: str) -> tuple[str, str]:
    try:
        entry = json.loads(line)
        name, text = entry["id"], entry[field]
    except (ValueError, KeyError, TypeError) as error:
        raise InputError(f"{where} has another form.", hint=form) from error
    if not isinstance(name, str | int) or not isinstance(text, str):
        raise InputError(f"{where} has another form.", hint=form)
    return str(name), text
