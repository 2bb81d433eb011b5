"""The Markdown that the project writes, as blocks; it has no other forms than these."""

import re
from collections.abc import Iterator

from copilot.stores.exports.blocks import (
    BULLET,
    INNER_BULLET,
    NUMBER,
    QUOTE,
    Block,
    Heading,
    Paragraph,
    Run,
    Table,
)

_HEADING = re.compile(r"(#{1,6})\s+(.*)")
_ITEM = re.compile(r"(\s*)[-*+]\s+(.*)")
_NUMBERED = re.compile(r"\s*\d+[.)]\s+(.*)")
_RULE = re.compile(r"\|[\s:|-]+\|\s*")
_CELL_END = re.compile(r"(?<!\\)\|")
_EMPHASIS = re.compile(
    r"(?<!\\)\*\*(?P<bold>(?:\\.|[^*\\])+)(?<!\\)\*\*|(?<![\\*])\*(?P<italic>(?:\\.|[^*\\])+)\*"
)
_ESCAPE = re.compile(r"\\([\\`*_\[\]<>|#{}().!+-])")
_BOX = {"[ ] ": "☐ ", "[x] ": "☑ ", "[X] ": "☑ "}


def markdown_blocks(text: str) -> Iterator[Block]:
    """Yield the blocks of a text; the highest heading, a second one, becomes the first level."""
    rows: list[tuple[str, ...]] = []
    for line in [*text.split("\n"), ""]:
        if line.startswith("|"):
            if not _RULE.fullmatch(line):
                rows.append(_cells(line))
            continue
        if rows:
            yield Table(tuple(rows))
            rows = []
        if line.strip():
            yield _block(line)


def runs(text: str) -> tuple[Run, ...]:
    """Return a line as stretches of one style each, without the marks."""
    found: list[Run] = []
    done = 0
    for mark in _EMPHASIS.finditer(text):
        found.append(Run(_plain(text[done : mark.start()])))
        bold = mark["bold"]
        found.append(
            Run(_plain(bold), bold=True) if bold else Run(_plain(mark["italic"]), False, True)
        )
        done = mark.end()
    found.append(Run(_plain(text[done:])))
    return tuple(run for run in found if run.text)


def _block(line: str) -> Block:
    if heading := _HEADING.match(line):
        return Heading(max(len(heading[1]) - 1, 1), "".join(run.text for run in runs(heading[2])))
    if line.startswith(">"):
        return Paragraph(runs(line.lstrip("> ")), QUOTE)
    if item := _ITEM.match(line):
        words = _BOX.get(item[2][:4], item[2][:4]) + item[2][4:]
        return Paragraph(runs(words), INNER_BULLET if item[1] else BULLET)
    if numbered := _NUMBERED.match(line):
        return Paragraph(runs(numbered[1]), NUMBER)
    return Paragraph(runs(line.strip()))


def _cells(line: str) -> tuple[str, ...]:
    parts = _CELL_END.split(line.strip().strip("|"))
    return tuple("".join(run.text for run in runs(part.strip())) for part in parts)


def _plain(text: str) -> str:
    return _ESCAPE.sub(r"\1", text)
