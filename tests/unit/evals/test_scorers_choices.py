"""Scorers of chosen skills."""

from typing import Any

from copilot.evals.outcome import CalledSkill, Outcome
from copilot.evals.scorers.choices import calls_only, chooses, passes_arguments
from tests.unit.evals.suites import expecting


def choosing(name: str, **arguments: Any) -> Outcome:
    """Return an outcome in which a skill was chosen and ran."""
    call = CalledSkill(name=name, arguments=arguments, ran=True)
    return Outcome(chosen=call, calls=(call,))


def test_the_right_skill_passes_and_another_one_fails() -> None:
    case = expecting(skill="ask_knowledge")
    assert chooses(case, choosing("ask_knowledge")) == (True, "Chose ask_knowledge.")
    assert chooses(case, choosing("draft_story")) == (False, "Chose draft_story.")
    assert chooses(case, Outcome()) == (False, "Chose a plain reply.")


def test_a_plain_reply_can_be_what_is_right() -> None:
    case = expecting(skill=None)
    assert chooses(case, Outcome()) == (True, "Chose a plain reply.")
    assert chooses(case, choosing("ask_knowledge")) == (False, "Chose ask_knowledge.")


def test_a_case_that_expects_no_choice_does_not_count() -> None:
    assert chooses(expecting(), choosing("ask_knowledge")) is None


def test_every_word_that_matters_has_to_be_passed_in_any_case() -> None:
    case = expecting(arguments={"question": ["RICE", "score"]})
    passed = choosing("ask_knowledge", question="what is a good rice Score?")
    assert passes_arguments(case, passed) == (True, "Every argument has what matters.")


def test_a_word_that_is_lost_fails_and_the_argument_is_shown() -> None:
    case = expecting(arguments={"question": ["RICE", "score"]})
    lost = choosing("ask_knowledge", question="what is rice?")
    assert passes_arguments(case, lost) == (False, "question lacks 'score': 'what is rice?'.")
    assert passes_arguments(case, Outcome()) == (False, "question lacks 'RICE', 'score': ''.")
    assert passes_arguments(expecting(), lost) is None


def test_skills_that_may_be_called_pass_as_does_none() -> None:
    case = expecting(calls=["ask_knowledge"])
    assert calls_only(case, choosing("ask_knowledge")) == (True, "Ran ask_knowledge.")
    assert calls_only(case, Outcome()) == (True, "Ran nothing.")


def test_a_skill_that_may_not_be_called_fails() -> None:
    assert calls_only(expecting(calls=[]), choosing("draft_story")) == (
        False,
        "Ran draft_story.",
    )
    assert calls_only(expecting(), choosing("draft_story")) is None


def test_a_call_that_came_to_nothing_ran_no_skill() -> None:
    refused = Outcome(calls=(CalledSkill(name="draft_story", arguments={}),))
    assert calls_only(expecting(calls=[]), refused) == (True, "Ran nothing.")
