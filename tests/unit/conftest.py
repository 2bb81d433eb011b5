"""What unit tests of several folders share: the shipped rules, read once."""

from pathlib import Path

import pytest

from copilot.analysis.review.books import ReviewBooks
from copilot.analysis.review.reviewer import Reviewer
from copilot.settings import content_root
from copilot.stores.notes import Notes
from copilot.stores.review_books import read_review_books
from tests.unit.reviewing import ReviewServices


@pytest.fixture(scope="session")
def books() -> ReviewBooks:
    """Return the shipped rules, harms and incidents."""
    return read_review_books(Notes(content_root() / "knowledge"))


@pytest.fixture(scope="session")
def reviewer(books: ReviewBooks) -> Reviewer:
    """Return a reviewer that reads by phrases alone."""
    return Reviewer(books)


@pytest.fixture
def bare(reviewer: Reviewer, notes_folder: Path, tmp_path: Path) -> ReviewServices:
    """Return services with the shared reviewer and without a model."""
    flags = {"model": "none"}
    return ReviewServices(reviewer, notes_folder, tmp_path / "workspace", flags=flags)
