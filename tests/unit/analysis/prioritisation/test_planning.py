"""The whole way from a list to a roadmap."""

import pytest

from copilot.analysis.prioritisation.planning import Wishes, planned, require_possible
from copilot.errors import InputError
from tests.unit.analysis.prioritisation.lists import RICE_HEAD, item, plan, value

BOTH = "item,reach,impact,confidence,effort,ease"


def test_prose_without_figures_is_listed_and_asked_about_and_not_scored() -> None:
    found = plan("what first: SSO, dark mode or export?")
    assert not found.scored
    assert [one.name for one in found.unscored] == ["SSO", "dark mode", "export"]
    assert len(found.questions) == 5
    assert all("SSO, dark mode and export" in one for one in found.questions[:4])
    assert all(one.placement and one.placement.horizon is None for one in found.items)


def test_items_without_an_input_are_named_with_what_they_lack() -> None:
    found = plan(f"{RICE_HEAD}\nA,1,1,80,1\nB,TBD,1,80,M")
    assert item(found, "B").missing == ["reach", "effort"]
    assert item(found, "B").score is None
    assert "no number" in item(found, "B").unread["effort"]


def test_never_more_than_five_questions_are_asked() -> None:
    head = f"{RICE_HEAD},depends on"
    found = plan(f"{head}\nA,,,,,B\nB,,,,,A\nC,,,,,Nowhere\nD,,,,,Elsewhere")
    assert len(found.questions) == 5
    assert found.questions[0].startswith("A and B wait for each other")


def test_the_framework_is_the_one_named_else_the_one_that_fits() -> None:
    both = f"{BOTH}\nA,100,8,6,2,5\nB,100,6,6,2,9"
    assert plan(both).method == "RICE"
    assert any("also fit ICE" in one for one in plan(both).cautions)
    assert value(plan(both, framework="ice"), "B") == 324
    assert plan("- SSO\n- export", framework="wsjf").method == "WSJF (Scaled Agile)"
    assert plan("By WSJF:\n\n- SSO\n- export").method == "WSJF (Scaled Agile)"


def test_an_unknown_framework_is_refused_with_those_that_are_known() -> None:
    with pytest.raises(InputError) as caught:
        plan("- SSO", framework="moscow")
    assert "kano" in caught.value.hint


def test_capacity_is_taken_from_the_text_unless_it_is_given() -> None:
    text = f"Capacity: 4 person-months\n\n{RICE_HEAD}\nA,9,1,80,3\nB,8,1,80,3"
    assert plan(text).capacity == 4
    assert plan(text, capacity=9).capacity == 9


def test_a_capacity_that_no_size_meets_is_told() -> None:
    found = plan("item,impact,confidence,ease\nA,5,5,5\nB,4,5,5", capacity=9)
    assert found.capacity is None
    assert any("the capacity was not used" in one for one in found.cautions)


@pytest.mark.parametrize(
    "wishes", [Wishes(now=0), Wishes(capacity=0), Wishes(capacity=float("nan")), Wishes(seed=-1)]
)
def test_wishes_that_no_list_can_meet_are_refused(wishes: Wishes) -> None:
    with pytest.raises(InputError):
        require_possible(wishes)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (f"{RICE_HEAD}\nA,9,1,80,1", "Only one item is scored"),
        (f"{RICE_HEAD}\nA,9,1,80,1\nB,5,1,80,1", "Every input is a point"),
        (f"{RICE_HEAD}\nA,9,1,80,1\nB,5,1,80,1", "factor of two"),
        (f"{RICE_HEAD}\nA,8-9,1,80,1\nB,5,1,80,1", "Points only"),
        (f"{RICE_HEAD}\nA,8-9,1,80,1\nB,7.5-9,1,80,1", "Nearly tied"),
        (f"{RICE_HEAD}\nA,9,1,80,1\nB,5,1,80,1", "No item names evidence"),
        (f"{RICE_HEAD},evidence\nA,9,1,80,1,\nB,5,1,80,1,a test", "without evidence: A."),
        (f"{RICE_HEAD}\nBet,9,1,20,1\nB,5,1,30,1", "Nothing stands in Now"),
    ],
)
def test_what_weakens_a_ranking_is_told(text: str, told: str) -> None:
    assert any(told in one for one in plan(text).cautions)


def test_what_does_not_weaken_it_is_not_told() -> None:
    found = plan(f"{RICE_HEAD},evidence\nA,80-90,1,80,1,a test\nB,5-6,1,100,1,a log")
    assert not any("tied" in one or "without evidence" in one for one in found.cautions)


def test_a_roadmap_rests_on_the_notes_of_its_framework() -> None:
    rests = planned(f"{RICE_HEAD}\nA,9,1,80,1", Wishes()).rests_on
    assert {"rice#formula", "now-next-later#steps", "rank-sensitivity#steps"} <= set(rests)
    assert set(planned("- SSO", Wishes()).rests_on) == {"rice#formula", "rice#common-misuse"}


def test_five_thousand_items_are_ranked() -> None:
    rows = "\n".join(f"i{at},{at + 1}-{at + 9},1,80,1-2" for at in range(5000))
    found = plan(f"{RICE_HEAD}\n{rows}")
    assert len(found.scored) == 5000
    assert "4,960 more" in found.markdown()
    assert len(found.markdown()) < 40_000
