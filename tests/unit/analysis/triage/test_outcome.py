"""Outcomes of the shipped rules, from facts that a person states."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copilot.analysis.triage.logic import named
from copilot.analysis.triage.outcome import decide
from copilot.analysis.triage.rules import Rule
from copilot.domain.feature import Fact, FactValue, FeatureFacts
from copilot.domain.review import LegalOutcome
from copilot.settings import content_root
from copilot.stores.rulebook import Rulebook

BOOK = Rulebook(content_root() / "knowledge" / "ethics" / "rules")
TODAY = date(2026, 11, 23)
NAMES = sorted(BOOK.catalogue.names())
VALUES: tuple[FactValue, ...] = ("yes", "no", "unknown")
some_facts = st.dictionaries(st.sampled_from(NAMES), st.sampled_from(VALUES), max_size=25)
HIRING = ("employment", "recruitment_topic")


def stated(values: dict[str, FactValue]) -> FeatureFacts:
    return FeatureFacts(
        facts=tuple(Fact(name=name, value=value, reader="person") for name, value in values.items())
    )


def outcome(*yes: str, **others: FactValue) -> LegalOutcome:
    return decide(stated({**dict.fromkeys(yes, "yes"), **others}), BOOK.rules, TODAY)


def limiters(rule: Rule) -> frozenset[str]:
    return frozenset(named(rule.unless))


def test_nothing_known_is_not_high_risk_and_owes_nothing() -> None:
    found = outcome()
    assert found.outcome == "not_high_risk"
    assert found.applies_from is None


def test_emotions_of_staff_are_banned_and_of_customers_high_risk() -> None:
    staff = outcome("infers_emotions", "biometric_data", "workers_observed")
    customers = outcome("infers_emotions", "biometric_data", workers_observed="no")
    assert (staff.outcome, staff.points) == ("prohibited", ("5(1)(f)",))
    assert (customers.outcome, customers.points) == ("high_risk", ("III.1(c)",))
    assert "50(3)" in customers.transparency


def test_judging_candidates_is_high_risk_from_december_2027() -> None:
    found = outcome(*HIRING, "judges_people")
    assert (found.outcome, found.applies_from) == ("high_risk", date(2027, 12, 2))
    assert found.points == ("III.4(a)",)


def test_a_clerical_step_in_hiring_is_exempt() -> None:
    found = outcome(*HIRING, "narrow_procedural_task", judges_people="no")
    assert (found.outcome, found.exemption) == ("exempt", "6(3)(a)")
    assert [reason.text.split(" (")[0] for reason in found.reasons] == [
        "It comes near III.4(a)",
        "Its task is narrow and procedural, without judging anybody",
    ]


def test_the_filter_is_closed_where_people_are_profiled() -> None:
    found = outcome(*HIRING, "preparatory_task", "profiles_people")
    assert (found.outcome, found.exemption) == ("high_risk", None)


def test_the_product_route_knows_no_filter() -> None:
    device = ("regulated_product_a", "safety_part_or_product", "third_party_assessment")
    found = outcome(*device, *HIRING, "narrow_procedural_task")
    assert (found.outcome, found.points) == ("high_risk", ("6(1)",))
    assert found.applies_from == date(2028, 8, 2)


def test_a_missing_fact_makes_it_unclear_and_its_answer_settles_it() -> None:
    facts = ("insurance", "prices_insurance")
    assert outcome(*facts).missing_facts == ("life_or_health_insurance",)
    assert outcome(*facts).reasons[0].text.startswith("Not settled without: life or health")
    assert outcome(*facts, life_or_health_insurance="yes").outcome == "high_risk"
    assert outcome(*facts, life_or_health_insurance="no").outcome == "not_high_risk"


def test_a_ban_to_come_says_from_when() -> None:
    found = outcome("abuse_material")
    assert found.applies_from == date(2026, 12, 2)
    assert "Applies from 2 December 2026" in found.reasons[0].text


def test_a_limiter_is_told_where_it_takes_a_use_back() -> None:
    found = outcome("identifies_people", "verifies_identity_only")
    assert found.outcome == "not_high_risk"
    assert found.reasons[0].text.startswith("Not III.1(a): verifies identity only")


@pytest.mark.parametrize("rule", [rule for rule in BOOK.rules if rule.effect == "area"])
def test_every_use_of_annex_iii_can_be_reached(rule: Rule) -> None:
    assert rule.point in outcome(*(rule.facts() - limiters(rule))).points


@given(some_facts)
def test_the_same_facts_give_the_same_result_in_any_order(values: dict[str, FactValue]) -> None:
    turned = dict(reversed(values.items()))
    assert decide(stated(values), BOOK.rules, TODAY) == decide(stated(turned), BOOK.rules, TODAY)


@given(some_facts)
def test_unclear_names_what_is_missing_and_nothing_else_does(values: dict[str, FactValue]) -> None:
    found = decide(stated(values), BOOK.rules, TODAY)
    assert bool(found.missing_facts) == (found.outcome == "unclear")


@given(some_facts, st.sampled_from(NAMES), st.sampled_from(("yes", "no")))
def test_a_ban_or_a_high_risk_never_turns_unclear_by_knowing_a_use_better(
    values: dict[str, FactValue], name: str, value: FactValue
) -> None:
    before = decide(stated(values), BOOK.rules, TODAY)
    limits = frozenset[str]().union(*map(limiters, BOOK.rules))
    if values.get(name, "unknown") == "unknown" and name not in limits:
        after = decide(stated({**values, name: value}), BOOK.rules, TODAY)
        assert not (before.outcome in ("prohibited", "high_risk") and after.outcome == "unclear")


@given(some_facts, st.data())
def test_answering_every_missing_fact_ends_the_doubt(
    values: dict[str, FactValue], data: st.DataObject
) -> None:
    for _ in NAMES:
        found = decide(stated(values), BOOK.rules, TODAY)
        if found.outcome != "unclear":
            return
        values |= {name: data.draw(st.sampled_from(("yes", "no"))) for name in found.missing_facts}
    raise AssertionError("still unclear")
