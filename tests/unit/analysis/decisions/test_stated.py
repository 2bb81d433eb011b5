"""What a header can say, read only where it stands plainly."""

from datetime import date

import pytest

from copilot.analysis.decisions.speech import clauses
from copilot.analysis.decisions.stated import Stated, days_in, read_stated

TODAY = date(2026, 11, 22)


def stated(text: str) -> Stated:
    return read_stated(clauses(text), TODAY)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("on 2027-02-01", date(2027, 2, 1)),
        ("on 1 March 2027", date(2027, 3, 1)),
        ("on the 1st of March 2027", date(2027, 3, 1)),
        ("March 1st, 2027", date(2027, 3, 1)),
        ("1 mar 2027", date(2027, 3, 1)),
    ],
)
def test_a_full_day_is_read(text: str, day: date) -> None:
    assert days_in(text) == [day]


@pytest.mark.parametrize(
    "text", ["in March", "by summer", "31 Feb 2027", "01/03/2027", "2027-13-01"]
)
def test_what_is_no_full_day_is_not_made_one(text: str) -> None:
    assert days_in(text) == []
    assert stated(f"We look at it again {text}.").review_by is None


def test_the_day_of_the_review_is_behind_its_word() -> None:
    said = stated("On 12 November 2026 we decided to keep it, to be reviewed on 2027-02-01.")
    assert (said.day, said.review_by) == (date(2026, 11, 12), date(2027, 2, 1))


@pytest.mark.parametrize(
    "text", ["On 1 March 2027 we decided it.", "We move the deadline to 1 March 2026.", "Decided."]
)
def test_a_day_to_come_or_of_something_else_is_not_that_of_the_decision(text: str) -> None:
    assert stated(text).day is None


@pytest.mark.parametrize(
    "text", ["We are about 65 % sure.", "Confidence: 65 percent.", "They agreed, 65% sure."]
)
def test_confidence_is_that_of_people(text: str) -> None:
    assert stated(text).confidence == 65


@pytest.mark.parametrize(
    "text",
    [
        "Results with a confidence below 80 % go to a clinician.",
        "The model is 80 % sure.",
        "I am 65 % sure. Our confidence is 70 %.",
        "I am 650 % sure.",
    ],
)
def test_the_confidence_of_a_model_or_two_figures_are_none(text: str) -> None:
    assert stated(text).confidence is None


@pytest.mark.parametrize(
    ("text", "door"),
    [
        ("This is a one-way door.", "one-way"),
        ("It cannot be undone.", "one-way"),
        ("It is hard to reverse.", "one-way"),
        ("can be rolled back in an hour", "two-way"),
        ("This is easy to undo.", "two-way"),
        ("Agents can undo a refund.", None),
        ("We keep it.", None),
    ],
)
def test_a_door_is_that_of_the_decision(text: str, door: str | None) -> None:
    assert stated(text).reversibility == door


def test_a_proposal_is_no_decision_yet() -> None:
    assert stated("I propose that we retire it.").status == "proposed"
    assert stated("We decided to retire it.").status == "accepted"


def test_clauses_that_say_nothing_else_are_named() -> None:
    assert stated("We keep it. I'm 65% sure. We look at it again on 1 March 2027.").clauses == (
        "I'm 65% sure.",
        "We look at it again on 1 March 2027.",
    )
