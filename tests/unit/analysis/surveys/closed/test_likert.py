"""Ordered scales."""

from copilot.analysis.surveys.closed.likert import read_likert
from copilot.analysis.surveys.closed.reading import Reading
from copilot.domain.survey_closed import LikertResult
from copilot.domain.survey_parts import Column
from tests.unit.analysis.surveys.closed.sheets import cells, column

AGREEMENT = "Strongly disagree|Disagree|Neutral|Agree|Strongly agree"


def agreement(**changes: object) -> Column:
    return column("q", "likert", AGREEMENT, "Don't know").model_copy(update=changes)


def read(answers: dict[str | None, int], of: Column) -> tuple[Reading, LikertResult]:
    every = [answer for answer, times in answers.items() for _ in range(times)]
    reading = read_likert(cells(*every), of)
    assert reading is not None
    assert isinstance(reading.result, LikertResult)
    return reading, reading.result


def test_the_distribution_is_in_the_order_of_the_scale() -> None:
    reading, result = read(
        {"Agree": 12, "Strongly agree": 8, "Disagree": 10, "Don't know": 5, None: 3}, agreement()
    )
    assert [share.count for share in result.options] == [0, 10, 0, 12, 8]
    assert (reading.n, reading.missing) == (30, 3)
    assert [(share.value, share.count) for share in result.apart] == [("Don't know", 5)]
    assert result.median == "Agree"
    assert (result.top2.value, result.top2.count) == ("Agree or Strongly agree", 20)
    assert result.top2.share == 20 / 30
    assert result.bottom2.count == 10


def test_where_agreeing_is_bad_the_top_is_the_other_end() -> None:
    reading, result = read({"Agree": 20, "Disagree": 10}, agreement(is_reversed=True))
    assert (result.top2.value, result.top2.count) == ("Strongly disagree or Disagree", 10)
    assert result.bottom2.count == 20
    assert "Agreeing with it is bad" in reading.notes[0]


def test_a_middle_between_two_steps_names_both() -> None:
    _, result = read({"Disagree": 6, "Agree": 6}, agreement())
    assert result.median == "Disagree to Agree"


def test_codes_are_read_for_the_steps_they_label() -> None:
    of = column("q", "likert", "1 - Very bad|2|3|4|5 - Very good", "99")
    _, result = read({"5": 10, "5.0": 2, "1 - Very bad": 3, "2": 4, "99": 7}, of)
    assert [share.count for share in result.options] == [3, 4, 0, 0, 12]
    assert result.apart[0].count == 7


def test_a_figure_within_words_is_no_code() -> None:
    reading, result = read({"1 to 2 times": 10, "1 year": 2}, column(
        "q", "likert", "1 to 2 times|3 to 5 times|6 times and more"))  # fmt: skip
    assert [share.count for share in result.options] == [10, 0, 0]
    assert reading.notes[-1] == "2 answers are on no step: “1 year”."


def test_ends_of_a_short_scale_are_one_step_each() -> None:
    reading, result = read({"Low": 10, "High": 20}, column("q", "likert", "Low|Middle|High"))
    assert (result.top2.value, result.top2.count) == ("High", 20)
    assert "The scale has 3 steps, so its ends are one step each." in reading.notes


def test_no_share_is_shown_of_fewer_than_ten() -> None:
    _, result = read({"Agree": 9}, agreement())
    assert result.top2.share is None
    assert result.top2.ci is None
    assert result.top2.count == 9


def test_a_column_of_other_answers_is_on_no_scale() -> None:
    assert read_likert(cells("red", "green"), agreement()) is None
