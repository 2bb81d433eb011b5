"""Take addresses out of replies: what a model writes may look, and may not lead anywhere.

A link or a picture can carry a secret away with one click, or with none. The sources of a reply
have their own addresses, which code puts there.
"""

import re
from typing import NamedTuple

_GROUP = r"\((?:[^()]|\([^()]*\))*\)"
"""What stands in round brackets, one level of brackets inside included."""
_WORDS = r"\[((?:[^\[\]]|\[[^\[\]]*\])*)\]"
_PICTURE = re.compile(rf"!{_WORDS}(?:{_GROUP}|\[[^\]]*\])")
_LINK = re.compile(rf"{_WORDS}{_GROUP}")
_DEFINITION = re.compile(r"^[ \t>]{0,8}\[[^\]\n]+\]:[ \t]*\S.*$", re.M)
_TAGS = (
    "a|area|audio|base|button|embed|form|iframe|image|img|input|link|meta|object|script|source"
    "|style|svg|track|video"
)
_TAG = re.compile(rf"</?(?:{_TAGS})\b[^<>]*>", re.I)
_OPEN_TAG = re.compile(rf"<(?=/?(?:{_TAGS})\b)", re.I)
_SCHEME = (
    r"(?:[a-z][a-z0-9+.-]*://"
    r"|(?<![a-z0-9])(?:(?:data|javascript|mailto|tel|vbscript):(?=\S)|www\.(?=\S)))"
)
_BARE = re.compile(rf"<?{_SCHEME}[^\s<>\"')\]]*>?", re.I)
_LEFTOVER = re.compile(r"(\])(\(|:(?=\s*(?://|\w+:|<)))")
"""What is still a link to a renderer of Markdown: a space between its halves makes it text."""
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
    while True:
        text, found = _once(text)
        if not found:
            break
        count += found
    text, left = _LEFTOVER.subn(r"\1 \2", _OPEN_TAG.sub("‹", text))
    return WithoutAddresses(text, count + left)


def _once(text: str) -> tuple[str, int]:
    """Return the text after one pass, and how much was taken out; links can lie inside links."""
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
    return text, count


def _words_of_link(link: re.Match[str]) -> str:
    words = link[1].strip()
    return f"[{words}]" if words.isdigit() else words
