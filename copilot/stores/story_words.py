"""The words of the story linter, read from the files beside its code and checked."""

import re
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from copilot.analysis.stories.linter import StoryLinter
from copilot.analysis.stories.smells import Smells
from copilot.analysis.stories.words import Words
from copilot.errors import ContentError
from copilot.stores.fast_yaml import load_yaml

SHIPPED = Path(__file__).parents[1] / "analysis" / "stories"
"""Where `words.yaml` and `smells.yaml` are."""
_Noun = TypeVar("_Noun", bound=BaseModel)


def read_linter(folder: Path = SHIPPED) -> StoryLinter:
    """Return the linter with the words of a folder.

    Args:
        folder: Of `words.yaml` and `smells.yaml`.

    Raises:
        ContentError: A file is missing or malformed.
    """
    return StoryLinter(read_words(folder), read_smells(folder))


def read_words(folder: Path = SHIPPED) -> Words:
    """Return the lexicon.

    Args:
        folder: Of `words.yaml` and `smells.yaml`.

    Raises:
        ContentError: The file is missing or malformed.
    """
    return _read(Words, folder / "words.yaml")


def read_smells(folder: Path = SHIPPED) -> Smells:
    """Return the phrases that a story should not have.

    Args:
        folder: Of `words.yaml` and `smells.yaml`.

    Raises:
        ContentError: The file is missing or malformed, or a phrase is no regular expression.
    """
    path = folder / "smells.yaml"
    smells = _read(Smells, path)
    try:
        assert smells.patterns
    except re.error as error:
        raise _wrong(path, f"a phrase is malformed: {error}") from error
    return smells


def _read(kind: type[_Noun], path: Path) -> _Noun:
    try:
        raw: Any = load_yaml(path.read_text(encoding="utf-8"))
        return kind.model_validate(raw)
    except OSError as error:
        raise _wrong(path, f"it cannot be read: {error.strerror}") from error
    except yaml.YAMLError as error:
        raise _wrong(path, str(error).splitlines()[0]) from error
    except ValidationError as error:
        first = error.errors()[0]
        raise _wrong(path, f"{'.'.join(map(str, first['loc']))}: {first['msg']}") from error


def _wrong(path: Path, what: str) -> ContentError:
    return ContentError(f"{path.name} is wrong: {what}.", hint=f"Mend the file in {path.parent}.")
