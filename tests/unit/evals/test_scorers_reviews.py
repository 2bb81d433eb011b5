"""Scorers of ethics reviews."""

from typing import Any

import pytest

from copilot.domain.document import Citation
from copilot.evals.outcome import Outcome
from copilot.evals.scorers.reviews import (
    asks_for,
    cites_existing,
    decides,
    names_harms,
    reads_facts,
    shows_evidence,
)
from tests.unit.evals.suites import expecting

SAID = "It reads faces. Nobody is named."
ALL = (decides, shows_evidence, reads_facts, names_harms, asks_for, cites_existing)


def reviewed(outcome: str = "high_risk", *points: str, **body: Any) -> Outcome:
    """Return a review with an outcome."""
    legal = {"outcome": outcome, "points": list(points)}
    return Outcome(body={"description": SAID, "facts": [], "eu_ai_act": legal, **body})


def read(
    name: str, value: str = "yes", evidence: str | None = None, reader: str = "signals"
) -> dict[str, Any]:
    """Return a fact as a review has it."""
    return {"name": name, "value": value, "evidence": evidence, "reader": reader}


def harms(*kinds: str) -> Outcome:
    """Return a review with harms of these kinds."""
    return reviewed(harms=[{"type": kind} for kind in kinds])


@pytest.mark.parametrize("score", ALL)
def test_what_is_no_review_does_not_count(score: Any) -> None:
    assert score(expecting(), Outcome()) is None


def test_one_of_the_right_outcomes_with_every_clause_passes() -> None:
    case = expecting(outcome=["unclear", "high_risk"], points=["III.4(a)"])
    found = reviewed("high_risk", "III.1(a)", "III.4(a)")
    assert decides(case, found) == (True, "Comes to high_risk (III.1(a), III.4(a)).")


def test_another_outcome_or_a_clause_that_is_missing_fails() -> None:
    case = expecting(outcome=["unclear", "high_risk"], points=["III.4(a)"])
    safe = decides(case, reviewed("not_high_risk"))
    assert safe == (False, "Expected unclear or high_risk: not_high_risk (no clause).")
    other = decides(case, reviewed("high_risk", "III.4(b)"))
    assert other == (False, "Does not name III.4(a): high_risk (III.4(b)).")


def test_a_review_that_ended_in_an_error_decides_nothing() -> None:
    told = decides(expecting(outcome=["unclear"]), Outcome())
    assert told == (False, "Expected unclear: no outcome (no clause).")


def test_readings_shown_by_words_of_the_description_pass() -> None:
    facts = [
        read("biometric_data", evidence="reads faces"),
        read("law_enforcement", "unknown"),
        read("lending", "no", reader="person"),
    ]
    told = (True, "1 readings are shown by words of the description.")
    assert shows_evidence(expecting(), reviewed(facts=facts)) == told


def test_words_that_do_not_stand_in_the_description_fail() -> None:
    facts = [read("biometric_data", evidence="reads Faces")]
    told = "biometric_data: 'reads Faces' does not stand in the description."
    assert shows_evidence(expecting(), reviewed(facts=facts)) == (False, told)


@pytest.mark.parametrize("reader", ["signals", "model"])
@pytest.mark.parametrize("value", ["yes", "no"])
def test_a_reading_without_words_fails(reader: str, value: str) -> None:
    facts = [read("lending", value, reader=reader)]
    told = (False, f"lending is {value}, and no words show it.")
    assert shows_evidence(expecting(), reviewed(facts=facts)) == told


def test_what_a_model_read_and_what_differs_is_held_to_the_same() -> None:
    bad = read("lending", evidence="from nowhere", reader="model")
    told = "lending: 'from nowhere' does not stand in the description."
    differing = [{"fact": "lending", "readings": [read("lending", "unknown"), bad]}]
    assert shows_evidence(expecting(), reviewed(read=[bad])) == (False, told)
    assert shows_evidence(expecting(), reviewed(disagreements=differing)) == (False, told)


