"""Questions with letters, so that an answer can be as short as `a: yes`."""

from collections.abc import Iterable
from string import ascii_lowercase


def lettered(questions: Iterable[str]) -> list[str]:
    """Return the questions, each behind its letter."""
    pairs = zip(ascii_lowercase, questions, strict=False)
    return [f"{letter}) {question}" for letter, question in pairs]
