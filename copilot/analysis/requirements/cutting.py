"""Cut a block into its sentences, under the labels in front of them."""

import re
from collections.abc import Iterator

from copilot.analysis.requirements.headings import Headings
from copilot.analysis.requirements.identifiers import is_of_statement, taken_off
from copilot.analysis.requirements.piece import Block, Piece
from copilot.analysis.requirements.sentences import listed_parts, sentences_of

LABEL_WORDS = 6
"""Words that a line in the place of a heading has at most."""
_LABELLED = re.compile(
    r"\s*(?:\*\*|__)?([A-Za-z][\w'’/ -]{1,40}?)(?:\*\*|__)?:(?:\*\*|__)?\s+(?=\S)"
)
_RANK = re.compile(r"\W*(?:must|should|could|won['’]?t)(?:[- ]haves?)?\W*\Z", re.IGNORECASE)
"""How the MoSCoW method calls its lists (Clegg and Barker, Case Method Fast-Track, 1994)."""
_SAYS_SOMETHING = re.compile(r"[^\W\d_]|\d(?![.)]?\s*\Z)|\d\Z")
_BASIS = re.compile(r"\s*\*\((?:cited|derived|assumed)\b[^)]*\)\*\s*\Z")
"""How our own specifications mark on what a statement rests."""
_STRUCK = re.compile(r"~~[^~]+~~")
_STRUCK_SENTENCE = re.compile(r"(~~[^~]*[.!?]~~)")
_OTHER_CELLS = re.compile(r"\([^~]*\)\s*\Z")
_LETTER = re.compile(r"[^\W_]")


def cut(block: Block, headings: Headings) -> Iterator[Piece]:
    """Yield the sentences of a block; what has an id of its own stays whole.

    A label that opens the block is a heading for all of it, any other one for its own sentence.
    """
    own = is_of_statement(block.text)
    given, text = taken_off(_BASIS.sub("", block.text))
    above, text = _labelled(text, block.heading, headings)
    for part in [text] if given else _parts(text, above, is_row=block.is_row):
        heading, bare = _labelled(part.strip(), above, headings)
        is_item = block.is_item or heading != block.heading
        if _SAYS_SOMETHING.search(bare):
            struck = _is_struck(bare, is_row=block.is_row)
            name = "" if struck else given
            yield Piece(
                bare, block.line + 1, heading, name, block.lead, is_item, own, block.is_row, struck
            )


def opens_with_rank(line: str) -> bool:
    """Return whether a line opens with the label of a MoSCoW list."""
    label = _LABELLED.match(line)
    return label is not None and _RANK.match(label[1]) is not None


def _parts(text: str, heading: str, *, is_row: bool) -> Iterator[str]:
    for run in _STRUCK_SENTENCE.split(text):
        is_struck = _STRUCK_SENTENCE.fullmatch(run)
        for sentence in [run] if is_struck else sentences_of(run, is_row=is_row):
            yield from listed_parts(sentence) if _RANK.match(heading) else [sentence]


def _is_struck(text: str, *, is_row: bool) -> bool:
    """Return whether nothing is left of a text but what is struck out."""
    rest = _STRUCK.sub("", text)
    rest = _OTHER_CELLS.sub("", rest) if is_row else rest
    return rest != text and "~~" in text and not _LETTER.search(rest)


def _labelled(text: str, heading: str, known: Headings) -> tuple[str, str]:
    """Return the heading that a label in front of the text makes, and the rest."""
    label = _LABELLED.match(text)
    if label and len(label[1].split()) <= LABEL_WORDS and known.kind_under(label[1]):
        return label[1].strip(), text[label.end() :]
    return heading, text
