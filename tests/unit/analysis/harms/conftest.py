"""The book that ships: its data is half of the judgement."""

import pytest

from copilot.analysis.harms.patterns import HarmBook
from copilot.settings import content_root
from copilot.stores.harm_book import read_harm_book


@pytest.fixture(scope="session")
def book() -> HarmBook:
    """Return the shipped book."""
    return read_harm_book(content_root() / "knowledge" / "ethics" / "harms")
