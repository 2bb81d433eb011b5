"""What stories say beside each other."""

import pytest

from tests.unit.analysis.stories.linting import of_set, rules

PAY = "As a buyer, I want to pay by card, so that I get my order"


@pytest.mark.parametrize(
    ("other", "rule"),
    [
        (PAY, "unique.same"),
        ("As a BUYER I want to  pay by card so that I get my order.", "unique.same"),
        ("As a buyer, I want to pay by card, so that I save cash", "unique.other_ends"),
        ("As a guest, I want to pay by card, so that I get my order", "unique.other_role"),
        ("As a buyer, I want to pay by debit card", ""),
        ("As a buyer, I want to cancel by phone", ""),
    ],
)
def test_stories_that_say_the_same_are_told_apart_by_how_much_they_share(
    other: str, rule: str
) -> None:
    assert [found.rule for found in of_set(PAY, other, criterion="unique")] == (
        [rule] if rule else []
    )


def test_means_that_differ_by_a_form_of_a_word_are_near_duplicates() -> None:
    first = "As a buyer, I want to view the status of my open orders"
    second = "As a buyer, I want to see the status of an open order"
    [found] = of_set(first, second, criterion="unique")
    assert (found.rule, found.lines) == ("unique.near", (1, 2))


def test_ends_that_another_story_wants_are_told() -> None:
    [found] = of_set(
        "As a buyer, I want to log in, so that I can pay by card", PAY, criterion="unique"
    )
    assert (found.rule, found.severity) == ("unique.ends_are_means", "info")


@pytest.mark.parametrize("copies", [2, 3, 40])
def test_a_group_of_copies_is_one_finding(copies: int) -> None:
    [found] = of_set(*[PAY] * copies, criterion="unique")
    assert found.lines == tuple(range(1, copies + 1))


@pytest.mark.parametrize(
    ("odd", "rule", "words"),
    [
        ("As a user, I need to pay", "uniform.wish", "“I need” on line 5"),
        ("In order to own it, as a user, I want to pay", "uniform.form", "In order to"),
        ("When I shop, I want to pay, so I can go", "uniform.form", "When"),
    ],
)
def test_the_majority_of_the_set_is_the_template(odd: str, rule: str, words: str) -> None:
    usual = [f"As a user, I want to see page {number}" for number in "abcd"]
    [found] = of_set(*usual, odd, criterion="uniform")
    assert (found.rule, found.lines) == (rule, (5,))
    assert words in found.message


def test_a_set_that_says_need_is_no_worse_than_one_that_says_want() -> None:
    stories = [f"As a user, I need to see page {number}" for number in "abcd"]
    assert of_set(*stories, criterion="uniform") == []


def test_few_stories_have_no_template() -> None:
    assert of_set("As a user, I want a", "As a user, I can see b", criterion="uniform") == []


def test_missing_ends_are_hinted_at_where_most_have_them() -> None:
    usual = [f"As a user, I want to see page {number}, so that I know it" for number in "abcd"]
    [found] = of_set(*usual, "As a user, I want to see page e", criterion="uniform")
    assert (found.rule, found.severity) == ("uniform.ends", "info")


@pytest.mark.parametrize(
    ("text", "leans"),
    [
        ("As a user, I want to pay, once story 12 is done", True),
        ("As a user, I want to pay after US-12", True),
        ("As a user, I want to filter as in the previous story", True),
        ("As a user, I want to pay once search is implemented", True),
        ("As a user, I want to read the story of the day after lunch", False),
        ("As a user, I want to read issue 12 of the paper", False),
    ],
)
def test_stories_that_lean_on_others_are_found(text: str, leans: bool) -> None:
    assert [found.rule for found in of_set(text, criterion="independent")] == (
        ["independent.leans"] if leans else []
    )


def test_what_is_changed_before_it_is_made_is_out_of_order() -> None:
    change, make = "As a user, I want to edit a badge", "As a user, I want to create a badge"
    assert [f.rule for f in of_set(change, make, criterion="independent")] == ["independent.order"]
    assert of_set(make, change, criterion="independent") == []


def test_one_role_with_any_and_only_some_is_a_conflict() -> None:
    stories = (
        "As a user, I can edit any landmark",
        "As a user, I can edit only the landmarks that I added",
    )
    [found] = of_set(*stories, criterion="conflict_free")
    assert (found.rule, found.lines) == ("conflict_free.scope", (1, 2))
    other_role = "As a guest, I can edit only the landmarks that I added"
    assert of_set(stories[0], other_role, criterion="conflict_free") == []


def test_wanted_and_not_wanted_is_a_conflict() -> None:
    wanted, unwanted = "As a user, I want to see adverts", "As a user, I do not want to see adverts"
    assert len(of_set(wanted, unwanted, criterion="conflict_free")) == 1


@pytest.mark.parametrize(
    ("stories", "missing"),
    [
        (["As a user, I want to edit a badge"], ["complete.changed"]),
        (["As a user, I want to delete a badge"], ["complete.changed"]),
        (["As a user, I want to view a badge"], ["complete.read"]),
        (["As a user, I want to edit a badge", "As an admin, I want to create badges"], []),
        (["As a user, I want to view and edit the list of badges"], ["complete.changed"]),
        (["As a user, I want to log in"], []),
    ],
)
def test_what_is_used_and_never_made_is_told(stories: list[str], missing: list[str]) -> None:
    assert [found.rule for found in of_set(*stories, criterion="complete")] == missing


def test_lines_that_are_no_stories_are_no_part_of_the_set() -> None:
    assert of_set("Server configuration", "Server configuration") == []
    assert rules("Server configuration")
