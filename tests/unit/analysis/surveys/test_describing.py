"""What is told of a theme beside its share."""

import numpy as np
import pytest

from copilot.analysis.surveys.closed.intervals import wilson
from copilot.analysis.surveys.coding import Coding, ReadAnswer
from copilot.analysis.surveys.describing import described, impacts_told, quotes_of, with_impacts
from copilot.analysis.surveys.open_questions import AskedOpenly
from copilot.analysis.surveys.themes.shares import Measured
from copilot.domain.survey_themes import CodebookTheme, Theme
from copilot.domain.survey_tones import tone_told
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
    assert tone_told(theme) == (
        "tone of 12 labelled answers: negative 75 % (47 to 91 %), positive 25 % (9 to 53 %)"
    )


def test_of_fewer_than_ten_answers_no_tone_is_told() -> None:
    theme = toned(*["negative"] * 9)
    assert (theme.sentiment, theme.sentiment_ci, theme.toned) == ({}, {}, 9)
    assert tone_told(theme) == ""


def test_an_answer_that_stands_for_more_counts_for_more() -> None:
    weights = [3.0] * 5 + [1.0] * 5
    theme = toned(*["negative"] * 5, *["positive"] * 5, weights=weights)
    assert theme.sentiment["negative"] == pytest.approx(0.75)
    low, high = theme.sentiment_ci["negative"]
    assert high - low > wilson(7.5, 10)[1] - wilson(7.5, 10)[0]


def test_a_share_of_picked_labels_counts_them_alone() -> None:
    answers = answers_of([f"it costs {at} too much" for at in range(100)])
    read = [ReadAnswer(at, frozenset({"t1"} if at < 9 else ()), {}) for at in range(10)]
    share, scores = Measured(0.9, 0.6, 0.98, "sample"), np.zeros(10, np.float32)
    picked = described(BOOK, share, answers, Coding([BOOK], read), scores, is_biased=True)
    assert (picked.count, picked.of_labelled) == (9, 10)
    assert picked.said == "Most of the 10 labelled answers speak of “Price” (90 %, 60 to 98 %)."
    drawn = described(BOOK, share, answers, Coding([BOOK], read), scores)
    assert (drawn.count, drawn.of_labelled) == (90, 0)


def test_of_an_answer_in_several_cells_one_cell_is_quoted() -> None:
    texts = [
        f"the app is fine {at}\nthe price of plan {at} is far too high\nbye" for at in range(9)
    ]
    joined = AskedOpenly("What?", ("What? #1", "What? #2", "What? #3"))
    answers = answers_of(texts)._replace(question=joined)
    read = [ReadAnswer(at, frozenset({"t1"}), {"t1": "price"}) for at in range(9)]
    scores, everybody = np.zeros(9, np.float32), [True] * 9
    quotes = quotes_of("t1", answers, Coding([BOOK], read), scores, everybody)
    assert quotes
    assert all(one.text == f"the price of plan {one.row - 1} is far too high" for one in quotes)


def test_only_those_of_a_group_are_quoted_for_it() -> None:
    answers = answers_of([f"the price of plan {at} is far too high for us" for at in range(20)])
    read = [ReadAnswer(at, frozenset({"t1"}), {}) for at in range(20)]
    is_in = [at % 2 == 0 for at in range(20)]
    scores = np.zeros(20, np.float32)
    quotes = quotes_of("t1", answers, Coding([BOOK], read), scores, is_in)
    assert {one.row % 2 for one in quotes} == {1}
    assert (
        quotes_of("t1", answers, Coding([BOOK], read), scores, [*[True] * 4, *[False] * 16]) == ()
    )


def test_of_themes_and_the_score_only_what_holds_is_told_and_how_many_were_tested() -> None:
    themes = [toned("negative").model_copy(update={"key": key}) for key in ("t1", "t2")]
    scores = np.array([2.0, 10.0] * 100)
    members = np.stack([scores < 7, np.arange(200) < 100], axis=1)
    members[:5, 0] = False
    found, tested = with_impacts(themes, members, scores, 1)
    assert [one.nps_impact is None for one in found] == [False, True]
    assert [*impacts_told(found, tested)] == [
        "2 themes tested for going along with the NPS: 1 of them does after correction for their"
        " number (Holm)."
    ]
    assert with_impacts(themes, members, None, 1) == (themes, 0)
    assert [*impacts_told(themes, 0)] == []
