"""Whether answers are steps of one scale, and in which order: from words or from numbers."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from copilot.analysis.surveys.columns.scale_words import (
    APART,
    DEGREES,
    EXPERIENCE_LADDERS,
    GOOD,
    LADDERS,
    NEUTRAL,
    NEUTRAL_BEGINS,
    OPPOSITES,
    PLAIN_DEGREE,
    PREFIXES,
)
from copilot.analysis.surveys.columns.whole_scales import WHOLE_SCALES

_DEGREES = sorted(DEGREES, key=len, reverse=True)
_MOST_STEPS = 11
_WORDLESS = re.compile(r"[-–—?._/\\\s]+")
_AFTER = re.compile(r"\s*\((.*)\)$")
_BULLET = re.compile(r"^(?:\(?\d{1,2}\s?[.):=–—-]+\s+|[a-g][.)]\s+)", re.IGNORECASE)
_IDLE = re.compile(
    r"^(?:i am|i'm|i was|i|it was|it is|it's|we are|it would be|would be|yes,|no,|ich bin|ich"
    r"|estoy|je suis|sono|sou|ben)\s+|\s+(?:it|this|it all|to me|at all)$",
    re.IGNORECASE,
)
_INTENT = re.compile(
    r"(?:i )?(?:(?:would|will) )?(definitely|certainly|probably|might or might not|may or may not)"
    r"(?: i)?(?: (?:would|will|yes))?( not| no|n't)?\b.*"
)
_NO_JUDGE = re.compile(
    r"(?:i |we )?(?:do not|don't|have not|haven't|have never|never|did not|didn't|do no longer"
    r"|can't|cannot|can not|couldn't) (?:use|used|know|remember|recall|try|tried|say|judge|rate"
    r"|answer"
    r"|have|tell|comment|need)\b.*"
)
_COMPARED = re.compile(r"(less|more|fewer|rarer) (?:(?:often|frequently) )?than (.+)")
_PER = re.compile(
    r"\b(?:per|each|in a|every single|pro|par|por|al)\b(?= (?:day|week|month|year)\b)"
)


class Scale(NamedTuple):
    """Answers in order."""

    options: tuple[str, ...]
    """From the least to the most."""
    apart: tuple[str, ...]
    """Answers that are on no scale."""
    agreement: bool = False
    """Whether it says how far somebody agrees."""
    tells_who: bool = False
    """Whether it is of experience, which says who somebody is."""


def is_apart(value: str) -> bool:
    """Whether it is an answer such as `Don't know`, `N/A` or `?`."""
    if _WORDLESS.fullmatch(value):
        return True
    bare = _bare(value)
    return bare in APART or _AFTER.sub("", bare) in APART or bool(_NO_JUDGE.fullmatch(bare))


def worded_scale(values: Sequence[str]) -> Scale | None:
    """Return the scale that answers in words are steps of; None where they are not.

    Two steps make a scale only if they are the two ends of one quality.
    """
    if len(values) > _MOST_STEPS + 4:
        return None
    apart = tuple(value for value in values if is_apart(value))
    steps = [value for value in values if value not in apart]
    if not 2 <= len(steps) <= _MOST_STEPS:
        return None
    return _ladder(steps, apart) or _degrees(steps, apart) or _with_apart_inside(values)


def _with_apart_inside(values: Sequence[str]) -> Scale | None:
    """Return a scale that has a step such as `Unsure`, which elsewhere is apart from scales."""
    return _ladder(list(values), ()) if len(values) > 3 else None


def _ladder(steps: Sequence[str], apart: tuple[str, ...]) -> Scale | None:
    bare = [_PER.sub("a", _bare(step)) for step in steps]
    for place, ladder in enumerate((*LADDERS, *WHOLE_SCALES)):
        ranks = [_rung(word, ladder) for word in bare]
        known = [rank for rank in ranks if rank is not None]
        if len(known) == len(steps) > 1 and len(set(known)) == len(steps):
            if len(steps) == 2 and place not in EXPERIENCE_LADDERS and max(known) - min(known) < 2:
                return None
            return Scale(_ordered(steps, known), apart, tells_who=place in EXPERIENCE_LADDERS)
    return None


def _rung(word: str, ladder: dict[str, float]) -> float | None:
    """Return where a phrase stands: itself, without its brackets, or beside what it compares to."""
    rank = ladder.get(word, ladder.get(_AFTER.sub("", word)))
    if rank is None and (found := _INTENT.fullmatch(word)):
        intent = found[1].replace("may or may", "might or might")
        return ladder.get(f"{intent} not" if found[2] else intent)
    if rank is None and (found := _COMPARED.fullmatch(word)):
        beside = ladder.get(found[2])
        return None if beside is None else beside + (0.5 if found[1] == "more" else -0.5)
    return rank


def _degrees(steps: Sequence[str], apart: tuple[str, ...]) -> Scale | None:
    """Return steps that are degrees of one quality, or of a quality and its opposite."""
    parsed = [_parsed(step) for step in steps]
    cores = {core for _, core in parsed if core}
    signs = _signs(cores)
    if signs is None:
        return None
    ranks = [_rank(degree, signs.get(core, 0)) for degree, core in parsed]
    if len(set(ranks)) < len(ranks):
        return None
    both_ends = min(ranks) < 0 < max(ranks)
    degrees = {degree for degree, core in parsed if core}
    if len(steps) < 3 and not (both_ends and len(degrees | cores) > 1 and cores & _known()):
        return None
    agreement = any(
        word in core for core in signs for word in ("agree", "stimme", "ccord", "acuerdo")
    )
    return Scale(_ordered(steps, ranks), apart, agreement=agreement or "concordo" in cores)


def _known() -> frozenset[str]:
    return GOOD | OPPOSITES.keys() | frozenset(OPPOSITES.values())


def _rank(degree: float, sign: int) -> float:
    if sign < 0 and degree < 0:  # `not dissatisfied` is a little satisfied
        return -degree / 10
    return degree * sign if sign else 0.0


def _signs(cores: set[str]) -> dict[str, int] | None:
    """Return which quality is good and which its opposite; None where they are two subjects."""
    if not cores or len(cores) > 2:
        return None
    if len(cores) == 1:
        core = next(iter(cores))
        return {core: -1 if core in OPPOSITES and core not in OPPOSITES.values() else 1}
    first, second = sorted(cores, key=len)
    if OPPOSITES.get(first) == second:
        return {first: -1, second: 1}
    if OPPOSITES.get(second) == first or _is_negated(second, first):
        return {first: 1, second: -1}
    return None


def _is_negated(word: str, of: str) -> bool:
    return any(prefix + of == word or prefix + of[1:] == word for prefix in PREFIXES)


def _parsed(step: str) -> tuple[float, str]:
    """Return how much of which quality an answer states; the quality is empty if neutral."""
    bare = _bare(step)
    bare = _IDLE.sub("", bare)
    if bare in NEUTRAL or bare.startswith(NEUTRAL_BEGINS):
        return 0.0, ""
    for word in _DEGREES:
        if bare.startswith(word + " "):
            return DEGREES[word], _IDLE.sub("", bare[len(word) + 1 :])
        if f" {word} " in f" {bare} " and len(bare.split()) > len(word.split()):
            return DEGREES[word], " ".join(f" {bare} ".replace(f" {word} ", " ", 1).split())
    return PLAIN_DEGREE, bare


def _bare(value: str) -> str:
    lowered = _BULLET.sub("", value.strip().lower()).replace("’", "'").replace("–", "-")
    return " ".join(lowered.strip(" .!").split())


def _ordered(steps: Sequence[str], ranks: Sequence[float]) -> tuple[str, ...]:
    return tuple(step for _, step in sorted(zip(ranks, steps, strict=True)))
