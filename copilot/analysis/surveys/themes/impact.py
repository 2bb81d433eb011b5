"""What a theme has to do with the Net Promoter Score."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from copilot.analysis.paired import holm
from copilot.analysis.surveys.themes.propagation import Labels

RESAMPLES = 2_000
FEWEST = 10
"""With fewer people on either side nothing is said."""
ALPHA = 0.05
_PROMOTER, _DETRACTOR = 9, 6


class Impact(NamedTuple):
    """NPS of all less NPS of those without the theme, in points, and its 95 % interval.

    Below 0, those who speak of the theme are less content. It is association, not cause.
    """

    delta: float
    low: float
    high: float
    p: float
    """Two-sided, if those with the theme and those without had the same score."""


def nps_impact(
    scores: NDArray[np.float64], member: Labels, seed: int, *, resamples: int = RESAMPLES
) -> Impact | None:
    """Return the leave-a-theme-out difference of the NPS, with a percentile bootstrap interval.

    People fall into six cells, so a resample is one multinomial draw of six counts, whatever
    their number (Efron and Tibshirani 1993, chapter 13).

    Args:
        scores: 0 to 10; what is no such number, NaN included, is left out.
        member: Whether the theme is in each person's answer.
        seed: Of the resamples.
        resamples: How many.

    Returns:
        None where fewer than ten people with a score have the theme, or lack it.
    """
    counts = _counts(np.asarray(scores, dtype=float), member)
    if counts.sum(axis=1).min() < FEWEST:
        return None
    total = int(counts.sum())
    drawn = np.random.default_rng(seed).multinomial(total, counts.ravel() / total, resamples)
    low, high = np.quantile(_delta(drawn.reshape(-1, 2, 3)), (0.025, 0.975))
    return Impact(float(_delta(counts[None])[0]), float(low), float(high), _p_value(counts))


def surviving(impacts: Sequence[Impact | None]) -> list[Impact | None]:
    """Return the impacts that hold after Holm's correction over all; None in place of others.

    Args:
        impacts: Of the themes of one question; None where nothing is said of one.
    """
    p_values = {str(at): one.p for at, one in enumerate(impacts) if one is not None}
    adjusted = holm(p_values) if p_values else {}
    return [one if adjusted.get(str(at), 1.0) < ALPHA else None for at, one in enumerate(impacts)]


def _p_value(counts: NDArray[np.int64]) -> float:
    """Compare the scores of both sides by a z test whose variance is that of all people.

    That of each side alone would be nothing where ten people gave like scores.
    """
    from scipy.stats import norm

    people = counts.sum(axis=1)
    difference = float(np.diff(_nps(counts))[0]) / 100
    detractors, _, promoters = counts.sum(axis=0) / people.sum()
    variance = promoters + detractors - (promoters - detractors) ** 2
    if not variance:
        return 1.0
    return float(2 * norm.sf(abs(difference) / (variance * (1 / people).sum()) ** 0.5))


def _counts(scores: NDArray[np.float64], member: Labels) -> NDArray[np.int64]:
    """Return detractors, passives and promoters: first of those without the theme, then with."""
    valid = (scores >= 0) & (scores <= 10)
    kept = scores[valid]
    kind = (kept > _DETRACTOR).astype(int) + (kept >= _PROMOTER)
    cells = np.bincount(3 * np.asarray(member)[valid].astype(int) + kind, minlength=6)
    return cells.reshape(2, 3).astype(np.int64)


def _delta(counts: NDArray[np.int64]) -> NDArray[np.float64]:
    """Return the difference for each of shape (draws, 2, 3)."""
    return _nps(counts.sum(axis=1)) - _nps(counts[:, 0])


def _nps(counts: NDArray[np.int64]) -> NDArray[np.float64]:
    score: NDArray[np.float64] = (
        100 * (counts[:, 2] - counts[:, 0]) / np.maximum(counts.sum(axis=1), 1)
    )
    return score
