"""The words of the story linter, read from the files beside its code and checked."""

import re
from pathlib import Path

from copilot.analysis.stories.linter import StoryLinter
from copilot.analysis.stories.smells import Smells
from copilot.analysis.stories.words import Words
from copilot.stores.checked_yaml import read_checked, wrong

SHIPPED = Path(__file__).parents[1] / "analysis" / "stories"
"""Where `words.yaml` and `smells.yaml` are."""


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
    return read_checked(Words, folder / "words.yaml")


def read_smells(folder: Path = SHIPPED) -> Smells:
    """Return the phrases that a story should not have.

    Args:
        folder: Of `words.yaml` and `smells.yaml`.

    Raises:
        ContentError: The file is missing or malformed, or a phrase is no regular expression.
    """
    path = folder / "smells.yaml"
    smells = read_checked(Smells, path)
    try:
        assert smells.patterns
    except re.error as error:
        raise wrong(path, f"a phrase is malformed: {error}") from error
    return smells
