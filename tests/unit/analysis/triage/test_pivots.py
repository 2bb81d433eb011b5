"""Facts that would alone change the outcome."""

from copilot.analysis.triage.pivots import pivots
from tests.unit.analysis.harms.ideas import facts_of
from tests.unit.reviewing import RULES, TODAY

NAMES = ("grave", "serious", "spared", "other")


def test_each_fact_that_turns_the_outcome_is_named_with_what_it_becomes() -> None:
    found = pivots(facts_of(""), NAMES, RULES, TODAY)
    assert found == {"grave": "prohibited", "serious": "high_risk"}


def test_a_fact_may_also_take_a_use_back() -> None:
    found = pivots(facts_of("serious"), NAMES, RULES, TODAY)
    assert found == {"grave": "prohibited", "spared": "not_high_risk"}


def test_what_is_known_is_not_tried_whatever_it_is() -> None:
    assert pivots(facts_of("-grave -serious"), NAMES, RULES, TODAY) == {}


def test_only_the_facts_given_are_tried() -> None:
    assert pivots(facts_of(""), ("other",), RULES, TODAY) == {}
