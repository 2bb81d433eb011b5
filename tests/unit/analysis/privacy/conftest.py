"""Maskers with the shipped lists."""

import pytest

from copilot.analysis.privacy.masking import Masker
from copilot.analysis.privacy.name_book import Known
from copilot.stores.privacy_books import read_known


@pytest.fixture(scope="session")
def known() -> Known:
    return read_known()


@pytest.fixture
def masker(known: Known) -> Masker:
    return Masker((), known)
