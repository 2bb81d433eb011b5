"""Shares of themes and their intervals."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from copilot.analysis.surveys.closed.intervals import wilson
from copilot.analysis.surveys.themes.shares import estimate, theme_shares

Float = NDArray[np.float64]


def population(share: float, total: int, seed: int, skill: float = 2.5) -> tuple[Float, Float]:
    """Return truth and calibrated predictions that tell it apart by `skill` deviations."""
    rng = np.random.default_rng(seed)
    truth = rng.random(total) < share
    signal = rng.normal(size=total) + skill * truth
    odds = share / (1 - share) * np.exp(skill * signal - skill**2 / 2)
    return truth.astype(float), odds / (1 + odds)


def measured(
    share: float, n: int, seed: int, skill: float = 2.5
) -> tuple[float, float, float, str]:
    truth, predicted = population(share, 10_000, seed, skill)
    return theme_shares(truth[:n, None] > 0, predicted[:n, None], predicted[n:, None])[0]


@pytest.mark.parametrize(
    ("share", "n"), [(0.01, 300), (0.02, 500), (0.03, 1_000), (0.1, 300), (0.4, 500)]
)
def test_intervals_hold_as_often_as_they_say(share: float, n: int) -> None:
    found = [measured(share, n, seed) for seed in range(300)]
    coverage = np.mean([low <= share <= high for _, low, high, _ in found])
    assert 0.91 <= coverage <= 0.99  # three standard errors about 0.95


def test_good_predictions_halve_the_error_of_the_sample() -> None:
    errors = [abs(measured(0.2, 500, seed, 4.0)[0] - 0.2) for seed in range(100)]
    alone = [abs(population(0.2, 10_000, seed)[0][:500].mean() - 0.2) for seed in range(100)]
    assert np.mean(errors) < 0.6 * np.mean(alone)
    assert measured(0.2, 500, 1, 4.0)[3] == "ppi"


def test_a_biased_classifier_does_not_bias_the_share() -> None:
    found = []
    for seed in range(60):
        truth, predicted = population(0.2, 10_000, seed)
        wrong = predicted * 0.5 + 0.3
        found.append(estimate(truth[:500] > 0, wrong[:500], wrong[500:]).share)
    assert abs(np.mean(found) - 0.2) < 0.006
    assert predicted.mean() * 0.5 + 0.3 > 0.35


def test_predictions_that_know_nothing_leave_the_sample_alone() -> None:
    truth, _ = population(0.2, 5_000, 1)
    noise = np.random.default_rng(2).random(5_000)
    for useless in (noise, np.full(5_000, 0.3), -truth):
        found = theme_shares(truth[:500, None] > 0, useless[:500, None], useless[500:, None])[0]
        count = int(truth[:500].sum())
        assert found.method == "sample"
        assert (found.low, found.high) == pytest.approx(wilson(count, 500))


def test_few_positives_leave_the_sample_alone() -> None:
    labels = np.arange(500) < 9
    found = theme_shares(labels[:, None], labels[:, None], np.arange(5_000)[:, None] < 90)[0]
    assert found.method == "sample"
    assert (found.low, found.high) == pytest.approx(wilson(9, 500))


def test_where_every_answer_is_labelled_the_interval_is_wilsons() -> None:
    labels = np.arange(40)[:, None] < 10
    found = theme_shares(labels, np.zeros((40, 1)), np.zeros((0, 1)))[0]
    assert found.method == "all"
    assert (found.share, found.low, found.high) == pytest.approx((0.25, *wilson(10, 40)))


def test_a_theme_nobody_has_is_not_certainly_absent() -> None:
    found = theme_shares(np.zeros((20, 1), dtype=bool), np.zeros((20, 1)), np.zeros((500, 1)))[0]
    assert found.share == found.low == 0
    assert found.high == pytest.approx(0.161, abs=0.001)


def test_no_sample_says_nothing() -> None:
    none = np.zeros((0, 1), dtype=bool)
    assert theme_shares(none, none, none)[0][:3] == (0.0, 0.0, 1.0)


def test_weights_undo_an_uneven_draw() -> None:
    rng = np.random.default_rng(1)
    errors = []
    for seed in range(60):
        truth, predicted = population(0.3, 10_000, seed)
        rare = np.arange(10_000) < 1_000  # a stratum in which nearly all have the theme
        truth[rare] = rng.random(1_000) < 0.9
        sample = np.concatenate(
            [rng.choice(1_000, 250, False), 1_000 + rng.choice(9_000, 250, False)]
        )
        rest = np.setdiff1d(np.arange(10_000), sample)
        weights = np.where(sample < 1_000, 4.0, 36.0)
        found = estimate(truth[sample] > 0, predicted[sample], predicted[rest], weights)
        errors.append(found.share - truth.mean())
    assert abs(np.mean(errors)) < 0.01


@settings(max_examples=80)
@given(
    n=st.integers(1, 60), more=st.integers(0, 60), share=st.floats(0, 1), seed=st.integers(0, 999)
)
def test_the_share_lies_inside_its_interval_and_both_in_0_to_1(
    n: int, more: int, share: float, seed: int
) -> None:
    rng = np.random.default_rng(seed)
    labels = rng.random((n, 2)) < share
    found = theme_shares(labels, labels * 0.7 + rng.random((n, 2)) * 0.3, rng.random((more, 2)))
    for one in found:
        assert 0 <= one.low <= one.share + 1e-9
        assert one.share - 1e-9 <= one.high <= 1
