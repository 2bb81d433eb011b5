"""Lines that are one scenario or one story."""

import pytest

from copilot.analysis.requirements.piece import Piece
from copilot.analysis.requirements.steps import is_story, joined


def texts(*lines: str) -> list[str]:
    """Return the words of joined pieces."""
    return [piece.text for piece in joined(Piece(line, at) for at, line in enumerate(lines))]


@pytest.mark.parametrize(
    "text",
    ["As a guest, I want to enter", "As an usher I need a list", "*As a* guest, *I'd like* a seat"],
)
def test_a_story_tells_who_wants_what(text: str) -> None:
    assert is_story(text)


@pytest.mark.parametrize("text", ["As a rule, it rings.", "I want to enter", "As a guest. I wait."])
def test_other_sentences_are_no_stories(text: str) -> None:
    assert not is_story(text)


def test_the_lines_of_a_story_are_one_and_those_of_the_next_another() -> None:
    story = ("As a guest,", "I want to enter", "So that I can swim")
    assert texts(*story, *story) == [" ".join(story)] * 2


def test_a_benefit_without_a_story_stays_alone() -> None:
    assert texts("It opens.", "So that guests enter.") == ["It opens.", "So that guests enter."]


def test_the_steps_of_a_scenario_are_one() -> None:
    assert texts("Given a", "When b", "Then c", "It rings.") == [
        "Given a When b Then c",
        "It rings.",
    ]
