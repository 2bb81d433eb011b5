"""A code book and a person's labels are read whole, or refused with the line to mend."""

import json
from pathlib import Path
from typing import Any

import pytest

from copilot.domain.survey_themes import CodebookTheme
from copilot.errors import InputError
from copilot.stores.surveys.codebook_file import read_codebook
from copilot.stores.surveys.labels_file import Labels, read_labels

THEMES = [CodebookTheme(key="t1", name="Price"), CodebookTheme(key="t2", name="Speed")]


def saved(folder: Path, text: str) -> Path:
    path = folder / "file.json"
    path.write_text(text, encoding="utf-8")
    return path


def labels(folder: Path, *lines: dict[str, Any], columns: tuple[str, ...] = ("Why?",)) -> Labels:
    path = saved(folder, "\n".join(map(json.dumps, lines)))
    return read_labels(path, THEMES, 5, columns)


def test_a_code_book_keeps_its_order_and_definitions(tmp_path: Path) -> None:
    raw = [{"key": "b", "name": " Speed ", "definition": "how fast"}, {"key": "a", "name": "Price"}]
    themes = read_codebook(saved(tmp_path, json.dumps(raw)))
    assert [theme.key for theme in themes] == ["b", "a"]
    assert (themes[0].name, themes[0].definition) == ("Speed", "how fast")


@pytest.mark.parametrize(
    ("raw", "told"),
    [
        ([], "no themes"),
        ({"key": "a"}, "no list"),
        (["a"], "entry 1 is no object"),
        ([{"key": "a", "name": " "}], "entry 1 has no name"),
        ([{"name": "Price"}], "entry 1 has no key"),
        ([{"key": "a", "name": "x"}, {"key": "a", "name": "y"}], "entries 1 and 2 have the key a"),
        ([{"key": "a", "name": "x", "definition": 3}], "definition of entry 1"),
    ],
)
def test_a_wrong_code_book_is_refused_with_its_entry(tmp_path: Path, raw: Any, told: str) -> None:
    with pytest.raises(InputError, match=told):
        read_codebook(saved(tmp_path, json.dumps(raw)))


def test_a_file_that_is_no_json_is_no_code_book(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="it is no JSON"):
        read_codebook(saved(tmp_path, "themes:\n"))


def test_labels_are_kept_by_column_and_row(tmp_path: Path) -> None:
    read = labels(
        tmp_path,
        {"row": 1, "column": "Why?", "themes": ["t1", "t2"]},
        {"row": 5, "themes": []},
    )
    assert read == Labels({"Why?": {1: frozenset({"t1", "t2"}), 5: frozenset()}})


def test_a_file_that_counts_from_zero_is_shifted_as_a_whole(tmp_path: Path) -> None:
    read = labels(tmp_path, {"row": 2, "themes": ["t1"]}, {"row": 0, "themes": []})
    assert read.of == {"Why?": {3: frozenset({"t1"}), 1: frozenset()}}
    assert "counted from 0" in read.remarks[0]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ({"row": 6, "themes": []}, "line 2: row 6 is not there, of 5 rows"),
        ({"row": 1, "themes": []}, "line 2: row 1 was labelled in line 1 already"),
        ({"row": 2, "themes": ["t9"]}, "line 2: theme 't9' is not in the code book"),
        ({"row": 2, "column": "Who?", "themes": []}, "line 2: column 'Who\\?' is no open question"),
        ({"row": "2", "themes": []}, "line 2: row is no whole number"),
        ({"row": True, "themes": []}, "line 2: row is no whole number"),
        ({"themes": []}, "line 2: it has no row"),
        ({"row": 2, "themes": "t1"}, "line 2: themes is no list"),
    ],
)
def test_a_wrong_label_is_refused_with_its_line(
    tmp_path: Path, line: dict[str, Any], told: str
) -> None:
    with pytest.raises(InputError, match=told):
        labels(tmp_path, {"row": 1, "themes": ["t1"]}, line)


def test_of_several_questions_each_line_names_its_own(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="it has no column; open questions are Why\\?, How\\?"):
        labels(tmp_path, {"row": 1, "themes": []}, columns=("Why?", "How?"))


def test_a_file_without_labels_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no labels"):
        read_labels(saved(tmp_path, "\n \n"), THEMES, 5, ["Why?"])
