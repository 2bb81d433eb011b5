"""Questions about what a text has not said."""

from datetime import date

import pytest

from copilot.analysis.decisions.asking import QUESTIONS, questions
from copilot.analysis.decisions.drafting import drafted
from copilot.analysis.decisions.telling import read_told

NEARLY = (
    "Ada decided to keep it instead of doing nothing, because it works. I'm 65% sure."
    " It can be undone. We look at it again on 1 March 2027."
)


def asked(text: str, supposed: str = "") -> list[str]:
    draft = drafted(read_told(text), "", text, date(2026, 11, 22))
    return questions(draft.decision, text, supposed)


def test_a_bare_decision_is_asked_for_the_gravest_things() -> None:
    assert asked("We keep it.") == [
        "Why this way? Give the reason.",
        "Which other ways were considered, and what if nothing were done?",
        "Who decided, by name?",
        "How sure are you, in percent, and can it be taken back?",
        "When is it looked at again, and by what figure?",
    ]


def test_what_is_told_is_not_asked() -> None:
    assert asked(NEARLY) == [
        "Who saw it differently, and why?",
        "What would make you decide otherwise?",
    ]


@pytest.mark.parametrize(
    ("told", "question"),
    [
        (" I'm 65% sure.", "Can it be taken back, and at what price?"),
        (" It can be undone.", "How sure are you, in percent?"),
        (" We look at it again in March.", "On which day exactly will it be looked at again?"),
    ],
)
def test_half_of_it_is_asked_where_half_is_told(told: str, question: str) -> None:
    assert question in asked(f"Ada decided to keep it, because it works.{told}")


def test_doing_nothing_is_asked_for_where_other_ways_are_named() -> None:
    assert "What would happen if nothing were done?" in asked(
        "We decided to buy instead of renting."
    )


def test_a_reason_that_is_only_supposed_is_asked() -> None:
    assert asked("We keep it. It rains.", "It rains")[0] == "Is this the reason: “It rains”?"


def test_no_more_is_asked_than_fits() -> None:
    assert len(asked("It rained. The sun came. Birds sang.")) == QUESTIONS
    assert asked("It rained. The sun came. Birds sang.")[0] == "What exactly was decided?"
