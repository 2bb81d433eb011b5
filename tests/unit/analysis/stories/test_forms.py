"""Stories are parsed in the forms that teams use."""

import pytest

from copilot.analysis.stories.forms import parsed
from copilot.analysis.stories.parts import Story


def parts(text: str) -> tuple[str, str, str]:
    story = parsed(text)
    return story.words(story.role), story.words(story.means), story.words(story.ends)


@pytest.mark.parametrize(
    ("text", "role", "means", "ends"),
    [
        ("As a user, I want to pay, so that I own it.", "user", "pay", "I own it"),
        ("As an admin I want to pay so that I own it", "admin", "pay", "I own it"),
        ("As the owner of a shop, I want a receipt", "owner of a shop", "a receipt", ""),
        ("as admin i can delete posts", "admin", "delete posts", ""),
        ("I, a beekeeper, want to note the year", "beekeeper", "note the year", ""),
        ("So that I can plan, I want to see a list", "", "see a list", "I can plan"),
        ("As a user, I'd like to pay because I must", "user", "pay", "I must"),
        ("As a user, I would like to be able to pay", "user", "pay", ""),
        ("As a user, I need a receipt in order to claim tax", "user", "a receipt", "claim tax"),
        ("As a user, I should be able to pay so I can go", "user", "pay", "I can go"),
        ("As a user, I am able to pay", "user", "pay", ""),
        ("As a user, I want the app to pay", "user", "the app to pay", ""),
        ("As a user, I want to: pay", "user", "pay", ""),
        ("As a user, I want that prices are shown", "user", "prices are shown", ""),
        ("In order to save, as a buyer I want to compare", "buyer", "compare", "save"),
        ("In order to save\nAs a buyer\nI want to compare", "buyer", "compare", "save"),
        ("So that I save, as a buyer, I want to compare", "buyer", "compare", "I save"),
        ("To save time, as a buyer I want to compare", "buyer", "compare", "save time"),
        ("As a buyer, in order to save, I want to compare", "buyer", "compare", "save"),
        ("When I land, I want to see my gate, so I can run", "", "see my gate", "I can run"),
        ("I want to pay, as a guest", "guest", "pay", ""),
        ("As a user, I want to pay. So that I own it.", "user", "pay", "I own it"),
        ("In order to save, as head buyer I want to compare", "head buyer", "compare", "save"),
        ("In my role as a buyer, I want to compare", "buyer", "compare", ""),
        ("As a user, my goal is to pay", "user", "pay", ""),
        ("As a user, I want to pay so visitors can go", "user", "pay", "visitors can go"),
        ("As a user, I want to pay so much less", "user", "pay so much less", ""),
        ("Every time I land, I want to see my gate", "", "see my gate", ""),
        ("As a user, want to pay", "user", "pay", ""),
        ("As a clerk, who is new, I want to pay", "clerk, who is new", "pay", ""),
    ],
)
def test_role_means_and_ends_are_read(text: str, role: str, means: str, ends: str) -> None:
    assert parts(text) == (role, means, ends)


@pytest.mark.parametrize(
    "before",
    [
        "US-12: ",
        "#123 ",
        "1. ",
        "1,",
        "- ",
        "* [ ] ",
        "### ",
        "> ",
        "[PAY-3] ",
        "Story 4: ",
        "Login: ",
        '"',
    ],
)
def test_ids_marks_and_titles_in_front_are_passed_over(before: str) -> None:
    assert parts(f"{before}As a user, I want to pay") == ("user", "pay", "")


@pytest.mark.parametrize(
    "text",
    [
        "**As a** user, **I want to** pay **so that** I own it",
        "_As a_ user, I want to `pay` so that I own it",
    ],
)
def test_marks_of_markdown_are_no_part_of_the_words(text: str) -> None:
    assert parts(text) == ("user", "pay", "I own it")


@pytest.mark.parametrize(
    "text",
    [
        "Server configuration",
        "",
        "   ",
        "As a user, so that I am happy",
        "Pay by card",
        "As a",
        "I want",
        "As soon as it is there, I want to see it",
        "If I am late, I want to hear it",
    ],
)
def test_what_lacks_a_role_or_a_means_is_no_story(text: str) -> None:
    assert not parsed(text).is_story


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("As a user, I want to pay", "connextra"),
        ("In order to save, as a buyer I want to compare", "benefit_first"),
        ("When I land, I want to see my gate", "job_story"),
        ("Pay by card", "none"),
    ],
)
def test_the_form_is_told(text: str, form: str) -> None:
    assert parsed(text).form == form


def test_places_point_into_the_original_line() -> None:
    text = "- **As a** user, **I want to** pay, **so that** I own it."
    story = parsed(text)
    assert story.means
    assert text[story.means.start : story.means.end] == "pay"


def test_a_wish_to_the_contrary_is_known_as_one() -> None:
    story: Story = parsed("As a user, I don't want to see adverts")
    assert story.negated
    assert story.words(story.means) == "see adverts"
