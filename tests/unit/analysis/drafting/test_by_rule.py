"""Stories by rule, in the words of one requirement."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copilot.analysis.drafting.by_rule import (
    ANYBODY,
    MOSTLY,
    NOBODY_NAMED,
    criterion_by_rule,
    story_by_rule,
)
from copilot.analysis.drafting.invention import Told, invented
from copilot.analysis.drafting.title import TITLE_WORDS
from copilot.analysis.requirements.coverage import holds_to
from copilot.domain.requirement import Requirement, Statement
from copilot.domain.story import Story
from copilot.stores.story_words import read_words

WORDS = read_words()
PARTS = st.sampled_from(
    [
        "The gate",
        "Guests",
        "We",
        "must",
        "can",
        "may not",
        "open",
        "within 4 seconds",
        "show 3.5 metres,",
        "when it rains",
        "If 2 come,",
        "after 30 days",
        "since 2020",
        "because 5 ask",
        "so that 6 people win",
        "(Limit: 50 MB)",
        "(Priority: high)",
        "in order to save 7%",
        "unless 8 object",
        ";",
        ":",
        ".",
    ]
)


def drafted(text: str, persona: str | None = None, statements: tuple[Statement, ...] = ()) -> Story:
    """Return the story of a requirement."""
    return story_by_rule(Requirement(id="FR-007", text=text), 7, WORDS, persona, statements)


@given(st.lists(PARTS, min_size=1, max_size=8).map(" ".join))
@settings(max_examples=300)
def test_a_story_always_holds_to_its_requirement_and_adds_nothing(text: str) -> None:
    story = drafted(text)
    assert holds_to(Requirement(id="FR-007", text=text), story)
    assert story.title.strip()
    assert story.i_want.strip()
    told = " ".join((story.title, story.i_want, *story.criteria[0].then))
    assert list(invented(told, Told(text))) == []


@pytest.mark.parametrize(
    ("text", "role", "wish"),
    [
        ("Guests can book a lane.", "guest", "to book a lane"),
        ("Guests must pay before noon.", "guest", "guests to pay before noon"),
        ("The gate must open for guests.", "guest", "the gate to open for guests"),
        ("The gate must not ring.", ANYBODY, "the gate not to ring"),
        ("The gate can ring.", ANYBODY, "the gate to be able to ring"),
        ("Show the list.", ANYBODY, "it to show the list"),
        ("Alerts expire at noon.", ANYBODY, "alerts to expire at noon"),
        ("Blue colour.", ANYBODY, "to rely on this: blue colour"),
        ("When it rains, guests can book a hall.", "guest", "to book a hall when it rains"),
    ],
)
def test_who_wants_what_is_said_in_the_words_of_the_requirement(
    text: str, role: str, wish: str
) -> None:
    story = drafted(text)
    assert (story.as_a, story.i_want) == (role, wish)


def test_ids_follow_the_number_and_the_requirement_is_named() -> None:
    story = drafted("Guests can book a lane so that they can plan.")
    assert (story.id, story.criteria[0].id, story.sources) == ("US-007", "AC-007.1", ["FR-007"])
    assert story.so_that == "they can plan"
    assert story.assumptions == []


def test_a_person_who_says_who_gains_is_believed() -> None:
    story = drafted("The gate must open.", persona="guard")
    assert (story.as_a, story.assumptions) == ("guard", [])


def test_where_nobody_is_named_it_is_said() -> None:
    assert drafted("The gate must open.").assumptions == [NOBODY_NAMED]


def test_the_people_of_the_source_stand_in_and_that_is_said() -> None:
    statements = (
        Statement(id="S1", text="A guard and a guard and a nurse.", line=1, kind="requirement"),
        Statement(id="S2", text="It is for nurses.", line=2, kind="user"),
    )
    story = drafted("The gate must open.", statements=statements)
    assert (story.as_a, story.assumptions) == ("nurse", [MOSTLY.format(role="nurse")])
    assert drafted("The gate must open.", statements=statements[:1]).as_a == "guard"


@pytest.mark.parametrize(
    ("text", "given_", "when"),
    [
        ("If it rains, the gate must close.", "it rains", "it is used"),
        ("While it rains, the gate must close.", "it rains", "it is used"),
        (
            "Unless it rains, the gate must close.",
            "it is not the case that it rains",
            "it is used",
        ),
        (
            "When a guest arrives, the gate must close.",
            "the feature is released",
            "a guest arrives",
        ),
        (
            "The gate must close.",
            "the feature is released",
            "it is used",
        ),
    ],
)
def test_a_state_is_given_and_an_event_is_when(text: str, given_: str, when: str) -> None:
    criterion = criterion_by_rule(Requirement(id="FR-1", text=text), "AC-1")
    assert (criterion.given, criterion.when) == ([given_], when)
    assert criterion.then == ["the gate must close"]


def test_a_number_of_the_aim_is_kept_in_the_criterion() -> None:
    story = drafted("The gate must open early so that guests save 30 minutes.")
    assert story.criteria[0].then == ["the gate must open early, so that guests save 30 minutes"]


def test_other_cells_of_a_row_are_left_out_unless_they_have_a_number() -> None:
    assert drafted("Show the list (Priority: high)").i_want == "it to show the list"
    assert "50 MB" in drafted("Show the list (Limit: 50 MB)").criteria[0].then[0]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("The wait must stay under 3.5 seconds, always.", "Stay under 3.5 seconds"),
        ("(optional) export of lists", "(optional) export of lists"),
        (": must", "Must"),
        ("It must " + "ring " * 20, " ".join(["Ring", *["ring"] * (TITLE_WORDS - 1)])),
    ],
)
def test_a_title_is_the_first_words_of_what_is_to_happen(text: str, title: str) -> None:
    assert drafted(text).title.lower() == title.lower()


def test_a_not_of_the_aim_is_kept_in_the_criterion_of_a_story_that_is_told_again() -> None:
    told = Requirement(
        id="FR-1", text="As a guest, I want my data hidden, so that it is not shown to others."
    )
    story = story_by_rule(told, 1, WORDS)
    assert story.criteria[0].then == [
        "a guest has my data hidden, so that it is not shown to others"
    ]
    assert holds_to(told, story)


@pytest.mark.parametrize(
    ("text", "then"),
    [
        ("**Speed**: the gate must open", "speed: the gate must open"),
        ("The gate must _open_ at 2 * 3 * 4", "the gate must _open_ at 2 * 3 * 4"),
        ("The gate must open *now*", "the gate must open now"),
    ],
)
def test_marks_of_bold_type_are_no_words(text: str, then: str) -> None:
    assert drafted(text).criteria[0].then == [then]
