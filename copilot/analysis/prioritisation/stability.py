"""How firm an order is: draw every input within its range many times, and rank anew."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from copilot.analysis.prioritisation.method import Method, likely
from copilot.analysis.prioritisation.ranges import (
    Draws,
    drawn_scores,
    has_range,
    rounded,
    ten_digits,
)
from copilot.domain.roadmap_parts import Item, Lead, Score

DRAWS = 20_000
"""A share is then known to within 0.7 percentage points, 95 times of 100."""
FEWER_DRAWS = 2_000
MANY_ITEMS = 100
"""More items than these are drawn fewer times."""
TURNED = 0.48
"""Share of draws under which the lower of two neighbours leads beyond the play of the draws."""
_ENDS = (0.1, 0.9)
_AT_ONCE = 250
"""Draws ranked at once, which bounds the memory for long lists."""


class Slots(NamedTuple):
    """How many of the first ranks belong to each of the near horizons."""

    now: int
    next: int


class Ranking(NamedTuple):
    """Items from the highest score down, with scores, leads and the number of draws."""

    items: list[Item]
    scores: list[Score]
    leads: list[Lead]
    draws: int
    """0 where no item has a range, so that there is nothing to draw."""
    turned: list[tuple[str, str]]
    """Neighbours of which the second mostly has the higher score, although it ranks below."""


def ordered(items: Sequence[Item], method: Method) -> list[Item]:
    """Return items from the highest score down; equal scores keep the order of the list."""
    values = [float(method.score(likely(item))) for item in items]
    exact = rounded(np.array(values)) if values else np.array([])
    return [items[at] for at in np.argsort(-exact, kind="stable")]


def ranking(items: Sequence[Item], method: Method, slots: Slots, seed: int) -> Ranking:
    """Rank items and say how firm the ranks are; the same seed gives the same shares.

    Args:
        items: From the highest score down, each with every input.
        method: The framework.
        slots: How many ranks belong to Now and to Next.
        seed: Where the drawing starts.
    """
    values = rounded(np.array([float(method.score(likely(item))) for item in items]))
    ranks = [1 + int((values > value).sum()) for value in values]
    tied = [bool((values == value).sum() > 1) for value in values]
    plain = [
        Score(value=ten_digits(value), rank=rank, tied=level)
        for value, rank, level in zip(values, ranks, tied, strict=True)
    ]
    if not any(has_range(item, method) for item in items):
        return Ranking(list(items), plain, _leads(items, values, None), 0, [])
    draws = DRAWS if len(items) <= MANY_ITEMS else FEWER_DRAWS
    generator = np.random.default_rng(seed)
    scores = drawn_scores(items, method, generator, draws)
    sure = _with_draws(plain, scores, drawn_ranks(scores, generator), slots)
    known = [
        score if has_range(item, method) else score.model_copy(update={"low": None, "high": None})
        for item, score in zip(items, sure, strict=True)
    ]
    leads = _leads(items, values, scores)
    turned = [(lead.first, lead.second) for lead in leads if (lead.share or 0) < TURNED]
    return Ranking(list(items), known, leads, draws, turned if len(items) > 1 else [])


def drawn_ranks(scores: Draws, generator: np.random.Generator) -> "np.typing.NDArray[np.int32]":
    """Return the rank of every item in every draw, from 1; equal scores are decided by lot."""
    ranks = np.empty(scores.shape, dtype=np.int32)
    places = np.arange(1, len(scores) + 1, dtype=np.int32)[:, None]
    for start in range(0, scores.shape[1], _AT_ONCE):
        part = scores[:, start : start + _AT_ONCE]
        order = np.lexsort((generator.random(part.shape), -part), axis=0)
        np.put_along_axis(ranks[:, start : start + _AT_ONCE], order, places, axis=0)
    return ranks


def _with_draws(
    plain: Sequence[Score], scores: Draws, ranks: "np.typing.NDArray[np.int32]", slots: Slots
) -> list[Score]:
    lows, highs = np.quantile(scores, _ENDS, axis=1)
    bests, worsts = np.quantile(ranks, _ENDS, axis=1, method="inverted_cdf")
    now = (ranks <= slots.now).mean(axis=1)
    near = (ranks <= slots.now + slots.next).mean(axis=1)
    return [
        score.model_copy(
            update={
                "low": float(lows[at]),
                "high": float(highs[at]),
                "rank_low": int(bests[at]),
                "rank_high": int(worsts[at]),
                "share_now": float(now[at]),
                "share_next": float(near[at] - now[at]),
                "share_later": float(1 - near[at]),
            }
        )
        for at, score in enumerate(plain)
    ]


def _leads(items: Sequence[Item], values: Draws, scores: Draws | None) -> list[Lead]:
    return [
        Lead(
            first=items[at].id,
            second=items[at + 1].id,
            factor=ten_digits(values[at] / values[at + 1]) if values[at + 1] > 0 else None,
            share=None if scores is None else ahead(scores[at], scores[at + 1]),
        )
        for at in range(len(items) - 1)
    ]


def ahead(first: Draws, second: Draws) -> float:
    """Return the share of draws in which the first is higher; ties count half."""
    return float((first > second).mean() + (first == second).mean() / 2)
