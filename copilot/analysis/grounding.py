"""Hold a reply against the passages it was given: citations, clauses and quotes.

The model writes markers such as `[2]`, the number of a passage. Code decides which exist,
which passage bears a statement without a marker, and which clause names no passage knows.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from copilot.analysis.addresses import without_addresses
from copilot.analysis.sentences import sentences
from copilot.analysis.untrusted import clean
from copilot.domain.document import Citation, Passage

BEARING_SHARE = 0.6
"""Share of a statement's content words a passage must hold to be matched to it by code."""
_MARKER = re.compile(
    r"\s?\[((?:[a-z0-9][a-z0-9-]*#[a-z0-9-]+|\d{1,3})(?:\s*[,;]\s*\d{1,3})*)\](?!\()"
)
_SPOKEN_MARKER = re.compile(r"[(\[]?\bpassages? (?:number )?(\d{1,2})[)\]]?:?", re.I)
_LEADING_MARKER = re.compile(r"^(\s*(?:[-*] )?)((?:\[\d{1,2}\]\s*)+)(?=\w)(.*?[.!?:]|.*)(?=\s|$)")
_WORD = re.compile(r"[a-z][a-z-]{3,}|\d[\d.,%]*")
_NAME = re.compile(r"(?<=[a-z,;:] )(?![IVX]+[a-z]?\b)[A-Z][\w-]{2,}")
"""A word with a capital letter inside a sentence; Roman numerals are none."""
_FIGURE = re.compile(r"\d+(?:[.,]\d+)*")
_THOUSANDS = re.compile(r"(?<!\d)\d{1,3}(?:[,\s]\d{3})+(?!\d)")
_CLAUSE_NAME = re.compile(r"\b(?:Art(?:icle|\.)?)\s*(\d+[a-z]?)((?:\([0-9a-z]{1,3}\))*)", re.I)
_COMMON = frozenset(
    [
        "about",
        "also",
        "been",
        "before",
        "being",
        "between",
        "both",
        "could",
        "does",
        "each",
        "every",
        "from",
        "have",
        "into",
        "it's",
        "its",
        "more",
        "most",
        "must",
        "need",
        "only",
        "other",
        "over",
        "shall",
        "should",
        "such",
        "than",
        "that",
        "their",
        "them",
        "then",
        "there",
        "these",
        "they",
        "this",
        "those",
        "through",
        "under",
        "very",
        "what",
        "when",
        "where",
        "which",
        "while",
        "will",
        "with",
        "would",
        "your",
    ]
)


class Grounded(NamedTuple):
    """A reply after the check."""

    text: str
    """The reply with markers renumbered in order of first use, unknown ones taken out."""
    citations: tuple[Citation, ...]
    """In the order of their markers: `[1]` is the first."""
    removed: tuple[str, ...]
    """Markers that pointed to nothing."""
    matched: int
    """Statements whose citation was found by code, since the model gave none."""
    addresses: int = 0
    """Addresses taken out."""


def ground(text: str, passages: Sequence[Passage]) -> Grounded:
    """Check every marker of a reply and cite what bears its statements.

    Args:
        text: What the model wrote; markers are 1-based numbers or ids of `passages`.
        passages: What the model was given, in order.
    """
    text, addresses = without_addresses(clean(text))
    numbers = {str(number): passage for number, passage in enumerate(passages, start=1)}
    known = numbers | {passage.id: passage for passage in passages}
    ledger = _Ledger(known)
    lines = [ledger.check_line(_usual_markers(line)) for line in text.splitlines()]
    if not ledger.cited:
        lines = [ledger.match_line(line, passages) for line in lines]
    whole = "\n".join(lines).strip()
    removed = tuple(ledger.removed)
    return Grounded(whole, ledger.citations(), removed, ledger.matched, addresses)


def unsourced(text: str) -> str:
    """Return a reply that rests on no passage: cleaned, without addresses and citation marks."""
    return _MARKER.sub("", without_addresses(clean(text)).text).strip()


def unknown_clauses(text: str, passages: Sequence[Passage]) -> list[str]:
    """Return article numbers the text names but none of the passages does."""
    known = {name for passage in passages for name in _articles(_everything(passage))}
    named = dict.fromkeys(_articles(text))
    return [f"Art. {name}" for name in named if name not in known]


def unmentioned_names(question: str, passages: Sequence[Passage]) -> list[str]:
    """Return names in the question that none of the passages has.

    A name is a word written with a capital letter that does not begin the sentence.
    """
    known = " ".join(map(_everything, passages)).lower()
    names = dict.fromkeys(_NAME.findall(question))
    return [name for name in names if name.lower() not in known]


