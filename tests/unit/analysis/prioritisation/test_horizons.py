"""Now, Next and Later, and why."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copilot.domain.roadmap import Roadmap
from tests.unit.analysis.prioritisation.lists import RICE_HEAD, place, plan, reason

HEAD = f"{RICE_HEAD},depends on,mandatory,status"
ORDER = {"now": 0, "next": 1, "later": 2}


def places(roadmap: Roadmap) -> dict[str, str | None]:
    return {one.name: place(roadmap, one.name) for one in roadmap.items}


def test_a_third_of_the_items_stands_in_now() -> None:
    rows = "\n".join(f"{name},{100 - at},1,100,1" for at, name in enumerate("ABCDEF"))
    found = places(plan(f"{RICE_HEAD}\n{rows}"))
    assert found == dict(zip("ABCDEF", ["now"] * 2 + ["next"] * 2 + ["later"] * 2, strict=True))


def test_never_more_than_five_stand_in_now_unless_somebody_says() -> None:
    rows = "\n".join(f"i{at},{100 - at},1,100,1" for at in range(40))
    assert len(plan(f"{RICE_HEAD}\n{rows}").standing_in("now")) == 5
    assert len(plan(f"{RICE_HEAD}\n{rows}", now=7).standing_in("now")) == 7


def test_capacity_fills_now_and_lets_smaller_ones_pass() -> None:
    found = plan(
        f"{RICE_HEAD}\nA,900,1,100,3\nB,500,1,100,4\nC,100,1,100,2\nD,1,1,100,9", capacity=5
    )
    assert places(found) == {"A": "now", "B": "next", "C": "now", "D": "later"}
    assert "needs 4, and Now has 2 left" in reason(found, "B")
    assert "more than the whole capacity of 5" in reason(found, "D")


def test_a_duty_stands_in_now_with_what_it_needs() -> None:
    found = plan(f"{HEAD}\nA,900,1,100,1,,,\nLaw,1,1,100,9,Log,yes,\nLog,,,,,,,\nB,5,1,100,1,,,")
    assert (place(found, "Law"), place(found, "Log")) == ("now", "now")
    assert reason(found, "Log").startswith("Needed by Law, which is mandatory. Not scored.")


def test_little_confidence_is_validated_first() -> None:
    found = plan(f"{RICE_HEAD}\nBet,9000,3,49%,1\nA,10,1,100,1\nB,9,1,50%,1")
    assert places(found) == {"Bet": "next", "A": "now", "B": "later"}
    assert "moonshot" in reason(found, "Bet")


def test_what_is_needed_is_taken_where_both_together_are_worth_it() -> None:
    rows = "App,1000,1,100,1,Ids,,\nIds,10,1,100,1,,,\nC,400,1,100,1,,,\nD,300,1,100,1,,,"
    found = plan(f"{HEAD}\n{rows}")
    assert [one.name for one in found.standing_in("now")] == ["Ids", "App"]
    assert "together they score 505" in reason(found, "Ids")


def test_a_large_piece_of_groundwork_is_not_taken_for_a_small_gain() -> None:
    rows = "App,1000,1,100,1,Base,,\nBase,10,1,100,50,,,\nC,400,1,100,1,,,\nD,300,1,100,1,,,"
    found = plan(f"{HEAD}\n{rows}")
    assert places(found) == {"App": "next", "Base": "next", "C": "now", "D": "now"}
    assert [one.name for one in found.standing_in("next")] == ["Base", "App"]
    assert any("take Base first?" in one for one in found.questions)


def test_a_ring_has_no_place_and_what_waits_for_it_none_in_now() -> None:
    rows = "A,90,1,100,1,B,,\nB,80,1,100,1,A,,\nC,70,1,100,1,A,,\nD,1,1,100,1,,,"
    found = plan(f"{HEAD}\n{rows}")
    assert places(found) == {"A": None, "B": None, "C": "next", "D": "now"}
    assert "A and B wait for each other" in reason(found, "A")


@pytest.mark.parametrize("after", ["Billing", "Bare"])
def test_what_waits_for_the_unknown_stands_in_next_at_the_earliest(after: str) -> None:
    found = plan(f"{HEAD}\nA,900,1,100,1,{after},,\nB,9,1,100,1,,,\nC,8,1,100,1,,,\nBare,,,,,,,")
    assert (place(found, "A"), place(found, "B")) == ("next", "now")
    assert after in reason(found, "A")
    assert place(found, "Bare") is None


def test_what_is_done_holds_nothing_back_and_has_no_place() -> None:
    found = plan(f"{HEAD}\nOld,,,,,,,done\nA,9,1,100,1,Old,,\nB,5,1,100,1,,,")
    assert (place(found, "A"), place(found, "Old")) == ("now", None)
    assert not found.unscored


def test_a_place_in_now_is_called_by_its_firmness() -> None:
    firm = plan(f"{RICE_HEAD}\nA,90-99,1,100,1\nB,1-5,1,100,1\nC,1-5,1,100,1")
    loose = plan(f"{RICE_HEAD}\nA,1-101,1,100,1\nB,1-100,1,100,1\nC,1-99,1,100,1")
    assert reason(firm, "A").endswith("of draws: firm.")
    assert reason(loose, "A").endswith("of draws: a toss-up.")


def test_without_ranges_no_firmness_is_claimed() -> None:
    assert reason(plan(f"{RICE_HEAD}\nA,90,1,100,1\nB,1,1,100,1"), "A") == "Rank 1."


ROW = st.tuples(
    st.integers(1, 900),
    st.sampled_from([20, 50, 100]),
    st.integers(1, 9),
    st.lists(st.integers(0, 9), max_size=3),
    st.sampled_from(["", "", "", "yes"]),
)


@settings(max_examples=150)
@given(st.lists(ROW, min_size=1, max_size=9), st.sampled_from([None, 4.0, 12.0]))
def test_no_item_ever_stands_before_one_it_depends_on(
    rows: list[tuple[int, int, int, list[int], str]], capacity: float | None
) -> None:
    lines = [
        f"i{at},{reach},1,{sure},{effort},{'; '.join(f'i{one}' for one in after)},{must},"
        for at, (reach, sure, effort, after, must) in enumerate(rows)
    ]
    found = plan("\n".join([HEAD, *lines]), capacity=capacity)
    shown = [one.id for name in ORDER for one in found.standing_in(name)]  # type: ignore[arg-type]
    assert len(found.items) == len(rows)
    for one in found.items:
        assert one.placement is not None
        for other in one.depends_on:
            if one.id in shown and other in shown:
                assert shown.index(other) < shown.index(one.id)
