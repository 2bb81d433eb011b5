"""Multi-selects, in one cell and in a column for each option."""

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copilot.analysis.surveys.closed.multi import read_cells, read_option_columns
from copilot.analysis.surveys.closed.questions import closed_questions
from copilot.analysis.surveys.closed.reading import Reading
from copilot.domain.survey_closed import ChoiceResult
from copilot.domain.survey_parts import Column
from tests.unit.analysis.surveys.closed.sheets import cells, column, sheet

OPTIONS = ("Yes, daily", "Yes", "daily", "$5, or (more)", "Search")


def counts(reading: Reading) -> dict[str, int | None]:
    assert isinstance(reading.result, ChoiceResult)
    return {share.value: share.count for share in reading.result.options}


def in_one_cell(separator: str, options: Sequence[str] = ()) -> Column:
    return Column(
        name="q", type="multi", confidence=1.0, separator=separator, options=tuple(options)
    )


def test_options_that_hold_the_separator_are_recognised_whole() -> None:
    answers = cells("Yes, daily, Search", "Search,Yes , daily", "Yes, Search, daily")
    found = counts(read_cells(answers, in_one_cell(",", OPTIONS)))
    assert found == {"Search": 3, "Yes, daily": 2, "Yes": 1, "daily": 1, "$5, or (more)": 0}


def test_of_options_that_hold_one_another_the_longest_is_meant() -> None:
    options = ("Yes, daily", "Yes, daily, at work")
    found = counts(
        read_cells(cells("Yes, daily, at work", "Yes, daily"), in_one_cell(",", options))
    )
    assert found == {"Yes, daily, at work": 1, "Yes, daily": 1}


@settings(max_examples=30)
@given(st.lists(st.sets(st.sampled_from(OPTIONS[:1] + OPTIONS[3:]), min_size=1), min_size=1))
def test_every_pick_is_counted_however_picks_are_combined(rows: list[set[str]]) -> None:
    answers = cells(*(", ".join(sorted(picks)) for picks in rows))
    found = counts(read_cells(answers, in_one_cell(", ", OPTIONS)))
    for option in OPTIONS[3:]:
        assert found[option] == sum(option in picks for picks in rows)


@pytest.mark.parametrize("separator", [";", "|", "\n", ", ", ".", "$"])
def test_any_mark_may_stand_between_picks(separator: str) -> None:
    found = counts(
        read_cells(cells(f"a{separator}b", f"b{separator}", "c"), in_one_cell(separator))
    )
    assert found == {"b": 2, "a": 1, "c": 1}


def test_the_base_is_who_picked_anything() -> None:
    reading = read_cells(cells(*["a;b"] * 10, *["None of these"] * 5, None, " "), in_one_cell(";"))
    assert isinstance(reading.result, ChoiceResult)
    assert (reading.result.base, reading.missing) == (15, 2)
    assert reading.result.options[0].share == 10 / 15


def test_a_pick_that_is_said_twice_counts_once() -> None:
    assert counts(read_cells(cells("a;a;b"), in_one_cell(";"))) == {"a": 1, "b": 1}


def by_column(**values: Sequence[str | None]) -> Reading:
    columns = [
        Column(name=name, type="multi", confidence=1.0, question="Q", option=name)
        for name in values
    ]
    return read_option_columns(sheet(**values), columns)


def test_where_a_no_is_written_whoever_has_a_value_was_asked() -> None:
    reading = by_column(web=["1", "0", "0", None], app=["1", "1", "0", None])
    assert counts(reading) == {"app": 2, "web": 1}
    assert (reading.n, reading.missing) == (3, 1)
    assert "1 of them picked nothing." in reading.notes


def test_where_only_picks_are_written_the_base_is_who_picked_and_a_note_says_so() -> None:
    reading = by_column(web=["Web", None, None], app=["App", "App", None])
    assert (reading.n, reading.missing) == (2, 1)
    assert "who saw the question" in reading.notes[-1]


@pytest.mark.parametrize("no", ["0", "No", "FALSE", "Unchecked", "not selected", "nein"])
def test_a_plain_no_is_no_pick(no: str) -> None:
    assert counts(by_column(web=["Yes", no], app=["Checked", "Selected"])) == {"app": 2, "web": 1}


def test_a_question_without_a_separator_has_whole_cells_as_picks() -> None:
    assert counts(read_cells(cells("a, b", "a, b"), column("q", "multi"))) == {"a, b": 2}


def test_whoever_wrote_something_beside_the_options_has_picked_that() -> None:
    frame = sheet(
        Boards=["Boards", "Boards", None, None, None], Other=[None, "a wiki", "Jira", "-", None]
    )
    options = [
        Column(name="Boards", type="multi", question="Use", option="Boards"),
        Column(name="Other", type="open", question="Use", option="Other"),
    ]
    (question,) = closed_questions(options)
    found = read_option_columns(frame, question.columns)
    assert counts(found) == {"Boards": 2, "Other": 2}
    assert (found.n, found.missing) == (3, 2)
