"""Cut a part of a story into words and marks, each with its place."""

import re
from functools import cached_property
from typing import NamedTuple

_TOKEN = re.compile(r"\w+(?:['.&+-]\w+)*|\S")


class Token(NamedTuple):
    """A word or a mark."""

    low: str
    start: int
    end: int

    @property
    def is_word(self) -> bool:
        """Whether it begins with a letter or a digit."""
        return self.low[0].isalnum()


class Tokens:
    """The words of a stretch of text; places count from the beginning of the text.

    Args:
        text: The whole text, plain.
        start: Where the stretch begins.
        end: Where it ends.
    """

    def __init__(self, text: str, start: int, end: int) -> None:
        self._text = text
        self._found = [
            Token(found[0].lower(), found.start(), found.end())
            for found in _TOKEN.finditer(text, start, end)
        ]

    def __len__(self) -> int:
        return len(self._found)

    def __getitem__(self, place: int) -> Token:
        return self._found[place]

    @cached_property
    def lows(self) -> list[str]:
        """The words in small letters."""
        return [token.low for token in self._found]

    def low(self, place: int) -> str:
        """Return a word in small letters; nothing outside the stretch."""
        return self.lows[place] if 0 <= place < len(self.lows) else ""

    def written(self, first: int, last: int) -> str:
        """Return the text from one token through another, on one line."""
        return " ".join(self._text[self[first].start : self[last].end].split())
