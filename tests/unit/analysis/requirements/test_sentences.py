"""Sentences of a source."""

import pytest

from copilot.analysis.requirements.sentences import listed_parts, sentences_of


@pytest.mark.parametrize(
    "text",
    [
        "It opens for max. 3 guests.",
        "It takes a card, e.g. One of the club.",
        "It takes approx. Three minutes.",
        "It follows no. 5 of the list.",
        "Prices incl. VAT are shown.",
        "It asks J. Smith.",
        "It glows, z. B. Red.",
        "It opens (at noon. Then it rings.) for guests.",
    ],
)
def test_abbreviations_and_what_is_in_brackets_end_no_sentence(text: str) -> None:
    assert sentences_of(text) == [text]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("It takes 72 h.", "Then it rings."),
        ("It is open (at noon.", "It rings."),
        ("It takes 5 min.", "Guests wait."),
        ("It opens.", "(It is old.)"),
    ],
)
def test_other_points_end_a_sentence(first: str, second: str) -> None:
    assert sentences_of(f"{first} {second}")[-1] == second


def test_other_cells_of_a_row_belong_to_its_last_sentence_unless_they_ask() -> None:
    assert sentences_of("It opens. (Note: new.)", is_row=True) == ["It opens. (Note: new.)"]
    assert sentences_of("It opens. (Note: new?)", is_row=True) == ["It opens.", "(Note: new?)"]


def test_semicolons_part_a_list_except_in_brackets() -> None:
    assert listed_parts("open; glow (red; green); ring;") == ["open", "glow (red; green)", "ring"]


def test_a_very_long_text_of_abbreviations_is_one_sentence() -> None:
    assert len(sentences_of("It asks a. B " * 20_000)) == 1
