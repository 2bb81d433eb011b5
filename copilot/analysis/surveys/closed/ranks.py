"""Rank tests of ordered answers, from their counts: a million answers cost as much as ten."""

from typing import NamedTuple

import numpy as np

from copilot.analysis.surveys.closed.coding import Codes
from copilot.analysis.surveys.closed.reading import Numbers


class RankTest(NamedTuple):
    """Whether groups answer higher or lower."""

    method: str
    statistic: float
    p: float
    effect: float
    effect_name: str


def rank_test(table: Codes) -> RankTest | None:
    """Return the test of a table of groups by steps, least first; None where nothing varies.

    Two groups are compared by Mann-Whitney's U, more by Kruskal and Wallis, both corrected
    for ties and against their distributions in large samples.

    Args:
        table: Counts, groups down and steps across; each group has somebody in it.
    """
    if len(table) < 2 or _tie_correction(table.sum(axis=0)) <= 0:
        return None
    return _mann_whitney(table) if len(table) == 2 else _kruskal_wallis(table)


def midranks(counts: Numbers | Codes) -> Numbers:
    """Return the mean rank of those on each step, from 1; the last axis is of steps."""
    sizes = counts.astype(np.float64)
    below = np.cumsum(sizes, axis=-1) - sizes
    return below + (sizes + 1) / 2


def _tie_correction(counts: Codes) -> float:
    n = float(counts.sum())
    sizes = counts.astype(float)
    return 1 - float((sizes**3 - sizes).sum()) / (n**3 - n) if n > 1 else 0.0


def _mann_whitney(table: Codes) -> RankTest:
    """Return U of the first group; the effect is Cliff's delta, first over second, -1 to 1."""
    from scipy.stats import norm

    first, second = (float(size) for size in table.sum(axis=1))
    total = table.sum(axis=0)
    u = float(table[0] @ midranks(total)) - first * (first + 1) / 2
    n = first + second
    sd = (first * second / 12 * (n + 1) * _tie_correction(total)) ** 0.5
    distance = max(abs(u - first * second / 2) - 0.5, 0.0)
    p = min(1.0, 2 * float(norm.sf(distance / sd)))
    return RankTest("Mann-Whitney", u, p, 2 * u / (first * second) - 1, "Cliff's delta")


def _kruskal_wallis(table: Codes) -> RankTest:
    """Return H; the effect is epsilon squared, 0 to 1 (Kelley 1935)."""
    from scipy.stats import chi2

    total, sizes = table.sum(axis=0), table.sum(axis=1).astype(float)
    n = float(sizes.sum())
    sums = table @ midranks(total)
    raw = 12 / (n * (n + 1)) * float((sums**2 / sizes).sum()) - 3 * (n + 1)
    h = max(raw / _tie_correction(total), 0.0)
    p = float(chi2.sf(h, len(table) - 1))
    return RankTest("Kruskal-Wallis", h, p, h / (n - 1), "epsilon squared")
