"""The header is found where it stands, or its lack is told."""

from pathlib import Path

import pytest

from copilot.stores.surveys.naming import unique_names
from copilot.stores.surveys.reading import read_table


def table_of(folder: Path, text: str) -> tuple[list[str], int, tuple[str, ...]]:
    path = folder / "survey.csv"
    path.write_text(text, encoding="utf-8")
    table = read_table(path)
    return table.frame.columns, table.rows, table.remarks


def test_rows_without_a_header_get_numbered_columns(tmp_path: Path) -> None:
    text = "2025-01-03,7,too slow for us\n2025-01-04,9,works well\n2025-01-05,8,fine so far\n"
    names, rows, remarks = table_of(tmp_path, text)
    assert names == ["Column 1", "Column 2", "Column 3"]
    assert rows == 3
    assert remarks == ("There is no header; columns are numbered.",)


def test_a_first_answer_of_a_single_column_is_no_header(tmp_path: Path) -> None:
    text = "The search is slow.\nIt is too expensive for us.\nI want to export my boards.\n"
    names, rows, remarks = table_of(tmp_path, text)
    assert (names, rows) == (["Column 1"], 3)
    assert remarks == ("There is no header; columns are numbered.",)


def test_a_first_row_of_a_single_column_that_may_be_an_answer_is_told(tmp_path: Path) -> None:
    text = "Too slow with many cards\nPlease add an export to Excel\nLove the new look of it\n"
    names, rows, (told,) = table_of(tmp_path, text)
    assert (names, rows) == (["Too slow with many cards"], 2)
    assert told.startswith("The first row is taken for the header: “Too slow with many cards”.")


@pytest.mark.parametrize(
    "header", ["What should we improve?", "Comment", "Tell us what to improve"]
)
def test_a_header_of_a_single_column_is_a_header(tmp_path: Path, header: str) -> None:
    names, rows, remarks = table_of(tmp_path, f"{header}\nThe search is slow.\nIt is dear.\n")
    assert (names, rows, remarks) == ([header], 2, ())


def test_a_header_of_years_over_other_numbers_is_a_header(tmp_path: Path) -> None:
    names, rows, _ = table_of(tmp_path, "Name of team,Score,Comment\na,1,fine\nb,2,slow\n")
    assert (names, rows) == (["Name of team", "Score", "Comment"], 2)


def test_titles_above_the_header_are_left_out(tmp_path: Path) -> None:
    titles = "Customer survey 2025,,\nExported on 3 March,,\n,,\n"
    text = titles + "Plan,Score,Why?\nFree,7,slow\nPro,9,ok\n"
    names, rows, remarks = table_of(tmp_path, text)
    assert (names, rows) == (["Plan", "Score", "Why?"], 2)
    assert remarks == ("2 title rows above the header left out.",)


def test_question_texts_under_codes_are_the_names(tmp_path: Path) -> None:
    text = (
        "id,Q1,Q2\nRespondent id,How satisfied are you?,What is missing most?\n"
        "1,4,a darker theme\n2,5,faster search\n3,2,more exports\n"
    )
    names, rows, remarks = table_of(tmp_path, text)
    assert names == ["Respondent id", "How satisfied are you?", "What is missing most?"]
    assert rows == 3
    assert "second row" in remarks[0]


def test_import_ids_are_no_answers(tmp_path: Path) -> None:
    text = (
        'StartDate,Q1\nStart Date,Why?\n"{""ImportId"":""startDate""}","{""ImportId"":""QID1""}"\n'
        "2025-01-01,because\n"
    )
    names, rows, _ = table_of(tmp_path, text)
    assert (names, rows) == (["Start Date", "Why?"], 1)


def test_questions_and_their_options_are_joined(tmp_path: Path) -> None:
    text = (
        "ID,Which do you use?,,Why?\n,Slack,Teams,Open-Ended Response\n"
        "1,Slack,,fast\n2,,Teams,slow\n3,Slack,Teams,ok\n"
    )
    names, rows, _ = table_of(tmp_path, text)
    assert names == ["ID", "Which do you use? - Slack", "Which do you use? - Teams", "Why?"]
    assert rows == 3


def test_an_answer_below_a_code_is_not_taken_for_a_header(tmp_path: Path) -> None:
    names, rows, remarks = table_of(
        tmp_path, "Q1,Q2\nI like it a lot,the price is high\nIt is fine,no idea at all\n"
    )
    assert (names, rows, remarks) == (["Q1", "Q2"], 2, ())


def test_nameless_columns_without_values_are_left_out(tmp_path: Path) -> None:
    names, _, _ = table_of(tmp_path, "Plan,,Why?,\nFree,x,slow,\nPro,y,fine,\n")
    assert names == ["Plan", "Column 2", "Why?"]


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["Why?", "Why?", "Why?"], ["Why?", "Why? (2)", "Why? (3)"]),
        (["a", "a", "a (2)"], ["a", "a (3)", "a (2)"]),
        ([None, "Column 1"], ["Column 1 (2)", "Column 1"]),
    ],
)
def test_no_two_names_are_equal(names: list[str | None], expected: list[str]) -> None:
    assert unique_names(names)[0] == expected
