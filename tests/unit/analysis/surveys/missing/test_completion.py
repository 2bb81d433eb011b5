"""Who finished."""

import numpy as np
import pytest

from copilot.analysis.surveys.missing.answering import Asked, last_answered
from copilot.analysis.surveys.missing.completion import completion_by_answers, stated_completion
from tests.unit.analysis.surveys.closed.sheets import sheet


@pytest.mark.parametrize(
    ("header", "values", "complete"),
    [
        ("Status", ["Complete", "Partial", None], [True, False, False]),
        ("Response status", ["completed", "in progress", "Completed"], [True, False, True]),
        ("Finished", ["True", "False", "TRUE"], [True, False, True]),
        ("is_complete", ["1", "0", "1"], [True, False, True]),
        ("Progress", ["100", "45", "100"], [True, False, True]),
    ],
)
def test_a_column_that_says_who_finished_is_believed(
    header: str, values: list[str | None], complete: list[bool]
) -> None:
    found = stated_completion(sheet(**{header: values}))
    assert found is not None
    assert found.column == header
    assert found.complete.tolist() == complete
    assert found.known.tolist() == [value is not None for value in values]


@pytest.mark.parametrize(
    ("header", "values"),
    [
        ("Status", ["Employed", "Student"]),
        ("Have you completed the onboarding of your team?", ["Yes", "No"]),
        ("What is the state of your main project right now?", ["Complete", "In progress"]),
        ("Progress", ["much", "little"]),
        ("Progress", ["2019", "2020"]),
        ("Status", [None, None]),
    ],
)
def test_a_question_is_not_taken_for_the_status_of_the_sheet(
    header: str, values: list[str | None]
) -> None:
    assert stated_completion(sheet(**{header: values})) is None


def test_without_such_a_column_the_last_question_that_most_answer_tells() -> None:
    questions = [
        Asked("a", False, np.array([True] * 10)),
        Asked("b", False, np.array([True] * 6 + [False] * 4)),
        Asked("anything else?", True, np.array([True] + [False] * 9)),
    ]
    found = completion_by_answers(questions, last_answered(questions, 10))
    assert found.complete.tolist() == [True] * 6 + [False] * 4
    assert found.column == ""
