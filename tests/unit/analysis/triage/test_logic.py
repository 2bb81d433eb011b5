"""Three-valued conditions."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copilot.analysis.triage.logic import explained, holds, named, parsed, undecided
from copilot.domain.feature import Fact, FactValue

NAMES = ("a", "b", "c")
VALUES: tuple[FactValue, ...] = ("yes", "no", "unknown")


def known(**values: FactValue) -> dict[str, Fact]:
    return {name: Fact(name=name, value=value) for name, value in values.items()}


def conditions() -> st.SearchStrategy[object]:
    leaf = st.sampled_from(NAMES)
    return st.recursive(
        leaf,
        lambda parts: st.one_of(
            st.builds(lambda part: {"not": part}, parts),
            st.builds(lambda some: {"all": some}, st.lists(parts, min_size=1, max_size=3)),
            st.builds(lambda some: {"any": some}, st.lists(parts, min_size=1, max_size=3)),
        ),
        max_leaves=6,
    )


values = st.fixed_dictionaries({name: st.sampled_from(VALUES) for name in NAMES})


def test_one_no_decides_all_and_one_yes_decides_any() -> None:
    facts = known(a="no", b="yes")
    assert holds(parsed({"all": ["a", "c"]}), facts) == "no"
    assert holds(parsed({"any": ["b", "c"]}), facts) == "yes"


def test_a_fact_that_is_not_there_is_unknown_and_so_is_its_opposite() -> None:
    assert holds(parsed("a"), {}) == holds(parsed({"not": "a"}), {}) == "unknown"


@given(conditions(), values, st.sampled_from(NAMES), st.sampled_from(("yes", "no")))
def test_what_is_decided_stays_decided_when_an_unknown_becomes_known(
    raw: object, given_values: dict[str, FactValue], name: str, value: FactValue
) -> None:
    before, condition = known(**given_values), parsed(raw)
    if before[name].value == "unknown" and holds(condition, before) != "unknown":
        assert holds(condition, before | known(**{name: value})) == holds(condition, before)


@given(conditions(), values)
def test_a_condition_is_either_explained_or_open(
    raw: object, given_values: dict[str, FactValue]
) -> None:
    facts, condition = known(**given_values), parsed(raw)
    decided = holds(condition, facts) != "unknown"
    assert bool(explained(condition, facts)) == decided
    assert bool(undecided(condition, facts)) != decided


@given(conditions(), values)
def test_the_facts_that_explain_a_condition_are_enough_to_decide_it(
    raw: object, given_values: dict[str, FactValue]
) -> None:
    facts, condition = known(**given_values), parsed(raw)
    enough = {fact.name: fact for fact in explained(condition, facts)}
    assert holds(condition, enough) == holds(condition, facts)


def test_a_condition_names_its_facts() -> None:
    assert list(named(parsed({"all": ["a", {"not": "b"}, {"any": ["c", "a"]}]}))) == [*"abca"]


@pytest.mark.parametrize("raw", [7, {"all": []}, {"some": ["a"]}, {"all": ["a"], "any": ["b"]}])
def test_what_is_no_condition_is_refused(raw: object) -> None:
    with pytest.raises(ValueError, match="is no fact"):
        parsed(raw)
