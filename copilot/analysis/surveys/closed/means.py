"""Tests of numbers between groups."""

import numpy as np

from copilot.analysis.surveys.closed.coding import Codes, crosstab
from copilot.analysis.surveys.closed.ranks import RankTest, rank_test
from copilot.analysis.surveys.closed.reading import Numbers


def mean_test(values: Numbers, groups: Codes, names: int) -> RankTest | None:
    """Return the test of numbers between groups; None where nothing varies.

    Two groups are compared by Welch's t test with Hedges' g as the effect, more by Kruskal
    and Wallis, which heavy tails do not mislead.

    Args:
        values: One a row, NaN where there is none.
        groups: One a row, from 0; -1 for no group.
        names: How many groups there are, each with two values at least.
    """
    both = (groups >= 0) & ~np.isnan(values)
    known, of_group = values[both], groups[both]
    if names != 2:
        steps, codes = np.unique(known, return_inverse=True)
        return rank_test(crosstab(of_group, codes, (names, len(steps))))
    return _welch(known[of_group == 0], known[of_group == 1])


def _welch(first: Numbers, second: Numbers) -> RankTest | None:
    from scipy.stats import ttest_ind_from_stats

    spread = _pooled_sd(first, second)
    if min(first.size, second.size) < 2 or spread <= 0:
        return None
    moments = [
        moment for one in (first, second) for moment in (one.mean(), one.std(ddof=1), one.size)
    ]
    found = ttest_ind_from_stats(*moments, equal_var=False)
    gap = float(first.mean() - second.mean())
    bias = 1 - 3 / (4 * (first.size + second.size) - 9)
    effect = bias * gap / spread
    return RankTest("Welch's t", float(found.statistic), float(found.pvalue), effect, "Hedges' g")


def _pooled_sd(first: Numbers, second: Numbers) -> float:
    """Return the pooled standard deviation (Hedges 1981)."""
    if first.size + second.size <= 2 or min(first.size, second.size) < 2:
        return 0.0
    squares = (first.size - 1) * first.var(ddof=1) + (second.size - 1) * second.var(ddof=1)
    return float((squares / (first.size + second.size - 2)) ** 0.5)
