"""Shares of themes in groups."""

import numpy as np
import pytest

from copilot.analysis.surveys.themes.segments import Grouping, Predicted, segment_shares
from copilot.domain.survey_themes import SegmentShare


def found(
    seed: int, shares: dict[str, float], n: int = 600, total: int = 4_000
) -> list[SegmentShare]:
    """Return shares in groups of equal size, with one theme that differs and one that does not."""
    rng = np.random.default_rng(seed)
    groups = rng.choice(list(shares), total)
    truth = np.column_stack(
        [rng.random(total) < [shares[group] for group in groups], rng.random(total) < 0.3]
    )
    scores = np.clip(truth * 0.6 + rng.random((total, 2)) * 0.5, 0, 1)
    predicted = Predicted(truth[:n], scores[:n], scores[n:])
    grouping = Grouping("plan", groups[:n].tolist(), groups[n:].tolist())
    return list(segment_shares("why", ["t1", "t2"], predicted, [grouping]))


def test_a_group_that_differs_is_told_from_one_that_does_not() -> None:
    shares = {
        (one.group, one.theme): one for one in found(1, {"free": 0.5, "pro": 0.15, "team": 0.15})
    }
    free = shares["free", "t1"]
    assert free.share == pytest.approx(0.5, abs=0.08)
    assert free.others == pytest.approx(0.15, abs=0.06)
    assert free.p_adjusted < 0.001
    assert all(shares[group, "t2"].p_adjusted > 0.05 for group in ("free", "pro", "team"))
    assert 1_200 < free.n < 1_500


@pytest.fixture(scope="module")
def alike() -> list[SegmentShare]:
    """Return shares in 120 groups, 20 a run, that do not differ."""
    many = {f"g{number}": 0.2 for number in range(20)}
    runs = [found(seed, many, n=1_600, total=5_000) for seed in range(6)]
    return [one for run in runs for one in run]


def test_groups_that_do_not_differ_are_seldom_said_to(alike: list[SegmentShare]) -> None:
    assert 0.01 <= np.mean([one.p < 0.05 for one in alike]) <= 0.09
    assert sum(one.p_adjusted < 0.05 for one in alike) <= 1


def test_intervals_of_groups_hold(alike: list[SegmentShare]) -> None:
    within = [one.ci[0] <= 0.2 <= one.ci[1] for one in alike if one.theme == "t1"]
    assert 0.89 <= np.mean(within) <= 0.995


def test_groups_under_ten_and_people_of_no_group_are_left_out() -> None:
    labels = np.arange(60)[:, None] % 3 == 0
    groups = ["a"] * 30 + ["b"] * 9 + [None] * 5 + ["c"] * 16
    shares = segment_shares(
        "why", ["t1"], Predicted(labels, labels, labels[:0]), [Grouping("plan", groups, [])]
    )
    assert [(one.group, one.n) for one in shares] == [("a", 30), ("c", 16)]
    assert shares[0].others == pytest.approx(labels[30:39].sum() / 25 + labels[44:].sum() / 25)


def test_small_counts_are_tested_exactly() -> None:
    from scipy.stats import fisher_exact

    labels = np.array([True] * 4 + [False] * 8 + [False] * 20)[:, None]
    shares = segment_shares(
        "why",
        ["t1"],
        Predicted(labels, labels, labels[:0]),
        [Grouping("plan", ["a"] * 12 + ["b"] * 20, [])],
    )
    assert shares[0].p == pytest.approx(float(fisher_exact([[4, 8], [0, 20]])[1]))
    assert shares[0].p_adjusted == pytest.approx(min(1.0, 2 * shares[0].p))


def test_no_groups_give_no_shares() -> None:
    labels = np.ones((20, 1), dtype=bool)
    predicted = Predicted(labels, labels, labels)
    assert (
        segment_shares("why", ["t1"], predicted, [Grouping("plan", [None] * 20, [None] * 20)]) == ()
    )
