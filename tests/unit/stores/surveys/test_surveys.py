"""Exports by path, by message or pasted, and what is written beside a summary."""

import json
from pathlib import Path

import numpy as np
import pytest

from copilot.analysis.privacy.placeholders import Vault
from copilot.analysis.surveys.assignments import EXCLUDED, LABELLED, PROPAGATED, Assignments
from copilot.domain.survey_themes import CodebookTheme
from copilot.errors import InputError
from copilot.stores.surveys.codebook_file import read_codebook
from copilot.stores.surveys.surveys import (
    PASTED,
    Surveys,
    write_assignments,
    write_codebook,
    write_page,
    write_schema,
)
from copilot.stores.workspace import workspace_in

TABLE = "plan,Why?\nfree,because of search\npro,no reason at all\n"


@pytest.fixture
def surveys(tmp_path: Path) -> Surveys:
    return Surveys(workspace_in(tmp_path / "w"))


@pytest.mark.parametrize(
    "said",
    [
        "{path}",
        "summarize {path}, please",
        "what is in “{path}”?",
        "themes of '{path}'",
        "look into {path}.",
    ],
)
def test_a_file_is_found_in_a_message(said: str, surveys: Surveys, tmp_path: Path) -> None:
    path = tmp_path / "export.csv"
    path.write_text(TABLE)
    export = surveys.read(said.format(path=path))
    assert (export.name, export.table.rows) == ("export.csv", 2)


def test_a_name_with_blanks_is_found_by_itself_and_in_quotes(
    surveys: Surveys, tmp_path: Path
) -> None:
    path = tmp_path / "my export.csv"
    path.write_text(TABLE)
    for said in (str(path), f"read '{path}' now"):
        assert surveys.read(said).name == "my export.csv"


def test_rows_themselves_are_read_where_they_are_pasted(surveys: Surveys) -> None:
    export = surveys.read(TABLE)
    assert (export.name, export.table.rows) == (PASTED, 2)
    assert [column.name for column in export.columns] == ["plan", "Why?"]


def test_a_message_without_a_file_is_refused_with_the_command(surveys: Surveys) -> None:
    with pytest.raises(InputError) as refused:
        surveys.read("what do people say?")
    assert "pm-copilot summarize-survey" in refused.value.hint


def test_a_schema_that_was_written_is_read_back(surveys: Surveys, tmp_path: Path) -> None:
    path, schema = tmp_path / "export.csv", tmp_path / "schema.yaml"
    path.write_text(TABLE)
    write_schema(schema, surveys.read(str(path)).columns)
    schema.write_text(schema.read_text().replace("type: segment", "type: ignore"))
    typed = surveys.read(str(path), str(schema)).columns
    assert {column.confidence for column in typed} == {1.0}


def test_every_row_has_a_line_of_its_own(tmp_path: Path) -> None:
    sources = np.array([LABELLED, EXCLUDED, PROPAGATED], dtype=np.int8)
    themes = np.array([[True, True], [False, False], [False, True]])
    path = tmp_path / "out.jsonl"
    write_assignments(path, [Assignments("Why „so“?", ("t1", "t2"), sources, themes)])
    assert [json.loads(line) for line in path.read_text("utf-8").splitlines()] == [
        {"row": 1, "column": "Why „so“?", "themes": ["t1", "t2"], "source": "model"},
        {"row": 2, "column": "Why „so“?", "themes": [], "source": "excluded"},
        {"row": 3, "column": "Why „so“?", "themes": ["t2"], "source": "propagated"},
    ]


def test_a_code_book_is_written_as_it_is_read(tmp_path: Path) -> None:
    themes = [CodebookTheme(key="t1", name="Price", definition="It costs.", stance="complaint")]
    write_codebook(tmp_path / "book.json", themes)
    assert read_codebook(tmp_path / "book.json") == themes


def test_what_is_there_already_is_never_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    write_page(path, "first")
    with pytest.raises(InputError, match="is there already"):
        write_page(path, "second")
    assert path.read_text() == "first"


def test_an_empty_vault_leaves_no_file(surveys: Surveys, tmp_path: Path) -> None:
    surveys.keep_vault("s-1", Vault())
    surveys.keep_vault("s-2", Vault(values={"[EMAIL_1]": "a@example.org"}))
    assert [path.name for path in tmp_path.rglob("vaults/*")] == ["s-2.json"]
