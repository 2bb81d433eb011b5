"""What is recommended, in order of what weighs most."""

import pytest

from copilot.analysis.harms.conditions import requirements
from copilot.analysis.harms.matching import harms_of
from copilot.analysis.harms.patterns import HarmBook
from copilot.analysis.harms.ranking import ranked
from copilot.analysis.harms.recommendation import advice
from copilot.domain.review import LegalOutcome, Requirement
from tests.unit.analysis.harms.building import BANNED, FREE, HIGH_RISK, harm
from tests.unit.analysis.harms.ideas import BENIGN, IDEAS, facts_of

GRAVE = harm(4, 4, after=(4, 3), who="families")
CAREFUL = Requirement(text="Be careful.", test="Nobody is hurt.", aim="it is safe")
UNCLEAR = LegalOutcome(outcome="unclear", missing_facts=("profiles_people",))


def test_a_ban_stops_whatever_else_holds() -> None:
    told = advice(BANNED, [], [CAREFUL])
    assert told.recommendation == "stop"
    assert "Art. 5(1)(f)" in told.why


def test_missing_facts_come_before_the_weighing_of_harms() -> None:
    told = advice(UNCLEAR, [GRAVE], [])
    assert told.recommendation == "need_facts"
    assert "profiles people" in told.why


def test_a_deciding_fact_that_is_unknown_is_asked_for_whatever_the_outcome() -> None:
    outcome = HIGH_RISK.model_copy(update={"missing_facts": ("human_reviews",)})
    assert advice(outcome, [], []).recommendation == "need_facts"


def test_a_harm_that_stays_grave_asks_for_another_design() -> None:
    told = advice(FREE, [harm(), GRAVE], [])
    assert told.recommendation == "redesign"
    assert "families stays at severity 4 and likelihood 3" in told.why


def test_just_below_the_limit_conditions_are_enough() -> None:
    left = harm(3, 4, after=(3, 3))
    assert advice(FREE, [left], [CAREFUL]).recommendation == "proceed_with_conditions"


def test_duties_of_any_kind_are_conditions() -> None:
    listed = LegalOutcome(outcome="exempt", exemption="6(3)(a)")
    chat = LegalOutcome(outcome="not_high_risk", transparency=("50(1)",))
    for outcome in (HIGH_RISK, listed, chat):
        assert advice(outcome, [], []).recommendation == "proceed_with_conditions"


def test_a_benign_idea_may_proceed() -> None:
    assert advice(FREE, [], []).recommendation == "proceed"


@pytest.mark.parametrize(
    ("facts", "outcome", "recommended"),
    [
        (IDEAS["three piles of applications"].facts, HIGH_RISK, "proceed_with_conditions"),
        (IDEAS["families on child allowance"].facts, HIGH_RISK, "proceed_with_conditions"),
        (IDEAS["families on child allowance"].facts + " decides_alone", HIGH_RISK, "redesign"),
        (IDEAS["pony that falls ill"].facts, FREE, "redesign"),
        (IDEAS["card payments blocked"].facts, FREE, "proceed_with_conditions"),
        (IDEAS["charts in words"].facts, FREE, "proceed"),
        (BENIGN["spell checker"], FREE, "proceed"),
        (BENIGN["commit messages"], FREE, "proceed"),
    ],
)
def test_whole_ideas_get_what_a_colleague_would_say(
    book: HarmBook, facts: str, outcome: LegalOutcome, recommended: str
) -> None:
    known = facts_of(facts)
    harms = ranked(harms_of(book, known))
    needed = requirements(book, known, outcome, [], harms)
    assert advice(outcome, harms, needed).recommendation == recommended
