"""Scales of numbers, with or without labels at some of them."""

import re
from collections import Counter
from typing import NamedTuple

from copilot.analysis.surveys.columns.profile import Profile
from copilot.analysis.surveys.columns.scales import Scale, is_apart
from copilot.analysis.surveys.columns.shapes import integer

_LABELLED = re.compile(
    r"(?P<number>-?\d{1,3})(?:\.0+)?(?:\s*(?:[-–—:=.,)(/|]|\s)\s*(?P<label>\D.*))?", re.DOTALL
)
_TRAILED = re.compile(r"(?P<label>[A-Za-z][^\d]*?)\s*[-–—:=(,]\s*(?P<number>\d{1,2})\)?")
_OUT_OF = re.compile(
    r"(\d{1,2})\s*(?:/|out of|von|sur|de)\s*(\d{1,2})(?:\s*stars?)?", re.IGNORECASE
)
_STARS = re.compile(r"([★⭐*]\ufe0f?\s?){1,5}[☆\s]*")
_STAR_WORD = re.compile(r"(\d)\s*(?:stars?|★|⭐|sterne?|étoiles?|estrellas?)", re.IGNORECASE)
_UNIT = re.compile(r"\d{1,3}(?:[.,]\d+)?\+? ?([A-Za-z]\D*)")
_STAR_UNITS = frozenset({"star", "sterne", "étoile", "estrella"})
_BANDS = re.compile(r"^\s*(?:[-–—]|to)?\s*\d")
_TOPS = (3, 4, 5, 6, 7, 9, 10)
_MISSING = frozenset(
    {-1, -2, -3, -7, -8, -9, -77, -88, -98, -99, -999, 77, 88, 97, 98, 99, 999, 9999}
)
_STRAY = 0.35
"""The share of answers that may be off a scale, at most."""


class Numbers(NamedTuple):
    """Answers as whole numbers."""

    of: dict[str, int]
    """The number of each answer that has one."""
    counts: Counter[int]
    labels: dict[int, str]
    """What stands beside a number."""
    apart: tuple[str, ...]
    """Answers without a number that are on no scale."""


def numbers_of(profile: Profile) -> Numbers | None:
    """Return the answers as numbers; None where a considerable part are not."""
    if profile.distinct > 200:
        return None
    numbers: dict[str, int] = {}
    labels: dict[int, str] = {}
    apart = []
    if _are_amounts(profile.values):
        return None
    for value in profile.values:
        found = _number(value)
        if found is None:
            apart.append(value)
            continue
        numbers[value] = found[0]
        if found[1]:
            labels.setdefault(found[0], found[1])
    if any(not is_apart(value) for value in apart) or not numbers:
        return None
    if len(set(labels.values())) < len(labels):  # codes such as `AC-1` and `AC-2`, no labels
        return None
    counts: Counter[int] = Counter()
    for value, number in numbers.items():
        counts[number] += profile.counts[value]
    return Numbers(numbers, counts, labels, tuple(apart))


def numbered_scale(
    numbers: Numbers, *, top: int | None = None, low: int | None = None
) -> Scale | None:
    """Return the scale of numbers from 0 or 1 to at most 10; None where they span none.

    Codes such as 99 or -1 do not stretch it: they are apart. Steps that nobody chose are there.

    Args:
        numbers: The answers.
        top: The highest step, where it is known.
        low: The lowest step, where it is known.
    """
    within = sorted(number for number in numbers.counts if 0 <= number <= (top or 10))
    if top is None:
        while within and within[-1] in {8, 9} and _is_code(within):
            within.pop()
    if len(within) < 2:
        return None
    inside = sum(numbers.counts[number] for number in within)
    if inside < (1 - _STRAY) * numbers.counts.total():
        return None
    highest = top or next((step for step in _TOPS if step >= within[-1]), 10)
    lowest = min(within[0], 1) if low is None else low
    steps = [
        (number, text) for number in range(lowest, highest + 1) for text in _texts(numbers, number)
    ]
    strays = [text for text, number in numbers.of.items() if not lowest <= number <= highest]
    return Scale(tuple(text for _, text in steps), (*strays, *numbers.apart))


def missing_codes(numbers: Numbers) -> tuple[str, ...]:
    """Return answers among amounts that stand for no answer, such as -99 or 999."""
    real = [number for number in numbers.counts if number not in _MISSING]
    if not real:
        return ()
    least, most = min(real), max(real)
    return tuple(
        text
        for text, number in numbers.of.items()
        if number in _MISSING and ((number < 0 <= least) or number > max(3 * most, most + 50))
    )


def _is_code(within: list[int]) -> bool:
    """Whether the highest number is far above the others, as 9 is above a scale of 5."""
    return len(within) > 2 and within[-1] - within[-2] > 1 and within[-2] <= 7 and len(within) <= 8


def _texts(numbers: Numbers, step: int) -> tuple[str, ...]:
    """Return the answers that mean a step, the most usual writing of it first."""
    return tuple(text for text, number in numbers.of.items() if number == step) or (str(step),)


def _number(value: str) -> tuple[int, str] | None:
    plain = integer(value)
    if plain is not None:
        return plain, ""
    if found := _OUT_OF.fullmatch(value) or _STAR_WORD.fullmatch(value):
        return int(found[1]), ""
    if _STARS.fullmatch(value):
        return sum(value.count(star) for star in "★⭐*"), ""
    found = None if _is_band(value) else _LABELLED.fullmatch(value)
    found = found or _TRAILED.fullmatch(value)
    return (int(found["number"]), (found["label"] or "").strip(" )")) if found else None


def _is_band(value: str) -> bool:
    """Whether it is a band such as `1-10` or `65+`."""
    rest = value.lstrip("-0123456789")
    return bool(_BANDS.match(rest)) or rest == "+"


def _are_amounts(values: tuple[str, ...]) -> bool:
    """Whether words behind numbers are a unit, as in `5 years`, rather than labels."""
    units = [found[1].lower().rstrip("s") for value in values if (found := _UNIT.fullmatch(value))]
    return len(units) > len(set(units)) and not any(unit in _STAR_UNITS for unit in units)
