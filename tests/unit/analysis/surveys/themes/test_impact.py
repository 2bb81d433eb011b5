"""What a theme has to do with the NPS."""

import numpy as np
import pytest

from copilot.analysis.surveys.themes.impact import Impact, nps_impact, surviving


def test_the_difference_is_nps_of_all_less_nps_of_those_without_the_theme() -> None:
    scores = np.array([10.0] * 60 + [8] * 20 + [3] * 20)
    member = np.array([False] * 80 + [True] * 20)
    impact = nps_impact(scores, member, 1)
    assert impact is not None
    assert impact.delta == pytest.approx((60 - 20) - 75)
    assert impact.low < impact.delta < impact.high < 0


def test_what_is_no_score_is_left_out() -> None:
    scores = np.array([10.0] * 20 + [0] * 20)
    member = np.arange(40) % 2 == 0
    odd = np.array([np.nan, -1, 11, 99, np.inf])
    more = nps_impact(np.concatenate([scores, odd]), np.append(member, [True] * 5), 1)
    assert more == nps_impact(scores, member, 1)


def test_with_under_ten_people_on_a_side_nothing_is_said() -> None:
    scores = np.full(50, 9.0)
    assert nps_impact(scores, np.arange(50) < 9, 1) is None
    assert nps_impact(scores, np.arange(50) >= 9, 1) is None
    assert nps_impact(scores, np.arange(50) < 10, 1) is not None
    assert nps_impact(np.zeros(0), np.zeros(0, dtype=bool), 1) is None


def test_intervals_hold_and_a_seed_repeats_them() -> None:
    rng = np.random.default_rng(2)
    covered = []
    for seed in range(200):
        member = rng.random(400) < 0.25
        detractor = rng.random(400) < np.where(member, 0.6, 0.2)
        scores = np.where(detractor, 3.0, 9.0)
        impact = nps_impact(scores, member, seed, resamples=500)
        assert impact is not None
        covered.append(impact.low <= (100 - 60) - 60 <= impact.high)
    assert 0.9 <= np.mean(covered) <= 0.99
    assert nps_impact(scores, member, 5) == nps_impact(scores, member, 5)


def test_of_many_themes_without_an_effect_hardly_any_survives() -> None:
    rng = np.random.default_rng(3)
    claimed = 0
    for seed in range(200):
        scores = rng.choice([10.0, 8, 3], p=[0.5, 0.2, 0.3], size=300)
        members = (rng.random(300) < share for share in (0.05, 0.1, 0.15, 0.2, 0.3))
        impacts = [nps_impact(scores, member, seed, resamples=10) for member in members]
        claimed += any(surviving(impacts))
    assert claimed / 200 < 0.1


def test_an_effect_survives_among_themes_without_one() -> None:
    clear, chance = Impact(-5, -7, -3, 1e-4), Impact(1, 0.1, 2, 0.03)
    assert surviving([clear, None, chance, chance]) == [clear, None, None, None]
    assert surviving([chance]) == [chance]


def test_scores_that_are_all_alike_tell_nothing() -> None:
    impact = nps_impact(np.full(60, 10.0), np.arange(60) < 20, 1)
    assert impact is not None
    assert (impact.delta, impact.p) == (0.0, 1.0)


def test_a_million_people_are_no_more_work_than_a_thousand() -> None:
    scores = np.tile([9.0, 10, 7, 3, 0], 200_000)
    member = np.arange(1_000_000) % 7 == 0
    impact = nps_impact(scores, member, 1)
    assert impact is not None
    assert impact.high - impact.low < 0.2
