"""Take addresses out of replies: what a model writes may look, and may not lead anywhere.

A link or a picture can carry a secret away with one click, or with none. The sources of a reply
have their own addresses, which code puts there.
"""

import re
from typing import NamedTuple

_SCHEME = r"(?:(?:https?|ftp|file|data|javascript|mailto|tel):|www\.)"
_PICTURE = re.compile(r"!\[([^\]\n]*)\](?:\([^)\n]*\)|\[[^\]\n]*\])")
_LINK = re.compile(r"\[([^\]\n]*)\]\(\s*<?[^)\n]*\)")
_DEFINITION = re.compile(r"^[ \t>]{0,8}\[[^\]\n]+\]:[ \t]*\S.*$", re.M)
_BARE = re.compile(rf"<?\b{_SCHEME}[^\s<>\"')\]]+>?", re.I)
_TAG = re.compile(r"</?(?:a|img|iframe|script|link|form|object|embed|video|audio)\b[^>]*>?", re.I)
REMOVED = "(address left out)"


class WithoutAddresses(NamedTuple):
    """A text whose addresses are gone."""

    text: str
    removed: int
    """How many there were."""


def without_addresses(text: str) -> WithoutAddresses:
    """Return the text with pictures and link definitions gone, links as their words.

    A link on a citation marker stays as the marker, which is checked like any other.
    """
    count = 0
    for pattern, kept in (
        (_PICTURE, ""),
        (_DEFINITION, ""),
        (_LINK, _words_of_link),
        (_TAG, ""),
        (_BARE, REMOVED),
    ):
        text, found = pattern.subn(kept, text)
        count += found
    return WithoutAddresses(text, count)


def _words_of_link(link: re.Match[str]) -> str:
    words = link[1].strip()
    return f"[{words}]" if words.isdigit() else words
