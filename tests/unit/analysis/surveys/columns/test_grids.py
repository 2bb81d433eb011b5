"""Columns of one grid tell what each of them holds."""

import numpy as np
import polars as pl

from copilot.analysis.surveys.columns.inferring import infer_columns
from copilot.domain.survey_parts import Column

THINGS = ("Price", "Speed", "Support")


def grid(rows: np.ndarray, question: str = "Q5") -> dict[str, Column]:
    cells = {f"{question} [{name}]": rows[:, at].astype(str) for at, name in enumerate(THINGS)}
    return {column.name: column for column in infer_columns(pl.DataFrame(cells))}


def test_places_of_which_none_is_given_twice_are_ranks() -> None:
    rng = np.random.default_rng(1)
    ranked = grid(np.array([rng.permutation(3) + 1 for _ in range(40)]), "Rate by importance")

    assert {column.type for column in ranked.values()} == {"number"}
    assert {column.question for column in ranked.values()} == {"Rate by importance"}


def test_ratings_that_may_be_equal_are_scales_even_of_things_with_amounts() -> None:
    rated = grid(np.random.default_rng(2).integers(1, 6, (60, 3)))

    assert {column.type for column in rated.values()} == {"likert"}
    assert rated["Q5 [Price]"].options == ("1", "2", "3", "4", "5")


def test_a_handful_of_rows_shows_no_order_of_preference() -> None:
    few = grid(np.array([[1, 2, 3], [2, 3, 1], [3, 1, 2]]), "How satisfied are you?")

    assert "number" not in {column.type for column in few.values()}
