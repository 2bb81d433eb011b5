"""Exports by path, by message or pasted, and what is kept of them."""

from pathlib import Path

import pytest

from copilot.analysis.privacy.placeholders import Vault
from copilot.errors import InputError
from copilot.stores.surveys.surveys import PASTED, Surveys
from copilot.stores.surveys.written_files import write_schema
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
    assert export.path == str(path)


def test_the_path_is_told_in_full_where_it_was_read(
    surveys: Surveys, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "export.csv").write_text(TABLE)
    monkeypatch.chdir(tmp_path)
    given = surveys.given("themes of export.csv", None, (), (None, None), None)
    assert given.path == str(tmp_path / "export.csv")


def test_a_name_with_blanks_is_found_by_itself_and_in_quotes(
    surveys: Surveys, tmp_path: Path
) -> None:
    path = tmp_path / "my export.csv"
    path.write_text(TABLE)
    for said in (str(path), f"read '{path}' now"):
        assert surveys.read(said).name == "my export.csv"


def test_rows_themselves_are_read_where_they_are_pasted(surveys: Surveys) -> None:
    export = surveys.read(TABLE)
    assert (export.path, export.name, export.table.rows) == ("", PASTED, 2)
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


def test_an_empty_vault_leaves_no_file(surveys: Surveys, tmp_path: Path) -> None:
    surveys.keep_vault("s-1", Vault())
    surveys.keep_vault("s-2", Vault(values={"[EMAIL_1]": "a@example.org"}))
    assert [path.name for path in tmp_path.rglob("vaults/*")] == ["s-2.json"]
