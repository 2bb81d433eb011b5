"""Cut a source into pieces: sentences, items and table rows, each under its heading."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from copilot.analysis.decisions.speech import clauses
from copilot.analysis.requirements.headings import Headings
from copilot.analysis.requirements.identifiers import is_of_statement, taken_off
from copilot.analysis.requirements.tables import is_row, rows_of

_FENCE = re.compile(r"\s*(?:```|~~~)")
_HEADING = re.compile(r"\s{0,3}#{1,6}\s+(.+?)\s*#*\s*\Z")
_BOLD_LINE = re.compile(r"\s*(?:\*\*|__)([^*_]{2,60}?):?(?:\*\*|__):?\s*\Z")
_LABELLED = re.compile(
    r"\s*(?:\*\*|__)?([A-Za-z][\w'’/ -]{1,40}?)(?:\*\*|__)?:(?:\*\*|__)?\s+(?=\S)"
)
_ITEM = re.compile(r"(\s*)(?:[-*+•–·]|\d{1,3}[.)]|\(?[a-z][.)])\s+(?:\[[ xX]\]\s+)?(?=\S)")
_RULE = re.compile(r"\s*(?:[-=_*]\s*){3,}\Z")
_COMMENT = re.compile(r"<!--.*?-->", re.S)
_SAYS_SOMETHING = re.compile(r"[^\W\d_]|\d(?![.)]?\s*\Z)|\d\Z")
_NOTE = re.compile(r"> Note: ")
"""How our own drafts tell what was left out."""
OWN_NOTES = "Notes of the draft"
_QUOTED = re.compile(r"\s*>+\s?")
_YAML_LINE = re.compile(r"\s*(?:[\w-]+:(?:\s|\Z)|-\s|#)|\s+\S|\s*\Z")
_SAID = re.compile(r"[.!?]\Z")
"""How a sentence ends, also one in bold letters, which is no heading then."""
_STEP = re.compile(r"(?:\*\*|\*|_)?(given|when|then|and|but)\b(?:\*\*|\*|_)?", re.I)
_BASIS = re.compile(r"\s*\*\((?:cited|derived|assumed)\b[^)]*\)\*\s*\Z")
"""How our own specifications mark on what a statement rests."""
LABEL_WORDS = 6
"""Words that a line in the place of a heading has at most."""
THREE = 3
"""Lines from which one may be longer than the others; from more, one may be shorter."""


class Piece(NamedTuple):
    """A sentence, item or table row, as it stands in the source."""

    text: str
    line: int
    """From 1."""
    heading: str = ""
    given: str = ""
    """The id that the source gives it."""
    lead: str = ""
    """What opens the list it is an item of: `The report must:`."""
    is_item: bool = False
    is_of_section: bool = False
    """Whether it is a statement of a section in one of our own specifications."""


class _Block(NamedTuple):
    text: str
    line: int
    heading: str
    lead: str = ""
    is_item: bool = False


def pieces(text: str, headings: Headings) -> list[Piece]:
    """Return what a source says, in its order; a scenario of steps is one piece.

    Args:
        text: The source.
        headings: Which labels are headings.
    """
    blocks = _Outline(text, headings).blocks()
    return list(_joined_steps(piece for block in blocks for piece in _cut(block, headings)))


class _Outline:
    """Walks over the lines of a source and gathers what belongs together."""

    def __init__(self, text: str, headings: Headings) -> None:
        self._known = headings
        plain = text.replace("\r\n", "\n").replace("\r", "\n")
        plain = _COMMENT.sub(lambda found: "\n" * found[0].count("\n"), plain)
        self._lines = [_unquoted(line) for line in plain.split("\n")]
        self._heading = ""
        self._lead: tuple[int, str] = (-1, "")
        self._open: list[tuple[int, str]] = []
        self._is_item = False
        self._indent = 0

    def blocks(self) -> Iterator[_Block]:
        """Yield paragraphs, items and table rows."""
        place = self._after_front_matter()
        is_fenced = False
        while place < len(self._lines):
            line = self._lines[place]
            note = _NOTE.match(line)
            if note:
                yield from self._flushed()
                yield _Block(line[note.end() :], place, OWN_NOTES)
            elif _FENCE.match(line):
                is_fenced = not is_fenced
                yield from self._flushed()
            elif is_fenced:
                self._open.append((place, line.strip()))
            elif is_row(line):
                yield from self._flushed()
                stop = next(
                    (at for at in range(place, len(self._lines)) if not is_row(self._lines[at])),
                    len(self._lines),
                )
                for at, row in rows_of(self._lines[place:stop]):
                    yield _Block(row, place + at, self._heading, is_item=True)
                place = stop - 1
            else:
                yield from self._read(place, line)
            place += 1
        yield from self._flushed()

    def _read(self, place: int, line: str) -> Iterator[_Block]:
        item = _ITEM.match(line)
        heading = None if item else self._heading_in(line)
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
        else:
            self._open.append((place, line.strip()))

    def _heading_in(self, line: str) -> str | None:
        bold = _BOLD_LINE.match(line)
        found = _HEADING.match(line) or (None if bold and _SAID.search(bold[1]) else bold)
        if found:
            return found[1].strip(" *_:")
        bare = line.strip()
        is_label = bare.endswith(":") and len(bare.split()) <= LABEL_WORDS
        return bare.rstrip(":") if is_label and self._known.kind_under(bare.rstrip(":")) else None

    def _entered(self, heading: str) -> None:
        self._heading, self._lead = heading, (-1, "")

    def _underlined(self, place: int) -> Iterator[_Block]:
        """Read a line that is underlined as a heading; a line alone only parts."""
        if len(self._open) == 1 and self._open[0][0] == place - 1 and not self._is_item:
            self._entered(self._open.pop()[1])
        yield from self._flushed()

    def _flushed(self) -> Iterator[_Block]:
        """Yield what is open; a line that opens a list is kept as the lead of its items."""
        held, self._open = self._open, []
        if held and not self._is_item and not _is_wrapped([part for _, part in held]):
            for one in held:
                yield self._closed([one])
        elif held:
            yield self._closed(held)
        self._is_item = False

    def _closed(self, held: list[tuple[int, str]]) -> _Block:
        text, line = " ".join(part for _, part in held), held[0][0]
        indent = self._indent if self._is_item else -1
        if self._is_item and indent <= self._lead[0]:
            self._lead = (-1, "")
        lead = self._lead[1] if self._is_item else ""
        block = _Block(text, line, self._heading, lead, self._is_item)
        if text.endswith(":"):
            self._lead = (indent, text)
        elif not self._is_item:
            self._lead = (-1, "")
        return block

    def _after_front_matter(self) -> int:
        if self._lines[0].strip() != "---":
            return 0
        ends = (at for at, line in enumerate(self._lines[1:], 1) if line.strip() == "---")
        end = next(ends, 0)
        return end + 1 if end and all(map(_YAML_LINE.match, self._lines[1:end])) else 0


def _unquoted(line: str) -> str:
    """Return a line without the marks of a quotation; notes of our own keep theirs."""
    return line if _NOTE.match(line) else _QUOTED.sub("", line)


def _is_wrapped(lines: list[str]) -> bool:
    """Return whether lines are one text that was broken at a width, and no lines of a chat.

    Whoever adds or strikes out a sentence leaves one line too long or too short.
    """
    *_, second, longest = sorted([0, *map(len, lines)])
    width = second if len(lines) >= THREE else longest
    short = sum(
        len(line) + 1 + len(after.split(" ", 1)[0]) <= width for line, after in pairwise(lines)
    )
    return short <= (1 if len(lines) > THREE else 0)


def _cut(block: _Block, headings: Headings) -> Iterator[Piece]:
    """Yield the sentences of a block; what has an id of its own stays whole.

    A label that opens the block is a heading for all of it, any other one for its own sentence.
    """
    own = is_of_statement(block.text)
    given, text = taken_off(_BASIS.sub("", block.text))
    above, text = _labelled(text, block.heading, headings)
    wholes = [text] if given else clauses(text)
    for part in wholes:
        heading, bare = _labelled(part.strip(), above, headings)
        is_item = block.is_item or heading != block.heading
        if _SAYS_SOMETHING.search(bare):
            yield Piece(bare, block.line + 1, heading, given, block.lead, is_item, own)


def _labelled(text: str, heading: str, known: Headings) -> tuple[str, str]:
    """Return the heading that a label in front of the text makes, and the rest."""
    label = _LABELLED.match(text)
    if label and len(label[1].split()) <= LABEL_WORDS and known.kind_under(label[1]):
        return label[1].strip(), text[label.end() :]
    return heading, text


def _joined_steps(found: Iterator[Piece]) -> Iterator[Piece]:
    """Yield the pieces, the steps of one scenario as one."""
    held: list[Piece] = []
    for piece in found:
        word = _step_of(piece)
        if not _goes_on(held, word):
            yield from _as_scenario(held)
            held = []
        if held or word in ("given", "when"):
            held.append(piece)
        else:
            yield piece
    yield from _as_scenario(held)


def _goes_on(held: Sequence[Piece], word: str) -> bool:
    """Return whether a step belongs to the scenario of those before it."""
    words = [_step_of(piece) for piece in held]
    if word in ("given", "when"):
        return bool(words) and word not in words and "then" not in words
    return bool(words) and bool(word)


def _as_scenario(held: Sequence[Piece]) -> Iterator[Piece]:
    """Yield steps as one piece where they come to a `then`; else they are sentences."""
    if any(_step_of(piece) == "then" for piece in held):
        yield held[0]._replace(text=" ".join(piece.text for piece in held))
    else:
        yield from held


def _step_of(piece: Piece) -> str:
    step = _STEP.match(piece.text)
    return step[1].lower() if step else ""
