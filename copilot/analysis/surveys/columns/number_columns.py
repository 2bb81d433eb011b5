"""Columns of numbers: a Net Promoter Score, another scale, or amounts."""

import re

from copilot.analysis.surveys.columns.header_words import (
    names_count,
    names_nps,
    names_scale,
    names_segment,
    plain,
)
from copilot.analysis.surveys.columns.numbered_scales import (
    Numbers,
    missing_codes,
    numbered_scale,
    numbers_of,
)
from copilot.analysis.surveys.columns.profile import Profile
from copilot.analysis.surveys.columns.scales import Scale, is_apart
from copilot.analysis.surveys.columns.shapes import is_number
from copilot.domain.survey_parts import Column

_LIKELY = re.compile(
    r"\b(?:likely|wahrscheinlich|probable|probabile|recommend|waarschijnlijk)", re.I
)
_SCORE = re.compile(r"(?:score|rating|nps|nps score|survey score|value|punkte|note)", re.IGNORECASE)
_AMOUNT = re.compile(
    r"\b(?:how many|number of|anzahl|combien|cuánt\w+|age|alter|years?|edad|âge|count|size|seats"
    r"|wie viele|quant\w+|percentage|hours|duration|progress)\b",
    re.IGNORECASE,
)
_MOST_APART = 0.35
"""The share of answers such as `n/a` or `?` that amounts may have among them."""
_FIVE_OR_SEVEN = frozenset({4, 5, 7})


def number_column(profile: Profile) -> Column | None:
    """Return a column of numbers as `nps`, `likert`, `single` or `number`; else None."""
    numbers = numbers_of(profile)
    if numbers is not None:
        return _nps(profile, numbers) or _scale(profile, numbers) or _amounts(profile, numbers)
    apart = profile.share(is_apart)
    if apart <= _MOST_APART and profile.share(is_number) >= 0.85 * (1 - apart):
        none = tuple(value for value in profile.values if is_apart(value))
        return Column(name=profile.name, type="number", confidence=0.85, why="numbers", apart=none)
    return None


def _nps(profile: Profile, numbers: Numbers) -> Column | None:
    sure, why = _promoting(profile, numbers)
    scale = numbered_scale(numbers, top=10, low=0) if sure else None
    if scale is None:
        return None
    return Column(
        name=profile.name,
        type="nps",
        confidence=sure,
        why=why,
        options=scale.options,
        apart=scale.apart,
    )


def _promoting(profile: Profile, numbers: Numbers) -> tuple[float, str]:
    """Return how sure it is that numbers are answers to the recommendation question."""
    inside = [number for number in numbers.counts if 0 <= number <= 10]
    if not inside or max(inside) <= 5 or _short_labels(numbers):
        return 0.0, ""
    if names_nps(profile.name):
        return 0.97, "it asks for a recommendation, from 0 to 10"
    labels = " ".join(numbers.labels.values())
    if _LIKELY.search(labels) and (0 in inside or 10 in numbers.labels):
        return 0.9, "a scale from 0 to 10 of how likely"
    if _SCORE.fullmatch(plain(profile.name)) and {0, 9, 10} & numbers.counts.keys() >= {9, 10}:
        return 0.72 if min(inside) == 0 else 0.66, "scores up to 10"
    return 0.0, ""


def _short_labels(numbers: Numbers) -> bool:
    """Whether the highest label is below 10, as on a labelled scale of 7."""
    return len(numbers.labels) >= 2 and max(numbers.labels) < 10 and max(numbers.counts) < 10


def _scale(profile: Profile, numbers: Numbers) -> Column | None:
    scale = numbered_scale(numbers)
    if scale is None:
        return None
    within = {number for text, number in numbers.of.items() if text in scale.options}
    if within <= {0, 1} and not numbers.labels:
        return _coded(profile, scale, 0.8)
    sure = _sure(profile, numbers, within)
    if sure < 0.5:
        return None
    if len(within) == 2 and len(scale.options) <= 3 and not numbers.labels:
        return _coded(profile, scale, 0.55)
    why = f"steps from {scale.options[0]} to {scale.options[-1]}"
    return Column(
        name=profile.name,
        type="likert",
        confidence=sure,
        why=why,
        options=scale.options,
        apart=scale.apart,
    )


def _sure(profile: Profile, numbers: Numbers, within: set[int]) -> float:
    """Return how sure it is that numbers are steps of a scale rather than amounts."""
    highest, named = max(within), names_scale(profile.name)
    full = len(within) >= min(4, highest) and min(within) <= 2
    if len(numbers.labels) >= 2 or (numbers.labels and named):
        return 0.95
    asks_amount = _AMOUNT.search(plain(profile.name))
    if named and (not asks_amount or (full and highest in {5, 7, 10})):
        return 0.9 if full else 0.75
    if asks_amount or names_count(profile.name):
        return 0.0
    if full and ((min(within) == 1 and highest in _FIVE_OR_SEVEN) or numbers.apart):
        return 0.72
    return 0.6 if full and highest in {3, 5, 6, 7, 10} else 0.5 if highest <= 7 and full else 0.0


def _coded(profile: Profile, scale: Scale, sure: float) -> Column:
    """Return two codes as a choice."""
    options = tuple(text for text in scale.options if text in profile.counts)
    return Column(
        name=profile.name,
        type="segment" if names_segment(profile.name) else "single",
        confidence=sure,
        why="two codes",
        options=options,
        apart=scale.apart,
    )


def _amounts(profile: Profile, numbers: Numbers) -> Column | None:
    codes = missing_codes(numbers)
    sure = 0.9 if names_count(profile.name) else 0.75 if profile.distinct > 8 else 0.6
    if numbers.labels:
        return None
    return Column(
        name=profile.name,
        type="number",
        confidence=sure,
        why="amounts",
        apart=(*codes, *numbers.apart),
    )
