"""Drafted stories, checked."""

import pytest

from copilot.analysis.drafting.checking import StoryCheck
from copilot.domain.requirement import Statement
from copilot.domain.story import Criterion, Story
from copilot.domain.story_lint import Accepted, LintChoices
from copilot.stores.story_words import read_linter

LINTER = read_linter()
SOURCE = [Statement(id="S1", text="Guests can book a lane for 2 hours in Leeds.", line=1)]
GOOD = Story(
    id="US-001",
    title="Book a lane",
    as_a="guest",
    i_want="to book a lane for 2 hours",
    so_that="I can plan ahead",
    criteria=[
        Criterion(
            id="AC-001.1",
            given=["a free lane"],
            when="the guest books the lane",
            then=["the lane is booked for 2 hours"],
        ),
        Criterion(
            id="AC-001.2",
            given=["no free lane"],
            when="the guest books a lane",
            then=["the booking is refused"],
        ),
    ],
)


def open_rules(story: Story, check: StoryCheck) -> list[str]:
    """Return the rules whose findings a person should look at."""
    return [one.rule for one in check.findings(story) if one.is_open]


def test_a_good_story_of_its_source_has_nothing_to_look_at() -> None:
    assert open_rules(GOOD, StoryCheck(LINTER, SOURCE)) == []


@pytest.mark.parametrize(
    ("changes", "rule"),
    [
        ({"i_want": "to book a lane and cancel a lane"}, "atomic.verbs"),
        ({"i_want": "to book a lane for 9 hours"}, "grounded.figure"),
        ({"title": "Book a lane in Bristol"}, "grounded.name"),
        ({"criteria": []}, "testable.no_criteria"),
        ({"criteria": GOOD.criteria[:1]}, "testable.no_unhappy_path"),
    ],
)
def test_wording_criteria_and_invention_are_looked_at(
    changes: dict[str, object], rule: str
) -> None:
    assert rule in open_rules(GOOD.model_copy(update=changes), StoryCheck(LINTER, SOURCE))


def test_what_is_invented_in_a_criterion_names_it() -> None:
    wrong = Criterion(id="AC-001.3", given=[], when="7 guests book", then=["the lane is refused"])
    story = GOOD.model_copy(update={"criteria": [*GOOD.criteria, wrong]})
    found = [
        one for one in StoryCheck(LINTER, SOURCE).findings(story) if one.rule == "grounded.figure"
    ]
    assert [(one.at, one.message) for one in found] == [
        ("AC-001.3", "“7” does not stand in the source.")
    ]


def test_without_a_source_nothing_is_held_to_be_invented() -> None:
    story = GOOD.model_copy(update={"title": "Book a lane in Bristol for 99 days"})
    assert open_rules(story, StoryCheck(LINTER)) == []


def test_passages_count_as_told() -> None:
    story = GOOD.model_copy(update={"title": "Book a lane in Bristol"})
    assert open_rules(story, StoryCheck(LINTER, SOURCE, ["A pool of Bristol."])) == []


def test_what_the_team_has_accepted_or_muted_stays_so_and_others_keep_their_keys() -> None:
    story = GOOD.model_copy(update={"i_want": "to book a lane for 9 hours in Bristol"})
    found = StoryCheck(LINTER, SOURCE).findings(story)
    key = next(one.key for one in found if one.rule == "grounded.figure")
    choices = LintChoices(
        muted=("grounded.name",),
        accepted=(Accepted(key=key, rule="grounded.figure", story=story.text),),
    )
    again = {one.rule: one for one in StoryCheck(LINTER, SOURCE, (), choices).findings(story)}
    assert again["grounded.figure"].standing == "accepted"
    assert again["grounded.name"].standing == "muted"
    assert not again["grounded.figure"].is_open
    assert {one.key for one in found} == {one.key for one in again.values()}


def test_checked_stories_carry_their_findings_and_nothing_else_changes() -> None:
    story = GOOD.model_copy(update={"title": "Book a lane in Bristol"})
    (checked,) = StoryCheck(LINTER, SOURCE).checked([story])
    assert [one.rule for one in checked.findings] == ["grounded.name"]
    assert checked.model_copy(update={"findings": []}) == story
