"""Conditions over facts, some of which are unknown."""

from copilot.analysis.harms.when import holds, names, settled_by
from copilot.analysis.triage.logic import parsed
from tests.unit.analysis.harms.ideas import facts_of

CONDITION = parsed({"all": ["watched", {"any": ["at_work", "at_school"]}, {"not": "agreed"}]})


def test_a_condition_names_its_facts() -> None:
    assert names(CONDITION) == {"watched", "at_work", "at_school", "agreed"}


def test_an_unknown_part_keeps_it_from_holding() -> None:
    assert not holds(CONDITION, facts_of("watched at_work"))
    assert holds(CONDITION, facts_of("watched at_work -agreed"))


def test_the_facts_that_would_settle_it_alone_are_named() -> None:
    assert settled_by(CONDITION, facts_of("watched at_work")) == {"agreed"}
    assert settled_by(CONDITION, facts_of("watched -agreed")) == {"at_work", "at_school"}


def test_no_single_fact_settles_what_two_leave_open() -> None:
    assert settled_by(CONDITION, facts_of("at_work")) == set()


def test_nothing_settles_what_is_decided() -> None:
    assert settled_by(CONDITION, facts_of("-watched")) == set()
