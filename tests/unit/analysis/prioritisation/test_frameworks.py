"""Formulas and scales, against values worked out by hand."""

import pytest

from copilot.analysis.prioritisation import ice, rice, wsjf
from copilot.errors import InputError
from tests.unit.analysis.prioritisation.lists import RICE_HEAD, item, plan, value

WSJF_HEAD = "item,value,time criticality,risk reduction,job size"
ICE_HEAD = "item,impact,confidence,ease"


def test_rice_divides_by_effort() -> None:
    assert rice.score({"reach": 4000, "impact": 2, "confidence": 80, "effort": 4}) == 1600


def test_wsjf_adds_three_scores_and_divides_by_size() -> None:
    given = {"value": 5, "time_criticality": 8, "risk_reduction": 8, "job_size": 5}
    assert wsjf.score(given) == pytest.approx(4.2)


def test_cost_of_delay_is_divided_by_duration() -> None:
    assert wsjf.score_by_duration({"cost_of_delay": 5000, "duration": 2}) == 2500


def test_ice_multiplies_and_knows_what_averaging_gives() -> None:
    given = {"impact": 9, "confidence": 9, "ease": 2}
    assert ice.score(given) == 162
    assert ice.averaged(given) == pytest.approx(20 / 3)


@pytest.mark.parametrize(
    ("cell", "percent"),
    [("80%", 80), ("80", 80), ("0.8", 80), ("1", 100), ("medium", 80), ("0", 0)],
)
def test_confidence_is_read_as_percent_share_or_word(cell: str, percent: float) -> None:
    found = item(plan(f"{RICE_HEAD}\nA,1,1,{cell},1"), "A")
    assert found.inputs["confidence"].likely == pytest.approx(percent)


def test_confidence_written_in_two_ways_is_told() -> None:
    told = plan(f"{RICE_HEAD}\nA,1,1,0.8,1\nB,1,1,80,1").cautions
    assert any("two ways" in one for one in told)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (f"{RICE_HEAD}\nA,1,1,80,1\nB,1,1,80,0", r"Row 2 \(B\): effort is 0"),
        (f"{RICE_HEAD}\nA,1,1,80,0-2", r"Row 1 \(A\): effort is 0"),
        (f"{RICE_HEAD}\nA,1,1,180,1", "confidence is 180"),
        (f"{RICE_HEAD}\nA,1,1,50-120%,1", "confidence is 120"),
        (f"{RICE_HEAD}\nA,-1,1,80,1", "reach is -1"),
        (f"{WSJF_HEAD}\nA,1,1,1,0", "job size is 0"),
        (f"{ICE_HEAD}\nA,11,5,5", "impact is 11; it must be from 1 to 10"),
        (f"{ICE_HEAD}\nA,0,5,5", "impact is 0"),
        (f"{RICE_HEAD}\nA,9/month,1,80,1\nB,9 a quarter,1,80,1", r"months .row 1. and quarters"),
        (f"{RICE_HEAD}\nA,9,1,80,2 weeks\nB,9,1,80,1 pm", r"weeks .row 1. and months .row 2."),
    ],
)
def test_what_no_formula_can_take_is_refused_by_row(text: str, told: str) -> None:
    with pytest.raises(InputError, match=told) as caught:
        plan(text)
    assert caught.value.hint


def test_an_impact_off_the_steps_is_computed_and_told() -> None:
    found = plan(f"{RICE_HEAD}\nA,100,1.7,80,1\nB,100,2,80,1")
    assert value(found, "A") == pytest.approx(136)
    assert any("A (1.7)" in one and "B" not in one for one in found.cautions)


def test_one_confidence_for_all_is_told() -> None:
    found = plan(f"{RICE_HEAD}\nA,1,1,80,1\nB,2,1,80,1\nC,3,1,80,1")
    assert any("changes no rank" in one for one in found.cautions)


def test_a_column_of_wsjf_without_a_1_is_told() -> None:
    found = plan(f"{WSJF_HEAD}\nA,2,1,1,1\nB,3,1,1,1")
    assert any(one.startswith("No item has a 1 in value;") for one in found.cautions)


def test_ice_tells_where_averaging_turns_the_order() -> None:
    found = plan(f"{ICE_HEAD}\nFine-tuning,9,9,2\nTemplate,6,6,6")
    assert found.scored[0].name == "Template"
    assert any("averaged, Fine-tuning would" in one for one in found.cautions)
