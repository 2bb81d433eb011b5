"""What a person's check does to an interval."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import norm

from copilot.analysis.surveys.themes.checking import (
    Reliability,
    difference_after_check,
    reliabilities,
    with_human_check,
)


def labels(agreed: int, looked_at: int) -> Reliability:
    """Return how reliable the labels of a theme are that alone was looked at."""
    verdicts = [("a", place < agreed) for place in range(looked_at)]
    return reliabilities(verdicts, ["a"])["a"]


@given(
    share=st.floats(0, 1), half=st.floats(0, 0.2), checked=st.integers(1, 200), rate=st.floats(0, 1)
)
def test_a_check_never_narrows_an_interval(
    share: float, half: float, checked: int, rate: float
) -> None:
    interval = (max(0.0, share - half), min(1.0, share + half))
    low, high = with_human_check(share, interval, labels(round(rate * checked), checked))
    assert 0 <= low <= interval[0] + 1e-9
    assert interval[1] - 1e-9 <= high <= 1


@given(st.floats(0, 1), st.floats(0, 1), st.floats(0, 1), st.integers(0, 50))
def test_a_check_never_makes_a_difference_surer(
    share: float, others: float, p: float, agreed: int
) -> None:
    assert p <= difference_after_check(share, others, p, labels(agreed, 50)) <= 1


def test_less_agreement_widens_more() -> None:
    interval = (0.25, 0.35)
    widths = [
        high - low
        for low, high in (
            with_human_check(0.3, interval, labels(agreed, 100)) for agreed in (100, 90, 70)
        )
    ]
    assert 0.1 < widths[0] < widths[1] < widths[2]


def test_a_perfect_check_of_many_labels_adds_almost_nothing() -> None:
    sure = labels(2_000, 2_000)
    assert with_human_check(0.3, (0.27, 0.33), sure) == pytest.approx((0.27, 0.33), abs=0.001)
    assert difference_after_check(0.4, 0.3, 0.01, sure) == pytest.approx(0.01, abs=0.001)


def test_a_theme_nobody_looked_at_is_as_reliable_as_the_others_but_less_surely_so() -> None:
    found = reliabilities([("a", True)] * 40 + [("a", False)] * 6, ["a", "b"])
    assert found["b"].rate == pytest.approx(42 / 50)
    assert found["a"].rate == pytest.approx(42 / 50)
    assert found["b"].size < found["a"].size


def test_labels_of_others_do_not_hide_that_a_theme_is_poor() -> None:
    verdicts = [("a", True)] * 40 + [("b", False)] * 10
    found = reliabilities(verdicts, ["a", "b"])
    assert found["a"].rate > 0.8
    assert found["b"].rate < 0.55


@pytest.mark.parametrize(("wrong", "missed"), [(0.2, 0.0), (0.2, 0.2), (0.1, 0.1)])
def test_checked_intervals_hold_whether_as_many_labels_are_missed_or_none(
    wrong: float, missed: float
) -> None:
    rng = np.random.default_rng(1)
    covered = []
    for _ in range(300):
        truth = rng.random(1_000) < 0.3
        given_ = truth & (rng.random(1_000) >= missed)
        # Of all labels a share is wrong: so many are added to those given rightly.
        added = given_.sum() * wrong / (1 - wrong) / (~truth).sum()
        coded = given_ | (~truth & (rng.random(1_000) < added))
        seen = truth[rng.permutation(np.flatnonzero(coded))[:50]]
        share = float(coded.mean())
        half = 1.96 * (share * (1 - share) / 1_000) ** 0.5
        check = labels(int(seen.sum()), 50)
        low, high = with_human_check(share, (share - half, share + half), check)
        covered.append(low <= 0.3 <= high)
    assert np.mean(covered) >= 0.93


def test_errors_that_fall_on_one_group_are_not_told_as_a_difference() -> None:
    # Both groups speak of it in 30 %; in the first, one label in five is wrong.
    rng = np.random.default_rng(2)
    told = {"before": 0, "after": 0}
    for _ in range(300):
        rates, n = (0.375, 0.3), 800
        first, second = (rng.binomial(n, rate) / n for rate in rates)
        wrong = rng.binomial(50, (0.075 / 0.375) * rates[0] / sum(rates))
        error = (2 * 0.3375 * 0.6625 / n) ** 0.5
        p = float(2 * norm.sf(abs(first - second) / error))
        told["before"] += p < 0.05
        told["after"] += difference_after_check(first, second, p, labels(50 - wrong, 50)) < 0.05
    assert told["before"] > 200
    assert told["after"] < 0.2 * told["before"]
