"""The whole of a summary: every row once, every difference with its test."""

import numpy as np
import polars as pl

from copilot.analysis.surveys.assignments import (
    EXCLUDED,
    FAILED,
    LABELLED,
    PROPAGATED,
    Assignments,
)
from copilot.analysis.surveys.ground import Ground, grounded
from copilot.analysis.surveys.missing.population import Population
from copilot.analysis.surveys.summing_up import accounted, summed_up
from copilot.analysis.surveys.table import Table
from copilot.domain.survey import SurveySummary
from copilot.domain.survey_parts import Accounting, Column
from tests.unit.analysis.surveys.summaries import summary, weighted


def went(*sources: int) -> Assignments:
    themes = np.zeros((len(sources), 0), dtype=bool)
    return Assignments("Why?", (), np.array(sources, dtype=np.int8), themes)


def test_a_row_counts_once_by_the_best_that_became_of_its_answers() -> None:
    first = went(LABELLED, EXCLUDED, PROPAGATED, FAILED, EXCLUDED)
    second = went(EXCLUDED, PROPAGATED, LABELLED, EXCLUDED, EXCLUDED)
    assert accounted(5, [first, second]) == Accounting(
        labelled=2, propagated=1, failed=1, excluded=1
    )


def test_rows_of_a_file_without_open_questions_are_left_out() -> None:
    assert accounted(7, []) == Accounting(excluded=7)


def test_only_groups_that_differ_after_correction_are_told() -> None:
    body = summary()
    assert [one.theme for one in body.differing] == ["t1"]
    assert "on “Slow search”: 60 %" in body.markdown()
    assert "on “Dark mode”" not in body.markdown()


def test_columns_that_nobody_is_sure_of_are_told_with_the_way_to_correct_them() -> None:
    told = summary().markdown()
    assert "Plan: read as segment" in told
    assert "--schema" in told


COLUMNS = (
    Column(name="Plan", type="segment", confidence=0.9),
    Column(name="Row", type="segment", confidence=0.9),
    Column(name="Guess", type="segment", confidence=0.4),
    Column(name="Recommend", type="nps", confidence=1),
)


def ground_of(segments: tuple[str, ...] = ()) -> Ground:
    rows = range(60)
    frame = pl.DataFrame(
        {
            "Plan": [("free", "pro")[at % 2] for at in rows],
            "Row": [str(at) for at in rows],
            "Guess": [("a", "b")[at % 2] for at in rows],
            "Recommend": [None if at == 5 else str(at % 12) for at in rows],
        }
    )
    return grounded(Table(frame), COLUMNS, segments, seed=1)


def test_segments_are_compared_that_are_sure_and_have_few_groups() -> None:
    assert list(ground_of().surroundings.segments) == ["Plan"]
    assert list(ground_of(("Guess",)).surroundings.segments) == ["Guess"]


def test_scores_of_rows_are_numbers_where_they_are_scores() -> None:
    scores = ground_of().surroundings.nps
    assert scores is not None
    assert np.isnan(scores[[5, 11, 23]]).all()
    assert (scores[0], scores[10]) == (0.0, 10.0)


def test_tests_are_counted_as_they_are_corrected() -> None:
    ground = ground_of()
    assert ground.tests_run == sum(len(one.tests) for one in ground.closed) > 0


def test_rows_that_deserve_a_second_look_are_told_and_kept() -> None:
    frame = pl.DataFrame({"Duration (in seconds)": [*["300"] * 30, "20", "25"]})
    columns = (Column(name="Duration (in seconds)", type="ignore"),)
    ground = grounded(Table(frame), columns, (), seed=1)
    assert ground.marks == (
        "2 rows took less than a third of the median time (“Duration (in seconds)”).",
    )


def test_previews_are_no_respondents_and_their_answers_count_nowhere() -> None:
    frame = pl.DataFrame(
        {
            "Status": [*["IP Address"] * 30, *["Survey Preview"] * 2],
            "Recommend": ["9"] * 30 + ["0"] * 2,
            "Why?": ["it is fast"] * 32,
        }
    )
    columns = (COLUMNS[3], Column(name="Why?", type="open"))
    ground = grounded(Table(frame), columns, (), seed=1)
    assert ground.respondents == 30
    (recommend,) = ground.closed
    assert (recommend.n, recommend.missing) == (30, 2)
    assert ground.setting.partial.to_list() == [False] * 30 + [True] * 2
    assert ground.setting.frame["Why?"].null_count() == 2
    assert ground.marks[0].startswith("2 rows are previews, tests or spam by “Status”")
    assert not any(one.what == "drop_off" for one in ground.missing_voices)


def test_groups_that_differ_in_case_are_one_and_that_is_told_where_they_are_shown() -> None:
    frame = pl.DataFrame({"Plan": ["SMB", "smb", "SMB", "pro", "n/a"] * 20, "Row": ["x", "y"] * 50})
    ground = grounded(Table(frame), COLUMNS[:2], ("Plan",), seed=1)
    assert set(ground.surroundings.segments["Plan"]) == {"SMB", "pro", None}
    plan = ground.closed[0]
    assert (plan.n, plan.missing) == (80, 20)
    assert "“smb” with “SMB”" in plan.notes[-2]
    assert "20 answers are no group" in plan.notes[-1]


def test_weighted_figures_stand_beside_those_that_were_answered() -> None:
    told = summary().model_copy(update={"weighted": weighted()}).markdown()
    assert "Weighted to all.yaml by “Plan”: 240 respondents say as much as 120 drawn" in told
    assert "> Note: 3 weights are cut." in told
    rows = [[cell.strip() for cell in line.split("|")[1:-1]] for line in told.splitlines()]
    assert ["NPS: Recommend us?", "-10", "-20 to 0", "+5", "-9 to +19", "100"] in rows
    assert [
        "“Slow search”: What should we improve?", "40 %", "35 to 45 %", "61 %", "52 to 70 %", "99",
    ] in rows  # fmt: skip
    assert "like all users" not in summary().markdown()


def test_a_population_that_was_given_is_not_asked_for() -> None:
    frame = pl.DataFrame(
        {"Plan": ["free", "pro"] * 30, "Recommend": [str(at % 11) for at in range(60)]}
    )
    columns = (COLUMNS[0], COLUMNS[3])
    base = SurveySummary(file="a.csv", rows=60, respondents=60, columns=[*columns])
    users = Population("all.yaml", {"Plan": {"free": 9, "pro": 1}})
    with_users, without = (
        summed_up(base, grounded(Table(frame), columns, (), 1, given), [])
        for given in (users, None)
    )
    assert "--population" in without.questions[-1]
    assert "--population" not in " ".join(with_users.questions)
    assert without.weighted is None
    assert with_users.weighted is not None
    assert [one.what for one in with_users.weighted.figures] == ["NPS"]
