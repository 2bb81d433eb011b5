"""Titles: of a draft, what its source calls itself; of a story, its first words."""

import re
from collections.abc import Sequence

from copilot.domain.requirement import Statement

_FRONT_MATTER = re.compile(r"\A---\s*\n(?P<inside>.*?)\n---\s*(?:\n|\Z)", re.S)
_COMMENT = re.compile(r"<!--.*?-->", re.S)
_TITLE_LINE = re.compile(r"^title:\s*[\"']?(?P<title>[^\"'\n]{2,120})", re.I | re.M)
_HEADING = re.compile(r"^#{1,2}\s+(?P<title>\S.*?)\s*#*\s*$", re.M)
_LETTER = re.compile(r"[^\W\d_]")
TITLE_WORDS = 9
_TITLE_END = re.compile(r"[,;:.](?=\s|\Z)|\s\(")
_LITTLE_END = re.compile(
    r"(?:\s+(?:a|an|the|and|or|of|to|in|on|at|by|for|with|within|from|that|which|as|is|are|per))+\Z",
    re.I,
)


def title_of(text: str, statements: Sequence[Statement] = ()) -> str:
    """Return the title of a source; nothing where it has not a single letter.

    Args:
        text: The source.
        statements: The same, read; words to whoever drafts it make no title.
    """
    text = _COMMENT.sub("", text).lstrip()
    front = _FRONT_MATTER.match(text)
    named = _TITLE_LINE.search(front["inside"]) if front else None
    if named:
        return named["title"].strip()
    rest = text[front.end() :] if front else text
    heading = _HEADING.search(rest)
    if heading:
        return heading["title"].strip(" *")
    said = next((one.text for one in statements if one.kind != "aside"), "")
    if said:
        return said
    lines = (line.strip(" #*>-") for line in rest.splitlines())
    return next((line for line in lines if _LETTER.search(line)), "")


def short_title(text: str) -> str:
    """Return the first words of a sentence, as far as they make a title."""
    plain = text[:1].upper() + text[1:]
    first = next((part for part in _TITLE_END.split(plain) if part.strip()), plain)
    words = first.split()
    cut = " ".join(words[:TITLE_WORDS])
    return _LITTLE_END.sub("", cut) if len(words) > TITLE_WORDS else cut
