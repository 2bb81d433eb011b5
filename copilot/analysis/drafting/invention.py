"""Find what a draft says and its source does not: figures, names, phases, days."""

import re
from collections.abc import Iterator
from functools import cached_property

from copilot.domain.story import StoryFinding

_NUMBER_WORDS = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
]
_TENS = {
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
    "hundred": 100,
    "thousand": 1000,
}
_GROUPED = r"\d{1,3}(?:[,\u00a0\u202f'’]\d{3})+(?:\.\d+)?(?!\d)"
_FIGURE = re.compile(
    rf"(?<!\w)(?<![A-Za-z_]-)[-+±]?({_GROUPED}|\d+(?:[.,:]\d+)*)(?:\s?%|[a-zA-Z]{{1,3}}\b)?"
)
_UNIT = re.compile(
    r"\W{0,2}(?:working |business |calendar )?"
    r"(%|percent|per ?cent"
    r"|(?:second|minute|hour|day|week|month|year|time|euro|dollar|pound|km|kg|mb|gb)s?\b)",
    re.I,
)
_UNIT_NEAR = re.compile(rf"[^.;\n]{{0,24}}?{_UNIT.pattern}", re.I)
_WORD_NUMBER = re.compile(
    rf"\b(?:(?:twenty|(?:thir|for|fif|six|seven|eigh|nine)ty)-(?:{'|'.join(_NUMBER_WORDS[1:10])})"
    rf"|{'|'.join((*_NUMBER_WORDS[2:], *_TENS))})\b",
    re.I,
)
_PHASE = re.compile(
    r"\b(?:phase|stage|sprint|milestone|release|version|wave|quarter)"
    r" (?:\d+|[IVX]+|one|two|three)\b"
    r"|\bQ[1-4]\b(?: ?20\d\d)?|\bv\d+(?:\.\d+)*\b",
    re.I,
)
_DAY = re.compile(
    r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?"
    r"|january|february|april|june|july|august|september|october|november|december"
    r"|next (?:week|month|quarter|year|sprint))\b",
    re.I,
)
_NAME = re.compile(r"(?<=[\w,;)'’\"] )[A-Z][\w&+-]*(?:\.[a-z]+)?(?: [A-Z][\w&+-]*)*")
"""Words with capitals inside a sentence; what begins one, or follows a colon, owes it to that."""
_NUMBER = re.compile(rf"{_GROUPED}|\d+(?:[.,:]\d+)*")
_SEPARATOR = re.compile(r"(?<=\d)[,\u00a0\u202f'’](?=\d{3}(?!\d))")
_WORD = re.compile(r"[^\W_][\w'’&+-]*")
_COMMON_CAPITALS = frozenset(
    ["i", "ai", "ui", "api", "id", "ids", "csv", "pdf", "url", "faq", "ok", "given", "when", "then"]
)
"""Written with capitals by habit, not as the name of anything."""


class Told:
    """What a source says, ready to look words up in.

    Args:
        text: All of it.
    """

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def figures(self) -> frozenset[str]:
        """Every number it says, in digits, also where it is written as a word."""
        return frozenset(value for value, _ in self._placed)

    @cached_property
    def measures(self) -> frozenset[tuple[str, str]]:
        """Every number with the unit that follows it soon: `10 or 20 minutes` has both."""
        near = ((value, _UNIT_NEAR.match(self._text, end)) for value, end in self._placed)
        return frozenset((value, _unit(found[1])) for value, found in near if found)

    @cached_property
    def words(self) -> frozenset[str]:
        """Every word of it, in small letters, also in the singular."""
        found = (word.lower() for word in _WORD.findall(self._text))
        return frozenset(form for word in found for form in (word, word.rstrip("s"), _part(word)))

    @cached_property
    def _placed(self) -> list[tuple[str, int]]:
        digits = [(_value(found[0]), found.end()) for found in _NUMBER.finditer(self._text)]
        return digits + [(_number(one[0]), one.end()) for one in _WORD_NUMBER.finditer(self._text)]

    @cached_property
    def low(self) -> str:
        """All of it in small letters, on one line."""
        return " ".join(self._text.lower().split())


def invented(text: str, told: Told, at: str = "") -> Iterator[StoryFinding]:
    """Yield a finding for every figure, name, phase or day that the source does not have.

    Args:
        text: What was drafted.
        told: The source.
        at: Id of the acceptance criterion that the text is of.
    """
    taken: list[tuple[int, int]] = []
    for kind, start, end in _candidates(text, told):
        if not any(start < stop and begin < end for begin, stop in taken):
            taken.append((start, end))
            yield _finding(kind, text, start, end, at)


def _candidates(text: str, told: Told) -> Iterator[tuple[str, int, int]]:
    for pattern, kind in ((_PHASE, "phase"), (_DAY, "day")):
        for found in pattern.finditer(text):
            if found[0].lower() not in told.low:
                yield kind, *found.span()
    for found in _FIGURE.finditer(text):
        if not _is_told(_value(found[1]), text, found.end(1), told):
            yield "figure", *found.span()
    for found in _WORD_NUMBER.finditer(text):
        if not _is_told(_number(found[0]), text, found.end(), told):
            yield "figure", *found.span()
    for found in _NAME.finditer(text):
        if _is_strange(found[0], told):
            yield "name", *found.span()


def _is_told(value: str, text: str, end: int, told: Told) -> bool:
    """Return whether the source has a number, and with the unit that it has here."""
    unit = _UNIT.match(text, end)
    return (value, _unit(unit[1])) in told.measures if unit else value in told.figures


def _is_strange(name: str, told: Told) -> bool:
    words = [word.lower() for word in _WORD.findall(name)]
    return any(
        word not in told.words and word.rstrip("s") not in told.words
        for word in words
        if word not in _COMMON_CAPITALS
    )


def _finding(kind: str, text: str, start: int, end: int, at: str) -> StoryFinding:
    return StoryFinding(
        criterion="grounded",
        rule=f"grounded.{kind}",
        severity="warning",
        span=(start, end),
        message=f"“{text[start:end].strip()}” does not stand in the source.",
        fix="Confirm it, or take it out.",
        at=at,
    )


def _value(digits: str) -> str:
    """Return a number in one spelling: `1.50` and `1,5` are `1.5`, `1,200` is `1200`."""
    plain = _SEPARATOR.sub("", digits).replace(",", ".")
    if "." in plain:
        plain = plain.rstrip("0").rstrip(".")
    return plain.lstrip("0") or "0"


def _unit(word: str) -> str:
    low = word.lower().replace(" ", "")
    return "%" if low in ("%", "percent") else low.rstrip("s")


def _number(word: str) -> str:
    return str(sum(map(_worth, word.lower().split("-"))))


def _worth(word: str) -> int:
    return _TENS[word] if word in _TENS else _NUMBER_WORDS.index(word)


def _part(word: str) -> str:
    return word.split("-")[0].split("'")[0].split("’")[0]
