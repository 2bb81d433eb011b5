"""Words that would smell, and are what the story is about: names, judgements, questions, quotes."""

import pytest

from tests.unit.analysis.stories.linting import marked, rules


def in_story(means: str) -> str:
    """Return a story with a role that is no expert of screens or software."""
    return f"As a clerk, I want to {means}, so that the shift is shorter."


@pytest.mark.parametrize(
    "means",
    [
        "print the recipe of a slow cooker",
        "change the effective date of a contract",
        "have a motion carried by a simple majority",
        "order buttons by their diameter",
        "report a bad answer",
        "mark a review as helpful",
        "see which calls are urgent and which roads are smooth",
        "be told when a lap is faster than the last one",
        "find books suitable for beginners",
        "see which call button has failed",
        "rent a pop-up stall",
        "choose “user-friendly” as a tag",
        "measure a lesion in pixels",
    ],
)
def test_what_the_story_is_about_is_no_smell(means: str) -> None:
    assert rules(in_story(means)) == []


@pytest.mark.parametrize(
    ("means", "criterion", "words"),
    [
        ("report a fault quickly", "unambiguous", "quickly"),
        ("see a good summary", "unambiguous", "good"),
        ("rate a film in a simple way", "unambiguous", "in a simple way"),
        ("see a button for each order", "problem_oriented", "button"),
        ("pick a country from a dropdown", "problem_oriented", "dropdown"),
        ("tag a clip with a dropdown", "problem_oriented", "dropdown"),
        ("log in with OAuth 2.0", "problem_oriented", "OAuth 2.0"),
    ],
)
def test_how_the_product_does_it_still_smells(means: str, criterion: str, words: str) -> None:
    assert words in marked(in_story(means), criterion)


def test_a_control_that_is_there_may_be_named_and_a_new_one_may_not() -> None:
    there = "As a clerk, I want the import wizard to keep my columns"
    new = "As a clerk, I want an import wizard that keeps my columns"
    assert rules(there) == []
    assert rules(new) == ["problem_oriented.widgets"]


def test_a_need_that_the_role_judges_is_a_hint() -> None:
    story = "As a clerk, I want to withdraw a file if needed"
    assert rules(story, "unambiguous") == ["unambiguous.at_need"]


@pytest.mark.parametrize("inside", ["(see a button, quickly, ask her)", "(and delete the rest)"])
def test_brackets_are_for_minimal_alone(inside: str) -> None:
    assert set(rules(f"As a clerk, I want to see the file {inside}")) <= {"minimal.brackets"}
