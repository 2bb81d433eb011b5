"""Lines broken at a width."""

import pytest

from copilot.analysis.requirements.wrapping import paragraphs


def texts(*lines: str) -> list[str]:
    """Return the texts that lines make."""
    return [" ".join(text for _, text in group) for group in paragraphs(list(enumerate(lines)))]


def test_a_line_without_a_mark_goes_on_in_small_letters() -> None:
    assert texts(
        "The gate of the pool must open for everybody who",
        "has a ticket.",
        "The lamp must glow when the water is",
        "too cold.",
        "Bells ring.",
    ) == [
        "The gate of the pool must open for everybody who has a ticket.",
        "The lamp must glow when the water is too cold.",
        "Bells ring.",
    ]


@pytest.mark.parametrize(
    "lines",
    [
        ("hi", "the door should open by itself when it rains", "ok", "and the lamp too"),
        ("Hi", "the door should open by itself when it rains", "Fine by me", "Ok", "No"),
        ("Anna Berg of the club 09:30", "the lamp of the door should glow", "Ok", "Yes", "No"),
        ("The gate must open at noon.", "and the lamp of the door should glow", "Ok", "Yes", "No"),
    ],
)
def test_lines_of_a_chat_stay_lines(lines: tuple[str, ...]) -> None:
    assert texts(*lines) == list(lines)
