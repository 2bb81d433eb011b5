"""Tests of numbers between groups, against scipy's."""

import numpy as np
import pytest
from scipy.stats import kruskal, ttest_ind

from copilot.analysis.surveys.closed.means import mean_test

FIRST, SECOND = np.array([1.0, 2, 4, 8, 9]), np.array([5.0, 9, 9, 12, 30, 14])


def test_two_groups_are_compared_by_welch() -> None:
    values = np.array([*FIRST, *SECOND, np.nan, 7.0])
    groups = np.array([0] * 5 + [1] * 6 + [0, -1])
    expected = ttest_ind(FIRST, SECOND, equal_var=False)
    found = mean_test(values, groups, 2)
    assert found is not None
    assert found.method == "Welch's t"
    assert (found.statistic, found.p) == pytest.approx((expected.statistic, expected.pvalue))
    pooled = ((4 * FIRST.var(ddof=1) + 5 * SECOND.var(ddof=1)) / 9) ** 0.5
    hedges = (FIRST.mean() - SECOND.mean()) / pooled * (1 - 3 / (4 * 11 - 9))
    assert found.effect == pytest.approx(hedges)


def test_more_groups_are_compared_by_ranks() -> None:
    third = np.array([0.5, 3.25])
    expected = kruskal(FIRST, SECOND, third)
    found = mean_test(np.concatenate([FIRST, SECOND, third]), np.repeat([0, 1, 2], [5, 6, 2]), 3)
    assert found is not None
    assert (found.statistic, found.p) == pytest.approx((expected.statistic, expected.pvalue))


def test_equal_numbers_have_nothing_to_test() -> None:
    groups = np.repeat([0, 1], 10)
    assert mean_test(np.ones(20), groups, 2) is None
    assert mean_test(np.ones(20), np.arange(20) % 3, 3) is None
