"""Rows of a table as sentences."""

import pytest

from copilot.analysis.requirements.tables import is_row, rows_of

TABLE = [
    "| ID | Priority | Requirement | Limit |",
    "|:---|---------:|-------------|:-----:|",
    "| T-1 | high | The gate opens | 4 s |",
    "| T-2 |  | The lamp shows \\| marks | |",
]


def test_the_wish_comes_first_behind_its_id_and_nothing_is_left_out() -> None:
    assert list(rows_of(TABLE)) == [
        (2, "T-1: The gate opens (Priority: high; Limit: 4 s)"),
        (3, "T-2: The lamp shows | marks"),
    ]


def test_a_table_without_a_head_is_read_from_its_first_line() -> None:
    assert list(rows_of(["| The gate opens | 4 s |"])) == [(0, "The gate opens (4 s)")]


def test_a_row_with_more_cells_than_heads_keeps_them() -> None:
    rows = rows_of(["| What |", "|---|", "| The gate opens | at noon |"])
    assert list(rows) == [(2, "The gate opens (at noon)")]


def test_a_second_id_is_not_lost() -> None:
    rows = list(rows_of(["| ID | Ref | What |", "|--|--|--|", "| T-1 | X-9 | The gate opens |"]))
    assert rows == [(2, "T-1: The gate opens (Ref: X-9)")]


def test_empty_rows_and_rules_say_nothing() -> None:
    assert list(rows_of(["| A | B |", "|---|---|", "|  |  |", "|---|---|"])) == []


@pytest.mark.parametrize(
    ("line", "expected"),
    [("| a | b |", True), ("  | a |  ", True), ("a | b", False), ("|", False), ("", False)],
)
def test_a_row_stands_between_bars(line: str, *, expected: bool) -> None:
    assert is_row(line) is expected
