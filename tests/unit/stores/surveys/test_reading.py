"""Exports of every kind become tables of text cells."""

import hashlib
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from copilot.errors import InputError
from copilot.stores.surveys.reading import read_table
from tests.unit.analysis.surveys.columns.house_styles import written

HEAD = ["Plan", "Score", "Why?"]


def save(folder: Path, text: str | bytes, name: str = "survey.csv") -> Path:
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def rows_of(path: Path) -> list[tuple[str | None, ...]]:
    return read_table(path).frame.rows()


def test_cells_are_stripped_text_and_blank_ones_are_null(tmp_path: Path) -> None:
    path = save(tmp_path, 'Plan,Score,Why?\n Free , 07,""\nPro,  ,"ok, fine"\n')
    table = read_table(path)
    assert table.frame.columns == HEAD
    assert table.frame.rows() == [("Free", "07", None), ("Pro", None, "ok, fine")]
    assert table.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert table.remarks == ()


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_the_separator_is_found(tmp_path: Path, separator: str) -> None:
    rows = [["Free", "7", "slow, and dear"], ["Pro", "9", "fine; mostly"], ["Pro", "3", "a|b"]]
    text = written([HEAD], list(zip(*rows, strict=True)), separator)
    assert rows_of(save(tmp_path, text)) == [tuple(row) for row in rows]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_umlauts_survive_every_usual_encoding(tmp_path: Path, encoding: str) -> None:
    text = "Plan,Score,Why?\nFrei,7,Größe über alles – schön\nPro,9,Café für 5 €\n"
    assert rows_of(save(tmp_path, text.encode(encoding)))[0][2] == "Größe über alles – schön"


def test_far_eastern_and_cyrillic_pages_are_recognised(tmp_path: Path) -> None:
    for encoding, words in (
        ("cp1251", "Очень удобно и быстро"),
        ("shift_jis", "とても使いやすいです"),
    ):
        path = save(tmp_path, f"Plan,Why?\nFree,{words}\nPro,{words}\n".encode(encoding))
        assert rows_of(path)[0] == ("Free", words)


def test_a_quoted_cell_keeps_its_line_ends(tmp_path: Path) -> None:
    path = save(tmp_path, 'Plan,Why?\r\nFree,"one\r\ntwo"\r\nPro,"say ""hi"""\r\n')
    assert rows_of(path) == [("Free", "one\r\ntwo"), ("Pro", 'say "hi"')]


def test_rows_that_are_too_long_or_too_short_are_mended_and_told(tmp_path: Path) -> None:
    text = "Plan,Score,Why?\nFree,7,slow, and dear\nPro,9\nPro,8,all is well here\nTeam,1,no\n"
    table = read_table(save(tmp_path, text))
    assert table.frame.rows()[:2] == [("Free", "7", "slow, and dear"), ("Pro", "9", None)]
    assert table.remarks == (
        "1 row with too many cells: the surplus was joined to the longest text (row 1).",
        "1 row with too few cells: the rest was taken as blank (row 2).",
    )


def test_blank_lines_are_no_rows_and_rows_of_blank_cells_are(tmp_path: Path) -> None:
    table = read_table(save(tmp_path, "Plan,Why?\nFree,a\n\n,\nPro,b\n"))
    assert table.frame.rows() == [("Free", "a"), (None, None), ("Pro", "b")]
    assert table.remarks == ("1 blank line left out.",)


def test_a_stray_quote_swallows_no_rows(tmp_path: Path) -> None:
    text = 'Plan,Size,Why?\nFree,"5 inch,a\nPro,6 inch,b\nTeam,7 inch,c\n'
    assert [row[0] for row in rows_of(save(tmp_path, text))] == ["Free", "Pro", "Team"]


def test_quotes_with_backslashes_are_read(tmp_path: Path) -> None:
    text = 'Plan,Why?\nFree,"he said \\"no, never\\" twice"\nPro,"fine"\n'
    assert rows_of(save(tmp_path, text))[0] == ("Free", 'he said "no, never" twice')


def test_old_line_ends_and_a_told_separator_are_understood(tmp_path: Path) -> None:
    assert rows_of(save(tmp_path, "Plan,Why?\rFree,a\rPro,b\r")) == [("Free", "a"), ("Pro", "b")]
    assert rows_of(save(tmp_path, "sep=;\nPlan;Why?\nFree;a,b\n")) == [("Free", "a,b")]


def test_one_column_of_sentences_stays_one(tmp_path: Path) -> None:
    text = "What is missing?\nSpeed, mostly\nNothing, really\nDark mode\nExports; also, search\n"
    table = read_table(save(tmp_path, text))
    assert table.frame.columns == ["What is missing?"]
    assert table.rows == 4


def test_escape_codes_are_data(tmp_path: Path) -> None:
    assert (
        rows_of(save(tmp_path, "Plan,Why?\nFree,\x1b[31mred\x1b[0m\n"))[0][1]
        == "\x1b[31mred\x1b[0m"
    )


def test_json_lines_are_flattened_and_bad_ones_are_named(tmp_path: Path) -> None:
    lines = (
        '{"plan": "Free", "answers": {"nps": 7.0, "tools": ["a", "b"]}}\nnonsense\n{"why": true}\n'
    )
    table = read_table(save(tmp_path, lines, "survey.jsonl"))
    assert table.frame.columns == ["plan", "answers.nps", "answers.tools", "why"]
    assert table.frame.rows() == [("Free", "7", "a; b", None), (None, None, None, "true")]
    assert table.remarks == ("1 line is no JSON object and was left out (line 2).",)


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("a.csv", b"", "is empty"),
        ("a.csv", b"\n\n , ,\n", "no text"),
        ("a.csv", b"Plan,Why?\n", "no rows"),
        ("a.csv", b"Plan,Why?\n,\n,\n", "no answers"),
        ("a.csv", bytes(range(256)) * 40, "binary"),
        ("a.csv", b"PK\x03\x04" + b"\0" * 200, "a zip archive"),
        ("a.xlsx", b"PK\x03\x04 broken", "not a whole workbook"),
        ("a.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "password"),
        ("a.xls", b"no workbook at all", "cannot be read as a workbook"),
        ("a.jsonl", b"[1]\nx\n", "No line"),
        ("a.pdf", b"%PDF", "of kind .pdf"),
    ],
)
def test_what_is_no_survey_is_refused_in_words(
    tmp_path: Path, name: str, data: bytes, told: str
) -> None:
    with pytest.raises(InputError, match=told) as caught:
        read_table(save(tmp_path, data, name))
    assert caught.value.hint


def test_a_folder_and_a_missing_file_are_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="is a folder"):
        read_table(tmp_path)
    with pytest.raises(InputError, match="does not exist"):
        read_table(tmp_path / "none.csv")


def test_very_many_columns_are_read(tmp_path: Path) -> None:
    names = [f"Question {place}" for place in range(3_000)]
    table = read_table(save(tmp_path, written([names], [["a", "b"]] * 3_000)))
    assert table.frame.shape == (2, 3_000)


_CELLS = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]) | st.sampled_from(',;"\n'),
    max_size=12,
)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(cells=st.lists(st.tuples(_CELLS, _CELLS, _CELLS), min_size=1, max_size=6))
def test_what_is_written_is_read_again(tmp_path: Path, cells: list[tuple[str, str, str]]) -> None:
    rows = [("Free", "7", "x"), *(("Pro", *row[:2]) for row in cells)]
    text = written([HEAD], list(zip(*rows, strict=True)))
    expected = [tuple(cell.strip() or None for cell in row) for row in rows]
    assert rows_of(save(tmp_path, text)) == expected
