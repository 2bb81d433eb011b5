"""Coverage as set differences."""

import pytest

from copilot.analysis.requirements.coverage import coverage, holds_to, lost_numbers
from copilot.domain.requirement import Requirement, Statement
from copilot.domain.story import Criterion, Story


def asked(name: str, text: str = "The gate must open within 4 seconds.") -> Requirement:
    """Return a requirement."""
    return Requirement(id=name, text=text, sources=("S1",))


def told(
    *sources: str, then: str = "the gate opens within 4 seconds", name: str = "US-001"
) -> Story:
    """Return a story with one criterion."""
    criterion = Criterion(id="AC-1", given=["a visitor"], when="the visitor arrives", then=[then])
    return Story(
        id=name,
        title="Open the gate",
        as_a="visitor",
        i_want="the gate to open",
        so_that="",
        criteria=[criterion],
        sources=list(sources),
    )


def test_what_a_story_names_and_holds_to_is_covered() -> None:
    found = coverage([asked("FR-1")], [told("FR-1")])
    assert (found.covered, found.missing, found.orphans) == (("FR-1",), (), ())


def test_what_no_story_names_is_missing() -> None:
    found = coverage([asked("FR-1"), asked("FR-2")], [told("FR-1")])
    assert (found.covered, found.missing) == (("FR-1",), ("FR-2",))


@pytest.mark.parametrize(
    "then",
    ["the gate opens within 5 seconds", "the gate opens", "soup is served 4 times", ""],
)
def test_what_no_criterion_holds_to_is_missing_though_a_story_names_it(then: str) -> None:
    assert coverage([asked("FR-1")], [told("FR-1", then=then)]).missing == ("FR-1",)


def test_one_story_of_several_is_enough() -> None:
    stories = [told("FR-1", then="soup"), told("FR-1", name="US-002")]
    assert coverage([asked("FR-1")], stories).covered == ("FR-1",)


def test_a_story_that_names_no_requirement_of_the_source_is_an_orphan() -> None:
    stories = [told("FR-9"), told("FR-9", "FR-1", name="US-002"), told(name="US-003")]
    assert coverage([asked("FR-1")], stories).orphans == ("US-001", "US-003")


def test_a_statement_that_asks_and_is_in_no_requirement_is_unread() -> None:
    statements = [
        Statement(id=f"S{at}", text="x", line=at, kind=kind)
        for at, kind in enumerate(("requirement", "requirement", "context"), 1)
    ]
    assert coverage([asked("FR-1")], [], statements).unread == ("S2",)


def test_lost_numbers_are_named_in_order() -> None:
    story = told(then="the gate opens within 4 seconds")
    assert lost_numbers(asked("FR-1", "Open 9 of 4 gates 30 times."), story) == ["30", "9"]
    assert lost_numbers(asked("FR-1"), story) == []


def test_a_requirement_without_content_words_is_held_by_any_story() -> None:
    assert holds_to(asked("FR-1", "It must."), told())
