"""A text as rules read it: signs of other widths and scripts as plain ones, without hidden ones."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple
from unicodedata import combining, decimal, normalize

_HIDDEN = frozenset(
    "\u00ad\u034f\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u2060\u2061\u2062\ufeff"
    "\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652"
)
"""Signs without a width, marks of direction, and Arabic vowel signs, which most leave out."""
_HYPHENS = frozenset("\u2010\u2011\u2012\u2212\ufe63")
_BLANKS = re.compile(r"[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_WIDE = range(0xFF01, 0xFF5F)
_WIDE_TO_PLAIN = 0xFEE0
_PLAIN = re.compile(r"[\x00-\x7f\u00a1-\u00ac\u00ae-\u02ff\u2013-\u201f\u2022-\u2027\u20ac\ue000]*")
"""Texts that are read as they are, which most are."""


class View(NamedTuple):
    """What rules read."""

    text: str
    starts: Sequence[int] | None
    """Where each sign of it, and its end, is in the original; None where places are the same."""

    def of_original(self, start: int, end: int) -> tuple[int, int]:
        """Return the places in the original of a stretch; hidden signs within belong to it."""
        if self.starts is None:
            return start, end
        return self.starts[start], self.starts[end]


def plain_view(text: str) -> View:
    """Return a text as rules read it; what has been masked reads the same before and after."""
    if text.isascii() or _PLAIN.fullmatch(text):
        return View(text, None)
    signs: list[str] = []
    starts: list[int] = []
    for at, sign in enumerate(text):
        plain = _plain(sign)
        whole = _composed(signs[-1], sign) if signs and combining(sign) else ""
        if whole:
            signs[-1] = whole
        elif plain:
            signs.append(plain)
            starts.append(at)
    return View("".join(signs), (*starts, len(text)))


def plain_text(text: str) -> str:
    """Return the text of `plain_view`."""
    return plain_view(text).text


@lru_cache(maxsize=1 << 14)
def _plain(sign: str) -> str:
    """Return one sign in place of another, nothing in place of a hidden one."""
    if sign in _HIDDEN:
        return ""
    if sign in _HYPHENS:
        return "-"
    if _BLANKS.fullmatch(sign):
        return " "
    if ord(sign) in _WIDE:
        return chr(ord(sign) - _WIDE_TO_PLAIN)
    return str(decimal(sign)) if sign.isdecimal() else sign


def _composed(letter: str, mark: str) -> str:
    """Return a letter with its accent as one sign, nothing where there is no such sign."""
    whole = normalize("NFC", letter + mark)
    return whole if len(whole) == 1 else ""
