"""Questions to a survey are answered by the computed results that fit them."""

import pytest

from copilot.analysis.surveys.asking import answering
from copilot.analysis.surveys.findings import findings, tone_of
from tests.unit.analysis.surveys.summaries import summary, theme

FOUND = findings(summary())


def answers(question: str) -> list[str]:
    return [one.text for one in answering(question, FOUND, None)]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("what do people complain about?", ["Slow search"]),
        ("what do users like?", ["Calm look"]),
        ("what are people asking for? which wishes?", ["Dark mode"]),
        ("what do free users complain about?", ["more often from “free”"]),
        ("would they recommend us?", ["NPS -10 (-20 to +0)"]),
        ("who finished, and who is missing?", ["finished in 40 %"]),
        ("how many respondents and rows has the file?", ["240 rows"]),
        ("how many speak of slow search?", ["Slow search"]),
    ],
)
def test_the_first_finding_answers_the_question(question: str, expected: list[str]) -> None:
    assert expected[0] in answers(question)[0]


def test_themes_come_by_size_where_all_are_asked_for() -> None:
    found = answers("what are the main themes?")
    assert [name for text in found for name in ("Slow", "Dark", "Calm") if name in text] == [
        "Slow", "Dark", "Calm",
    ]  # fmt: skip


def test_what_no_result_is_near_to_has_no_answer() -> None:
    assert answers("What is the capital of France?") == []


def test_a_difference_that_was_not_found_is_told_as_none() -> None:
    told = answers("what do free users say about dark mode?")
    assert "no clear difference" in told[0]


def test_quotes_of_everybody_are_not_shown_for_a_group() -> None:
    of_group = [one for one in FOUND if one.group]
    assert of_group
    assert not any(one.quotes for one in of_group)


@pytest.mark.parametrize(
    ("stance", "sentiment", "tone"),
    [
        ({"wish": 1.0}, {"negative": 0.9}, "wish"),
        ({"complaint": 1.0}, {}, "negative"),
        ({"praise": 1.0}, {}, "positive"),
        ({}, {"positive": 0.8}, "positive"),
        ({"mention": 1.0}, {"negative": 0.5, "positive": 0.5}, ""),
    ],
)
def test_the_tone_is_that_of_the_labels_then_of_the_code_book(
    stance: dict[str, float], sentiment: dict[str, float], tone: str
) -> None:
    assert tone_of(theme("t1", "Name", 0.2, stance=stance, sentiment=sentiment)) == tone


def test_words_of_asking_find_nothing_by_themselves() -> None:
    assert answers("how many mention how much people say?") == []
