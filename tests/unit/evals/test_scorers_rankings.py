"""Scorers of searches."""

from math import log2

import pytest

from copilot.evals.outcome import Outcome
from copilot.evals.scorers.rankings import finds, ranks
from tests.unit.evals.suites import expecting

CASE = expecting(relevant=["a#1", "a#2"])
THIRD = Outcome(ranking=("b#1", "b#2", "a#2", "b#3"))


def test_a_right_passage_among_the_first_passes_with_its_place() -> None:
    assert finds(CASE, THIRD) == (True, "The first right passage is number 3.")
    assert finds(CASE, THIRD, depth=3) == (True, "The first right passage is number 3.")


def test_a_right_passage_further_down_or_nowhere_fails() -> None:
    assert finds(CASE, THIRD, depth=2) == (
        False,
        "None of 2 right passages is among the first 2.",
    )
    assert finds(CASE, Outcome()) == (False, "None of 2 right passages is among the first 10.")


def test_the_higher_right_passages_stand_the_better() -> None:
    both = ranks(CASE, Outcome(ranking=("a#1", "a#2")))
    third = ranks(CASE, THIRD)
    assert both == (1.0, "nDCG@10 1.000 over 2 right passages.")
    assert third is not None
    assert third.value == pytest.approx((1 / log2(4)) / (1 + 1 / log2(3)))
    assert third.reason == "nDCG@10 0.307 over 2 right passages."


def test_nothing_found_ranks_at_zero_and_below_the_depth_nothing_counts() -> None:
    assert ranks(CASE, Outcome()) == (0.0, "nDCG@10 0.000 over 2 right passages.")
    assert ranks(CASE, THIRD, depth=2) == (0.0, "nDCG@2 0.000 over 2 right passages.")


@pytest.mark.parametrize("unanswerable", [expecting(), expecting(relevant=[])])
def test_a_case_without_right_passages_does_not_count(unanswerable: object) -> None:
    assert finds(unanswerable, THIRD) is None
    assert ranks(unanswerable, THIRD) is None
