"""What is asked, and what is said to be left open."""

from copilot.analysis.harms.matching import harms_of
from copilot.analysis.harms.patterns import HarmBook
from copilot.analysis.harms.questions import not_assessed, open_questions, unknown_that_matter
from copilot.analysis.harms.ranking import ranked
from tests.unit.analysis.harms.ideas import facts_of


def asked(book: HarmBook, facts: str) -> tuple[str, ...]:
    known = facts_of(facts)
    return open_questions(book, known, ranked(harms_of(book, known)))


def test_of_a_benign_idea_only_the_alternative_and_the_stop_are_asked(book: HarmBook) -> None:
    named = [f"{row.text} [{row.citation}]" for row in book.questions.named]
    assert list(asked(book, "generates_content")) == named


def test_the_named_questions_cite_the_two_subcategories(book: HarmBook) -> None:
    text = " ".join(asked(book, "affects_patients supports_diagnosis"))
    assert "manage-2-1" in text
    assert "manage-1-1" in text


def test_a_fact_that_would_bring_up_a_harm_is_asked_for(book: HarmBook) -> None:
    facts = facts_of("affects_candidates evaluates_people")
    assert "decides_alone" in unknown_that_matter(book, facts)


def test_a_known_fact_is_not_asked_for(book: HarmBook) -> None:
    facts = facts_of("affects_candidates evaluates_people -decides_alone")
    assert "decides_alone" not in unknown_that_matter(book, facts)


def test_of_nothing_nothing_is_asked(book: HarmBook) -> None:
    assert unknown_that_matter(book, facts_of("")) == []


def test_five_facts_are_asked_for_at_most(book: HarmBook) -> None:
    everything = " ".join(group.key for group in book.groups)
    facts = facts_of(f"affects_workers monitors_people evaluates_people {everything}")
    assert len(unknown_that_matter(book, facts)) <= 5


def test_what_was_not_assessed_depends_on_the_feature(book: HarmBook) -> None:
    plain = not_assessed(book, facts_of(""))
    scans = not_assessed(book, facts_of("supports_diagnosis uses_health_data"))
    assert set(plain) < set(scans)
