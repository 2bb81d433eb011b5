"""Rank tests from counts, against scipy's from answers."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import chi2, kruskal, mannwhitneyu, rankdata

from copilot.analysis.surveys.closed.ranks import midranks, rank_test

ROW = st.lists(st.integers(1, 30), min_size=5, max_size=5)


def answers(row: list[int]) -> list[int]:
    return [step for step, times in enumerate(row) for _ in range(times)]


@settings(max_examples=50)
@given(ROW, ROW)
def test_two_groups_are_compared_as_scipy_does(first: list[int], second: list[int]) -> None:
    one, other = answers(first), answers(second)
    expected = mannwhitneyu(one, other, method="asymptotic")
    found = rank_test(np.array([first, second]))
    assert found is not None
    assert (found.statistic, found.p) == pytest.approx((expected.statistic, expected.pvalue))
    wins = sum((a > b) - (a < b) for a in set(one) for b in set(other) for _ in range(
        one.count(a) * other.count(b)))  # fmt: skip
    assert found.effect == pytest.approx(wins / (len(one) * len(other)))


@settings(max_examples=50)
@given(st.lists(ROW, min_size=3, max_size=5))
def test_more_groups_are_compared_as_scipy_does(rows: list[list[int]]) -> None:
    expected = kruskal(*map(answers, rows))
    found = rank_test(np.array(rows))
    assert found is not None
    assert found.statistic == pytest.approx(expected.statistic, abs=1e-6)
    # scipy's own p is not a number where rounding takes its statistic below nothing
    assert found.p == pytest.approx(chi2.sf(max(expected.statistic, 0), len(rows) - 1), abs=1e-6)
    assert 0 <= found.effect <= 1


@given(ROW)
def test_ranks_of_steps_are_the_mean_ranks_of_those_on_them(row: list[int]) -> None:
    every = answers(row)
    ranks = rankdata(every)
    expected = [ranks[every.index(step)] for step in range(5)]
    assert midranks(np.array(row)).tolist() == expected


def test_where_all_answer_alike_there_is_nothing_to_test() -> None:
    assert rank_test(np.array([[0, 10], [0, 20]])) is None


def test_a_million_answers_do_not_overflow() -> None:
    found = rank_test(np.array([[300_000, 200_000, 1], [200_000, 300_000, 1]]))
    assert found is not None
    assert found.p < 1e-12
    assert found.effect == pytest.approx(-0.2, abs=0.001)
