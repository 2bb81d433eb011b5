"""What a person's check does to an interval."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from copilot.analysis.surveys.themes.checking import Check, corrected_share, with_human_check


@given(
    share=st.floats(0, 1), half=st.floats(0, 0.2), checked=st.integers(1, 200), rate=st.floats(0, 1)
)
def test_a_check_never_narrows_an_interval(
    share: float, half: float, checked: int, rate: float
) -> None:
    interval = (max(0.0, share - half), min(1.0, share + half))
    low, high = with_human_check(share, interval, round(rate * checked), checked)
    assert 0 <= low <= interval[0] + 1e-9
    assert interval[1] - 1e-9 <= high <= 1


def test_less_agreement_widens_more_and_no_check_not_at_all() -> None:
    interval = (0.25, 0.35)
    widths = [
        high - low
        for low, high in (with_human_check(0.3, interval, agreed, 100) for agreed in (100, 90, 70))
    ]
    assert 0.1 < widths[0] < widths[1] < widths[2]
    assert with_human_check(0.3, interval, 0, 0) == interval


def test_a_perfect_check_of_many_labels_adds_almost_nothing() -> None:
    assert with_human_check(0.3, (0.27, 0.33), 2_000, 2_000) == pytest.approx(
        (0.27, 0.33), abs=0.001
    )


def test_a_share_is_corrected_for_labels_given_and_missed_wrongly() -> None:
    # 40 % labelled, 8 in 10 of them rightly; 1 in 10 of the others missed: 0.32 + 0.06.
    found = corrected_share(0.4, (0.38, 0.42), Check(8_000, 10_000, 1_000, 10_000))
    assert found.share == pytest.approx(0.38, abs=0.001)
    assert found.ci[0] == pytest.approx(0.38 - 0.7 * 0.02, abs=0.002)


def test_intervals_of_corrected_shares_hold() -> None:
    rng = np.random.default_rng(1)
    covered = []
    for _ in range(400):
        truth = rng.random(1_000) < 0.3
        labels = np.where(truth, rng.random(1_000) < 0.85, rng.random(1_000) < 0.08)
        given_, empty = rng.permutation(np.flatnonzero(labels))[:50], np.flatnonzero(~labels)[:50]
        check = Check(int(truth[given_].sum()), 50, int(truth[empty].sum()), 50)
        share = float(labels.mean())
        half = 1.96 * (share * (1 - share) / 1_000) ** 0.5
        low, high = corrected_share(share, (share - half, share + half), check).ci
        covered.append(low <= 0.3 <= high)
    assert 0.92 <= np.mean(covered) <= 0.99
