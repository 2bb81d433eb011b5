"""By how much an input must change."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copilot.analysis.prioritisation.method import Method, likely
from copilot.analysis.prioritisation.rice import RICE
from copilot.analysis.prioritisation.sensitivity import flips, meeting_point
from copilot.analysis.prioritisation.wsjf import WSJF
from copilot.domain.roadmap_parts import Flip, Item
from tests.unit.analysis.prioritisation.lists import point, rice_item, span

AMOUNT = st.floats(0.1, 1000)


def wsjf_item(name: str, *values: float) -> Item:
    inputs = {key: point(value) for key, value in zip(WSJF.needed, values, strict=True)}
    return Item(id=name, name=name, row=1, inputs=inputs)


def found(flips_: list[Flip], item: str, name: str) -> Flip:
    return next(flip for flip in flips_ if (flip.item, flip.input) == (item, name))


def test_the_size_of_the_worked_example_flips_at_8_4() -> None:
    harness, themes = wsjf_item("harness", 5, 8, 8, 5), wsjf_item("themes", 3, 1, 1, 2)
    all_ = flips([harness, themes], WSJF)
    assert found(all_, "harness", "job_size").flips_at == pytest.approx(8.4)
    assert found(all_, "themes", "value").flips_at == pytest.approx(3 + (4.2 - 2.5) * 2)


def test_a_product_flips_at_the_ratio_of_the_scores() -> None:
    all_ = flips([rice_item("A", 125), rice_item("B", 100)], RICE)
    assert found(all_, "A", "effort").flips_at == pytest.approx(1.25)
    assert found(all_, "A", "reach").flips_at == pytest.approx(100)
    assert found(all_, "A", "confidence").flips_at == pytest.approx(80)


def test_values_that_cannot_be_are_not_offered() -> None:
    all_ = flips([rice_item("A", 125), rice_item("B", 100)], RICE)
    assert not [flip for flip in all_ if (flip.item, flip.input) == ("B", "confidence")]


def test_a_flip_within_a_stated_range_is_marked() -> None:
    all_ = flips([rice_item("A", span(90, 160)), rice_item("B", 100)], RICE)
    assert found(all_, "A", "reach").within_range
    assert not found(all_, "A", "effort").within_range


@given(AMOUNT, AMOUNT, st.floats(1, 100), AMOUNT, AMOUNT, st.sampled_from(RICE.needed))
def test_at_the_meeting_point_the_scores_of_rice_are_equal(
    reach: float, impact: float, sure: float, effort: float, wanted: float, name: str
) -> None:
    values = {"reach": reach, "impact": impact, "confidence": sure, "effort": effort}
    _assert_meets(values, wanted, name, RICE)


@given(st.lists(st.floats(0.5, 20), min_size=4, max_size=4), st.floats(0.1, 50), st.integers(0, 3))
def test_at_the_meeting_point_the_scores_of_wsjf_are_equal(
    amounts: list[float], wanted: float, at: int
) -> None:
    _assert_meets(dict(zip(WSJF.needed, amounts, strict=True)), wanted, WSJF.needed[at], WSJF)


def _assert_meets(values: dict[str, float], wanted: float, name: str, method: Method) -> None:
    inputs = {key: point(value) for key, value in values.items()}
    item = Item(id="A", name="A", row=1, inputs=inputs)
    at = meeting_point(item, name, wanted, method)
    assert at is not None
    assert method.score({**likely(item), name: at}) == pytest.approx(wanted, rel=1e-6, abs=1e-6)
