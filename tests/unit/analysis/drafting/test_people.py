"""Nouns that name people."""

import pytest

from copilot.analysis.drafting.people import is_person, one_of, people_in


@pytest.mark.parametrize(
    "noun",
    ["nurse", "Nurses", "children", "people", "night nurse", "policyholder", "key worker", "women"],
)
def test_people_are_known_in_the_singular_and_the_plural(noun: str) -> None:
    assert is_person(noun)


@pytest.mark.parametrize("noun", ["", "  ", "gate", "nursery", "nurse call", "7", "holder-less"])
def test_other_things_are_no_people(noun: str) -> None:
    assert not is_person(noun)


@pytest.mark.parametrize(
    ("noun", "expected"),
    [
        ("Children", "child"),
        ("night Nurses", "night nurse"),
        ("HR leads", "HR lead"),
        ("staff", "staff"),
    ],
)
def test_a_noun_is_put_into_the_singular(noun: str, expected: str) -> None:
    assert one_of(noun) == expected


def test_people_are_named_in_the_order_of_the_text() -> None:
    assert list(people_in("Nurses call doctors; a child waits.")) == ["nurse", "doctor", "child"]
