"""Single places, reworded."""

import pytest

from copilot.analysis.specs.line_editing import Edit
from copilot.analysis.specs.places import Places
from copilot.analysis.specs.rewording import Rewording, Said
from copilot.analysis.specs.values import Phrase, Value
from tests.unit.analysis.requirements.sources import READER


def reworded(said: str, value: Value | Phrase) -> str:
    """Return a requirement with a value or phrase in its place; nothing where that is asked."""
    text = f"- FR-1: {said}\n"
    places = Places(text, READER.read(text))
    one, rewording = places.known["FR-1"], Rewording(places)
    if isinstance(value, Value):
        found = rewording.with_value(one, value, "wish")
    else:
        found = rewording.with_phrase(one, value, "wish")
    return found.text if isinstance(found, Edit) else ""


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (Value("5", "7"), "It must open in 7 working days."),
        (Value("5", "7", "days", "days"), "It must open in 7 working days."),
        (Value("5", "7", "", "days"), "It must open in 7 working days."),
        (Value("5", "7", "", "hours"), ""),
        (Value("5", "7", "hours"), ""),
        (Value("6", "7"), ""),
    ],
)
def test_a_figure_keeps_its_unit_or_is_asked(value: Value, expected: str) -> None:
    assert reworded("It must open in 5 working days.", value) == expected


def test_a_unit_goes_with_its_figure() -> None:
    assert reworded("It must open in 2 days.", Value("2", "1", "days", "day")) == (
        "It must open in 1 day."
    )
    assert reworded("It must open in 2 days.", Value("2", "40", "days", "hours")) == (
        "It must open in 40 hours."
    )
    assert reworded("A 2-day rest must follow.", Value("2", "3", "days", "days")) == (
        "A 3-day rest must follow."
    )
    assert reworded("A 2-day rest must follow.", Value("2", "40", "days", "hours")) == ""


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        (Phrase("in red", "in blue"), "It must glow in blue, not in redder tones."),
        (Phrase("in", "at"), ""),
        (Phrase("in green", "in blue"), ""),
        (Phrase("in red", "and glow in blue"), ""),
    ],
)
def test_a_phrase_that_stands_once_is_replaced(phrase: Phrase, expected: str) -> None:
    assert reworded("It must glow in red, not in redder tones.", phrase) == expected


def test_notes_in_brackets_stay_behind_new_words() -> None:
    text = "- FR-1: It must glow. (Owner: Lee)\n"
    places = Places(text, READER.read(text))
    one, rewording = places.known["FR-1"], Rewording(places)
    assert rewording.rephrased(one, "It must hum.")[2:5] == ("It must hum.", 1, "It must glow.")
    assert isinstance(rewording.rephrased(one, "It must hum. (Owner: Kim)"), Said)
