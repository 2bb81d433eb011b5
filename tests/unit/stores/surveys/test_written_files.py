"""What is written beside a summary, and what stays as it is."""

import json
import resource
from pathlib import Path

import numpy as np
import pytest

from copilot.analysis.surveys.assignments import EXCLUDED, LABELLED, PROPAGATED, Assignments
from copilot.domain.survey_themes import CodebookTheme
from copilot.errors import InputError, LogError
from copilot.stores.surveys.codebook_file import read_codebook
from copilot.stores.surveys.written_files import (
    require_free,
    write_assignments,
    write_codebook,
    write_page,
)


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


def test_a_link_to_nothing_is_told_and_stays(tmp_path: Path) -> None:
    link = tmp_path / "page.html"
    link.symlink_to(tmp_path / "gone.html")
    with pytest.raises(InputError, match=r"page\.html is there already"):
        require_free(link)
    with pytest.raises(InputError, match=r"page\.html is there already"):
        write_page(link, "page")
    assert link.is_symlink()
    assert not (tmp_path / "gone.html").exists()


def test_a_folder_that_is_missing_is_told(tmp_path: Path) -> None:
    with pytest.raises(LogError, match="cannot be written"):
        write_page(tmp_path / "none" / "page.html", "page")


def test_nothing_is_left_of_a_file_that_could_not_be_ended(tmp_path: Path) -> None:
    path, before = tmp_path / "page.html", resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1_000, before[1]))
    try:
        with pytest.raises(LogError, match="cannot be written"):
            write_page(path, "x" * 100_000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert not path.exists()
