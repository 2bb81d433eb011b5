"""Previews, tests and spam are nobody's answers."""

import polars as pl
import pytest

from copilot.analysis.surveys.columns.trial_rows import trial_rows, without_trials


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("Status", ["Survey Preview", "IP Address", "Spam", None]),
        ("DistributionChannel", ["preview", "anonymous", "test", "email"]),
        ("Response Type", ["Survey Test", "Imported", "survey preview ", "IP Address"]),
    ],
)
def test_rows_that_the_tool_calls_a_trial_are_found_and_told(name: str, values: list[str]) -> None:
    found = trial_rows(pl.DataFrame({name: values}))
    assert found.rows.to_list() == [True, False, True, False]
    assert found.message == (
        f"2 rows are previews, tests or spam by “{name}”: they are left out of all figures, and "
        "counted as partial."
    )


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("Plan", ["Test", "Pro"]),
        ("Status", ["Test", "Divorced"]),
        ("What is in the preview?", ["Survey Preview", "x"]),
    ],
)
def test_answers_are_no_trials(name: str, values: list[str]) -> None:
    found = trial_rows(pl.DataFrame({name: values}))
    assert not found.rows.any()
    assert not found.message


def test_trials_are_blank_but_for_what_calls_them_so() -> None:
    frame = pl.DataFrame({"Status": ["Spam", "IP Address"], "Why?": ["a", "b"]})
    blank = without_trials(frame, trial_rows(frame))
    assert blank.rows() == [("Spam", None), ("IP Address", "b")]
