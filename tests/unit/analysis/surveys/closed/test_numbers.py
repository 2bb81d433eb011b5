"""Numbers as people write them."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copilot.analysis.surveys.closed.numbers import numbers_in, read_numbers
from copilot.domain.survey_closed import NumberResult
from tests.unit.analysis.surveys.closed.sheets import cells, column


@pytest.mark.parametrize(
    ("cell", "number"),
    [
        ("1,234", 1234),
        ("1.234,5", 1234.5),
        ("1,234.5", 1234.5),
        ("1,234,567", 1234567),
        ("1.234.567", 1234567),
        ("$12", 12),
        ("12 €", 12),
        ("US$ 1,200.50", 1200.5),
        ("-$3", -3),
        ("12 %", 12),
        ("12,5", 12.5),
        ("1.5", 1.5),
        ("1.234", 1.234),
        ("0,125", 0.125),
        ("1 200", 1200),
        ("1’200.5", 1200.5),
        ("−4", -4),
        (".5", 0.5),
        ("1E+05", 100000),
    ],
)
def test_a_number_is_read_as_it_was_meant(cell: str, number: float) -> None:
    assert numbers_in(cells(cell))[0] == number


@pytest.mark.parametrize("cell", ["3-5", "about 4", "1/2", "1,2,3", "1e99", "5 apples", "nan", ","])
def test_what_is_not_clearly_a_number_is_not_read(cell: str) -> None:
    assert math.isnan(numbers_in(cells(cell))[0])


def test_the_rest_of_a_column_tells_thousands_from_decimals() -> None:
    assert numbers_in(cells("1.234", "2,5")).tolist() == [1234, 2.5]
    assert numbers_in(cells("1,234", "2.5")).tolist() == [1234, 2.5]
    assert numbers_in(cells("1,234", "2,5")).tolist() == [1.234, 2.5]


@settings(max_examples=50)
@given(st.lists(st.integers(-(10**9), 10**9), min_size=1))
def test_whole_numbers_with_commas_come_back(numbers: list[int]) -> None:
    assert numbers_in(cells(*(f"{number:,}" for number in numbers))).tolist() == numbers


def test_codes_blanks_and_words_are_left_out_and_told() -> None:
    reading = read_numbers(
        cells("1", "2", "4", "8", "999", "many", None), column("q", "number", apart="999")
    )
    assert reading is not None
    assert isinstance(reading.result, NumberResult)
    assert (reading.n, reading.missing) == (4, 1)
    assert (reading.result.mean, reading.result.median, reading.result.most) == (3.75, 3.0, 8)
    assert reading.result.quartiles == tuple(np.quantile([1, 2, 4, 8], [0.25, 0.75]))
    assert reading.notes == (
        "Only 4 numbers: too few to speak of others.",
        "1 codes that are no amount were left out.",
        "1 answers are no number: “many”.",
    )


def test_one_number_has_no_spread() -> None:
    reading = read_numbers(cells("7"), column("q", "number"))
    assert reading is not None
    assert isinstance(reading.result, NumberResult)
    assert (reading.result.sd, reading.result.ci) == (None, None)


def test_words_alone_are_no_numbers() -> None:
    assert read_numbers(cells("many", None), column("q", "number")) is None
