"""Read a source: its statements, each with a kind, and its requirements, each with an id."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from copilot.analysis.requirements.identifiers import fresh
from copilot.analysis.requirements.outline import pieces
from copilot.analysis.requirements.piece import Piece
from copilot.analysis.requirements.sentences import listed_parts
from copilot.analysis.requirements.signs import Signs
from copilot.analysis.requirements.steps import is_story
from copilot.analysis.requirements.wording import Read, WordingReader
from copilot.analysis.stories.words import Words
from copilot.analysis.untrusted import clean
from copilot.domain.requirement import Requirement, Statement, StatementKind

LEAST_WORDS = 3
"""Words that each half of a sentence has at least, where it is read as two requirements."""
_SEVERAL = re.compile(
    r";\s+|,? (?:and|but) (?=(?:[\w'’-]+ ){1,4}(?:must|shall|should|may|needs? to|ha(?:s|ve) to)\b)"
)
_MODAL = re.compile(
    r"\b(?:must|shall|should|may|can|will|needs? to|ha(?:s|ve) to)\b", re.IGNORECASE
)
_OPENING = re.compile(
    r"\A\W*(?:please |pls |can you |could you )*(?:"
    r"(?:write|draft|create|make|give me|(?:turn|put|make|convert|rewrite) (?:this|these|it))\b"
    r"[^:.?!\n]{0,60}\b(?:stor(?:y|ies)|specs?|prd|tickets?|criteria)\b"
    r"(?: (?:for|from|of|out of|about) (?:this|these|the following)(?: \w+){0,2})?"
    r"[^\S\n]*(?:[:–—-]\s*|\Z|\n\s*)"
    r"|(?:write|draft|give me)\b(?:(?!\b(?:each|every|when|if)\b)[^:.?!\n]){0,60}"
    r"\b(?:stor(?:y|ies)|specs?|prd|(?:acceptance )?criteria)\b"
    r"(?: (?:for|about|on|that says)\b)?\s*[:,–—-]?\s*(?=\S)"
    r"|(?:create|make)\b[^:.?!\n]{0,40}\b(?:user stor(?:y|ies)|prd|acceptance criteria)\b"
    r" (?:for|about|on|that says) (?!each\b|every\b|all\b)"
    r")",
    re.IGNORECASE,
)
"""An order to draft in front of a source, and not what a product is to create or write."""
_OTHER_CELLS = re.compile(r"(?<=.)\s\(.*\)\s*\Z", re.DOTALL)
"""Remarks behind what a row says."""
_INSTEAD: tuple[StatementKind, ...] = ("context", "goal", "problem", "user", "risk", "rollout")
"""What is taken for the requirement of a source that has none, in this order."""


class Source(NamedTuple):
    """A source, read."""

    statements: tuple[Statement, ...]
    requirements: tuple[Requirement, ...]
    remarks: tuple[str, ...] = ()
    """What a person should know of how it was read."""

    def of_kind(self, *kinds: StatementKind) -> list[Statement]:
        """Return the statements of some kinds, in their order."""
        return [one for one in self.statements if one.kind in kinds]

    @property
    def asked_for(self) -> str:
        """All that describes the product, in one text, without background and other kinds."""
        return " ".join(one.text for one in self.of_kind("requirement", "heading", "goal", "risk"))

    @property
    def doubtful(self) -> list[Statement]:
        """Statements that may be requirements and were not read as such."""
        return [
            one
            for one in self.statements
            if one.kind not in ("requirement", "heading") and not one.is_plain
        ]


class SourceReader:
    """Reads sources.

    Args:
        signs: Words that show a kind.
        words: The lexicon.
    """

    def __init__(self, signs: Signs, words: Words) -> None:
        self._wording = WordingReader(signs, words)

    def read(self, text: str) -> Source:
        """Return what a source says; every sentence of it is among the statements."""
        told = _OPENING.sub(_only_line_ends, clean(text), count=1)
        found = pieces(told, self._wording.headings)
        leads = {piece.lead for piece in found}
        statements = [
            self._statement(piece, at, opens_list=piece.text.endswith(":") or piece.text in leads)
            for at, piece in enumerate(found, 1)
        ]
        statements = _with_one_requirement(statements)
        return _numbered(found, statements)

    def _statement(self, piece: Piece, number: int, *, opens_list: bool) -> Statement:
        read = self._read(piece)
        is_opening = opens_list and read.kind == "requirement"
        return Statement(
            id=f"S{number}",
            text=piece.text,
            line=piece.line,
            heading=piece.heading,
            kind="heading" if is_opening else read.kind,
            is_plain=read.is_plain or bool(piece.given),
        )

    def _read(self, piece: Piece) -> Read:
        if piece.is_struck:
            return Read("aside")
        said = f"{piece.lead} {piece.text}".strip()
        read = self._wording.read(said, piece.heading, is_item=piece.is_item)
        if piece.is_row and read.kind == "assumption":
            main = _OTHER_CELLS.sub("", said)
            read = self._wording.read(main, piece.heading, is_item=piece.is_item)
        if piece.is_of_section and read.kind == "requirement":
            return Read("context")
        if piece.given and read.kind == "context":
            return Read("requirement")
        is_bare = read.kind == "context" and ":" not in piece.text
        is_open = (read.kind == "requirement" or is_bare) and not piece.given
        if is_open and piece.is_in_place_of_title and self._wording.is_title(said, piece.heading):
            return Read("heading")
        return read


def _only_line_ends(opening: re.Match[str]) -> str:
    """Return what is left of an order in front, so that the lines behind it keep their numbers."""
    return "\n" * opening[0].count("\n")


def _with_one_requirement(statements: list[Statement]) -> list[Statement]:
    """Return the statements; where none asks for anything, what is nearest to it does."""
    if any(one.kind == "requirement" for one in statements):
        return statements
    for kind in _INSTEAD:
        if any(one.kind == kind for one in statements):
            taken = {"kind": "requirement", "is_plain": False}
            return [one.model_copy(update=taken) if one.kind == kind else one for one in statements]
    return statements


def _numbered(found: Sequence[Piece], statements: Sequence[Statement]) -> Source:
    given_ids = Counter(piece.given for piece in found if piece.given)
    twice = [name for name, times in given_ids.items() if times > 1]
    ids = fresh(given_ids)
    requirements: list[Requirement] = []
    used: set[str] = set()
    renamed: list[str] = []
    for piece, statement in zip(found, statements, strict=True):
        if statement.kind != "requirement":
            continue
        for text in [piece.text] if piece.given else _parts(piece.text):
            name = piece.given if piece.given and piece.given not in used else next(ids)
            if piece.given in twice and name != piece.given:
                renamed.append(f"{piece.given} in line {piece.line} is read as {name}")
            used.add(name)
            whole = f"{piece.lead.rstrip(':')} {text}" if _completes(piece.lead) else text
            requirements.append(Requirement(id=name, text=whole, sources=(statement.id,)))
    remarks = [f"The id {name} stands more than once." for name in twice]
    return Source(tuple(statements), tuple(requirements), (*remarks, *_told(renamed)))


def _parts(text: str) -> list[str]:
    """Return the requirements of a sentence that plainly has several."""
    if is_story(text):
        return [text]
    clauses = [part.strip() for part in listed_parts(text)]
    if len(clauses) > 1 and all(len(part.split()) > LEAST_WORDS for part in clauses):
        return [whole for part in clauses for whole in _parts(part)]
    parts = [part.strip() for part in _SEVERAL.split(text)]
    whole = all(
        len(part.split()) >= LEAST_WORDS
        and _MODAL.search(part)
        and part.count("(") == part.count(")")
        for part in parts
    )
    return parts if whole else [text]


def _completes(lead: str) -> bool:
    """Return whether items need the words that open their list to be sentences."""
    return _MODAL.search(lead) is not None


def _told(renamed: Sequence[str]) -> list[str]:
    return [f"{'; '.join(renamed)}. Give each requirement an id of its own."] if renamed else []
