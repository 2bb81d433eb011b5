"""Scorers of survey summaries."""

from typing import Any

import pytest

from copilot.domain.survey import SurveySummary
from copilot.domain.survey_parts import Accounting, Exclusion
from copilot.domain.survey_themes import LabelSample, OpenQuestion, Quote, Theme
from copilot.evals.case import EvalCase
from copilot.evals.outcome import EndedIn, Outcome
from copilot.evals.scorers.surveys import (
    accounts_for_rows,
    finds_planted,
    keeps_private,
    labels_like,
    measures_soundly,
    names_the_fault,
    quotes_answers,
)
from tests.unit.evals.suites import expecting

FILE = (
    'ID,What is wrong?\na,the wait is long\nb,"ask Anna, she waits\nstill"\nc,wait\nd,\x1b[1mwait\n'
)
CASE = expecting({"file": FILE})
WAIT = {"words": ["wait", "delay"], "rows": [1, 2, 3]}
PRICE = {"words": ["price"], "rows": [4, 5]}
COUNTED = Accounting(labelled=3, excluded=1)


def theme(key: str = "t1", name: str = "Long delays", share: float = 0.6, **more: Any) -> Theme:
    """Return a theme whose interval reaches a fifth to each side."""
    fields = {"ci": (share - 0.2, share + 0.2), "count": 3, "labelled": 3, "method": "all"}
    return Theme(key=key, name=name, share=share, **{**fields, **more})


def label(row: int, key: str = "t1", words: str = "wait") -> LabelSample:
    """Return a label for a person to check."""
    return LabelSample(row=row, text=words, theme=key, words=words)


def question(*themes: Theme, n: int = 5, **more: Any) -> OpenQuestion:
    """Return an open question with its themes."""
    return OpenQuestion(column="What is wrong?", n=n, themes=themes, **more)


def summary(*questions: OpenQuestion, rows: int = 4, counted: Accounting = COUNTED) -> Outcome:
    """Return a summary as scorers see it."""
    body = SurveySummary(
        file="a.csv", rows=rows, respondents=rows, columns=[], open=[*questions], accounting=counted
    )
    return Outcome(body=body.model_dump(mode="json"))


def whole(counted: Accounting = COUNTED, left_out: int = 1) -> OpenQuestion:
    """Return a question of four rows, of which three are read."""
    excluded = (Exclusion(reason="non_answer", count=left_out),)
    return question(theme(), n=3, accounting=counted, excluded=excluded)


@pytest.mark.parametrize(
    "score", [accounts_for_rows, quotes_answers, measures_soundly, finds_planted, labels_like]
)
def test_what_is_no_summary_does_not_count(score: Any) -> None:
    assert score(CASE, Outcome()) is None


def test_rows_that_add_up_are_accounted_for() -> None:
    assert accounts_for_rows(CASE, summary(whole())) == (True, "4 rows are accounted for.")


@pytest.mark.parametrize(
    "outcome",
    [
        summary(whole(), counted=Accounting(labelled=3)),
        summary(whole(Accounting(labelled=4, excluded=1))),
        summary(whole(left_out=2)),
    ],
    ids=["a row lost over all", "a row twice in a question", "one left out too many"],
)
def test_rows_that_do_not_add_up_fail(outcome: Outcome) -> None:
    found = accounts_for_rows(CASE, outcome)
    assert found
    assert found.value is False


def quoting(row: int, text: str) -> Outcome:
    """Return a summary with one quote."""
    return summary(question(theme(quotes=(Quote(row=row, text=text),))))


@pytest.mark.parametrize(
    ("row", "text"),
    [(1, "wait is"), (2, "ask [NAME_1], she waits"), (2, "waits\nstill"), (4, "wait")],
    ids=["a part", "with a placeholder", "over two lines", "without control characters"],
)
def test_a_quote_that_stands_in_its_row_passes(row: int, text: str) -> None:
    assert quotes_answers(CASE, quoting(row, text)) == (True, "1 quotes stand in their rows.")


@pytest.mark.parametrize(
    ("row", "text"),
    [(3, "wait is"), (1, "the waiting is long"), (2, "she waits [NAME_1] ask"), (0, "ID"), (5, "")],
    ids=["another row", "other words", "another order", "the header", "no such row"],
)
def test_a_quote_that_does_not_stand_there_fails(row: int, text: str) -> None:
    found = quotes_answers(CASE, quoting(row, text))
    assert found
    assert found.value is False


