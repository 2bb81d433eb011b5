"""Cut a source into pieces: sentences, items and table rows, each under its heading."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from copilot.analysis.requirements.cutting import LABEL_WORDS, cut, opens_with_rank
from copilot.analysis.requirements.headings import Headings
from copilot.analysis.requirements.identifiers import taken_off
from copilot.analysis.requirements.piece import Block, Piece
from copilot.analysis.requirements.sentences import sentences_of
from copilot.analysis.requirements.steps import is_story, joined
from copilot.analysis.requirements.tables import is_row, rows_of
from copilot.analysis.requirements.wrapping import paragraphs

_FENCE = re.compile(r"\s*(?:```|~~~)")
_HEADING = re.compile(r"\s{0,3}#{1,6}\s+(.+?)\s*#*\s*\Z")
_BOLD_LINE = re.compile(r"\s*(?:\*\*|__)([^*_]{2,60}?):?(?:\*\*|__):?\s*\Z")
_ITEM = re.compile(r"(\s*)(?:[-*+•–·]|\d{1,3}[.)]|\(?[a-z][.)])\s+(?:\[[ xX]\]\s+)?(?=\S)")
_RULE = re.compile(r"\s*(?:[-=_*]\s*){3,}\Z")
_COMMENT = re.compile(r"<!--.*?-->", re.S)
_NOTE = re.compile(r"> Note: ")
"""How our own drafts tell what was left out."""
OWN_NOTES = "Notes of the draft"
_QUOTED = re.compile(r"\A\s*(?:>(?!=)\s?)+")
_COMPARED = re.compile(r"\s*>=?\s?\d")
_YAML_LINE = re.compile(r"\s*(?:[\w-]+:(?:\s|\Z)|-\s|#)|\s+\S|\s*\Z")
_SAID = re.compile(r"[.!?]\Z")
"""How a sentence ends, also one in bold letters, which is no heading then."""
_MARKED = re.compile(r"[.!?:;,…][\s*_\"”]*\Z")
_OPENS_LIST = re.compile(r"(?::|\b(?:can|must|should|may|shall|will|able to|needs? to))\Z", re.I)
_GHERKIN = re.compile(r"\s*(?:feature|rule|scenario(?: outline)?|example)(?: [\w.-]+)?:\s*\S", re.I)
_BELOW_GHERKIN = re.compile(
    r"\s*(?:@|(?:given|when|as an?|in order)\b|(?:rule|background|scenario|example)\b[^:]*:)", re.I
)


def pieces(text: str, headings: Headings) -> list[Piece]:
    """Return what a source says, in its order; a scenario or a story is one piece.

    Args:
        text: The source.
        headings: Which labels are headings.
    """
    blocks = list(_Outline(text, headings).blocks())
    found: list[Piece] = []
    for at, block in enumerate(blocks):
        is_place = _is_place_of_title(blocks, at)
        cuts = (one._replace(is_in_place_of_title=is_place) for one in cut(block, headings))
        found += _named_above(cuts, block, blocks[at - 1] if at else None)
    return list(joined(found))


def _named_above(cuts: Iterator[Piece], block: Block, before: Block | None) -> Iterator[Piece]:
    """Yield the pieces; a story right below a heading with an id has this id."""
    name, _ = taken_off(block.heading)
    is_first = before is None or before.section != block.section
    for piece in cuts:
        is_named = bool(name) and is_first and not piece.given and is_story(piece.text)
        yield piece._replace(given=name) if is_named else piece
        is_first = False


def _is_place_of_title(blocks: Sequence[Block], at: int) -> bool:
    """Return whether a block opens the source, or stands directly above a heading."""
    block, after = blocks[at], blocks[at + 1] if at + 1 < len(blocks) else None
    if block.is_item or after is None or _MARKED.search(block.text):
        return False
    is_like_next = after.line == block.line + 1 and not after.is_item
    is_list = is_like_next and not _MARKED.search(after.text)
    return after.section != block.section or (at == 0 and not is_list)


class _Outline:
    """Walks over the lines of a source and gathers what belongs together."""

    def __init__(self, text: str, headings: Headings) -> None:
        self._known = headings
        plain = text.replace("\r\n", "\n").replace("\r", "\n")
        plain = _COMMENT.sub(lambda found: "\n" * found[0].count("\n"), plain)
        lines = plain.split("\n")
        self._lines = [_unquoted(line, before) for before, line in pairwise(["", *lines])]
        self._heading = ""
        self._lead: tuple[int, str] = (-1, "")
        self._open: list[tuple[int, str]] = []
        self._is_item = False
        self._indent = 0
        self._section = 0

    def blocks(self) -> Iterator[Block]:
        """Yield paragraphs, items and table rows."""
        place = self._after_front_matter()
        is_fenced = False
        while place < len(self._lines):
            line = self._lines[place]
            note = _NOTE.match(line)
            if note:
                yield from self._flushed()
                yield Block(line[note.end() :], place, OWN_NOTES, section=self._section)
            elif _FENCE.match(line):
                is_fenced = not is_fenced
                yield from self._flushed()
            elif is_fenced:
                self._open.append((place, line.strip()))
            elif is_row(line):
                yield from self._flushed()
                stop = self._end_of_table(place)
                for at, row in rows_of(self._lines[place:stop]):
                    yield Block(row, place + at, self._heading, "", True, True, self._section)
                place = stop - 1
            else:
                yield from self._read(place, line)
            place += 1
        yield from self._flushed()

    def _end_of_table(self, place: int) -> int:
        places = range(place, len(self._lines))
        return next((at for at in places if not is_row(self._lines[at])), len(self._lines))

    def _read(self, place: int, line: str) -> Iterator[Block]:
        item = _ITEM.match(line)
        heading = None if item else self._heading_in(place, line)
        if not line.strip():
            yield from self._flushed()
        elif _RULE.match(line):
            yield from self._underlined(place)
        elif heading is not None:
            yield from self._flushed()
            self._entered(heading)
        elif item:
            yield from self._flushed()
            self._is_item, self._indent = True, len(item[1].expandtabs(4))
            self._open = [(place, line[item.end() :].strip())]
        elif opens_with_rank(line):
            yield from self._flushed()
            self._open = [(place, line.strip())]
        else:
            self._open.append((place, line.strip()))

    def _heading_in(self, place: int, line: str) -> str | None:
        bold = _BOLD_LINE.match(line)
        found = _HEADING.match(line) or (None if bold and _SAID.search(bold[1]) else bold)
        if found:
            return found[1].strip(" *_:")
        bare = line.strip()
        if _GHERKIN.match(line) and self._is_above_steps(place):
            return bare
        is_label = bare.endswith(":") and len(bare.split()) <= LABEL_WORDS
        return bare.rstrip(":") if is_label and self._known.kind_under(bare.rstrip(":")) else None

    def _is_above_steps(self, place: int) -> bool:
        below = next((line for line in self._lines[place + 1 :] if line.strip()), "")
        return _BELOW_GHERKIN.match(below) is not None

    def _entered(self, heading: str) -> None:
        self._heading, self._lead = heading, (-1, "")
        self._section += 1

    def _underlined(self, place: int) -> Iterator[Block]:
        """Read a line that is underlined as a heading; a line alone only parts."""
        if len(self._open) == 1 and self._open[0][0] == place - 1 and not self._is_item:
            self._entered(self._open.pop()[1])
        yield from self._flushed()

    def _flushed(self) -> Iterator[Block]:
        """Yield what is open; a line that opens a list is kept as the lead of its items."""
        held, self._open = self._open, []
        if held:
            for group in [held] if self._is_item else paragraphs(held):
                yield self._closed(group)
        self._is_item = False

    def _closed(self, held: list[tuple[int, str]]) -> Block:
        text, line = " ".join(part for _, part in held), held[0][0]
        indent = self._indent if self._is_item else -1
        if self._is_item and indent <= self._lead[0]:
            self._lead = (-1, "")
        lead = self._lead[1] if self._is_item else ""
        if _OPENS_LIST.search(text):
            self._lead = (indent, sentences_of(text)[-1])
        elif not self._is_item:
            self._lead = (-1, "")
        return Block(text, line, self._heading, lead, self._is_item, section=self._section)

    def _after_front_matter(self) -> int:
        if self._lines[0].strip() != "---":
            return 0
        ends = (at for at, line in enumerate(self._lines[1:], 1) if line.strip() == "---")
        end = next(ends, 0)
        return end + 1 if end and all(map(_YAML_LINE.match, self._lines[1:end])) else 0


def _unquoted(line: str, before: str) -> str:
    """Return a line without the marks of a quotation in front; notes of our own keep theirs.

    Where a line of text breaks before `> 100`, the mark compares.
    """
    is_compared = _COMPARED.match(line) and before.strip() and not _QUOTED.match(before)
    return line if _NOTE.match(line) or is_compared else _QUOTED.sub("", line)
