"""Answers to one question: gated, masked, each under its row."""

import polars as pl
import pytest

from copilot.analysis.surveys.answers import Answers
from copilot.analysis.surveys.columns.schema import ColumnChoice, Schema, with_schema
from copilot.analysis.surveys.open_questions import AskedOpenly, open_questions
from copilot.domain.survey_parts import Column
from copilot.errors import InputError
from copilot.stores.privacy_books import read_known
from tests.unit.analysis.surveys.reading import QUESTION, read_answers, setting_of


def read(*cells: str | None) -> Answers:
    from copilot.analysis.privacy.masking import Masker

    frame = pl.DataFrame({QUESTION: pl.Series(cells, dtype=pl.String)})
    asked = AskedOpenly(QUESTION, (QUESTION,))
    return read_answers(setting_of(frame), asked, Masker([], read_known()))


def test_each_answer_keeps_its_row_whatever_is_left_out() -> None:
    found = read("search is slow", None, "n/a", "export breaks")
    assert found.total == 4
    assert [found.row(place) for place in range(found.n)] == [1, 4]
    assert [found.at(row) for row in (1, 2, 3, 4, 5)] == [0, None, None, 1, None]
    assert sum(one.count for one in found.excluded) == 2


def test_personal_data_and_escape_codes_are_gone_before_anybody_reads() -> None:
    found = read("mail me at ann.lee@example.org \x1b[31mnow\x1b[0m")
    assert found.texts == ["mail me at [EMAIL_1] now"]
    assert found.masked == {"email": 1}


COLUMNS = [
    Column(name="Aspect #1", type="open", question="What is hard?"),
    Column(name="Aspect #2", type="open", question="What is hard?"),
    Column(name="Why?", type="open"),
    Column(name="Plan", type="segment"),
]


def test_columns_that_ask_one_question_are_one_question() -> None:
    assert [one.name for one in open_questions(COLUMNS)] == ["What is hard?", "Why?"]
    frame = pl.DataFrame({"Aspect #1": ["a", None, None], "Aspect #2": ["b", "c", None]})
    answers = open_questions(COLUMNS)[0].answers(frame)
    assert answers.to_list() == ["a\nb", "c", None]


@pytest.mark.parametrize(
    ("wanted", "columns"),
    [
        ("Aspect #2", ("Aspect #1", "Aspect #2")),
        ("What is hard?", ("Aspect #1", "Aspect #2")),
    ],
)
def test_a_question_is_named_by_its_wording_or_a_column(
    wanted: str, columns: tuple[str, ...]
) -> None:
    assert [one.columns for one in open_questions(COLUMNS, [wanted])] == [columns]


def test_one_that_is_not_there_is_refused_with_those_that_are() -> None:
    with pytest.raises(InputError, match="There is no question “When”") as refused:
        open_questions(COLUMNS, ["When"])
    assert "“Why?”" in refused.value.hint


def test_a_closed_column_is_no_question_to_read_unless_it_is_said_to_be_open() -> None:
    with pytest.raises(InputError, match="“Plan” is no open question: it is read as segment"):
        open_questions(COLUMNS, ["Plan"])
    said = with_schema(COLUMNS, Schema(columns={"Plan": ColumnChoice(type="open")}))
    assert [one.name for one in open_questions(said, ["Plan"])] == ["Plan"]


def test_a_question_may_be_named_as_a_summary_names_it() -> None:
    asked = [Column(name="Write to ann@x.com: why?", type="open"), COLUMNS[2]]
    (found,) = open_questions(asked, ["Write to [EMAIL_1]: why?"])
    assert found.name == "Write to ann@x.com: why?"


def test_other_languages_are_told_where_they_are_many() -> None:
    german = "Die Suche findet leider nicht einmal meine eigenen Notizen von gestern"
    found = read(german, f"{german} und heute", "the search does not find my own notes at all")
    assert "other languages than English: de" in " ".join(found.notes)
    assert not read("the search does not find my own notes at all").notes
