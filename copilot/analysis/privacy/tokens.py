"""Words of a text with what a reader of names asks of them."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from copilot.analysis.privacy.name_book import folded

_WORD = re.compile(r"[^\W\d_]+(?:['’‘-][^\W\d_]+)*")
_POSSESSIVE = re.compile(r"['’‘][sS]$")
_NEXT = re.compile(r"\.?[ \u00a0]{1,2}")
"""What may stand between two words of one name."""
_APOSTROPHE = re.compile("['’‘]")
_OPENS = re.compile(r"(?:^|[.!?:;\n\"“(–—•*-])\s*$")


class Token(NamedTuple):
    """A word; a possessive ending is not part of it."""

    start: int
    end: int
    text: str
    word: str
    """Folded."""

    @property
    def is_title(self) -> bool:
        """Whether it begins with a capital and is not all capitals."""
        return self.text[0].isupper() and (len(self.text) == 1 or not self.text.isupper())

    @property
    def is_upper(self) -> bool:
        """Whether it is all capitals, two at least."""
        return len(self.text) > 1 and self.text.isupper()

    @property
    def is_initial(self) -> bool:
        """Whether it is one capital."""
        return len(self.text) == 1 and self.text.isupper()


def tokens(text: str) -> list[Token]:
    """Return the words of a text."""
    return list(_tokens(text))


def _tokens(text: str) -> Iterator[Token]:
    for match in _WORD.finditer(text):
        own = _POSSESSIVE.sub("", match[0]) if len(match[0]) > 2 else match[0]
        yield Token(match.start(), match.start() + len(own), own, folded(own))


def plain_words(text: str) -> tuple[set[str], set[str]]:
    """Return the folded words that have a capital, and all; faster than `tokens`."""
    if _APOSTROPHE.search(text):
        read = tokens(text)
        return {token.word for token in read if token.text[0].isupper()}, {
            token.word for token in read
        }
    found = set(_WORD.findall(text))
    capital = {folded(word) for word in found if word[0].isupper()}
    return capital, {folded(word) for word in found}


def is_next(text: str, first: Token, second: Token) -> bool:
    """Return whether a word follows another with a blank between, or after an initial's dot."""
    between = text[first.end : second.start]
    if "." in between and not first.is_initial:
        return False
    if between == ".":
        return True
    return _NEXT.fullmatch(between) is not None


def opens_sentence(text: str, token: Token) -> bool:
    """Return whether a word stands where any word has a capital."""
    return _OPENS.search(text[max(0, token.start - 8) : token.start]) is not None


def follower(text: str, read: list[Token], at: int) -> Token | None:
    """Return the word that directly follows one, with nothing but a blank between."""
    if at + 1 < len(read) and is_next(text, read[at], read[at + 1]):
        return read[at + 1]
    return None


def neighbours(text: str, read: list[Token], at: int) -> Iterator[tuple[Token, str]]:
    """Yield the words that a list would have beside a word, with what stands between."""
    for step in (-1, 1):
        place = at + step
        if 0 <= place < len(read) and read[place].word in ("and", "or"):
            place += step
        if 0 <= place < len(read):
            first, second = sorted((read[at], read[place]))
            yield read[place], text[first.end : second.start]
