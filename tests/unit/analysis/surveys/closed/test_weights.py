"""Weights towards a known population."""

import numpy as np
import pytest

from copilot.analysis.surveys.closed.coding import Coded
from copilot.analysis.surveys.closed.weights import rake
from copilot.errors import InputError

DRAW = np.random.default_rng(9)
GROUPS = {
    "plan": Coded(DRAW.choice([0, 1], 1000, p=[0.7, 0.3]), ("free", "pro")),
    "region": Coded(DRAW.choice([0, 1, 2], 1000, p=[0.5, 0.4, 0.1]), ("north", "south", "west")),
}


def weighted(values: np.ndarray[tuple[int], np.dtype[np.float64]], name: str) -> list[float]:
    coded = GROUPS[name]
    return [float(values[coded.codes == at].sum() / 1000) for at in range(len(coded.labels))]


def test_all_margins_hold_at_once() -> None:
    found = rake(
        GROUPS, {"plan": {"free": 40, "pro": 60}, "region": {"north": 3, "south": 4, "west": 3}}
    )
    assert weighted(found.values, "plan") == pytest.approx([0.4, 0.6], abs=1e-5)
    assert weighted(found.values, "region") == pytest.approx([0.3, 0.4, 0.3], abs=1e-5)
    assert found.values.mean() == pytest.approx(1)
    assert found.farthest < 1e-5


def test_weights_cost_answers() -> None:
    found = rake(GROUPS, {"plan": {"free": 0.4, "pro": 0.6}})
    kish = 1000 * (found.values**2).sum() / found.values.sum() ** 2
    assert found.design_effect == pytest.approx(kish)
    assert found.effective_n == pytest.approx(1000 / kish)
    assert found.effective_n < 900


def test_margins_that_hold_already_change_nothing() -> None:
    counts = dict(zip(GROUPS["plan"].labels, GROUPS["plan"].counts.tolist(), strict=True))
    found = rake(GROUPS, {"plan": counts})
    assert found.values.tolist() == pytest.approx([1.0] * 1000)
    assert found.design_effect == pytest.approx(1.0)


def test_nobody_stands_for_more_than_five_and_what_that_leaves_is_told() -> None:
    rare = {"plan": Coded(np.array([0] * 990 + [1] * 10), ("free", "pro"))}
    found = rake(rare, {"plan": {"free": 0.5, "pro": 0.5}})
    assert found.values.max() <= 5.01
    assert found.farthest > 0.4


def test_rows_without_a_group_keep_their_weight() -> None:
    some = {"plan": Coded(np.array([0, 0, 0, 1, -1]), ("free", "pro"))}
    found = rake(some, {"plan": {"free": 0.5, "pro": 0.5}})
    assert found.values == pytest.approx(np.array([2 / 3, 2 / 3, 2 / 3, 2, 1]), abs=1e-6)


@pytest.mark.parametrize(
    "margin", [{"free": 1.0}, {"free": 1, "pro": 1, "team": 1}, {"free": 0, "pro": 1}]
)
def test_margins_that_do_not_fit_the_groups_are_refused(margin: dict[str, float]) -> None:
    with pytest.raises(InputError, match="“plan”"):
        rake(GROUPS, {"plan": margin})
