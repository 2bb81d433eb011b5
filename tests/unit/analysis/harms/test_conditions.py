"""Legal duties and mitigations as conditions."""

from datetime import date

from copilot.analysis.harms.conditions import requirements
from copilot.analysis.harms.patterns import HarmBook
from copilot.domain.feature import FeatureFacts
from copilot.domain.review import Harm, LegalOutcome, Mitigation, Overlay
from tests.unit.analysis.harms.building import BANNED, FREE, HIGH_RISK, harm
from tests.unit.analysis.harms.ideas import facts_of


def told(
    book: HarmBook,
    outcome: LegalOutcome,
    facts: str = "",
    harms: tuple[Harm, ...] = (),
    overlays: tuple[Overlay, ...] = (),
) -> str:
    known: FeatureFacts = facts_of(facts)
    return "\n".join(row.written() for row in requirements(book, known, outcome, overlays, harms))


def test_a_ban_has_no_conditions(book: HarmBook) -> None:
    assert told(book, BANNED, harms=(harm(after=(1, 1)),)) == ""


def test_nothing_is_asked_of_what_is_free(book: HarmBook) -> None:
    assert told(book, FREE) == ""


def test_each_has_a_test(book: HarmBook) -> None:
    for line in told(book, HIGH_RISK, harms=(harm(after=(3, 2)),)).splitlines():
        assert ". Test: " in line


def test_a_role_that_is_ruled_out_bears_no_duties(book: HarmBook) -> None:
    both = told(book, HIGH_RISK)
    deployer = told(book, HIGH_RISK, "role_deployer -role_provider")
    assert "As provider" in both
    assert "As deployer" in both
    assert "As provider" not in deployer
    assert "As deployer" in deployer


def test_workers_are_told_where_it_is_about_workers(book: HarmBook) -> None:
    assert "representatives" in told(book, HIGH_RISK, "affects_workers")
    school = HIGH_RISK.model_copy(update={"points": ("III.3(b)",)})
    assert "representatives" not in told(book, school, "affects_workers")


def test_the_day_from_which_a_duty_counts_is_named(book: HarmBook) -> None:
    later = HIGH_RISK.model_copy(update={"applies_from": date(2027, 12, 2)})
    assert "(duty from 2027-12-02)" in told(book, later)


def test_an_exemption_needs_its_record(book: HarmBook) -> None:
    exempt = LegalOutcome(outcome="exempt", exemption="6(3)(d)", points=("III.6(e)",))
    assert "[eu-ai-act-article-6-filter#written-assessment]" in told(book, exempt)


def test_duties_to_tell_people_come_with_any_outcome(book: HarmBook) -> None:
    chat = LegalOutcome(outcome="not_high_risk", transparency=("50(1)", "50(4)"))
    assert told(book, chat).count("[eu-ai-act-transparency#") == 2


def test_other_laws_bring_theirs(book: HarmBook) -> None:
    overlay = Overlay(regime="GDPR", clause="Art. 22(1)", why="", citation="x#y")
    assert "[gdpr-automated-decisions#the-safeguards]" in told(book, FREE, overlays=(overlay,))


def test_harms_that_are_not_mild_bring_their_mitigations_once(book: HarmBook) -> None:
    grave, same, mild = harm(after=(3, 2)), harm(who="b", after=(3, 2)), harm(1, 3, after=(1, 1))
    assert told(book, FREE, harms=(grave, same)) == "Mend it. Test: At most N."
    assert told(book, FREE, harms=(mild,)) == ""


def test_a_grave_harm_needs_all_its_mitigations_and_a_lesser_one_the_first(
    book: HarmBook,
) -> None:
    second = Mitigation(text="Ask.", residual_severity=2, residual_likelihood=1, test="N.")
    rows = (*harm(after=(2, 2)).mitigations, second)
    grave = harm(3, 3).model_copy(update={"mitigations": rows})
    lesser = harm(2, 4).model_copy(update={"mitigations": rows})
    assert "Ask." in told(book, FREE, harms=(grave,))
    assert told(book, FREE, harms=(lesser,)) == "Mend it. Test: At most N."
