"""Places for logs that are written to a lot."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.unit.stores.decisions.building import quick_folder


@pytest.fixture(scope="module")
def shared_place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Return a folder for all tests of a module."""
    with quick_folder(tmp_path_factory.getbasetemp()) as made:
        yield made


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Path]:
    """Return a folder for one test, on the same disk."""
    with quick_folder(tmp_path) as made:
        yield made
