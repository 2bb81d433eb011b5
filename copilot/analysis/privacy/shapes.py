"""Find personal data that shows by its shape, by check digits or by the words around it."""

import re
from collections.abc import Iterator, Sequence

from copilot.analysis.privacy.check_digits import iban_length, written_iban_length
from copilot.analysis.privacy.checks import CHECKS
from copilot.analysis.privacy.finding import Found
from copilot.analysis.privacy.phones import phones
from copilot.analysis.privacy.shape_book import Rule, ShapeBook
from copilot.analysis.secret_shapes import SHAPES

_HINT = re.compile(
    r"\d\D{0,3}\d|@|://|www\.|\.[a-zA-Z]{2,6}/|(?<!\w)/?u/\w|\bdot\b|\bat\]|\bat\)|[0-9a-fA-F]{2}[:-][0-9a-fA-F]{2}[:-]"
    r"|-----BEGIN|[\w-]{20}|Bearer |pass|::|\bat [\w-]+\.\w|_\w|[\u0370-\ufffd]|\blat\b"
    r"|\b(?:i['’]?m|am|as) [a-z]+[.-][a-z]|\b(?:log-?in|benutzer|nutzername|usuario|utilis|identif"
    r"|logged|user|nick|alias|skype|discord|telegram|insta|handle|account name)",
    re.IGNORECASE,
)
"""Whatever any rule finds has one of these."""
_KEYS = tuple(re.compile(shape.pattern.decode(), re.ASCII) for shape in SHAPES.values())
_DIGIT = re.compile(r"\d")
_STREET = re.compile(r"(?:stra[sß]|str\.|weg|platz|gasse|allee|laan|gracht)", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d]+")
_LONG = re.compile(r"\S{16}|-----BEGIN")
_IBAN = re.compile(r"(?<![A-Za-z0-9])[A-Za-z]{2}\d{2}(?:[ -]?[A-Za-z0-9]){11,30}")
_AFTER_URL = ".,;:!?)]}'\"*_…”’"
_AFTER = ".,;:!? "
_GROUP = 4
"""Signs of an IBAN that are written together."""


class ShapeFinder:
    """Finds by the rules of a book."""

    def __init__(self, book: ShapeBook) -> None:
        self._book = book
        rules = (tried for rules in book.tried.values() for tried in rules)
        self._cues = frozenset[str]().union(*(tried.words for tried in rules))

    def may_find(self, text: str) -> bool:
        """Return whether a full scan is worth it; cheap."""
        if _HINT.search(text):
            return True
        digit = _DIGIT.search(text)
        if not digit:
            return False
        return not self._cues.isdisjoint(_WORD.findall(text.lower())) or bool(_STREET.search(text))

    def find(self, text: str) -> Iterator[Found]:
        """Yield finds, which may overlap."""
        passed = self._book.passed(text)
        words = self._cues.intersection(_WORD.findall(text.lower()))
        rules = (one for name in passed for one in self._book.tried.get(name, ()))
        for rule, pattern, cues in rules:
            if not cues or not cues.isdisjoint(words):
                for match in pattern.finditer(text):
                    yield from _checked(rule, match)
        if _LONG.search(text):
            yield from _keys(text)
        if "digits" in passed:
            yield from _ibans(text)
            yield from phones(text)


def _keys(text: str) -> Iterator[Found]:
    for pattern in _KEYS:
        for match in pattern.finditer(text):
            yield Found("key", match.start(), match.end(), match[0])


def _checked(rule: Rule, match: re.Match[str]) -> Iterator[Found]:
    group = "value" if "value" in match.re.groupindex else 0
    value = match[group].rstrip(_AFTER_URL if rule.kind == "url" else _AFTER)
    if value and (not rule.check or CHECKS[rule.check](value)):
        start = match.start(group)
        yield Found(rule.kind, start, start + len(value), value)


def _ibans(text: str) -> Iterator[Found]:
    for match in _IBAN.finditer(text):
        plain = [at for at, sign in enumerate(match[0]) if sign.isalnum()]
        signs = "".join(match[0][at] for at in plain)
        length = iban_length(signs) or _mistyped_length(text, match, plain, signs)
        if length:
            value = match[0][: plain[length - 1] + 1]
            yield Found("iban", match.start(), match.start() + len(value), value)


def _mistyped_length(
    text: str, match: re.Match[str], plain: Sequence[int], signs: str
) -> int | None:
    """Return the length of what is written as an IBAN is, whatever its check digits."""
    length = written_iban_length(signs)
    if length is None:
        return None
    end = match.start() + plain[length - 1] + 1
    groups = match[0][: plain[length - 1] + 1].replace("-", " ").split()
    is_grouped = len(groups) == 1 or all(len(group) == _GROUP for group in groups[:-1])
    return length if is_grouped and not text[end : end + 1].isalnum() else None
