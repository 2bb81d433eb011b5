"""What is told of a theme beside its share."""

import numpy as np
import pytest

from copilot.analysis.surveys.closed.intervals import wilson
from copilot.analysis.surveys.coding import Coding, ReadAnswer
from copilot.analysis.surveys.describing import described, tones_told
from copilot.analysis.surveys.themes.shares import Measured
from copilot.domain.survey_themes import CodebookTheme, Theme
from tests.unit.analysis.surveys.reading import answers_of

BOOK = CodebookTheme(key="t1", name="Price")


def toned(*tones: str, weights: list[float] | None = None) -> Theme:
    """Return a theme of answers with these tones."""
    read = [ReadAnswer(at, frozenset({"t1"}), {}, {"t1": tone}) for at, tone in enumerate(tones)]
    answers = answers_of([f"it costs {at} too much" for at in range(len(tones))])
    coding = Coding([BOOK], read, weights=weights)
    share = Measured(0.4, 0.3, 0.5, "sample")
    return described(BOOK, share, answers, coding, np.zeros(len(tones), np.float32))


def test_tones_have_an_interval_and_their_number() -> None:
    theme = toned(*["negative"] * 9, *["positive"] * 3)
    assert theme.sentiment == pytest.approx({"negative": 0.75, "neutral": 0, "positive": 0.25})
    assert theme.sentiment_ci["negative"] == pytest.approx(wilson(9, 12))
    assert theme.toned == 12
    assert [*tones_told([theme])] == [
        "Tone is of the labelled answers alone: “Price” negative in 75 % of 12 (47 to 91 %)."
    ]


def test_of_fewer_than_ten_answers_no_tone_is_told() -> None:
    theme = toned(*["negative"] * 9)
    assert (theme.sentiment, theme.sentiment_ci, theme.toned) == ({}, {}, 9)
    assert [*tones_told([theme])] == []


def test_an_answer_that_stands_for_more_counts_for_more() -> None:
    weights = [3.0] * 5 + [1.0] * 5
    theme = toned(*["negative"] * 5, *["positive"] * 5, weights=weights)
    assert theme.sentiment["negative"] == pytest.approx(0.75)
    low, high = theme.sentiment_ci["negative"]
    assert high - low > wilson(7.5, 10)[1] - wilson(7.5, 10)[0]
