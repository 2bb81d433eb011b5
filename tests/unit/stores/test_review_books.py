"""Everything a review is computed from, read and checked."""

import shutil
from pathlib import Path

import pytest

from copilot.analysis.review.books import ReviewBooks
from copilot.errors import ContentError
from copilot.settings import content_root
from copilot.stores.notes import Notes
from copilot.stores.review_books import read_review_books

ETHICS = content_root() / "knowledge" / "ethics"


@pytest.fixture
def folder(tmp_path: Path, notes_folder: Path) -> Path:
    """Return three notes with the shipped rules and harms, which cite others."""
    for name in ("rules", "harms"):
        shutil.copytree(ETHICS / name, notes_folder / "ethics" / name)
    return notes_folder


def test_every_note_a_rule_or_incident_names_can_be_cited(books: ReviewBooks) -> None:
    notes = [*(row.note for row in books.rules), *(row.note for row in books.duties)]
    assert {*notes, *(row.id for row in books.incidents)} <= books.passages.keys()
    assert len(books.incidents) >= 44


def test_a_rule_that_cites_a_passage_nobody_wrote_is_refused(folder: Path) -> None:
    with pytest.raises(ContentError, match="no passage"):
        read_review_books(Notes(folder))


def test_a_book_without_its_rules_is_refused(folder: Path) -> None:
    shutil.rmtree(folder / "ethics" / "rules")
    with pytest.raises(ContentError, match=r"facts\.yaml"):
        read_review_books(Notes(folder))
