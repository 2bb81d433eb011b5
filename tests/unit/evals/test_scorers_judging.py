"""Scorers of judges."""

from copilot.evals.outcome import Outcome, Verdict
from copilot.evals.scorers.judging import agrees, judged
from tests.unit.evals.suites import expecting

GOOD = Outcome(verdict=Verdict(good=True, why="It answers."))
BAD = Outcome(verdict=Verdict(good=False, why="It does not."))


def test_the_judges_verdict_is_a_measure_with_its_reason() -> None:
    good = judged(expecting(), GOOD)
    assert good is not None
    assert isinstance(good.value, float)
    assert (good.value, good.reason) == (1.0, "The judge: It answers.")
    assert judged(expecting(), BAD) == (0.0, "The judge: It does not.")


def test_a_case_without_a_verdict_does_not_count() -> None:
    assert judged(expecting(), Outcome()) is None
    assert agrees(expecting(verdict="yes"), Outcome()) is None


def test_a_judge_agrees_where_the_label_is_the_same() -> None:
    assert agrees(expecting(verdict="yes"), GOOD) == (True, "Label yes, judge yes: It answers.")
    assert agrees(expecting(verdict="no"), BAD) == (True, "Label no, judge no: It does not.")


def test_a_judge_that_differs_fails_and_no_label_does_not_count() -> None:
    assert agrees(expecting(verdict="no"), GOOD) == (False, "Label no, judge yes: It answers.")
    assert agrees(expecting(), GOOD) is None
