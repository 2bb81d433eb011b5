import polars as pl
import pytest

from copilot.analysis.surveys.quality.sessions import sessions


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("Status", ["Complete", "Partial", None]),
        ("Finished", ["True", "False", "True"]),
        ("is_complete", ["1", "0", "1"]),
        ("Response status", ["completed", "in progress", "COMPLETED"]),
    ],
)
def test_a_broken_session_is_known_by_its_status(name: str, values: list[str | None]) -> None:
    found = sessions(pl.DataFrame({"plan": ["a", "b", "c"], name: values}))

    assert found.column == name
    assert found.partial.to_list() == [False, True, False]


def test_a_status_of_something_else_is_no_status_of_sessions() -> None:
    found = sessions(pl.DataFrame({"Status": ["Married", "Single", "Complete"]}))

    assert found.column == ""
    assert not found.partial.any()


def test_a_question_answered_by_yes_and_no_is_no_status() -> None:
    assert sessions(pl.DataFrame({"Is it finished enough?": ["Yes", "No"]})).column == ""
