"""A story as a feature file, read again by Cucumber's parser."""

from hypothesis import given

from copilot.analysis.gherkin.feature_file import feature_text, flat
from copilot.analysis.gherkin.parsing import pickles_of
from copilot.domain.story import Criterion, Story
from copilot.stores.story_files import stories_in
from tests.unit.analysis.gherkin.nasty import TRAPS, stories

TYPES = {"Given": "Context", "When": "Action", "Then": "Outcome"}
STORY = Story(
    id="US-001",
    title="Hide the age",
    as_a="guest",
    i_want="to hide my age",
    so_that="nobody can sort by it",
    kind="responsible_ai",
    criteria=[
        Criterion(id="AC-001.1", given=["an account", "an age"], when="it is hidden", then=["none"])
    ],
    sources=["FR-001", "note#part"],
    assumptions=["Guests have accounts."],
    estimate=3,
    depends_on=["US-002"],
)


def steps_of(criterion: Criterion) -> list[tuple[str, str]]:
    """Return what a test runner has to run of a criterion."""
    parts = (
        ("Context", criterion.given),
        ("Action", [criterion.when]),
        ("Outcome", criterion.then),
    )
    return [(kind, flat(text)) for kind, texts in parts for text in texts if text.strip()]


@given(stories())
def test_every_step_comes_back_with_its_type_whatever_its_text(story: Story) -> None:
    pickles = pickles_of(feature_text(story))
    assert [list(one.steps) for one in pickles] == [steps_of(one) for one in story.criteria]


@given(stories())
def test_every_scenario_has_a_name_of_its_own_and_the_tags_of_story_and_criterion(
    story: Story,
) -> None:
    pickles = pickles_of(feature_text(story))
    assert len({one.name for one in pickles}) == len(pickles)
    for pickle, criterion in zip(pickles, story.criteria, strict=True):
        assert pickle.tags[0] == "@US-001"
        assert pickle.tags[-1] == f"@{criterion.id}"


def test_it_reads_as_a_person_would_write_it() -> None:
    assert feature_text(STORY, ["From draft-story-1"]) == (
        "# From draft-story-1\n"
        "# Sources of US-001: FR-001, note#part\n"
        "# Comes after: US-002\n"
        "# Estimate: 3\n"
        "# Assumed: Guests have accounts.\n\n"
        "@US-001 @responsible_ai\n"
        "Feature: Hide the age\n"
        "  As a guest,\n"
        "  I want to hide my age,\n"
        "  so that nobody can sort by it.\n\n"
        "  @AC-001.1\n"
        "  Scenario: AC-001.1 none\n"
        "    Given an account\n"
        "    And an age\n"
        "    When it is hidden\n"
        "    Then none\n"
    )


def test_the_story_can_be_linted_from_the_feature_file() -> None:
    [line] = stories_in(feature_text(STORY), ".feature")
    assert " ".join(line.text.split()) == STORY.text


def test_an_empty_first_outcome_does_not_turn_the_next_one_into_an_event() -> None:
    criterion = Criterion(id="AC-001.1", given=[" "], when="w", then=["", "seen"])
    text = feature_text(STORY.model_copy(update={"criteria": [criterion]}))
    assert text.endswith("    When w\n    Then seen\n")


def test_a_note_cannot_change_the_language_of_the_file() -> None:
    text = feature_text(STORY, ["language: fr", "Language : fr", "two\nlines"])
    assert len(pickles_of(text)) == 1
    assert "# two lines\n" in text


def test_a_story_without_a_benefit_ends_with_its_wish() -> None:
    text = feature_text(STORY.model_copy(update={"so_that": ""}))
    assert "  I want to hide my age.\n" in text


def test_ids_that_are_no_tags_are_made_such() -> None:
    odd = STORY.model_copy(update={"id": "US 1 @x#y"})
    assert pickles_of(feature_text(odd))[0].tags[0] == "@US-1-x-y"


def test_an_outcome_of_any_length_gives_a_short_name() -> None:
    for trap in TRAPS:
        criterion = Criterion(id="AC-001.1", given=[], when="w", then=[trap])
        [pickle] = pickles_of(feature_text(STORY.model_copy(update={"criteria": [criterion]})))
        assert pickle.name.startswith("AC-001.1")
        assert len(pickle.name) <= 110
