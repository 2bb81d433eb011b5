"""A code book that somebody has already: themes as a JSON list."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from copilot.domain.survey_themes import CodebookTheme
from copilot.errors import InputError
from copilot.stores.surveys.opening import open_text

_LIKE = 'Write a list such as [{"key": "t1", "name": "Price", "definition": "..."}]'


def read_codebook(path: Path) -> list[CodebookTheme]:
    """Return the themes of a code book, in its order.

    Raises:
        InputError: It is missing, no JSON list, empty, or an entry lacks a key or a name, or has
            the key of another one.
    """
    opened = open_text(path)
    try:
        raw = json.loads(path.read_text(encoding=opened.encoding))
    except (ValueError, RecursionError) as error:
        raise _wrong(path, f"it is no JSON ({error})") from error
    if not isinstance(raw, list) or not raw:
        raise _wrong(path, "it is no list of themes" if raw else "it has no themes")
    themes = [_theme(path, entry, number) for number, entry in enumerate(raw, start=1)]
    _require_unique(path, themes)
    return themes


def _theme(path: Path, entry: Any, number: int) -> CodebookTheme:
    if not isinstance(entry, dict):
        raise _wrong(path, f"entry {number} is no object")
    texts = {
        name: value.strip() if isinstance(value, str) else value for name, value in entry.items()
    }
    for field in ("key", "name"):
        if not texts.get(field):
            raise _wrong(path, f"entry {number} has no {field}")
    try:
        return CodebookTheme.model_validate(texts)
    except ValidationError as error:
        first = error.errors()[0]
        field = ".".join(map(str, first["loc"]))
        raise _wrong(path, f"{field} of entry {number}: {first['msg'].lower()}") from error


def _require_unique(path: Path, themes: Sequence[CodebookTheme]) -> None:
    first: dict[str, int] = {}
    for number, theme in enumerate(themes, start=1):
        if theme.key in first:
            raise _wrong(path, f"entries {first[theme.key]} and {number} have the key {theme.key}")
        first[theme.key] = number


def _wrong(path: Path, what: str) -> InputError:
    return InputError(f"{path} is no code book: {what}.", hint=_LIKE)
