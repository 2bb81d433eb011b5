"""How a sentence asks for a change."""

import pytest

from copilot.analysis.specs.change_words import (
    contradicts,
    ids_in,
    names,
    new_words,
    opens_removal,
    removes,
    says_same,
    without_adding,
)


@pytest.mark.parametrize(
    ("wish", "expected"),
    [
        ("Remove FR-001 and REQ 12, not FR-001.", ["FR-001", "REQ 12"]),
        ("NFR-3.1a is obsolete", ["NFR-3.1a"]),
        ("fr-001 is obsolete", []),
        ("It takes 5 days", []),
    ],
)
def test_ids_are_found_once_each(wish: str, expected: list[str]) -> None:
    assert ids_in(wish) == expected


@pytest.mark.parametrize(
    "wish",
    ["Remove it", "please drop the lamp", "Also delete FR-1", "is obsolete", "No longer needed"],
)
def test_a_removal_may_open_a_sentence(wish: str) -> None:
    assert opens_removal(wish)


@pytest.mark.parametrize(
    ("wish", "expected"),
    [
        ("Remove FR-1 and FR-2.", True),
        ("FR-1 and FR-2 are obsolete.", True),
        ("We can drop FR-1, FR-2.", True),
        ("Keep FR-1, drop FR-2.", False),
        ("FR-1 replaces FR-2, drop it", True),
        ("FR-1 goes, cancel FR-2", False),
        ("Remove FR-1 but not FR-2.", False),
        ("Do not remove FR-1 and FR-2.", False),
        ("Don’t ever delete FR-1 or FR-2.", False),
        ("FR-1 and FR-2 stay.", False),
        ("FR-1 and FR-2 must glow.", False),
    ],
)
def test_what_is_plainly_taken_away_is_told_from_what_is_kept(wish: str, *, expected: bool) -> None:
    assert removes(wish, ["FR-1", "FR-2"]) is expected


def test_names_are_found_in_whatever_case_and_not_inside_others() -> None:
    known = ["FR-1", "FR-10", "B.2", "X-1"]
    assert names("b.2, fr-10 (not FR-1.1, FR-12 or AX-1)", known) == ["B.2", "FR-10"]


@pytest.mark.parametrize("wish", ["The guest can delete an account", "Dropping rain", "Add a lamp"])
def test_a_removal_within_a_sentence_does_not_open_it(wish: str) -> None:
    assert not opens_removal(wish)


@pytest.mark.parametrize(
    "wish",
    [
        "FR-1 should read: The guest can delete an account.",
        "FR-1 should now say “The guest can delete an account.”",
        "Change FR-1 to The guest can delete an account.",
        "Please replace FR-1 with: The guest can delete an account.",
        "FR-1: The guest can delete an account.",
        "FR-1 -> The guest can delete an account.",
        "FR-1 becomes The guest can delete an account.",
    ],
)
def test_new_words_are_taken_as_they_are(wish: str) -> None:
    assert new_words(wish, "FR-1") == "The guest can delete an account."


@pytest.mark.parametrize(
    "wish",
    [
        "FR-1: remove this requirement",
        "Remove FR-1",
        "FR-1 is wrong",
        "FR-10: Glow in red",
        "FR-1: 5 seconds",
    ],
)
def test_where_no_words_are_given_there_are_none(wish: str) -> None:
    assert new_words(wish, "FR-1") == ""


@pytest.mark.parametrize(
    "wish",
    [
        "Add a requirement that the lamp must glow.",
        "Please also add: the lamp must glow.",
        "In addition, the lamp must glow.",
        "New requirement: the lamp must glow.",
        "the lamp must glow.",
    ],
)
def test_words_that_only_add_are_taken_off(wish: str) -> None:
    assert without_adding(wish) == "the lamp must glow."


def test_the_same_is_said_with_the_same_numbers_and_without_a_denial() -> None:
    one = "The lamp must glow for 4 minutes."
    assert says_same(one, "Lamps glow for 4 minutes")
    assert not says_same(one, "The lamp must glow for 5 minutes.")
    assert not says_same(one, "The lamp must not glow for 4 minutes.")


def test_a_number_or_a_denial_contradicts() -> None:
    one = "The lamp must glow for 4 minutes."
    assert contradicts(one, "The lamp must glow for 5 minutes.")
    assert contradicts(one, "The lamp must never glow.")
    assert not contradicts(one, "The lamp must glow in red.")