def unborne_figures(text: str, passages: Sequence[Passage]) -> list[str]:
    """Return figures of the text that stand in none of the passages, citation marks left out."""
    known = set(_figures(" ".join(map(_everything, passages))))
    figures = dict.fromkeys(_figures(_CLAUSE_NAME.sub("", _MARKER.sub("", text))))
    return [figure for figure in figures if figure not in known and len(figure) > 1]


def objections(text: str, passages: Sequence[Passage]) -> list[str]:
    """Return what a reader must know before trusting the text: strange clauses and figures."""
    clauses, figures = unknown_clauses(text, passages), unborne_figures(text, passages)
    found = (
        [f"Clauses named in no passage, so check before use: {', '.join(clauses)}."]
        if clauses
        else []
    )
    return found + ([f"Figures that stand in no passage: {', '.join(figures)}."] if figures else [])


def quote_for(statement: str, passage: Passage) -> str:
    """Return the sentence of the passage nearest to the statement, verbatim."""
    wanted = _content(statement)
    return max(sentences(passage.text), key=lambda part: len(wanted & _content(part)), default="")


def cite(passage: Passage, statement: str) -> Citation:
    """Return the citation of a passage for a statement, with the nearest quote."""
    return Citation(
        id=passage.id,
        title=passage.title,
        source=passage.source,
        clause="; ".join(passage.clauses) or None,
        quote=quote_for(statement, passage),
        as_of=passage.as_of,
    )


class _Ledger:
    """Gives citations their numbers while a reply is read line by line."""

    def __init__(self, known: dict[str, Passage]) -> None:
        self.known = known
        self.cited: dict[str, tuple[Passage, str]] = {}
        self.removed: list[str] = []
        self.matched = 0

    def check_line(self, line: str) -> str:
        def renumber(match: re.Match[str]) -> str:
            names = [name.strip() for name in re.split("[,;]", match[1])]
            found = [name for name in names if name in self.known]
            self.removed += [name for name in names if name not in self.known]
            statement = _statement_before(line, match.start())
            return "".join(
                f" [{number}]"
                for number in dict.fromkeys(
                    self._number(self.known[name], statement) for name in found
                )
            )

        return _MARKER.sub(renumber, line)

    def match_line(self, line: str, passages: Sequence[Passage]) -> str:
        statements = sentences(line) or [line]
        return " ".join(self._with_match(statement, passages) for statement in statements)

    def citations(self) -> tuple[Citation, ...]:
        return tuple(cite(passage, said) for passage, said in self.cited.values())

    def _with_match(self, statement: str, passages: Sequence[Passage]) -> str:
        bearer = _bearer(statement, passages)
        if bearer is None:
            return statement
        self.matched += 1
        return f"{statement} [{self._number(bearer, statement)}]"

    def _number(self, passage: Passage, statement: str) -> int:
        self.cited.setdefault(passage.id, (passage, statement))
        return list(self.cited).index(passage.id) + 1


def _usual_markers(line: str) -> str:
    """Write `Passage 4:` as `[4]`, and a marker before a statement behind it."""
    line = _SPOKEN_MARKER.sub(r"[\1]", line)
    return _LEADING_MARKER.sub(lambda found: f"{found[1]}{found[3]} {found[2].strip()}", line)


def _bearer(statement: str, passages: Sequence[Passage]) -> Passage | None:
    """Return the passage that holds most of the statement's words, if it holds enough."""
    wanted = _content(statement)
    if len(wanted) < 4 or not passages:
        return None
    share, best = max(
        (
            (len(wanted & _content(_everything(passage))) / len(wanted), passage)
            for passage in passages
        ),
        key=lambda pair: pair[0],
    )
    return best if share >= BEARING_SHARE else None


def _statement_before(line: str, end: int) -> str:
    return (sentences(line[:end]) or [""])[-1]


def _everything(passage: Passage) -> str:
    return f"{passage.title} {' '.join(passage.clauses)} {passage.text}"


def _content(text: str) -> set[str]:
    """Return lower-case content words, cut to six letters so that inflections meet."""
    words = _WORD.findall(text.lower())
    return {word[:6] if word[0].isalpha() else word for word in words if word not in _COMMON}


def _figures(text: str) -> list[str]:
    """Return the figures of a text; what sets thousands apart is left out."""
    return _FIGURE.findall(_THOUSANDS.sub(lambda found: re.sub(r"\D", "", found[0]), text))


def _articles(text: str) -> list[str]:
    return [number.lower() for number, _ in _CLAUSE_NAME.findall(text)]
