"""Handle text nobody vouches for: safe to show in a terminal, and only data in a prompt.

Follows ECMA-48 for the sequences: CSI ends with a byte in 0x40-0x7E, control strings
(OSC, DCS, SOS, PM, APC) end with ST or BEL; each has a 7-bit and an 8-bit introducer.
"""

import re
from collections.abc import Sequence

from copilot.domain.document import Passage

_CSI = r"(?:\x1b\[|\x9b)[\x30-\x3f]*[\x20-\x2f]*[\x40-\x7e]"
_STRING = r"(?:\x1b[\]PX^_]|[\x90\x98\x9d\x9e\x9f])[^\x07\x1b\x9c]*(?:\x07|\x1b\\|\x9c)"
_ESCAPE = r"\x1b[\x20-\x2f]*[\x30-\x7e]"
_CONTROLS = r"[\x00-\x08\x0b-\x1f\x7f-\x9f]"
_DIRECTION = r"[\u202a-\u202e\u2066-\u2069]"
_TAGS = r"[\U000e0000-\U000e007f]"
_INVISIBLE = (
    r"[\u00ad\u034f\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u2060-\u206f"
    r"\u3164\ufe00-\ufe0f\ufeff\U000e0100-\U000e01ef]"
)
"""Characters without a width; the joiners U+200C and U+200D stay, since scripts need them."""
_UNSAFE = re.compile("|".join((_STRING, _CSI, _ESCAPE, _CONTROLS, _DIRECTION, _TAGS, _INVISIBLE)))
_DELIMITER = re.compile(
    r"<(?=[\s/]*(?:passages?|sentences|idea|description|question|answer|decision"
    r"|requirement|source)\b)",
    re.I,
)

_OPEN_CSI = r"(?:\x1b\[|\x9b)[\x30-\x3f]*[\x20-\x2f]*"
_OPEN_STRING = r"(?:\x1b[\]PX^_]|[\x90\x98\x9d\x9e\x9f])[^\x07\x1b\x9c]*\x1b?"
_OPEN_ESCAPE = r"\x1b[\x20-\x2f]*"
_UNFINISHED = re.compile(f"(?:{_OPEN_STRING}|{_OPEN_CSI}|{_OPEN_ESCAPE}|\r)\\Z")

LONGEST_HELD = 4096
"""Characters of an unfinished sequence kept back before it is given up as plain text."""


def clean(text: str) -> str:
    """Return the text without anything a terminal would obey or hide; tab and newline stay."""
    return _UNSAFE.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def one_line(text: str, limit: int = 200) -> str:
    """Return the cleaned text on one line of at most `limit` characters."""
    flat = " ".join(clean(text).split())
    return flat if len(flat) <= limit else flat[: limit - 1] + "…"


def delimited(passages: Sequence[Passage]) -> str:
    """Return passages for a prompt, inside numbered delimiters that their text cannot close."""
    return "\n".join(_delimited(number, passage) for number, passage in enumerate(passages, 1))


class StreamCleaner:
    """Cleans a text that arrives in pieces, also where a sequence is cut between two."""

    def __init__(self) -> None:
        self._held = ""

    def feed(self, chunk: str) -> str:
        """Return what of the text so far is safe to show and was not returned before."""
        text = self._held + chunk
        open_end = _UNFINISHED.search(text)
        cut = open_end.start() if open_end else len(text)
        if len(text) - cut > LONGEST_HELD:
            cut = len(text)
        self._held = text[cut:]
        return clean(text[:cut])

    def end(self) -> str:
        """Return the rest once no more text comes."""
        rest, self._held = clean(self._held), ""
        return rest


def inert(text: str) -> str:
    """Return the cleaned text for a prompt, unable to open or close a delimiter."""
    return _DELIMITER.sub("‹", clean(text))


def _delimited(number: int, passage: Passage) -> str:
    title = inert(passage.title).replace('"', "'")
    head = f'<passage number="{number}" title="{title}" as_of="{passage.as_of}">'
    clauses = f"Clause: {'; '.join(passage.clauses)}\n" if passage.clauses else ""
    return f"{head}\n{clauses}{inert(passage.text)}\n</passage>"
