"""Intervals by respondent."""

import numpy as np
import pytest

from copilot.analysis.surveys.closed.clusters import (
    cluster_interval,
    cluster_mean_interval,
    first_rows,
)
from copilot.analysis.surveys.closed.intervals import mean_interval, wilson
from copilot.analysis.surveys.closed.results import closed_results
from copilot.domain.survey_closed import ChoiceResult, LikertResult, NpsResult
from tests.unit.analysis.surveys.closed.sheets import column, sheet

NOTE = "Some people answered more than once; intervals are by respondent, not by row."
EVERYBODY = np.ones(400, dtype=bool)


def test_of_one_row_each_the_interval_is_near_wilsons() -> None:
    picked = np.array([1] * 100 + [0] * 300)
    found = cluster_interval(picked, EVERYBODY, np.arange(400), 1)
    assert found == pytest.approx(wilson(100, 400), abs=0.01)


def test_four_equal_rows_each_are_worth_one() -> None:
    picked, people = np.repeat([1, 0], [100, 300]), np.repeat(np.arange(100), 4)
    found = cluster_interval(picked, EVERYBODY, people, 1)
    assert found == pytest.approx(wilson(25, 100), abs=0.02)


def test_the_seed_repeats_the_interval_and_rows_outside_the_base_do_not_count() -> None:
    picked, people = np.repeat([1, 0], [100, 300]), np.repeat(np.arange(100), 4)
    base = np.arange(400) < 200
    assert cluster_interval(picked, base, people, 1) == cluster_interval(
        picked[:200], base[:200], people[:200], 1
    )


def test_a_mean_of_equal_rows_has_the_interval_of_one_row_each() -> None:
    values = np.array([3.0, 4.0, 8.0, 9.0])
    expected = mean_interval(float(values.mean()), float(values.std(ddof=1)), 4)
    found = cluster_mean_interval(np.append(np.repeat(values, 5), np.nan), np.arange(21) // 5)
    assert found == pytest.approx(expected)
    assert cluster_mean_interval(values, np.zeros(4, dtype=np.int64)) is None


def test_the_first_row_of_each_respondent_is_kept_and_rows_of_nobody_are() -> None:
    frame = sheet(who=["a", "a", None, "b", None], q=["1", "2", "3", "4", "5"])
    assert first_rows(frame, frame["who"])["q"].to_list() == ["1", "3", "4", "5"]


def test_intervals_of_repeated_respondents_are_wider_and_a_note_says_why() -> None:
    frame = sheet(
        who=[str(at // 4) for at in range(400)],
        nps=["10"] * 200 + ["3"] * 200,
        agree=["Yes"] * 300 + ["No"] * 100,
        web=["Web"] * 400,
        plan=["free", "pro"] * 200,
    )
    columns = [
        column("who", "id"),
        column("nps", "nps"),
        column("agree", "likert", "No|Perhaps|Yes"),
        column("web", "single", "Web|App"),
    ]
    once = closed_results(frame, columns, ["plan"])
    by_person = closed_results(frame, columns, ["plan"], respondent=columns[0])
    for row, person in zip(once, by_person, strict=True):
        assert NOTE in person.notes
        assert NOTE not in row.notes
        match row.result, person.result:
            case NpsResult() as before, NpsResult() as after:
                assert after.nps == before.nps
                assert after.ci[1] - after.ci[0] > 1.5 * (before.ci[1] - before.ci[0])
            case LikertResult() as before, LikertResult() as after:
                assert before.top2.ci is not None
                assert after.top2.ci == pytest.approx(wilson(75, 100), abs=0.02)
                assert after.bottom2.ci == pytest.approx(wilson(25, 100), abs=0.02)
            case ChoiceResult() as before, ChoiceResult() as after:
                assert before.options[0].ci == wilson(400, 400)
                assert after.options[0].ci == wilson(100, 100)


def test_tests_look_at_one_row_a_respondent() -> None:
    frame = sheet(
        who=[str(at // 2) for at in range(80)],
        q=["10", "0"] * 40,
        plan=["free"] * 40 + ["pro"] * 40,
    )
    (result,) = closed_results(
        frame, [column("q", "nps")], ["plan"], respondent=column("who", "id")
    )
    assert result.tests == ()  # the first rows all say 10
