import polars as pl

from copilot.analysis.surveys.quality.marks import marks
from copilot.domain.survey_parts import Column

SCALE = ("Disagree", "Neutral", "Agree")


def battery(items: int) -> list[Column]:
    return [
        Column(name=f"q{number}", type="likert", options=SCALE, is_reversed=number == 2)
        for number in range(items)
    ]


def test_one_answer_to_six_items_of_a_scale_is_marked() -> None:
    full = pl.DataFrame({f"q{n}": ["Agree", "Agree"] for n in range(6)})
    frame = full.with_columns(q5=pl.Series(["Agree", None]))

    (mark,) = marks(frame, battery(6))

    assert mark.rows.to_list() == [True, False]
    assert mark.message == "1 row gave the same answer to all 6 items of one scale."


def test_five_items_are_too_few_to_suspect_anybody() -> None:
    assert marks(pl.DataFrame({f"q{n}": ["Agree"] for n in range(5)}), battery(5)) == ()


def test_a_third_of_the_median_time_is_too_fast() -> None:
    seconds: list[str | None] = [*["300"] * 10, "99", "101", None]
    frame = pl.DataFrame({"Duration (in seconds)": seconds})

    (mark,) = marks(frame, [])

    assert mark.rows.to_list() == [False] * 10 + [True, False, False]


def test_a_duration_is_read_as_a_clock_writes_it() -> None:
    frame = pl.DataFrame({"time_taken": ["5:00"] * 10 + ["1:05", "1:00:00"]})

    (mark,) = marks(frame, [])

    assert mark.marked == 1
    assert mark.rows[10]
