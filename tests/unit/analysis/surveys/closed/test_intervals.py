"""Intervals of shares, scores and means."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import multinomial, t

from copilot.analysis.surveys.closed.intervals import (
    mean_interval,
    nps_interval,
    wilson,
)

COUNTS = st.integers(0, 500)


def test_a_share_has_the_interval_that_was_published_for_it() -> None:
    # Newcombe, Statistics in Medicine 17 (1998), table I, method 3
    assert wilson(81, 263) == pytest.approx((0.2553, 0.3662), abs=5e-5)


def test_none_of_twenty_may_still_be_a_sixth() -> None:
    assert wilson(0, 20) == pytest.approx((0.0, 0.161), abs=5e-4)
    assert wilson(0, 20)[0] == 0.0
    assert wilson(20, 20) == pytest.approx((0.839, 1.0), abs=5e-4)
    assert wilson(20, 20)[1] == 1.0


def test_a_share_of_nothing_may_be_anything() -> None:
    assert wilson(0, 0) == (0.0, 1.0)


@given(COUNTS, COUNTS, COUNTS)
def test_the_interval_of_a_score_stays_on_its_scale_and_has_a_width(
    promoters: int, passives: int, detractors: int
) -> None:
    low, high = nps_interval(promoters, passives, detractors)
    assert -100 <= low < high <= 100


@given(COUNTS, COUNTS, COUNTS)
def test_swapping_promoters_and_detractors_turns_the_interval_round(
    promoters: int, passives: int, detractors: int
) -> None:
    low, high = nps_interval(promoters, passives, detractors)
    assert nps_interval(detractors, passives, promoters) == pytest.approx((-high, -low))


@pytest.mark.parametrize("n", [10, 30, 100])
@pytest.mark.parametrize("split", [(0.85, 0.10, 0.05), (0.5, 0.3, 0.2), (0.3, 0.3, 0.4)])
def test_the_interval_of_a_score_holds_the_truth_as_often_as_it_says(
    n: int, split: tuple[float, float, float]
) -> None:
    """The coverage is summed over all samples there are, not simulated."""
    truth = 100 * (split[0] - split[2])
    samples = [(p, n - p - d, d) for p in range(n + 1) for d in range(n + 1 - p)]
    likely = multinomial.pmf(samples, n, split)
    holds = [low <= truth <= high for low, high in (nps_interval(*one) for one in samples)]
    assert 0.93 <= float(likely[np.array(holds)].sum()) <= 0.97


def test_a_mean_has_students_interval() -> None:
    values = np.array([3.0, 4.0, 8.0, 9.0])
    expected = t.interval(0.95, 3, values.mean(), values.std(ddof=1) / 2)
    found = mean_interval(float(values.mean()), float(values.std(ddof=1)), 4)
    assert found == pytest.approx(expected)


def test_one_value_says_nothing_of_a_mean() -> None:
    assert mean_interval(4.0, 0.0, 1) is None
