"""Files of many kinds as Markdown."""

import os
from pathlib import Path

import pytest

from copilot.errors import InputError
from copilot.stores.converter import LARGEST_BYTES, to_markdown

GERMAN = (
    "Die Prüfung der Anträge erfolgt für alle Bürgerinnen und Bürger gemäß der Verordnung. " * 5
)


def written(folder: Path, name: str, content: bytes) -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "latin-1", "utf-16"])
def test_text_is_read_in_the_encodings_people_have(encoding: str, tmp_path: Path) -> None:
    path = written(tmp_path, "german.txt", GERMAN.encode(encoding))
    assert to_markdown(path).strip() == GERMAN.strip()


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("zip.md", b"PK\x03\x04\x00\x00", "binary file, whatever its name says"),
        ("empty.md", b"", "no text was found"),
        ("blank.txt", b" \n\t\n", "no text was found"),
        ("broken.pdf", b"%PDF-1.7 and nothing more", "could not be read as pdf"),
        ("broken.docx", b"PK\x03\x04 no document", "could not be read as docx"),
        ("photo.jpg", b"\xff\xd8", r"files of kind \.jpg are not read"),
        ("README", b"text", r"files of kind \(none\) are not read"),
    ],
)
def test_what_cannot_be_read_says_why(name: str, content: bytes, why: str, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=why):
        to_markdown(written(tmp_path, name, content))


def test_a_file_that_is_too_large_is_refused_without_reading_it(tmp_path: Path) -> None:
    path = written(tmp_path, "large.txt", b"")
    os.truncate(path, LARGEST_BYTES + 1)
    with pytest.raises(InputError, match="50 MB is more than the 50 MB"):
        to_markdown(path)


def test_html_becomes_markdown_without_its_scripts(tmp_path: Path) -> None:
    page = b"<html><body><h1>Plan</h1><script>evil()</script><p>Ship it.</p></body></html>"
    text = to_markdown(written(tmp_path, "page.html", page))
    assert "# Plan" in text
    assert "Ship it." in text
    assert "evil" not in text


def test_a_table_becomes_a_markdown_table(tmp_path: Path) -> None:
    assert "| Ada | 5 |" in to_markdown(written(tmp_path, "t.csv", b"name,score\nAda,5\n"))
