"""Find the parts of a decision record by the headings people give them."""

import re

from copilot.analysis.passages import blocks

HEADINGS = {
    "context": (
        "context and problem statement",
        *("context", "problem", "problem statement", "background", "issue", "motivation"),
    ),
    "drivers": ("decision drivers", "drivers", "forces"),
    "options": (
        *("considered options", "options considered", "options"),
        *("alternatives", "alternatives considered", "considered alternatives"),
    ),
    "outcome": ("decision outcome", "decision", "outcome", "resolution"),
    "consequences": (
        *("consequences", "positive consequences", "negative consequences"),
        *("implications", "good consequences", "bad consequences"),
    ),
    "confirmation": ("confirmation", "validation", "compliance"),
    "weighed": ("pros and cons of the options", "pros and cons"),
    "dissent": ("dissent", "objections"),
    "would_change": (
        "what would change it",
        "what would change this",
        "what would change our mind",
    ),
    "status": ("status",),
    "date": ("date",),
}
"""Headings of MADR 2 to 4, of Nygard's records, and of our own."""
_ROLES = {heading: role for role, headings in HEADINGS.items() for heading in headings}
_TITLE = re.compile(r"^#\s+(.+?)\s*#*\s*$", re.M)
_NUMBER = re.compile(r"\A(?:adr[\s-]*\d+|\d+(?=[.:)])|0\d+)[.:)]?\s*[-–:]?\s*", re.I)
"""A number in front of a title; a bare figure may belong to it."""
_COMMENT = re.compile(r"<!--.*?-->", re.S)
_FENCED = re.compile(r"^[ \t]*(```|~~~).*?^[ \t]*\1[^\n]*$", re.S | re.M)
_BULLET = re.compile(r"^(\s*)(?:[-*+]|\d+[.)])\s+(.*)$")


class Sections:
    """The parts of a record.

    Args:
        body: Markdown below the front matter.
    """

    def __init__(self, body: str) -> None:
        body = _COMMENT.sub("", body)
        heading = _TITLE.search(_FENCED.sub("", body))
        self.title = _NUMBER.sub("", heading[1]).strip() if heading else ""
        self.preamble = ""
        """What stands between the title and the first section."""
        self.weighed: dict[str, str] = {}
        """Arguments by option."""
        self._texts: dict[str, list[str]] = {}
        for path, text in blocks(body):
            self._sort(path, text)

    def text(self, role: str) -> str:
        """Return the text of a part; empty where the record has none."""
        return "\n\n".join(self._texts.get(role, ()))

    def items(self, role: str) -> tuple[str, ...]:
        """Return the list items of a part."""
        return items(self.text(role))

    def _sort(self, path: tuple[str, ...], text: str) -> None:
        roles = [_ROLES.get(_plain(heading), "") for heading in path]
        if "weighed" in roles[:-1]:
            self.weighed[without_markup(path[-1])] = text
        elif roles and roles[-1]:
            self._texts.setdefault(roles[-1], []).append(text)
        elif len(path) <= 1 and not any(roles):
            self.preamble = text


def items(text: str) -> tuple[str, ...]:
    """Return the outermost list items of a text, each on one line."""
    found: list[list[str]] = []
    margin: int | None = None
    for line in text.splitlines():
        bullet = _BULLET.match(line)
        if bullet and (margin is None or len(bullet[1]) <= margin):
            margin = len(bullet[1])
            found.append([bullet[2]])
        elif found and line.strip():
            found[-1].append(bullet[2] if bullet else line.strip())
        elif found and not line.strip():
            continue
    return tuple(" ".join(lines).strip() for lines in found)


def without_markup(text: str) -> str:
    """Return a heading or an item without links, emphasis and quotation marks."""
    plain = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text)
    return re.sub(r"[*_`]{1,3}(?=\S)|(?<=\S)[*_`]{1,3}", "", plain).strip(" \"“”„'").strip()


def _plain(heading: str) -> str:
    text = without_markup(heading).lower()
    return re.sub(r"\A\d+[.)]?\s*|[:.?!]+\Z|\s*<!--.*?-->", "", text).strip()
