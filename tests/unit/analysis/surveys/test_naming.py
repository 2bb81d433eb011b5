"""Exports that messages speak of."""

import pytest

from copilot.analysis.surveys.naming import is_table, named_export


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("summarize exports/q3.csv", "exports/q3.csv"),
        ("what is in 'my survey.XLSX'?", "my survey.XLSX"),
        ("survey.csv: the themes, please", "survey.csv"),
        ("see (answers.jsonl)", "answers.jsonl"),
        ("notes.csvs and a csv", None),
        ("what does the import log say?", None),
    ],
)
def test_a_path_is_told_by_its_ending(text: str, path: str | None) -> None:
    assert named_export(text) == path


def test_rows_are_a_table_and_a_message_of_two_lines_is_none() -> None:
    assert is_table("a,b\n1,2\n3,4")
    assert not is_table("summarize this:\nexport.csv")
