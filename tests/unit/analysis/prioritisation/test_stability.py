"""How firm ranks are, against closed forms."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copilot.analysis.prioritisation.ranges import rounded
from copilot.analysis.prioritisation.rice import RICE
from copilot.analysis.prioritisation.stability import (
    DRAWS,
    FEWER_DRAWS,
    Ranking,
    Slots,
    drawn_ranks,
    ordered,
    ranking,
)
from copilot.domain.roadmap_parts import Estimate, Item
from tests.unit.analysis.prioritisation.lists import rice_item, span

PLAY = 0.012
"""More than three standard errors of a share of a half in so many draws."""


def ranked(*items: Item, now: int = 1, seed: int = 1) -> Ranking:
    return ranking(ordered(items, RICE), RICE, Slots(now, now), seed)


def test_overlapping_even_ranges_lead_as_often_as_geometry_says() -> None:
    """A over 150 to 250, B over 100 to 200: B leads in the corner 50 × 50 / 2 of 100 × 100."""
    found = ranked(rice_item("A", span(150, 250)), rice_item("B", span(100, 200)))
    assert found.leads[0].share == pytest.approx(0.875, abs=PLAY)


def test_the_score_interval_is_the_middle_80_percent() -> None:
    found = ranked(rice_item("A", span(100, 200)), rice_item("B", 1))
    score = found.scores[0]
    assert (score.low, score.high) == pytest.approx((110, 190), abs=1.5)


def test_a_share_of_three_equal_ranges_is_a_third() -> None:
    found = ranked(*(rice_item(name, span(10, 20)) for name in "ABC"))
    assert [score.share_now for score in found.scores] == pytest.approx([1 / 3] * 3, abs=PLAY)
    assert found.leads[0].share == pytest.approx(0.5, abs=PLAY)


def test_equal_points_share_a_rank_and_lead_by_lot() -> None:
    found = ranked(rice_item("A", 10), rice_item("B", 10), rice_item("C", span(1, 2)))
    assert [(score.rank, score.tied) for score in found.scores] == [
        (1, True),
        (1, True),
        (3, False),
    ]
    assert found.leads[0].share == 0.5
    assert found.scores[0].share_now == pytest.approx(0.5, abs=PLAY)


def test_without_ranges_nothing_is_drawn() -> None:
    found = ranked(rice_item("A", 20), rice_item("B", 10))
    assert found.draws == 0
    assert found.scores[0].share_now is None
    assert (found.leads[0].factor, found.leads[0].share) == (2.0, None)


def test_a_point_among_ranges_has_ranks_but_no_range_of_scores() -> None:
    found = ranked(rice_item("A", span(5, 25)), rice_item("B", 10))
    second = found.scores[1]
    assert (second.low, second.high) == (None, None)
    assert (second.rank_low, second.rank_high) == (1, 2)


def test_the_same_seed_gives_the_same_shares_and_another_one_nearly() -> None:
    items = [rice_item("A", span(5, 15)), rice_item("B", span(6, 13))]
    first, again, other = ranked(*items), ranked(*items), ranked(*items, seed=2)
    assert first == again
    assert first.leads[0].share != other.leads[0].share
    assert first.leads[0].share == pytest.approx(other.leads[0].share, abs=2 * PLAY)


def test_a_range_that_leans_the_other_way_is_told() -> None:
    leaning = Estimate(low=1, likely=10, high=10, shape="three-point")
    found = ranked(rice_item("A", leaning), rice_item("B", 9))
    assert found.turned == [("A", "B")]


def test_long_lists_are_drawn_fewer_times() -> None:
    items = [rice_item(str(number), span(number, number + 5)) for number in range(1, 151)]
    found = ranked(*items)
    assert (found.draws, DRAWS > FEWER_DRAWS) == (FEWER_DRAWS, True)
    assert found.scores[0].rank_low == 1


def test_items_of_equal_scores_keep_the_order_of_the_list() -> None:
    items = [rice_item("B", 0.1, 1), rice_item("A", 0.3, 3), rice_item("C", 7)]
    assert [one.id for one in ordered(items, RICE)] == ["C", "B", "A"]


@settings(max_examples=40)
@given(st.integers(1, 9), st.integers(1, 300), st.integers(0, 5))
def test_every_draw_ranks_every_item_once(count: int, draws: int, seed: int) -> None:
    generator = np.random.default_rng(seed)
    scores = rounded(generator.integers(0, 3, (count, draws)).astype(float))
    ranks = drawn_ranks(scores, generator)
    assert all(sorted(column) == list(range(1, count + 1)) for column in ranks.T.tolist())
    best = scores.argmax(axis=0)
    assert (scores[ranks.argmin(axis=0), np.arange(draws)] == scores[best, np.arange(draws)]).all()


@settings(max_examples=30)
@given(st.lists(st.tuples(st.integers(1, 50), st.integers(0, 30)), min_size=1, max_size=6))
def test_shares_of_horizons_add_up(ranges: list[tuple[int, int]]) -> None:
    items = [rice_item(str(at), span(low, low + wide)) for at, (low, wide) in enumerate(ranges)]
    for score in ranked(*items, now=2).scores:
        if score.share_now is not None:
            shares = (score.share_now, score.share_next or 0.0, score.share_later or 0.0)
            assert sum(shares) == pytest.approx(1)
            assert min(shares) >= -1e-12
