"""Themes measured: shares, groups, quotes, and where every row has gone."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copilot.analysis.surveys.answers import Answers
from copilot.analysis.surveys.assignments import EXCLUDED, FAILED, LABELLED, PROPAGATED
from copilot.analysis.surveys.carrying import carried_over
from copilot.analysis.surveys.closed.intervals import wilson
from copilot.analysis.surveys.coding import Coding
from copilot.analysis.surveys.measuring import MeasuredQuestion, Surroundings, measured, unread
from copilot.analysis.surveys.themes.features import fit_features
from copilot.domain.survey_themes import OpenQuestion
from tests.unit.analysis.surveys.reading import PRICE, QUESTION, answers_of, coding_by_words

KINDS = (
    "the search finds nothing at all in folder {at}",
    "the price is far too high since month {at}",
    "it works well for my team of {at}",
)
TEXTS = [KINDS[at % 3].format(at=at) for at in range(300)]


def of_texts(
    read: list[int], texts: list[str] | None = None, around: Surroundings | None = None
) -> MeasuredQuestion:
    answers = answers_of(texts or TEXTS)
    return of_coding(answers, coding_by_words(answers, read), around)


def of_coding(
    answers: Answers, coding: Coding, around: Surroundings | None = None
) -> MeasuredQuestion:
    carried = carried_over(answers, coding, fit_features(answers.texts), seed=1)
    return measured(answers, coding, carried, around or Surroundings())


def test_where_everything_is_labelled_the_share_is_counted() -> None:
    (first, second) = of_texts(list(range(300))).question.themes
    assert [first.share, second.share] == [pytest.approx(1 / 3)] * 2
    assert {first.method, second.method} == {"all"}
    assert first.count == 100


def test_a_sample_is_carried_over_to_the_other_answers() -> None:
    found = of_texts(list(range(0, 300, 2)))
    assert {theme.method for theme in found.question.themes} == {"ppi"}
    for theme in found.question.themes:
        assert theme.ci[0] <= 1 / 3 <= theme.ci[1]
    sources, themes = found.assignments.sources, found.assignments.themes
    assert (sources[1], sources[0]) == (PROPAGATED, LABELLED)
    assert themes[1:300:3, 1].all()
    assert not themes[0:300:3, 1].any()


@settings(max_examples=15)
@given(st.sets(st.integers(0, 59)), st.sets(st.integers(0, 59)))
def test_every_row_is_in_one_place(read: set[int], failed: set[int]) -> None:
    answers = answers_of(TEXTS[:60])
    coding = coding_by_words(answers, sorted(read))._replace(failed=sorted(failed - read))
    found = of_coding(answers, coding)
    assert found.question.accounting.rows == 60
    assert found.question.accounting.labelled == len(read)
    assert found.question.accounting.failed >= len(failed - read)


def test_what_could_not_be_read_is_listed_and_not_guessed() -> None:
    answers = answers_of(TEXTS)
    coding = coding_by_words(answers, range(2, 300))._replace(failed=[0, 1])
    found = of_coding(answers, coding)
    assert [*found.assignments.sources[:2]] == [FAILED, FAILED]
    assert not found.assignments.themes[:2].any()
    assert "2 answers of the sample could not be labelled" in " ".join(found.question.notes)


def test_with_too_few_labels_nothing_is_carried_over_and_that_is_told() -> None:
    found = of_texts([0, 1, 2])
    assert found.question.accounting.failed == 297
    assert "measured on the sample alone" in " ".join(found.question.notes)


def test_a_group_that_speaks_of_it_more_often_is_found() -> None:
    plans = ["free" if at % 3 == 0 else "pro" for at in range(300)]
    found = of_texts(list(range(300)), around=Surroundings(segments={"Plan": plans}))
    free = [one for one in found.segments if (one.theme, one.group) == ("t1", "free")]
    assert free[0].share == pytest.approx(1.0)
    assert free[0].p_adjusted < 0.001


def test_what_a_theme_has_to_do_with_the_score_is_told_with_an_interval() -> None:
    scores = np.array([2.0 if at % 3 == 0 else 9.0 for at in range(300)])
    found = of_texts(list(range(300)), around=Surroundings(nps=scores))
    search = next(one for one in found.question.themes if one.key == "t1")
    assert search.nps_impact is not None
    assert search.nps_impact_ci is not None
    assert search.nps_impact < 0
    assert search.nps_impact_ci[1] < 0


def test_quotes_stand_in_the_answers_they_name() -> None:
    found = of_texts(list(range(300)))
    quotes = [quote for theme in found.question.themes for quote in theme.quotes]
    assert quotes
    assert all(quote.text in TEXTS[quote.row - 1] for quote in quotes)


def test_a_code_book_without_any_labelled_answer_measures_nothing_as_none() -> None:
    answers = answers_of(TEXTS)
    coding = coding_by_words(answers, [2, 5, 8])
    found = of_coding(answers, coding)
    assert [theme.share for theme in found.question.themes] == [0.0, 0.0]
    assert found.question.unlabelled == 3
    assert all(theme.ci[1] > 0.3 for theme in found.question.themes)


def test_answers_that_nobody_reads_are_failed_and_the_others_left_out() -> None:
    answers = answers_of(TEXTS[:4])._replace(total=6)
    found = unread(answers, OpenQuestion(column=QUESTION, n=4), "Nobody has read them.")
    assert [*found.assignments.sources] == [FAILED] * 4 + [EXCLUDED] * 2
    assert found.question.accounting.rows == 6
    assert found.question.notes == ("Nobody has read them.",)


def test_one_theme_is_enough() -> None:
    answers = answers_of(TEXTS)
    whole = coding_by_words(answers, range(300))
    found = of_coding(answers, Coding([PRICE], whole.read))
    assert [theme.name for theme in found.question.themes] == ["Price"]


def test_labels_that_were_picked_are_not_carried_over_and_that_is_told() -> None:
    answers = answers_of(TEXTS)
    picked = [*range(0, 180, 3), 1, 2, 4, 5, 7, 8]
    coding = coding_by_words(answers, sorted(picked))._replace(is_drawn=False)
    found = of_coding(answers, coding)
    assert {theme.method for theme in found.question.themes} == {"sample"}
    assert "they are no random sample" in " ".join(found.question.notes)
    assert found.segments == ()


def test_a_person_with_many_answers_counts_once_in_intervals_and_tests() -> None:
    people = [f"p{at % 30}" for at in range(300)]
    plans = ["free" if at % 3 == 0 else "pro" for at in range(300)]
    around = Surroundings(segments={"Plan": plans}, people=people)
    (theme, _) = of_texts(list(range(300)), around=around).question.themes
    assert theme.share == pytest.approx(1 / 3)
    assert theme.ci == pytest.approx(wilson(10, 30))
    assert "all answers of a person count as one" in " ".join(
        of_texts(list(range(300)), around=around).question.notes
    )


def test_of_each_person_the_first_score_counts() -> None:
    around = Surroundings(nps=np.array([9.0, 1.0, 5.0, 3.0]), people=["a", "a", None, None])
    assert around.scores_of_people is not None
    assert np.isnan(around.scores_of_people[1])
    assert [*around.scores_of_people[[0, 2, 3]]] == [9.0, 5.0, 3.0]
