"""Workbooks: values as one would write them, and none that would fill the memory."""

import struct
import zipfile
from datetime import date, datetime, time
from pathlib import Path

import pytest
from openpyxl import Workbook

from copilot.errors import InputError
from copilot.stores.surveys.reading import read_table


def workbook(path: Path, *rows: list[object], others: tuple[str, ...] = ()) -> Path:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Answers"
    for row in rows:
        sheet.append(row)
    for name in others:
        book.create_sheet(name).append(["x"])
    book.save(path)
    return path


def test_numbers_and_dates_come_as_one_writes_them(tmp_path: Path) -> None:
    path = workbook(
        tmp_path / "a.xlsx",
        ["When", "Score", "Share", "At", "Active", "Code"],
        [date(2025, 3, 1), 7.0, 0.25, time(9, 30), True, "007"],
        [
            datetime.fromisoformat("2025-03-02 10:05"),
            10,
            None,
            None,
            False,
            " x ",
        ],
    )
    assert read_table(path).frame.rows() == [
        ("2025-03-01", "7", "0.25", "09:30:00", "true", "007"),
        ("2025-03-02 10:05:00", "10", None, None, "false", "x"),
    ]


def test_titles_are_skipped_and_other_sheets_are_named(tmp_path: Path) -> None:
    path = workbook(
        tmp_path / "a.xlsx",
        ["Survey of March"],
        [],
        ["Plan", "Score", "Why?"],
        ["Free", 3, "slow"],
        ["Pro", 9, "good"],
        others=("Notes",),
    )
    table = read_table(path)
    assert table.frame.columns == ["Plan", "Score", "Why?"]
    assert table.rows == 2
    assert table.remarks[0] == "Sheet Answers was read, of 2; not read: Notes."


def test_an_empty_workbook_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no cells"):
        read_table(workbook(tmp_path / "a.xlsx"))


@pytest.mark.parametrize("claimed", [60_000_000, 2_000])
def test_a_workbook_that_would_fill_the_memory_is_not_opened(tmp_path: Path, claimed: int) -> None:
    path = tmp_path / "bomb.xlsx"
    size = 60_000_000
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b"0" * size)
    honest = path.read_bytes()
    path.write_bytes(honest.replace(struct.pack("<I", size), struct.pack("<I", claimed)))
    with pytest.raises(InputError, match="times its size, so it was not opened") as caught:
        read_table(path)
    assert "CSV" in caught.value.hint