def test_facts_of_the_expected_values_pass() -> None:
    case = expecting(facts={"lending": "no", "insurance": "unknown"})
    facts = [read("lending", "no"), read("insurance", "unknown"), read("elections")]
    assert reads_facts(case, reviewed(facts=facts)) == (True, "2 facts are as expected.")


def test_facts_of_other_values_fail_and_what_a_model_read_does_not_count_alone() -> None:
    case = expecting(facts={"lending": "yes", "insurance": "yes"})
    found = reviewed(facts=[read("lending", "unknown")], read=[read("lending")])
    told = "lending is unknown and should be yes; insurance is not there and should be yes."
    assert reads_facts(case, found) == (False, told)


def test_kinds_of_harm_that_belong_there_pass() -> None:
    case = expecting(harms=["privacy", "exclusion"], harms_none=["democracy"])
    found = harms("privacy", "privacy", "exclusion")
    assert names_harms(case, found) == (True, "Names privacy, exclusion.")


def test_a_kind_of_harm_behind_the_first_eight_does_not_count() -> None:
    found = harms(*["privacy"] * 8, "exclusion", "democracy")
    told = "Does not name exclusion among privacy."
    assert names_harms(expecting(harms=["exclusion"]), found) == (False, told)
    assert names_harms(expecting(harms_none=["democracy"]), found) == (True, "Names privacy.")


def test_a_far_fetched_kind_of_harm_fails() -> None:
    case = expecting(harms_none=["democracy"])
    told = "Names democracy, which is far-fetched."
    assert names_harms(case, harms("privacy", "democracy")) == (False, told)
    assert names_harms(case, reviewed()) == (True, "Names nothing.")


def test_one_of_the_facts_has_to_be_asked_for() -> None:
    case = expecting(asks=["lending", "insurance"])
    asking = reviewed(questions=[{"fact": "children"}, {"fact": "insurance"}])
    assert asks_for(case, asking) == (True, "Asks for children, insurance.")
    told = "Asks for nothing, and for none of lending, insurance."
    assert asks_for(case, reviewed()) == (False, told)


def named(**body: Any) -> Outcome:
    """Return a review that cites one passage that exists."""
    cited = (Citation(id="law#one", title="Law", quote="one"),)
    return reviewed(**body).model_copy(update={"citations": cited, "sources": {"law#one": "one"}})


def test_passages_that_are_named_anywhere_and_exist_pass() -> None:
    told = (True, "1 passages are named, and each exists.")
    assert cites_existing(expecting(), named(reasons=[{"citation": "law#one"}])) == told
    assert cites_existing(expecting(), named(harms=[{"citations": ["law#one"]}])) == told
    assert cites_existing(expecting(), named(precedents=[{"id": "law#one"}])) == told
    assert cites_existing(expecting(), named(conditions=["Tell them. [law#one]"])) == told


@pytest.mark.parametrize(
    "body",
    [
        {"reasons": [{"citation": "law#two"}]},
        {"harms": [{"citations": ["law#one", "law#two"]}]},
        {"precedents": [{"id": "law#two"}]},
        {"open_questions": ["Who decides? [law#two]"]},
    ],
)
def test_a_passage_that_leads_nowhere_fails(body: dict[str, Any]) -> None:
    told = (False, "Names law#two, which leads nowhere.")
    assert cites_existing(expecting(), named(**body)) == told


def test_a_citation_in_a_form_that_no_passage_has_fails() -> None:
    told = (False, "Names Law One, which leads nowhere.")
    assert cites_existing(expecting(), named(reasons=[{"citation": "Law One"}])) == told


def test_a_passage_that_is_cited_and_does_not_exist_fails() -> None:
    gone = named(reasons=[{"citation": "law#one"}]).model_copy(update={"sources": {}})
    told = (False, "Names law#one, which leads nowhere.")
    assert cites_existing(expecting(), gone) == told


def test_words_of_the_person_are_no_citations() -> None:
    said = "See [law#nine]."
    facts = [read("lending", evidence=said)]
    found = reviewed(description=said, facts=facts)
    assert cites_existing(expecting(), found) is None
