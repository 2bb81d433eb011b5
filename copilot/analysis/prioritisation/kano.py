"""Kano: what customers' answers say on features; categories and no rank (Kano and others 1984).

The evaluation table is the standard one. Better and worse were added by later authors.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import cast

from copilot.analysis.paired import Share
from copilot.domain.roadmap_parts import KanoCategory, KanoResult

FEW = 20
"""Answers of one segment below which a reading is not even rough."""
CHANCE = 0.1
"""Two-sided p from which the first category may stand before the second by chance."""
_ANSWERS = {
    "like": "like|i like it|enjoy|delight(?:ed)?|1",
    "expect": "expect(?:ed| it)?|must[- ]?be|must be that way|it must be|need(?:ed)?|2",
    "neutral": "neutral|i am neutral|indifferent|don'?t care|3",
    "live": "live with(?: it)?|can live with(?: it)?|i can live with it|tolerate|accept|4",
    "dislike": "dislike|i dislike it|hate|5",
}
_A, _O, _M, _I, _R, _Q = (
    "attractive",
    "performance",
    "must-be",
    "indifferent",
    "reverse",
    "questionable",
)
_TABLE: Mapping[str, tuple[str, str, str, str, str]] = {
    "like": (_Q, _A, _A, _A, _O),
    "expect": (_R, _I, _I, _I, _M),
    "neutral": (_R, _I, _I, _I, _M),
    "live": (_R, _I, _I, _I, _M),
    "dislike": (_R, _R, _R, _R, _Q),
}
"""Rows: with the feature. Columns, in the same order of answers: without it."""
_CATEGORY_WORDS = {
    _A: "a|attractive|attractor|delighter|exciter|excitement|wow",
    _O: "o|p|performance|one[- ]dimensional|linear|satisfier",
    _M: "m|b|must[- ]?be|must[- ]?have|basic|threshold|dissatisfier",
    _I: "i|indifferent|neutral",
    _R: "r|reverse",
    _Q: "q|questionable",
}
CITATIONS = {
    "kano#steps": "Each pair of answers is classified with the standard evaluation table.",
    "kano#formula": "Better and worse are shares of the attractive, performance, must-be and"
    " indifferent answers.",
    "kano#common-misuse": "Kano says nothing about cost and cannot rank a roadmap on its own.",
}


def answer_of(text: str) -> str | None:
    """Return which of the five answers a text is; numbers run from 1 like to 5 dislike."""
    return _named(text, _ANSWERS)


def category_named(text: str) -> KanoCategory | None:
    """Return the category a word or letter stands for."""
    return cast("KanoCategory | None", _named(text, _CATEGORY_WORDS))


def category_of(functional: str, dysfunctional: str) -> KanoCategory:
    """Return the category of a pair of answers, by the evaluation table.

    Args:
        functional: How one feels with the feature: like, expect, neutral, live, dislike.
        dysfunctional: How one feels without it.
    """
    return cast("KanoCategory", _TABLE[functional][list(_TABLE).index(dysfunctional)])


def result_of_pairs(pairs: Iterable[tuple[str, str]]) -> KanoResult:
    """Return what pairs of answers say, one pair a person."""
    return result_of_counts(Counter(category_of(*pair) for pair in pairs))


def result_of_counts(counts: Mapping[str, int]) -> KanoResult:
    """Return the most frequent category, and the better and worse coefficients."""
    kept = {name: count for name, count in counts.items() if count}
    ordered = sorted(kept, key=lambda name: -kept[name])
    first, second = ordered[0], ordered[1] if len(ordered) > 1 else None
    is_level = second is not None and kept[first] == kept[second]
    close = second is not None and _by_chance(kept[first], kept[second])
    base = sum(kept.get(name, 0) for name in (_A, _O, _M, _I))
    better = Share(kept.get(_A, 0) + kept.get(_O, 0), base)
    worse = Share(kept.get(_O, 0) + kept.get(_M, 0), base)
    low, high = worse.interval
    return KanoResult(
        category=None if is_level else cast("KanoCategory", first),
        source="answers",
        counts=kept,
        runner_up=cast("KanoCategory | None", second if close else None),
        better=better.rate if base else None,
        better_interval=better.interval if base else None,
        worse=-worse.rate if base else None,
        worse_interval=(-high, -low) if base else None,
    )


def _by_chance(first: int, second: int) -> bool:
    """Tell whether so uneven a split of the two may be chance (exact sign test)."""
    from scipy.stats import binomtest

    return float(binomtest(first, first + second).pvalue) >= CHANCE


def _named(text: str, names: Mapping[str, str]) -> str | None:
    plain = " ".join(text.lower().replace("’", "'").split()).strip(".")
    return next((name for name, words in names.items() if re.fullmatch(words, plain)), None)
