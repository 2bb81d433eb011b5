"""Scorers of sets of ideas."""

from typing import Any

import pytest

from copilot.evals.case import EvalCase
from copilot.evals.outcome import Outcome
from copilot.evals.scorers.ideas import keeps_apart, remarks_figures, says_its_own, yields
from copilot.evals.scoring import Score

PROBLEM = "Guests of our hotel wait half an hour at check-in"
CASE = EvalCase(id="i01", request={"problem": PROBLEM}, why="a case of a test")
SIGN = "Drop the address form, and let guests only sign what the booking says."
HOST = "One person greets those who wait and collects passports in the lobby."


def outcome(*ideas: str, written: int = 2, remarks: tuple[str, ...] = ()) -> Outcome:
    rows: list[dict[str, Any]] = [
        {
            "id": f"I{number}",
            "idea": idea,
            "title": "A name",
            "must_be_true": "Guests read.",
            "cheapest_test": "Try it.",
            "remarks": list(remarks),
        }
        for number, idea in enumerate(ideas, 1)
    ]
    spread = {"kept": len(ideas), "written": written}
    return Outcome(body={"problem": PROBLEM, "ideas": rows, "spread": spread})


def value(score: Score | None) -> bool | float:
    assert score
    return score.value


def test_the_yield_is_the_share_kept() -> None:
    assert value(yields(CASE, outcome(SIGN, written=4))) == 0.25
    assert value(yields(CASE, outcome(written=0))) == 0
    assert yields(CASE, Outcome()) is None


@pytest.mark.parametrize(("other", "apart"), [(HOST, True), (SIGN + " Today.", False)])
def test_ideas_with_the_same_words_are_not_apart(other: str, apart: bool) -> None:
    assert value(keeps_apart(CASE, outcome(SIGN, other))) is apart


def test_one_idea_is_apart_from_nothing() -> None:
    assert keeps_apart(CASE, outcome(SIGN)) is None


def test_ideas_in_the_words_of_the_problem_say_nothing_of_their_own() -> None:
    again = "Guests of our hotel should not wait half an hour."
    assert value(says_its_own(CASE, outcome(SIGN, HOST, again))) is True
    assert value(says_its_own(CASE, outcome(SIGN, again, again))) is False
    assert says_its_own(CASE, outcome()) is None


def test_a_figure_without_a_remark_is_found() -> None:
    figure = "Drop the form that 42% of guests leave empty."
    assert value(remarks_figures(CASE, outcome(figure))) is False
    told = outcome(figure, remarks=("Figures that stand in no source: 42.",))
    assert value(remarks_figures(CASE, told)) is True
    assert remarks_figures(CASE, outcome()) is None
