"""Dates in the forms that exports have."""

import pytest

from copilot.analysis.surveys.closed.dates import read_dates
from copilot.domain.survey_closed import DateResult
from tests.unit.analysis.surveys.closed.sheets import cells


@pytest.mark.parametrize(
    "cell",
    [
        "2025-03-14",
        "2025-03-14 10:11:12",
        "2025-03-14T10:11:12Z",
        "2025/3/14 10:11 AM GMT+2",
        "3/14/2025 9:05",
        "14/03/2025",
        "14.03.2025",
        "14.3.25",
        "Mar 14, 2025",
        "14 March 2025",
        "Friday, March 14th, 2025 at 9:05",
    ],
)
def test_a_day_is_read_in_any_form(cell: str) -> None:
    reading = read_dates(cells(cell))
    assert reading is not None
    assert reading.result == DateResult(first="2025-03-14", last="2025-03-14")


def test_one_clear_date_settles_the_unclear_ones() -> None:
    reading = read_dates(cells("03/04/2025", "25/04/2025"))
    assert reading is not None
    assert reading.result == DateResult(first="2025-04-03", last="2025-04-25")
    assert reading.notes == ()


def test_dates_that_stay_unclear_have_the_month_first_and_a_note() -> None:
    reading = read_dates(cells("03/04/2025"))
    assert reading is not None
    assert reading.result == DateResult(first="2025-03-04", last="2025-03-04")
    assert reading.notes == ("Dates such as 3/4 were read with the month first.",)


def test_days_that_do_not_exist_are_told_and_left_out() -> None:
    reading = read_dates(cells("2025-02-30", "2025-02-27", "soon", None))
    assert reading is not None
    assert (reading.n, reading.missing) == (1, 1)
    assert reading.notes == ("2 answers are no date: “2025-02-30”, “soon”.",)


def test_words_alone_are_no_dates() -> None:
    assert read_dates(cells("soon", "later")) is None
