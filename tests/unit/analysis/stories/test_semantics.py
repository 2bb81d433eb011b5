"""Vague words, solutions, means that are no feature, ends that are no rationale, no bounds."""

import pytest

from tests.unit.analysis.stories.linting import marked, rules, wish


@pytest.mark.parametrize(
    ("means", "words"),
    [
        ("have a user-friendly form", "user-friendly"),
        ("find a room quickly", "quickly"),
        ("get a quick response from support", "quick"),
        ("see a nice 404 page", "nice"),
        ("have the lights react predictably", "predictably"),
        ("get the list as soon as possible", "as possible"),
        ("export names, dates, etc.", "etc"),
        ("see some kind of summary", "some kind of"),
        ("get an appropriate answer", "appropriate"),
        ("have my payments handled properly", "properly"),
    ],
)
def test_words_that_nobody_can_test_are_found_in_the_means(means: str, words: str) -> None:
    assert marked(wish(means), "unambiguous") == words


@pytest.mark.parametrize(
    "means",
    [
        "get a fast answer, within 2 seconds",
        "get a fast answer in a 2-click form",
        "print a quick response code",
        "see how often my file was read",
        "be told as soon as a bed is free",
        "see the best-before date",
        "find rooms by price",
    ],
)
def test_bounded_and_plain_words_are_left_alone(means: str) -> None:
    assert rules(wish(means), "unambiguous") == []


def test_ends_may_be_vague() -> None:
    text = "As a user, I want to sort my orders, so that I easily find the best ones"
    assert rules(text, "unambiguous") == []


@pytest.mark.parametrize(
    ("role", "means", "words"),
    [
        ("user", "click on my order", "click"),
        ("user", "pick a reason in a dropdown", "dropdown"),
        ("user", "see a green button", "green button"),
        ("user", "have my orders kept in MongoDB", "in MongoDB"),
        ("user", "have my orders kept in the database", "kept in the database"),
        ("developer", "have the file read by a parser written in C", "by a parser"),
    ],
)
def test_parts_of_a_solution_are_found(role: str, means: str, words: str) -> None:
    assert marked(f"As a {role}, I want to {means}", "problem_oriented") == words


@pytest.mark.parametrize(
    ("role", "means"),
    [
        ("developer", "see the slow SQL statements"),
        ("shopper", "find the pop-up shop next to me"),
        ("user", "export my orders as CSV"),
        ("user", "drag and drop files"),
        ("user", "get an e-mail when a parcel is late"),
    ],
)
def test_what_is_the_problem_itself_is_left_alone(role: str, means: str) -> None:
    assert rules(f"As a {role}, I want to {means}", "problem_oriented") == []


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("As a user, I want to be happy", "no_feature"),
        ("As a user, I want to save time", "no_feature"),
        ("As a student, I want to understand week 3 so that I pass", "no_feature"),
        ("As a seller, I want to increase my sales", "no_feature"),
        ("As a user, I want to export orders so that I can export orders", "repeated"),
        (
            "As a user, I want to download the yearly report so that I can get the yearly report",
            "repeated",
        ),
        ("As a user, I want to sort orders so that I can use it", "empty_ends"),
        ("As a user, I want to pay so that a new page is opened", "ends_as_feature"),
        ("As a user, I want to pay so that there is a dropdown for it", "ends_as_feature"),
    ],
)
def test_means_without_a_feature_and_ends_without_a_rationale_are_found(
    text: str, rule: str
) -> None:
    assert rules(text, "conceptually_sound") == [f"conceptually_sound.{rule}"]


@pytest.mark.parametrize(
    ("means", "ends", "is_defect"),
    [
        ("log in", "I can renew my loans", True),
        ("confirm my e-mail address", "I can book a court", True),
        ("open the menu page", "I can order a pizza", True),
        ("log in", "I can see what is urgent", False),
        ("register my flat with the town hall", "I can let it", False),
        ("copy a lesson", "I can also use it next year", False),
        ("scan a stamp", "I can sort my albums by year", False),
        ("approve a request", "the system e-mails the clerk", True),
        ("add a user", "a welcome mail is sent automatically", True),
        ("receive badges", "I can post them on the wall from the site", True),
    ],
)
def test_ends_are_a_feature_where_the_product_does_them_or_the_means_is_a_step_into_it(
    means: str, ends: str, is_defect: bool
) -> None:
    story = f"As a user, I want to {means}, so that {ends}"
    assert rules(story) == (["conceptually_sound.ends_as_feature"] if is_defect else [])


@pytest.mark.parametrize(
    "text",
    [
        "As a user, I want to see my saved time",
        "As a clerk, I want to ask for a drawing so that the file is complete before review",
        "As a user, I want to see my orders so that I can plan my week",
        "As a buyer, I want to increase the font size",
        "As a user, I want more information about fees",
    ],
)
def test_features_with_a_rationale_are_left_alone(text: str) -> None:
    assert rules(text, "conceptually_sound") == []


@pytest.mark.parametrize(
    ("means", "words"),
    [
        ("see everything", "everything"),
        ("manage the whole clinic", "manage the whole"),
        ("use it on all devices", "on all devices"),
        ("keep every file of every kind", "every file of every"),
        ("have a new booking platform", "a new booking platform"),
    ],
)
def test_wishes_without_bounds_are_found(means: str, words: str) -> None:
    assert marked(wish(means), "estimatable") == words


@pytest.mark.parametrize(
    "means",
    [
        "see all my orders",
        "be told by the platform",
        "search the whole catalogue",
        "see every order",
    ],
)
def test_wishes_with_bounds_are_left_alone(means: str) -> None:
    assert rules(wish(means), "estimatable") == []


def test_a_wish_of_more_than_forty_words_is_too_long_to_estimate() -> None:
    assert rules(wish("see " + "the order of my friend, " * 9), "estimatable") == [
        "estimatable.long"
    ]
