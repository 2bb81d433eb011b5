"""Ids in whatever spelling, and ranges of them."""

import pytest

from copilot.analysis.specs.naming import (
    Range,
    ids_of,
    key_of,
    mentions,
    names_between,
    ranges_in,
    respelled,
)

KNOWN = ["FR-001", "FR-002", "FR-003", "NFR-1", "FR-005", "non_goals-2"]


@pytest.mark.parametrize("name", ["FR-001", "fr-1", "FR 01", "FR1", "fr_0001"])
def test_all_spellings_of_an_id_have_one_key(name: str) -> None:
    assert key_of(name) == "FR-1"


def test_other_ids_have_other_keys() -> None:
    assert len({key_of(name) for name in ("FR-1", "FR-10", "NFR-1", "FR-1.1", "FR-1a", "B.2")}) == 6


@pytest.mark.parametrize(
    ("wish", "expected"),
    [
        ("remove fr-1", "remove FR-001"),
        ("FR 2: 5 seconds", "FR-002: 5 seconds"),
        ("Remove Non-Goals-2.", "Remove non_goals-2."),
        ("for 1 day, fr 1 is no id", "for 1 day, fr 1 is no id"),
        ("fr-12 and FR-1.1", "fr-12 and FR-1.1"),
    ],
)
def test_ids_are_spelled_as_in_the_specification(wish: str, expected: str) -> None:
    assert respelled(wish, KNOWN) == expected


def test_an_id_that_may_be_two_is_left_as_it_is() -> None:
    assert respelled("remove fr-1", ["FR-1", "FR-001"]) == "remove fr-1"


def test_small_letters_without_a_hyphen_are_no_mention() -> None:
    assert mentions("It gives us 1 month, fr-7 and FR 8, fr-7") == ["fr-7", "FR 8"]


@pytest.mark.parametrize(
    "wish",
    [
        "FR-001 to FR-003",
        "FR-001 through FR-003",
        "FR-001–FR-003",
        "FR-001-FR-003",
        "FR-001 … FR-003",
        "FR-001–003",
        "FR-001 to 003",
    ],
)
def test_a_range_is_read_in_all_its_forms(wish: str) -> None:
    assert [one[:4] for one in ranges_in(f"Remove {wish}.")] == [
        ("FR-001", "FR-003", 7, 7 + len(wish))
    ]


@pytest.mark.parametrize(
    ("wish", "expected"), [("FR-001 to 3", True), ("FR-001–003", False), ("FR-1 to FR-3", False)]
)
def test_a_number_behind_a_word_may_be_a_value(wish: str, *, expected: bool) -> None:
    assert ranges_in(wish)[0].is_doubtful is expected


@pytest.mark.parametrize("wish", ["FR-001 and FR-003", "from 5 to 7", "FR-001, FR-003"])
def test_a_list_is_no_range(wish: str) -> None:
    assert ranges_in(wish) == []


def test_what_stands_between_two_ids_is_no_plain_range() -> None:
    assert names_between("Remove all between FR-1 and FR-3")
    assert not names_between("Remove FR-1 and FR-3")


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ("FR-001", "FR-003", ["FR-001", "FR-002", "FR-003"]),
        ("fr-2", "fr-3", ["FR-002", "FR-003"]),
        ("FR-003", "FR-001", []),
        ("FR-003", "FR-005", []),
        ("FR-003", "NFR-1", []),
        ("FR-001", "FR-009", []),
    ],
)
def test_a_range_with_a_gap_or_of_two_kinds_is_none(
    first: str, last: str, expected: list[str]
) -> None:
    assert ids_of(Range(first, last, 0, 0), KNOWN) == expected
