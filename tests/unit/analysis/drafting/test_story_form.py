"""A story is edited as text and read back exactly."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copilot.analysis.drafting.story_form import next_criterion, read_story_form, story_form
from copilot.domain.story import Criterion, Story
from copilot.errors import InputError

STORY = Story(
    id="US-003",
    title="Hide the age",
    as_a="guest",
    i_want="to hide my age",
    so_that="nobody judges me by it",
    kind="responsible_ai",
    criteria=[
        Criterion(
            id="AC-003.1",
            given=["a guest is signed in", "the profile is open"],
            when="they switch “show age” off",
            then=["nobody else sees the age"],
        ),
        Criterion(id="AC-003.2", given=[], when="the switch fails", then=["the guest is told"]),
    ],
    sources=["FR-001", "ai-act#art-5"],
    assumptions=["The age is known."],
    depends_on=["US-001"],
    estimate=3,
)
FORM = """\
# US-003: its id, sources and kind stay. Lines that begin with # are left out.
# A new criterion begins with the line: Criterion

Title: Hide the age
As a: guest
I want: to hide my age
So that: nobody judges me by it

Criterion AC-003.1
Given a guest is signed in
And the profile is open
When they switch “show age” off
Then nobody else sees the age

Criterion AC-003.2
When the switch fails
Then the guest is told

Assumptions
- The age is known.
"""
_WORDS = st.text(max_size=20) | st.sampled_from(
    [
        "# x",
        "- x",
        "Given x",
        "Criterion",
        "a\nb",
        " a ",
        "\x1b[31mred",
        "[/x]",
        ":",
        "And",
        "\u2028",
    ]
)
_LINES = st.lists(_WORDS, max_size=3)
_CRITERIA = st.builds(Criterion, id=_WORDS, given=_LINES, when=_WORDS, then=_LINES)
_STORIES = st.builds(
    Story,
    id=_WORDS,
    title=_WORDS,
    as_a=_WORDS,
    i_want=_WORDS,
    so_that=_WORDS,
    criteria=st.lists(_CRITERIA, max_size=3),
    assumptions=_LINES,
)


@given(_STORIES)
def test_any_story_is_read_back_exactly(story: Story) -> None:
    assert read_story_form(story_form(story), story) == story


@given(_STORIES)
def test_a_form_obeys_no_terminal_and_has_a_line_for_each_value(story: Story) -> None:
    form = story_form(story)
    steps = sum(len(one.steps) + 1 for one in story.criteria)
    said = [line for line in form.split("\n") if line and not line.startswith("# ")]
    assert "\x1b" not in form
    assert len(said) == 4 + steps + 1 + len(story.assumptions)


def test_a_form_reads_as_the_story_does() -> None:
    assert story_form(STORY) == FORM


def test_what_was_edited_is_read_and_all_else_stays() -> None:
    edited = read_story_form(
        FORM.replace("Hide the age", "Hide it").replace("- The age", "- Their age"), STORY
    )
    assert edited.title == "Hide it"
    assert edited.assumptions == ["Their age is known."]
    assert edited.model_copy(update={"title": STORY.title, "assumptions": STORY.assumptions}) == (
        STORY
    )


def test_a_new_criterion_gets_the_next_number_wherever_it_stands() -> None:
    new = "Criterion\nGiven nothing\nWhen it is late\nThen it waits\nAnd says so\n\n"
    text = FORM.replace("Criterion AC-003.1", f"{new}{new}Criterion AC-003.1")
    ids = [one.id for one in read_story_form(text, STORY).criteria]
    assert ids == ["AC-003.3", "AC-003.4", "AC-003.1", "AC-003.2"]


def test_a_criterion_that_is_taken_out_leaves_its_number_free() -> None:
    text = FORM.replace("Criterion AC-003.2", "Criterion")
    assert [one.id for one in read_story_form(text, STORY).criteria] == ["AC-003.1", "AC-003.3"]


def test_the_first_criterion_of_a_story_is_numbered_after_it() -> None:
    assert next_criterion(STORY.model_copy(update={"criteria": []})) == "AC-003.1"


def test_criteria_may_change_places_and_keep_their_ids() -> None:
    head, first, second, tail = FORM.replace("Assump", "Criterion \nAssump").split("Criterion ")[:4]
    text = f"{head}Criterion {second}Criterion {first}{tail.strip()}\n- The age is known.\n"
    assert read_story_form(text, STORY).criteria == STORY.criteria[::-1]


def test_habits_of_writers_are_understood() -> None:
    text = FORM.replace("As a: guest", "As an admin").replace(
        "Given a guest is", "  given a guest\n   is"
    )
    edited = read_story_form(text.replace("\n", "\r\n").replace("- The", "* The"), STORY)
    assert edited.as_a == "admin"
    assert edited.criteria == STORY.criteria
    assert edited.assumptions == STORY.assumptions


def test_the_end_of_a_story_may_be_taken_out() -> None:
    text = FORM.replace("So that: nobody judges me by it\n", "")
    assert read_story_form(text, STORY).so_that == ""


@pytest.mark.parametrize(
    ("old", "new", "line", "what"),
    [
        ("Given a guest", "Gvien a guest", 10, "begins with no word that I know"),
        ("As a: guest", "Title: again", 5, "line 4 says the same already"),
        ("Title: Hide the age", "Title:", 4, "“Title” says nothing"),
        ("Title: Hide the age\n", "", 0, "There is no line “Title”"),
        ("Criterion AC-003.2", "Criterion AC-003.1", 15, "stands here a second time"),
        ("Criterion AC-003.2", "Criterion AC-003.9", 15, "is no criterion of this story"),
        ("Criterion AC-003.1\n", "", 9, "a step stands below the line of its criterion"),
        ("Then the guest is told\n", "", 15, "has no “Then”"),
        ("When the switch fails\n", "", 15, "has no “When”"),
        ("When the switch fails", "When\n", 15, "has no “When”"),
        ("When the switch fails", "When a\nWhen b", 17, "a criterion has one “When”"),
        ("When the switch fails", "When a\nAnd b", 17, "a criterion has one “When”"),
        ("When the switch fails", "And b", 16, "“And” goes on from no step"),
        ("Then the guest is told", "Then a\nGiven b", 18, "“Given” stands too late"),
        ("Assumptions\n", "", 19, "a line with a dash stands below the line “Assumptions”"),
        ("- The age", "As a: guest\n- The age", 20, "the story itself stands above its criteria"),
        ("- The age", "Then x\n- The age", 20, "a step stands below the line of its criterion"),
    ],
)
def test_a_line_that_cannot_be_read_is_named(old: str, new: str, line: int, what: str) -> None:
    with pytest.raises(InputError) as refused:
        read_story_form(FORM.replace(old, new), STORY)
    assert what in refused.value.message
    assert (f"Line {line}: " in refused.value.message) == bool(line)


@given(st.text(), _STORIES)
def test_any_text_is_read_or_refused(text: str, story: Story) -> None:
    with suppress(InputError):
        read = read_story_form(text, story)
        assert (read.id, read.sources) == (story.id, story.sources)
