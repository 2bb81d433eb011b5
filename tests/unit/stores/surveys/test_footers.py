"""Totals and notes below the answers are no answers."""

import polars as pl

from copilot.stores.surveys.footers import without_footers

ANSWERS = [("Ann", "4", "too slow"), ("Bo", "5", "fine"), ("Cy", "3", "price")]


def left(*rows: tuple[str | None, ...]) -> tuple[int, int]:
    frame = pl.DataFrame([*ANSWERS, *rows], schema=["Name", "Score", "Why?"], orient="row")
    kept, left_out = without_footers(frame)
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
