"""Totals and notes below the answers are no answers."""

from collections.abc import Sequence

import polars as pl
import pytest

from copilot.stores.surveys.footers import without_footers

ANSWERS = [("Ann", "4", "too slow"), ("Bo", "5", "fine"), ("Cy", "3", "price")]


def left(*rows: tuple[str | None, ...]) -> tuple[int, int]:
    return kept_of([*ANSWERS, *rows])


def kept_of(rows: Sequence[tuple[str | None, ...]]) -> tuple[int, int]:
    schema = ["Name", "Score", "Why?", "Ease", "Speed"][: len(rows[0])]
    kept, left_out = without_footers(pl.DataFrame(rows, schema=schema, orient="row"))
    return kept.height, left_out


def test_totals_with_figures_are_left_out_with_the_blank_row_above() -> None:
    assert left(("Total", "12", None)) == (3, 1)
    assert left((None, None, None), ("Summe:", "12", None), ("Mittelwert", "4,0", None)) == (3, 2)


def test_a_note_apart_from_the_table_is_left_out() -> None:
    assert left((None, None, None), ("Exported by the team", None, None)) == (3, 1)


def test_a_respondent_is_no_total() -> None:
    assert left(("Total", "5", "it is fine")) == (4, 0)
    assert left(("Dot", "5", None)) == (4, 0)
    assert left(("Dot", None, None)) == (4, 0)
    assert left(("Total", "5", None), ("Total", "4", None)) == (5, 0)


@pytest.mark.parametrize("last", [("average", "3", None), ("Median", "5", None)])
def test_an_answer_that_reads_like_a_total_is_kept(last: tuple[str | None, ...]) -> None:
    assert left(("Di", "5", "ok"), ("Ed", "5", "ok"), last) == (6, 0)
    assert left(("Di", "3", "ok"), ("Ed", "2", "ok"), last) == (6, 0)


@pytest.mark.parametrize(
    "total",
    [
        ("Sum", "22", None),
        ("Average", "4.4", None),
        ("Mittelwert:", "4,40", None),
        ("Total", "22", "5"),
        ("Mean", "#DIV/0!", None),
    ],
)
def test_figures_that_come_out_of_the_rows_above_make_a_total(
    total: tuple[str | None, ...],
) -> None:
    assert left(("Di", "5", "ok"), ("Ed", "5", "ok"), total) == (5, 1)
    assert left(("Di", "5", "ok"), ("Ed", "4", "ok"), (*total[:1], "23.7", None)) == (6, 0)


def test_three_figures_that_come_out_make_a_total_though_each_may_be_an_answer() -> None:
    rows = [("Ann", "1", None, "4", "2"), ("Bo", "3", None, "4", "3"), ("Cy", "5", None, "1", "4")]
    assert kept_of([*rows, ("Median", "3", None, "4", "3")]) == (3, 1)
    assert kept_of([*rows, ("Median", "3", None, "2", "3")]) == (4, 0)


def test_what_follows_a_total_is_no_answer_and_what_stands_above_it_is() -> None:
    rows = (("Total", "12", None), ("Max", "5", None), ("Min", "3", None))
    assert left(*rows) == (3, 3)
    assert left(("Median", "5", None), ("Total", "17", None)) == (4, 1)
