"""Duties beside the EU AI Act."""

from copilot.analysis.triage.overlays import findings, overlays
from copilot.domain.feature import Fact, FeatureFacts
from copilot.settings import content_root
from copilot.stores.rulebook import Rulebook

DUTIES = Rulebook(content_root() / "knowledge" / "ethics" / "rules").duties


def facts(*names: str) -> FeatureFacts:
    return FeatureFacts(facts=tuple(Fact(name=name, value="yes", evidence=name) for name in names))


def clauses(*names: str) -> set[str]:
    return {f"{overlay.regime} {overlay.clause}" for overlay in overlays(facts(*names), DUTIES)}


def items(*names: str) -> set[str]:
    return {f"{found.framework} {found.item}" for found in findings(facts(*names), DUTIES)}


def test_a_score_that_decides_alone_meets_article_22_and_an_assessment() -> None:
    assert {"GDPR Art. 22", "GDPR Art. 35(3)(a)"} <= clauses(
        "judges_people", "decides_alone", "significant_effect", "personal_data"
    )


def test_state_laws_need_people_of_that_state() -> None:
    judged = ("judges_people", "decides_alone", "significant_effect")
    assert not any(clause.startswith(("CCPA", "Colorado")) for clause in clauses(*judged))
    assert "CCPA 11 CCR 7221" in clauses(*judged, "california_region")
    assert "Colorado SB 26-189" in clauses(*judged, "colorado_region")


def test_e_e_a_t_is_for_features_that_publish() -> None:
    assert not any(item.startswith("E-E-A-T") for item in items("talks_to_people"))
    assert "E-E-A-T Trust" in items("publishes_text")


def test_judging_people_asks_for_fairness_by_group() -> None:
    assert "NIST AI RMF MEASURE 2.11" in items("judges_people")


def test_no_facts_bring_no_duties() -> None:
    assert overlays(FeatureFacts(), DUTIES) == ()
    assert findings(FeatureFacts(), DUTIES) == ()


def test_every_finding_names_the_facts_that_brought_it() -> None:
    found = findings(facts("talks_to_people"), DUTIES)
    assert found
    assert all("talks to people" in row.finding for row in found)
