"""Labels that are drawn for a person, and what the person's check does to intervals."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copilot.analysis.surveys.answers import Answers
from copilot.analysis.surveys.coding import Coding, ReadAnswer
from copilot.analysis.surveys.label_check import (
    Agreement,
    agreement,
    agreement_sentence,
    checked,
    checked_summary,
)
from copilot.analysis.surveys.label_drawing import DRAWN, LONGEST, drawn_labels
from copilot.analysis.surveys.open_questions import open_questions
from copilot.domain.survey import SurveySummary
from copilot.domain.survey_parts import Column
from copilot.domain.survey_themes import CodebookTheme, LabelSample, OpenQuestion, Theme
from copilot.domain.survey_weighted import Estimate, Weighted, WeightedFigure
from tests.unit.analysis.surveys.summaries import share_of

BOOK = (CodebookTheme(key="a", name="A"), CodebookTheme(key="b", name="B"))
ASKED = open_questions([Column(name="Why?", type="open")], [])[0]


def answers(count: int) -> Answers:
    """Return answers to every second row."""
    texts = [f"answer {at} " + "x" * LONGEST for at in range(count)]
    return Answers(ASKED, 2 * count, np.arange(count) * 2, texts)


def coding(*themes: str) -> Coding:
    """Return a coding in which each answer has the themes of its letters."""
    read = [
        ReadAnswer(place, frozenset(one), {"a": f"answer {place}"})
        for place, one in enumerate(themes)
    ]
    return Coding(BOOK, read)


def question(labels: int = 4) -> OpenQuestion:
    """Return a question with one theme and some labels."""
    theme = Theme(key="a", name="A", share=0.4, ci=(0.3, 0.5), count=40, method="sample")
    drawn = tuple(LabelSample(row=at + 1, text="x", theme="a") for at in range(labels))
    return OpenQuestion(column="Why?", n=100, themes=(theme,), checkable=drawn, notes=("Small.",))


def test_a_drawn_label_has_its_row_its_text_and_its_words() -> None:
    drawn = drawn_labels(answers(6), coding(*["a"] * 6), seed=1)
    assert sorted(one.row for one in drawn) == [1, 3, 5, 7, 9, 11]
    first = next(one for one in drawn if one.row == 3)
    assert (first.theme, first.words, first.upheld) == ("a", "answer 1", None)
    assert first.text.startswith("answer 1 x")
    assert len(first.text) == LONGEST


def test_no_label_of_a_theme_that_few_have_is_drawn() -> None:
    drawn = drawn_labels(answers(6), coding("ab", "ab", "ab", "ab", "a", "a"), seed=1)
    assert {one.theme for one in drawn} == {"a"}


def test_fifty_different_labels_are_drawn_the_same_for_the_same_seed() -> None:
    read = coding(*["ab"] * 80)
    drawn = drawn_labels(answers(80), read, seed=3)
    assert len({(one.row, one.theme) for one in drawn}) == DRAWN
    assert drawn == drawn_labels(answers(80), read, seed=3)
    assert drawn != drawn_labels(answers(80), read, seed=4)


def test_common_themes_are_drawn_as_often_as_they_were_given() -> None:
    read = coding(*["a"] * 90, *["b"] * 10)
    counts = [
        sum(one.theme == "b" for one in drawn_labels(answers(100), read, seed=seed))
        for seed in range(40)
    ]
    assert np.mean(counts) == pytest.approx(5, abs=1)


def test_nothing_is_drawn_where_nothing_was_labelled() -> None:
    assert drawn_labels(answers(3), coding("", "", ""), seed=1) == ()


def test_what_was_skipped_does_not_count() -> None:
    found = checked(question(), {0: True, 2: False})
    assert agreement(found.checkable) == Agreement(1, 2)
    assert found.agreement == 0.5
    assert [one.upheld for one in found.checkable] == [True, None, False, None]


def test_intervals_are_widened_and_the_share_stays() -> None:
    found = checked(question(), {0: True, 1: False})
    theme = found.themes[0]
    assert theme.share == 0.4
    assert theme.ci[0] < 0.3
    assert theme.ci[1] > 0.5
    assert "40 %" in theme.said


def test_a_second_check_takes_the_place_of_the_first_and_widens_nothing_twice() -> None:
    once = checked(question(), {0: True, 1: False, 2: False})
    again = checked(once, {0: True, 1: True, 2: True, 3: True})
    assert again == checked(question(), {0: True, 1: True, 2: True, 3: True})
    assert len(again.notes) == 2


def test_a_check_that_is_taken_back_leaves_the_intervals_as_they_were() -> None:
    back = checked(checked(question(), {0: False}), {})
    assert back.themes[0].ci == (0.3, 0.5)
    assert (back.agreement, back.unchecked, back.notes) == (None, {}, ("Small.",))


def after(agreed: int) -> Theme:
    """Return the theme after a check in which so many of 50 were agreed with."""
    verdicts = {place: place < agreed for place in range(DRAWN)}
    return checked(question(DRAWN), verdicts).themes[0]


@settings(max_examples=30)
@given(st.integers(0, DRAWN), st.integers(0, DRAWN))
def test_an_interval_is_the_wider_the_less_a_person_agrees(first: int, second: int) -> None:
    worse, better = after(min(first, second)), after(max(first, second))
    assert worse.ci[0] <= better.ci[0]
    assert worse.ci[1] >= better.ci[1]


def survey(*questions: OpenQuestion) -> SurveySummary:
    """Return a summary in which the free plan speaks of A much more often, and of B a little."""
    shares = [share_of("a", "free", 0.5, 1e-6), share_of("a", "paid", 0.3, 0.003)]
    return SurveySummary(
        file="a.csv", rows=100, respondents=100, columns=[], open=[*questions],
        segments=[one.model_copy(update={"column": "Why?"}) for one in shares],
    )  # fmt: skip


def test_groups_are_widened_and_a_difference_that_labels_may_have_made_is_not_told() -> None:
    before = survey(question(20))
    good = checked_summary(before, "Why?", dict.fromkeys(range(20), True))
    poor = checked_summary(before, "Why?", {place: place % 2 == 0 for place in range(20)})
    sure, doubted = (one.segments[1] for one in (good, poor))
    assert doubted.ci[0] < sure.ci[0] < before.segments[1].ci[0]
    assert sure.p_adjusted < 0.05 < doubted.p_adjusted
    assert [len(one.differing) for one in (before, good, poor)] == [2, 2, 0]


def test_a_second_check_of_groups_starts_from_what_was_measured() -> None:
    before = survey(question(4))
    verdicts = dict.fromkeys(range(4), True)
    once = checked_summary(before, "Why?", {0: False, 1: False})
    assert checked_summary(once, "Why?", verdicts) == checked_summary(before, "Why?", verdicts)
    back = checked_summary(once, "Why?", {})
    assert [(one.ci, one.p) for one in back.segments] == [
        (one.ci, one.p) for one in before.segments
    ]


def weights(column: str = "Why?") -> Weighted:
    """Return a theme and an answer, weighted to all users."""
    plain, weighted = Estimate(value=0.4, ci=(0.3, 0.5)), Estimate(value=0.6, ci=(0.5, 0.7))
    given: dict[str, Any] = {"n": 90, "effective_n": 80, "plain": plain, "weighted": weighted}
    figures = (
        WeightedFigure(column=column, what="A", kind="theme", key="a", **given),
        WeightedFigure(column=column, what="A", kind="answer", **given),
    )
    return Weighted(
        population="all.yaml", segments=("Plan",), people=90, effective_n=80, design_effect=1.1,
        figures=figures,
    )  # fmt: skip


def test_weighted_themes_are_widened_as_they_are_without_weights_and_answers_are_not() -> None:
    before = survey(question(20)).model_copy(update={"weighted": weights()})
    poor = checked_summary(before, "Why?", {place: place % 2 == 0 for place in range(20)})
    assert poor.weighted is not None
    theme, answer = poor.weighted.figures
    assert theme.plain == Estimate(value=0.4, ci=poor.open[0].themes[0].ci)
    assert theme.weighted.value == 0.6
    assert theme.weighted.ci[0] < 0.35
    assert theme.weighted.ci[1] > 0.85
    assert answer == weights().figures[1]


def test_a_second_check_of_weighted_themes_starts_from_what_was_measured() -> None:
    before = survey(question(4)).model_copy(update={"weighted": weights()})
    once = checked_summary(before, "Why?", {0: False, 1: False})
    again = checked_summary(once, "Why?", {0: True, 1: True})
    assert again == checked_summary(before, "Why?", {0: True, 1: True})
    assert checked_summary(once, "Why?", {}).weighted == before.weighted


def test_weighted_themes_of_another_question_stay() -> None:
    before = survey(question()).model_copy(update={"weighted": weights("How?")})
    assert checked_summary(before, "Why?", {0: False}).weighted == before.weighted


def test_groups_of_another_question_stay() -> None:
    other = question().model_copy(update={"column": "How?"})
    before = survey(question(), other)
    assert checked_summary(before, "How?", {0: False}).segments == before.segments


def test_the_impact_on_the_score_is_as_unsure_as_the_labels() -> None:
    asked = question(20)
    told = {"nps_impact": -20.0, "nps_impact_ci": (-24.0, -16.0)}
    asked = asked.model_copy(update={"themes": (asked.themes[0].model_copy(update=told),)})
    half = checked(asked, {place: place % 2 == 0 for place in range(20)})
    low, high = half.themes[0].nps_impact_ci or (0, 0)
    assert low < -30
    assert high > -10
    assert checked(half, {}).themes[0].nps_impact_ci == (-24.0, -16.0)


def test_the_theme_a_person_did_not_agree_with_is_named_and_widened_most() -> None:
    themes = tuple(
        question().themes[0].model_copy(update={"key": key, "name": key.upper()}) for key in "ab"
    )
    drawn = tuple(LabelSample(row=at + 1, text="x", theme="ab"[at % 2]) for at in range(40))
    both = question().model_copy(update={"themes": themes, "checkable": drawn})
    found = checked(both, {place: place % 2 == 0 for place in range(40)})
    good, poor = found.themes
    assert poor.ci[0] < good.ci[0] < 0.3
    assert "“B” (0 of 20)" in found.notes[-1]
    assert "“A”" not in found.notes[-1]


def test_the_sentence_names_counts_and_interval() -> None:
    told = agreement_sentence(Agreement(47, 50))
    assert told == (
        "A person checked 50 labels and agreed with 47 (94 %, 84 to 98 %);"
        " the intervals of the themes are widened by it."
    )
    assert agreement_sentence(Agreement(0, 0)) == "No label was checked."


def test_labels_are_no_part_of_the_report() -> None:
    asked = question(1)
    secret = asked.checkable[0].model_copy(update={"text": "An answer nobody quoted."})
    summary = SurveySummary(
        file="a.csv",
        rows=1,
        respondents=1,
        columns=[],
        open=[asked.model_copy(update={"checkable": (secret,)})],
    )
    assert "nobody quoted" not in summary.markdown()
