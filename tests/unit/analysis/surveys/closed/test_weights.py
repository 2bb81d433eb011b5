"""Weights towards a known population."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from copilot.analysis.surveys.closed.reading import Numbers
from copilot.analysis.surveys.closed.weights import Margin, Weights, effective_size, rake

DRAW = np.random.default_rng(9)
PLAN = DRAW.choice([0, 1], 1000, p=[0.7, 0.3])
REGION = DRAW.choice([0, 1, 2], 1000, p=[0.5, 0.4, 0.1])


def margin(codes: object, *shares: float) -> Margin:
    return Margin(np.array(codes), np.array(shares) / sum(shares))


def weighted(values: Numbers, codes: Numbers) -> list[float]:
    return [float(values[codes == at].sum() / values.sum()) for at in range(int(codes.max()) + 1)]


def test_all_margins_hold_at_once() -> None:
    found = rake([margin(PLAN, 40, 60), margin(REGION, 3, 4, 3)])
    assert weighted(found.values, PLAN) == pytest.approx([0.4, 0.6], abs=1e-5)
    assert weighted(found.values, REGION) == pytest.approx([0.3, 0.4, 0.3], abs=1e-5)
    assert found.values.mean() == pytest.approx(1)


def test_weights_cost_answers() -> None:
    found = rake([margin(PLAN, 0.4, 0.6)])
    kish = 1000 * (found.values**2).sum() / found.values.sum() ** 2
    assert found.design_effect == pytest.approx(kish)
    assert found.effective_n == pytest.approx(1000 / kish)
    assert found.effective_n < 900


def test_margins_that_hold_already_change_nothing() -> None:
    found = rake([margin(PLAN, *np.bincount(PLAN).tolist())])
    assert found.values.tolist() == pytest.approx([1.0] * 1000)
    assert found.design_effect == pytest.approx(1.0)


def test_nobody_stands_for_more_than_five_and_what_that_leaves_is_told() -> None:
    rare = margin([0] * 990 + [1] * 10, 0.5, 0.5)
    found = rake([rare])
    assert found.values.max() <= 5.01
    assert found.shares(rare)[1] < 0.1
    assert found.cut == 10


def test_rows_without_a_group_keep_their_weight() -> None:
    found = rake([margin([0, 0, 0, 1, -1], 0.5, 0.5)])
    assert found.values == pytest.approx(np.array([2 / 3, 2 / 3, 2 / 3, 2, 1]), abs=1e-6)


def test_groups_that_nobody_is_in_leave_the_others_their_shares_of_the_rest() -> None:
    found = rake([margin([0, 0, 0, 1], 30, 30, 40)])
    assert found.values == pytest.approx(np.array([2 / 3, 2 / 3, 2 / 3, 2]), abs=1e-6)


def test_who_is_none_of_all_users_gets_no_weight() -> None:
    found = rake([margin([0, 0, 1, 2], 0.5, 0.5, 0), margin([0, 0, 0, 1], 0.9, 0.1)])
    assert found.values[3] == 0
    assert found.people == 3
    assert found.effective_n == pytest.approx(effective_size(found.values[:3]))


def test_where_everybody_is_none_of_all_users_somewhere_nobody_has_a_weight() -> None:
    found = rake([margin([0, 1, 1], 1, 0, 1), margin([0, 1, 1], 0, 1, 1)])
    assert found.values.tolist() == [0, 0, 0]
    assert (found.people, found.effective_n, found.design_effect) == (0, 0, 1)


@given(st.lists(st.tuples(st.integers(-1, 2), st.integers(-1, 1)), min_size=1, max_size=40))
def test_weights_are_never_below_0_nor_worth_more_than_their_people(
    rows: list[tuple[int, int]],
) -> None:
    rows = [*rows, (0, 0)]
    found: Weights = rake(
        [margin([one for one, _ in rows], 5, 3, 2), margin([other for _, other in rows], 1, 9)]
    )
    assert np.isfinite(found.values).all()
    assert (found.values >= 0).all()
    assert 0 < found.effective_n <= found.people + 1e-6
