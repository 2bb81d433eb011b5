"""Rings, and what mandatory work needs."""

from hypothesis import given
from hypothesis import strategies as st

from copilot.analysis.prioritisation.dependencies import cycles, needed_by
from copilot.domain.roadmap_parts import Item


def items(waits: dict[str, str]) -> list[Item]:
    return [Item(id=one, name=one, row=1, depends_on=list(others)) for one, others in waits.items()]


def test_a_chain_has_no_ring() -> None:
    assert cycles(items({"A": "B", "B": "C", "C": ""})) == []


def test_rings_are_found_apart_and_in_the_order_of_the_list() -> None:
    assert cycles(items({"A": "B", "B": "A", "C": "A", "D": "E", "E": "F", "F": "D"})) == [
        ["A", "B"],
        ["D", "E", "F"],
    ]


def test_rings_that_meet_are_one() -> None:
    assert cycles(items({"A": "B", "B": "AC", "C": "B"})) == [["A", "B", "C"]]


def test_a_chain_of_thousands_is_followed() -> None:
    chain = [
        Item(id=str(at), name="x", row=1, depends_on=[str(at + 1)] if at < 4999 else [])
        for at in range(5000)
    ]
    assert cycles(chain) == []


def test_everything_a_duty_needs_is_found_with_who_needs_it() -> None:
    known = {one.id: one for one in items({"A": "B", "B": "C", "C": "", "D": ""})}
    assert needed_by(["A"], known) == {"B": "A", "C": "B"}


NAMES = "ABCDEF"


@given(st.dictionaries(st.sampled_from(NAMES), st.sets(st.sampled_from(NAMES))))
def test_two_are_in_one_ring_exactly_when_each_reaches_the_other(
    waits: dict[str, set[str]],
) -> None:
    whole = {one: "".join(sorted(waits.get(one, set()) - {one})) for one in NAMES}
    rings = cycles(items(whole))

    def reached(start: str) -> set[str]:
        seen: set[str] = set()
        left = list(whole[start])
        while left:
            one = left.pop()
            if one not in seen:
                seen.add(one)
                left += whole[one]
        return seen

    together = {frozenset((a, b)) for ring in rings for a in ring for b in ring if a != b}
    wanted = {
        frozenset((a, b))
        for a in NAMES
        for b in NAMES
        if a != b and b in reached(a) and a in reached(b)
    }
    assert together == wanted
