"""A name that repeats the question names no theme."""

import pytest

from copilot.analysis.surveys.themes.specific import is_specific

QUESTION = "What do you miss in the bus app?"


@pytest.mark.parametrize(
    "name", ["Missing features in the bus app", "Various issues", "App problems", "Needs", ""]
)
def test_names_that_say_no_more_than_the_question(name: str) -> None:
    assert not is_specific(name, QUESTION)


@pytest.mark.parametrize("name", ["Departure times of the bus", "Offline", "时刻表", "App crashes"])
def test_names_that_say_what_is_meant(name: str) -> None:
    assert is_specific(name, QUESTION)


def test_other_forms_of_the_words_of_a_question_say_nothing_either() -> None:
    assert not is_specific("Running the notebook", "How do you run the notebook?")
    assert is_specific("Running the notebook remotely", "How do you run the notebook?")
