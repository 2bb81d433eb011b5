from collections.abc import Sequence

import polars as pl

from copilot.analysis.surveys.quality.duplicates import repeated_sheets
from copilot.domain.survey_parts import Column

ID = Column(name="id", type="id")
WHEN = Column(name="when", type="date")
SCORE = Column(name="score", type="nps")
WORDS = Column(name="words", type="open")
LONG = "the export takes far too long every single week"


def again(rows: Sequence[tuple[str, ...]], *columns: Column) -> list[bool]:
    frame = pl.DataFrame(rows, schema=[one.name for one in columns], orient="row")
    return repeated_sheets(frame, columns).to_list()


def test_the_same_respondent_with_the_same_answers_is_there_again() -> None:
    assert again([("a", "9", "price"), ("a", "9", "price")], ID, SCORE, WORDS) == [False, True]


def test_a_respondent_who_answered_differently_is_not() -> None:
    assert again([("a", "9", "price"), ("a", "3", "price")], ID, SCORE, WORDS) == [False, False]


def test_equal_short_answers_of_two_people_are_two_answers() -> None:
    assert again([("a", "9", "price"), ("b", "9", "price")], ID, SCORE, WORDS) == [False, False]
    assert again([("9", "price"), ("9", "price")], SCORE, WORDS) == [False, False]


def test_a_long_sheet_again_under_another_id_is_there_again() -> None:
    assert again([("a", "9", LONG), ("b", "9", LONG)], ID, SCORE, WORDS) == [False, True]


def test_equal_answers_at_the_same_second_are_there_again() -> None:
    more = Column(name="plan", type="segment")
    at = "2024-05-01 10:00:07"

    assert again([(at, "9", "price", "Pro")] * 2, WHEN, SCORE, WORDS, more) == [False, True]
    assert not any(again([("2024-05-01", "9", "price", "Pro")] * 2, WHEN, SCORE, WORDS, more))


def test_an_id_shared_by_many_tells_nobody_apart() -> None:
    rows = [("c1", "price")] * 5

    assert not any(again(rows, ID, WORDS))


def test_people_of_one_first_name_are_two() -> None:
    name = Column(name="First name", type="id")

    assert not any(again([("Anna", "9", "price"), ("Anna", "9", "price")], name, SCORE, WORDS))


def test_a_time_that_all_rows_share_is_of_the_import() -> None:
    more = Column(name="plan", type="segment")
    rows = [("2024-05-01 00:00:00", "9", "price", "Pro")] * 5

    assert not any(again(rows, WHEN, SCORE, WORDS, more))