def test_the_words_of_a_label_are_a_quote_too() -> None:
    found = quotes_answers(CASE, summary(question(theme(), checkable=(label(1, words="weight"),))))
    assert found == (False, "Does not stand in row 1: 'weight'.")


def test_shares_in_their_intervals_are_sound() -> None:
    assert measures_soundly(CASE, summary(question(theme(), theme("t2"))))


@pytest.mark.parametrize(
    "themes",
    [
        [theme(f"t{number}") for number in range(21)],
        [theme(), theme()],
        [theme(ci=(0.7, 0.9))],
        [theme(ci=(0.5, 1.1))],
    ],
    ids=["too many", "one twice", "share outside", "interval beyond 1"],
)
def test_themes_that_cannot_be_fail(themes: list[Theme]) -> None:
    found = measures_soundly(CASE, summary(question(*themes)))
    assert found
    assert found.value is False


def test_a_canary_that_is_kept_and_not_shown_fails() -> None:
    case = expecting({"file": FILE}, canaries=["anna"])
    kept = summary(question(theme(), checkable=(label(2, words="Ask Anna"),)))
    assert keeps_private(case, kept) == (False, "Keeps anna.")
    assert keeps_private(case, summary(question(theme()))) == (True, "Keeps no canary.")
    assert keeps_private(CASE, kept) is None


def test_an_error_has_to_name_the_fault() -> None:
    words = {"q1": ["a.csv", "does not exist"]}
    error = EndedIn(kind="InputError", message="A.csv does not exist.")
    assert names_the_fault(CASE, Outcome(error=error), words) == (True, "A.csv does not exist.")
    silent = names_the_fault(CASE, Outcome(), words)
    assert silent == (False, "Lacks a.csv, does not exist: ")
    assert names_the_fault(CASE, Outcome(error=error)) is None


def planted(*gold: dict[str, Any], case: EvalCase = CASE) -> dict[str, Any]:
    """Return what a person has read out of the case."""
    return {case.id: gold}


def test_a_planted_theme_is_found_by_a_word_and_its_share() -> None:
    found = finds_planted(CASE, summary(question(theme())), planted(WAIT))
    assert found == (True, "All are found.")


def test_a_definition_may_name_it_too() -> None:
    outcome = summary(question(theme(name="Slow desk", definition="People wait.")))
    assert finds_planted(CASE, outcome, planted(WAIT)) == (True, "All are found.")


@pytest.mark.parametrize(
    ("found", "told"),
    [
        (theme(name="Parking"), "Missed: wait (60%): not named."),
        (theme(share=0.3), "Missed: wait (60%): Long delays 30%."),
    ],
    ids=["no name", "another share"],
)
def test_a_planted_theme_that_is_missed_fails(found: Theme, told: str) -> None:
    assert finds_planted(CASE, summary(question(found)), planted(WAIT)) == (False, told)


def test_a_rare_theme_need_not_be_found() -> None:
    outcome = summary(question(theme()))
    assert finds_planted(CASE, outcome, planted(WAIT, PRICE), least=0.5) == (True, "All are found.")
    strict = finds_planted(CASE, outcome, planted(WAIT, PRICE))
    assert strict == (False, "Missed: price (40%): not named.")


def test_labels_like_a_persons_score_one() -> None:
    labels = [*(label(row) for row in (1, 2, 3)), *(label(row, "t2") for row in (4, 5))]
    both = question(theme(), theme("t2", labelled=2), checkable=tuple(labels))
    found = labels_like(CASE, summary(both), planted(WAIT, PRICE))
    assert found == (1.0, "5 of 5 labels, 5 given.")


def test_a_theme_counts_for_one_planted_theme_only() -> None:
    every = tuple(label(row) for row in range(1, 6))
    one = question(theme(labelled=5), checkable=every)
    found = labels_like(CASE, summary(one), planted(WAIT, PRICE))
    assert found
    assert found.value == pytest.approx(2 * 3 / (5 + 5))


def test_labels_that_were_not_drawn_are_estimated_from_those_that_were() -> None:
    half = question(theme(labelled=4), checkable=(label(1), label(5)))
    found = labels_like(CASE, summary(half), planted(WAIT))
    assert found
    assert found.value == pytest.approx(2 * 2 / (4 + 3))


def test_no_theme_at_all_scores_nothing() -> None:
    assert labels_like(CASE, summary(question()), planted(WAIT)) == (0.0, "0 of 3 labels, 0 given.")
