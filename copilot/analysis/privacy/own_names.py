"""Names that a survey itself gives away in its columns of names and e-mail addresses."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence

from copilot.analysis.privacy.finding import Found
from copilot.analysis.privacy.name_book import Known, folded, folded_text
from copilot.analysis.privacy.tokens import Token, opens_sentence

SHORTEST_PART = 3
"""Letters of a part of a name that is looked for on its own."""
_PERSON = re.compile(
    r"\b(?:(?:first|last|full|given|family|middle|sur|user|nick|display|contact|customer|client|respondent|participant"
    r"|employee|agent|manager|patient|student|owner|your)[\s_-]*names?|names?|surname|e-?mail(?:[\s_-]*address)?|mail"
    r"|respondent|contact|agent|vorname|nachname|nom|prenom|prénom|nombre|apellidos?|cognome|nome)\b",
    re.I,
)
_NOT_PERSON = re.compile(
    r"\b(?:product|company|compan\w+|organi[sz]ation|file|event|brand|project|school|team|domain|campaign|survey|country"
    r"|city|store|course|plan|feature|preferred|reason|why|how|what|which|rate)\b|\?",
    re.I,
)
_EMAIL = re.compile(r"\s*<?([\w.+%'-]+)@[\w.-]+\.\w+>?\s*")
_NAME = re.compile(r"[^\W\d_][^\d_@/\\#<>{}|]{1,58}")
_WORDS = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_HANDLE = re.compile(r"\w[\w.+%-]*\w")
_NOBODY = frozenset((
    "info", "support", "sales", "admin", "contact", "hello", "noreply", "reply", "team",
    "office", "mail", "email", "service", "help", "billing", "accounts", "test", "user", "name",
    "null", "none", "unknown", "anonymous", "customer", "guest", "webmaster", "postmaster",
    "feedback", "enquiries", "inquiries", "hr", "jobs", "marketing", "the", "and", "mr", "mrs",
    "miss", "ms", "dr", "prof", "phone", "url", "card", "key", "text", "address", "first",
    "last", "full", "van", "von", "der", "den", "del", "other", "yes", "not",
))  # fmt: skip
_MOST_WORDS = 5


def is_person_column(header: str) -> bool:
    """Return whether a column's header says that it holds people's names or addresses."""
    plain = header.replace("_", " ")
    return bool(_PERSON.search(plain)) and not _NOT_PERSON.search(plain)


def names_from(columns: Mapping[str, Sequence[str | None]]) -> frozenset[str]:
    """Return the names that columns hold: full names, their parts, what stands before an @.

    A column counts where its header says that it is of people or half of its cells are e-mail
    addresses; any other is passed over, so all columns of a file may be given.

    Args:
        columns: Cells by header; None where one is empty.

    Returns:
        Folded names; parts have three letters at least.
    """
    found: set[str] = set()
    for header, cells in columns.items():
        values = {cell.strip() for cell in cells if cell}
        mails = sum(1 for value in values if _EMAIL.fullmatch(value))
        if is_person_column(header) or mails * 2 > len(values):
            for value in values:
                found.update(_parts(value))
    return frozenset(found)


def _parts(value: str) -> Iterator[str]:
    mail = _EMAIL.fullmatch(value)
    text = mail[1] if mail else value
    if not mail and (not _NAME.fullmatch(value) or len(value.split()) > _MOST_WORDS):
        return
    whole = " ".join(folded(text).replace(",", " ").split())
    pieces = [folded(piece) for piece in _WORDS.findall(text)]
    if len(whole) >= SHORTEST_PART and whole not in _NOBODY:
        yield whole
    if not mail and "," in value and len(pieces) > 1:
        yield " ".join((*pieces[1:], pieces[0]))
    yield from (piece for piece in pieces if len(piece) >= SHORTEST_PART and piece not in _NOBODY)


class OwnNames:
    """Finds the names of one survey in its texts."""

    def __init__(self, names: Collection[str], known: Known) -> None:
        plain = {" ".join(folded(name).split()) for name in names} - _NOBODY
        self._things = known.ordinary - known.common
        self._unsure = (
            known.common | (known.given - known.sure_given) | (known.surnames - known.sure_surnames)
        )
        self._words = frozenset(name for name in plain if _WORDS.fullmatch(name))
        self._handles = frozenset(
            name for name in plain - self._words if " " not in name and len(name) >= SHORTEST_PART
        )
        full = (tuple(_WORDS.findall(name)) for name in plain if " " in name)
        self._full: dict[str, set[tuple[str, ...]]] = {}
        for name in full:
            if len(name) > 1:
                self._full.setdefault(name[0], set()).add(name)

    def may_find(self, text: str) -> bool:
        """Return whether a text has any word of them."""
        if not (self._words or self._handles or self._full):
            return False
        plain = folded_text(text)
        words = set(_WORDS.findall(plain))
        return not (
            words.isdisjoint(self._words)
            and self._full.keys().isdisjoint(words)
            and self._handles.isdisjoint(_HANDLE.findall(plain))
        )

    def find(self, text: str, read: Sequence[Token]) -> Iterator[Found]:
        """Yield full names in any case, single ones where they can't be an ordinary word."""
        for at, token in enumerate(read):
            yield from self._full_names(text, read, at)
            if token.word in self._words and self._is_meant(text, token):
                yield Found("name", token.start, token.end, text[token.start : token.end])
        if self._handles:
            for match in _HANDLE.finditer(text):
                if folded(match[0]) in self._handles:
                    yield Found("name", match.start(), match.end(), match[0])

    def _full_names(self, text: str, read: Sequence[Token], at: int) -> Iterator[Found]:
        for name in self._full.get(read[at].word, ()):
            words = read[at : at + len(name)]
            if tuple(token.word for token in words) == name:
                start, end = words[0].start, words[-1].end
                yield Found("name", start, end, text[start:end])

    def _is_meant(self, text: str, token: Token) -> bool:
        """Return whether a word is the name here: products and places are left to other rules."""
        if token.word in self._things:
            return False
        is_word = token.word in self._unsure
        return not is_word or (token.is_title and not opens_sentence(text, token))
