"""What a person says of columns is read, and what was inferred is written to be edited."""

from pathlib import Path

import pytest

from copilot.analysis.surveys.columns.schema import Schema, with_schema
from copilot.domain.survey_parts import Column
from copilot.errors import InputError
from copilot.stores.surveys.schema_file import read_schema, schema_text

COLUMNS = (
    Column(name="Why: really?", type="open", confidence=0.5, why="answers\nin words"),
    Column(name="Ease", type="likert", options=("1", "2", "3"), apart=("99",), is_reversed=True),
    Column(name="Tools", type="multi", separator=";", options=("a", "b; c")),
    Column(name="Tool: Slack", type="multi", question="Tool", option="Slack"),
)


def saved(folder: Path, text: str) -> Path:
    path = folder / "schema.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_word_or_a_mapping_says_what_a_column_is(tmp_path: Path) -> None:
    schema = read_schema(
        saved(
            tmp_path,
            "columns:\n  Plan: segment\n"
            "  Ease: {type: likert, options: [low, high], reversed: true}\n",
        )
    )
    assert schema.columns["Plan"].type == "segment"
    assert schema.columns["Ease"].options == ("low", "high")
    assert schema.columns["Ease"].is_reversed is True


def test_a_list_may_stand_on_one_line(tmp_path: Path) -> None:
    schema = read_schema(
        saved(
            tmp_path,
            "columns:\n  Tools: {type: multi, options: 'Docs, notes; Chat'}\n"
            "  Ease: {options: 'low, mid, high', apart: n/a}\n",
        )
    )

    assert schema.columns["Tools"].options == ("Docs, notes", "Chat")
    assert schema.columns["Ease"].options == ("low", "mid", "high")
    assert schema.columns["Ease"].apart == ("n/a",)


def test_a_schema_that_was_written_reads_back_as_the_same_columns(tmp_path: Path) -> None:
    text = schema_text(COLUMNS)
    assert "# not sure: answers in words" in text
    confirmed = with_schema(COLUMNS, read_schema(saved(tmp_path, text)))
    for before, after in zip(COLUMNS, confirmed, strict=True):
        assert after.confidence == 1.0
        update = {"confidence": before.confidence, "why": before.why}
        assert after.model_copy(update=update) == before


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("columns:\n  Plan: sgment\n", "'Plan' cannot be 'sgment'; types are: id, date"),
        ("columns:\n  Plan: {typ: open}\n", "'Plan' has no 'typ'; there is: type"),
        ("column:\n  Plan: open\n", "it has no 'column'; there is: columns"),
        ("- Plan\n", "no mapping"),
        ("columns:\n  Plan: [", "it is no YAML (line 3)"),
    ],
)
def test_a_wrong_schema_is_refused_with_what_there_is(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(InputError, match="is no schema") as caught:
        read_schema(saved(tmp_path, text))
    assert told in caught.value.message


def test_a_column_that_the_survey_lacks_is_refused_with_those_it_has() -> None:
    schema = Schema.model_validate({"columns": {"Eas": "likert"}})
    with pytest.raises(InputError, match="'Eas'") as caught:
        with_schema(COLUMNS, schema)
    assert "Ease" in caught.value.hint


def test_what_was_inferred_for_another_type_is_forgotten() -> None:
    schema = Schema.model_validate({"columns": {"Tools": "open", "Ease": "segment"}})
    changed = {column.name: column for column in with_schema(COLUMNS, schema)}
    assert (changed["Tools"].separator, changed["Tools"].options) == ("", ())
    assert changed["Ease"].options == ("1", "2", "3")
    assert changed["Why: really?"] == COLUMNS[0]
