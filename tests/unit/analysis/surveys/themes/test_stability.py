"""Agreement of code books."""

import numpy as np
import pytest
from numpy.typing import NDArray

from copilot.analysis.surveys.themes.stability import merged
from copilot.domain.survey_themes import CodebookTheme
from copilot.llm.word_vectors import WordVectors

EMBED = WordVectors().embed


def book(*themes: str, stance: str = "") -> list[CodebookTheme]:
    parts = [theme.split(": ") for theme in themes]
    return [
        CodebookTheme(key=f"k{number}", name=name, definition=definition, stance=stance)
        for number, (name, definition) in enumerate(parts)
    ]


FIRST = book(
    "App is slow: Pages and screens take long to load or freeze",
    "Search finds nothing: Results are missing or irrelevant",
    "Too expensive: The price or its rises are not worth it",
)
SECOND = book(
    "Pricing complaints: Cost is considered too high for the value",
    "Performance problems: Slowness, lag, long loading times",
    "Login trouble: Account access, password resets and SSO",
)


def test_themes_of_both_books_come_first_and_once() -> None:
    both = merged(FIRST, SECOND, EMBED)
    assert [theme.name for theme in both.themes] == [
        "App is slow",
        "Too expensive",
        "Search finds nothing",
        "Login trouble",
    ]
    assert [theme.key for theme in both.themes] == ["t1", "t2", "t3", "t4"]
    assert both.stability == pytest.approx(4 / 6)


def test_equal_books_agree_wholly_and_books_apart_not_at_all() -> None:
    assert merged(FIRST, FIRST, EMBED).stability == 1
    assert len(merged(FIRST, FIRST, EMBED).themes) == 3
    assert merged(FIRST, SECOND[2:], EMBED).stability == 0
    assert merged([], [], EMBED) == ((), 1.0)
    assert merged(FIRST, [], EMBED).stability == 0


def test_near_duplicates_within_a_book_are_one() -> None:
    twice = [*FIRST, *book("The app is slow: Screens and pages are slow to load, or freeze")]
    assert len(merged(twice, [], EMBED).themes) == 3


def test_praise_is_not_merged_with_complaint() -> None:
    praise = book("Price: What it costs", stance="praise")
    complaint = book("Price: What it costs", stance="complaint")
    assert len(merged(praise, complaint, EMBED).themes) == 2
    assert len(merged(praise, praise, EMBED).themes) == 1


def test_no_more_than_twenty_are_kept() -> None:
    def apart(texts: object) -> NDArray[np.float32]:
        return np.eye(30, dtype=np.float32)

    first, second = (book(*(f"{name}{at}: b" for at in range(15))) for name in "ac")
    assert len(merged(first, second, apart).themes) == 20


def test_themes_of_one_name_are_one_whatever_their_definitions_say() -> None:
    first = book("Performance: The notebook hangs with much data")
    second = book("performance: Coffee is served too cold in winter", "Seats: Chairs are hard")
    assert [theme.name for theme in merged(first, second, EMBED).themes] == [
        "Performance", "Seats",
    ]  # fmt: skip
