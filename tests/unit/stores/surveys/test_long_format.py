"""A row for each answer becomes a row for each respondent, or is told."""

from collections.abc import Sequence

import polars as pl
from hypothesis import given
from hypothesis import strategies as st

from copilot.stores.surveys.long_format import one_row_each

QUESTIONS = ("How easy was it?", "What would you improve?")


def table(heads: Sequence[str], rows: Sequence[Sequence[str | None]]) -> pl.DataFrame:
    return pl.DataFrame(rows, schema=dict.fromkeys(heads, pl.String), orient="row")


def answers(people: int) -> list[tuple[str, str, str]]:
    return [
        (f"u{person}", question, f"{place} of {person}")
        for person in range(people)
        for place, question in enumerate(QUESTIONS)
    ]


def test_each_question_becomes_a_column_and_it_is_told() -> None:
    turned, told = one_row_each(table(["respondent", "question", "answer"], answers(9)))

    assert turned.columns == ["respondent", *QUESTIONS]
    assert turned.row(3) == ("u3", "0 of 3", "1 of 3")
    assert "18 rows were turned into 9" in told[0]


def test_what_is_the_same_for_a_respondent_stays_and_the_rest_is_told() -> None:
    rows = [(*row, "DE", f"10:{place:02}") for place, row in enumerate(answers(9))]
    turned, told = one_row_each(table(["Response ID", "Question", "Answer", "Country", "At"], rows))

    assert turned.columns == ["Response ID", "Country", *QUESTIONS]
    assert "“At”" in told[0]


def test_several_answers_to_one_question_stand_in_one_cell() -> None:
    rows = [*answers(9), *[(f"u{at}", "Tools", tool) for at in range(9) for tool in ("a", "b")]]

    turned, _ = one_row_each(table(["user_id", "question_text", "answer_value"], rows))

    assert turned["Tools"].to_list() == ["a; b"] * 9


def test_questions_called_like_columns_or_like_one_another_have_names_of_their_own() -> None:
    asked = ("user_id", "Country", "Country (question)")
    rows = [(f"u{at}", one, f"{one} {at}", "DE") for at in range(9) for one in asked]

    turned, _ = one_row_each(table(["user_id", "question", "answer", "Country"], rows))

    assert turned.columns == [
        "user_id", "Country", "user_id (question)", "Country (question)",
        "Country (question) (2)",
    ]  # fmt: skip
    assert turned.row(3) == ("u3", "DE", *[f"{one} 3" for one in asked])


def test_answers_of_nobody_known_stay_as_they_are_and_it_is_told() -> None:
    frame = table(["question", "answer"], [row[1:] for row in answers(9)])

    left, told = one_row_each(frame)

    assert left.equals(frame)
    assert "no column tells who answered" in told[0]


def test_a_row_a_respondent_is_left_alone() -> None:
    asked = table(["id", "Question", "Answer"], [(str(at), f"{at}?", "yes") for at in range(9)])
    bought = table(["user", "item", "value"], [(f"u{at}", "ab"[at % 2], "3") for at in range(9)])

    assert one_row_each(asked) == (asked, ())
    assert one_row_each(bought) == (bought, ())


@given(st.permutations(range(12)))
def test_the_order_of_rows_decides_nothing_but_the_order(order: list[int]) -> None:
    rows = answers(6)
    turned, _ = one_row_each(table(["id", "item", "value"], [rows[place] for place in order]))

    assert turned.sort("id").select(sorted(QUESTIONS)).rows() == [
        (f"0 of {person}", f"1 of {person}") for person in range(6)
    ]
