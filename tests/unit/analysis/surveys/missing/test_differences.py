"""A share in a group, beside all others."""

import numpy as np
import pytest
from scipy.stats import chi2_contingency, fisher_exact

from copilot.analysis.surveys.closed.coding import Coded
from copilot.analysis.surveys.missing.differences import differences, surviving

ALL = np.ones(200, dtype=bool)


def test_of_two_groups_the_lower_one_is_compared_once() -> None:
    coded = Coded(np.repeat([0, 1], 100), ("free", "pro"))
    yes = np.arange(200) % 100 < np.repeat([20, 50], 100)
    (found,) = differences("Plan", coded, yes, ALL)
    assert (found.group, found.share, found.others) == ("free", 0.2, 0.5)
    expected = chi2_contingency([[20, 80], [50, 50]], correction=False).pvalue
    assert found.p == pytest.approx(expected)
    assert surviving([found]) == [(found, found.p)]


def test_each_of_three_groups_is_beside_the_two_others() -> None:
    coded = Coded(np.repeat([0, 1, 2], [100, 50, 50]), ("free", "pro", "team"))
    found = differences("Plan", coded, np.arange(200) < 120, ALL)
    assert [(one.group, one.yes, one.n, one.other_yes, one.other_n) for one in found] == [
        ("free", 100, 100, 20, 100),
        ("pro", 20, 50, 100, 150),
        ("team", 0, 50, 120, 150),
    ]


def test_few_answers_are_compared_exactly() -> None:
    coded = Coded(np.repeat([0, 1], [12, 11]), ("free", "pro"))
    (found,) = differences("Plan", coded, np.arange(23) < 3, np.ones(23, dtype=bool))
    assert found.group == "pro"
    assert found.p == pytest.approx(fisher_exact([[3, 9], [0, 11]]).pvalue)


def test_holm_is_over_all_that_were_compared() -> None:
    coded = Coded(np.repeat([0, 1], 100), ("free", "pro"))
    near = differences("Plan", coded, np.arange(200) % 100 < np.repeat([36, 50], 100), ALL)
    assert len(surviving(near)) == 1
    assert surviving(near * 3) == []
