"""The sentence of a requirement, taken apart."""

import pytest

from copilot.analysis.drafting.sentence import (
    as_wish,
    demands,
    denies,
    opens_with_verb,
    small,
    taken_apart,
)
from copilot.stores.story_words import read_words

WORDS = read_words()


@pytest.mark.parametrize(
    ("text", "condition", "main"),
    [
        ("When it rains, the gate must close.", "When it rains", "the gate must close"),
        ("If it rains, then the gate must close.", "If it rains", "the gate must close"),
        ("The gate must close when it rains.", "when it rains", "The gate must close"),
        ("The gate must close, unless it rains;", "unless it rains", "The gate must close"),
        ("The gate must close.", "", "The gate must close"),
        ("The gate may open only when it rains.", "", "The gate may open only when it rains"),
        ("The link must end 60 days after payment.", "", "The link must end 60 days after payment"),
    ],
)
def test_a_condition_is_told_from_what_follows_from_it(
    text: str, condition: str, main: str
) -> None:
    parts = taken_apart(text)
    assert (parts.condition, parts.main) == (condition, main)


@pytest.mark.parametrize(
    ("text", "aim"),
    [
        ("Guests can book a lane so that they can plan.", "they can plan"),
        ("Guests can book a lane, so they can plan.", "they can plan"),
        ("Guests can book a lane in order to plan ahead.", "plan ahead"),
        ("Guests can book a lane because many ask.", "many ask"),
        ("Guests can book a lane.", ""),
        ("Members since 2020 must get a card.", ""),
        ("Guests who came because of rain must get a card.", ""),
    ],
)
def test_an_aim_is_what_stands_behind_and_not_within_the_demand(text: str, aim: str) -> None:
    assert taken_apart(text).aim == aim


@pytest.mark.parametrize(
    ("text", "who", "modal", "act"),
    [
        ("The night guard must see the gate.", "night guard", "must", "see the gate"),
        ("Guests should also be able to pay.", "Guests", "should", "be able to pay"),
        ("Guests can always pay.", "Guests", "can", "pay"),
        ("Nobody may be tracked.", "Nobody", "may", "be tracked"),
        ("The gate must not close.", "gate", "must not", "close"),
        ("A guest wants to pay.", "guest", "wants to", "pay"),
        ("We want a guest to be able to pay.", "", "", ""),
        ("Pay by card", "", "", ""),
    ],
)
def test_subject_modal_and_act_are_found(text: str, who: str, modal: str, act: str) -> None:
    parts = taken_apart(text)
    assert (parts.who, parts.modal, parts.act) == (who, modal, act)


@pytest.mark.parametrize("text", ["", ".", "must", "if", "when x,", "so that", "- ; .", "日本語"])
def test_nothing_is_too_short_to_be_taken_apart(text: str) -> None:
    assert taken_apart(text).main in text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Send a letter", True),
        ("Book the lane", True),
        ("Book lanes", False),
        ("The gate opens", False),
        ("", False),
    ],
)
def test_a_verb_in_front_is_told_from_a_noun(text: str, *, expected: bool) -> None:
    assert opens_with_verb(text, WORDS) is expected


@pytest.mark.parametrize(
    ("main", "expected"),
    [
        ("Alerts expire after ten minutes", "alerts to expire after ten minutes"),
        ("The gate is open at noon", "the gate to be open at noon"),
        ("They see the list", "to see the list"),
        ("Nurses see the list", "to see the list"),
        ("A way to see the list", "a way to see the list"),
        ("Upload of files", ""),
        ("Colour", ""),
    ],
)
def test_a_present_behaviour_becomes_a_wish(main: str, expected: str) -> None:
    assert as_wish(main, WORDS) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("The gate", "the gate"), ("HR sees it", "HR sees it"), ("A gate", "a gate"), ("", "")],
)
def test_only_the_capital_of_a_sentence_is_taken_away(text: str, expected: str) -> None:
    assert small(text) == expected


@pytest.mark.parametrize("modal", ["must not", "cannot", "can't", "won’t", "may never"])
def test_a_modal_that_denies_is_known(modal: str) -> None:
    assert denies(modal)


def test_what_allows_neither_denies_nor_demands() -> None:
    assert not denies("can")
    assert not demands("can")
    assert demands("has to")
    assert demands("must not")


def test_no_english_verb_is_looked_for_in_another_language() -> None:
    assert as_wish("Gäste können ihr Alter verbergen", WORDS) == ""
    assert as_wish("The café closes at noon", WORDS) == "the café to close at noon"
