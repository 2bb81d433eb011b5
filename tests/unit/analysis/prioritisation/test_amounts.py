"""Cells as amounts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copilot.analysis.prioritisation.amounts import Amount, Unread, read_amount


def ends(cell: str) -> tuple[float, float, float]:
    read = read_amount(cell)
    assert isinstance(read, Amount), read
    return read.low, read.likely, read.high


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("3", 3),
        ("1,000", 1000),
        ("1 000", 1000),
        ("1\u202f000", 1000),
        ("12'500", 12500),
        ("1.000,5", 1000.5),
        ("1,5", 1.5),
        ("0,125", 0.125),
        ("4k", 4000),
        ("1.2M", 1_200_000),
        ("1e3", 1000),
        ("~4", 4),
        ("about 4", 4),
        ("$12,000", 12000),
        (".5", 0.5),
    ],
)
def test_a_point_is_read(cell: str, value: float) -> None:
    assert ends(cell) == (value, value, value)


@pytest.mark.parametrize(
    "cell", ["3-5", "3–5", "3..5", "3 to 5", "between 3 and 5", "4±1", "3 - 5", "4 ± 25%"]
)
def test_a_range_is_read_with_its_middle(cell: str) -> None:
    assert ends(cell) == (3, 4, 5)


def test_a_scale_behind_a_range_holds_for_both_ends() -> None:
    assert ends("3-5k") == (3000, 4000, 5000)


def test_low_likely_and_high_are_read_in_that_order_only() -> None:
    assert ends("2/3/6") == (2, 3, 6)
    assert isinstance(read_amount("6/3/2"), Unread)


def test_a_sign_of_percent_is_kept() -> None:
    read = read_amount("50-80 %")
    assert isinstance(read, Amount)
    assert (read.percent, read.low, read.high) == (True, 50, 80)


def test_a_unit_is_kept() -> None:
    read = read_amount("4,000 users/quarter")
    assert isinstance(read, Amount)
    assert (read.likely, read.unit) == (4000, "users/quarter")


@pytest.mark.parametrize("cell", ["", "-", "?", "TBD", "n/a", "unknown", "…"])
def test_an_empty_cell_says_nothing(cell: str) -> None:
    assert read_amount(cell) is None


@pytest.mark.parametrize("cell", ["5-Mar", "May-24", "2026-05-03", "3/5/2026"])
def test_a_date_is_no_range(cell: str) -> None:
    read = read_amount(cell)
    assert isinstance(read, Unread)
    assert "is a date" in read.why


@pytest.mark.parametrize("cell", ["5+", "<5", ">100", "up to 9"])
def test_an_amount_with_one_end_is_not_read(cell: str) -> None:
    assert read_amount(cell) == Unread(f"“{cell}” has one end only")


@pytest.mark.parametrize(
    "cell",
    ["M", "lots", "NaN", "Infinity", "2/3", "1e999", "1e16", "1e-12", "0x10", "3;4", "3 or 5"],
)
def test_what_is_no_number_is_not_read(cell: str) -> None:
    assert isinstance(read_amount(cell), Unread)


def test_a_negative_number_is_read_to_be_refused() -> None:
    assert ends("-3") == (-3, -3, -3)


def test_a_downward_range_is_turned_and_told() -> None:
    read = read_amount("5-3")
    assert isinstance(read, Amount)
    assert (read.low, read.high) == (3, 5)
    assert "downwards" in read.remark


def test_a_dot_before_three_digits_is_told() -> None:
    read = read_amount("1.000")
    assert isinstance(read, Amount)
    assert "read as 1" in read.remark


@given(st.text(max_size=40))
def test_whatever_is_read_is_finite_and_in_order(cell: str) -> None:
    read = read_amount(cell)
    if isinstance(read, Amount):
        assert float("-inf") < read.low <= read.likely <= read.high < float("inf")


@given(st.integers(0, 10**9), st.integers(0, 10**9))
def test_thousands_may_be_set_apart_in_both_ends(first: int, second: int) -> None:
    low, high = sorted((first, second))
    assert ends(f"{low:,}-{high:,}") == (low, (low + high) / 2, high)
