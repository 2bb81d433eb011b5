"""What only people can say about a set of stories."""

from copilot.analysis.drafting.asking import LISTED, MOST, questions, quoted
from copilot.analysis.drafting.by_rule import story_by_rule
from copilot.analysis.drafting.plan import planned
from copilot.analysis.requirements.coverage import coverage
from copilot.domain.requirement import Coverage, Statement
from copilot.stores.draft_books import read_ai_aspects, read_source_reader
from copilot.stores.story_words import read_words


def asked(text: str, found: Coverage | None = None) -> list[str]:
    """Return the questions that stories by rule of a source leave open."""
    plan = planned(read_source_reader().read(text), read_ai_aspects())
    stories = [story_by_rule(one, at, read_words()) for at, one in enumerate(plan.to_write, 1)]
    return questions(plan, stories, found or coverage(plan.to_write, stories))


def test_a_source_that_says_all_leaves_nothing_to_ask() -> None:
    assert asked("Guests can book a lane so that they can plan ahead.") == []


def test_the_gravest_come_first_and_there_are_five_at_most() -> None:
    text = (
        "- FR-1: An AI must suggest a lane.\n- FR-1: The lamp must glow.\n\n"
        "Bookings expire after ten minutes. The board promised a renewal. Who pays for it?"
    )
    found = asked(text, Coverage(missing=("FR-1", "FR-002")))
    assert len(found) == MOST
    assert found[0].startswith("No story holds to FR-1, FR-002.")
    assert found[1].startswith("The id FR-1 stands more than once.")
    assert "“The board promised a renewal.”" in found[2]
    assert "“Who pays for it?”" in found[3]
    assert found[4] == "Who gains by US-001, US-002, US-003? The source names nobody."


def test_what_a_model_at_work_needs_people_to_say_is_asked_last() -> None:
    found = asked("Guests can ask an AI for a lane so that they can plan ahead.")
    assert len(found) == 1
    assert found[0].startswith("Which metric says")


def test_a_story_without_a_benefit_is_asked_for_it() -> None:
    [question] = asked("Guests can book a lane.")
    assert question == "What is the benefit of US-001? The source gives none."


def test_long_and_many_sentences_are_cut_and_counted() -> None:
    many = [Statement(id=f"S{at}", text="long words " * 30, line=at) for at in range(LISTED + 3)]
    told = quoted(many)
    assert told.endswith("; and 3 more")
    assert told.count("…”") == LISTED
    assert quoted(many[:1]).count("“") == 1
