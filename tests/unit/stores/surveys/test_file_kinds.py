"""Files that are something else than their names say are refused by what they are."""

import gzip
import shlex
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook

from copilot.errors import InputError
from copilot.stores.surveys.reading import read_table


def book() -> bytes:
    written, workbook = BytesIO(), Workbook()
    workbook.worksheets[0].append(["Plan", "Why?"])
    workbook.save(written)
    return written.getvalue()


def office(part: str) -> bytes:
    """Return an archive as office programs write them, with one part beside their list."""
    written = BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr(part, "<x/>")
    return written.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "what", "next_step"),
    [
        ("a.csv", gzip.compress(b"Plan,Why?\nFree,price\n"), "a gzip archive", "gunzip -k"),
        ("a.csv", b"%PDF-1.7\n1 0 obj", "a PDF", "Export"),
        ("a.txt", b"\x89PNG\r\n\x1a\n\0\0", "an image", "Export"),
        ("a.csv", b"\xef\xbb\xbf\n<!DOCTYPE html>\n<html>", "a web page", "download the export"),
        ("a.xls", b"<table><tr><td>Plan</td></tr></table>", "a web page", "save it as CSV"),
        ("a.xls", b"<?xml version='1.0'?><Workbook/>", "an XML file", "save it as .xlsx"),
        ("a.csv", book(), "an Excel workbook", "a.xlsx"),
        ("a.xls", book(), "an Excel workbook", "a.xlsx"),
        ("a.csv", office("word/document.xml"), "a Word document", "Export"),
        ("a.xlsx", office("word/document.xml"), "a Word document", "Export"),
        ("a.csv", office("ppt/presentation.xml"), "a PowerPoint presentation", "Export"),
        ("a.csv", office("survey.csv"), "a zip archive", "unzip"),
        ("a.csv", book()[:200], "a zip archive", "unzip"),
        ("a.xlsx", b"Plan,Why?\nFree,price\n", "a text table", "a.csv"),
        ("a.jsonl", b'[\n {"plan": "Free"},\n {"plan": "Pro"}\n]', "one JSON list", "jq -c"),
        ("a.csv", b'{"plan": "Free"}\n{"plan": "Pro"}\n', "JSON", "a.jsonl"),
    ],
)
def test_a_file_under_a_wrong_name_is_told_with_the_next_step(
    tmp_path: Path, name: str, data: bytes, what: str, next_step: str
) -> None:
    path = tmp_path / name
    path.write_bytes(data)

    with pytest.raises(InputError, match=f"is {what}") as caught:
        read_table(path)

    assert next_step in (caught.value.hint or "")


@pytest.mark.parametrize("text", ["[Plan],Why?\nFree,price\n", "<b>,Why?\nFree,price\n"])
def test_a_header_with_brackets_is_a_table(tmp_path: Path, text: str) -> None:
    path = tmp_path / "a.csv"
    path.write_text(text)

    assert read_table(path).rows == 1


@pytest.mark.parametrize("data", [book(), gzip.compress(b"Plan\n"), b'[{"plan": "Free"}]'])
def test_paths_in_the_next_step_are_safe_to_paste(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "what users' say; 2026.csv"
    path.write_bytes(data)

    with pytest.raises(InputError) as caught:
        read_table(path)

    words = shlex.split((caught.value.hint or "").partition(": ")[2])
    assert str(path) in words
    assert {word for word in words if word.startswith(str(tmp_path))} >= {words[-1]}
