"""Places for logs that are written to a lot."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

MEMORY = Path("/dev/shm")


def _made(otherwise: Path) -> Path:
    folder = MEMORY if os.access(MEMORY, os.W_OK) else otherwise
    return Path(tempfile.mkdtemp(dir=folder)).resolve()


@pytest.fixture(scope="module")
def shared_place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Return a folder for a module, in memory where the system has a place for that."""
    made = _made(tmp_path_factory.getbasetemp())
    yield made
    shutil.rmtree(made)


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Path]:
    """Return a folder for one test, on the same disk."""
    made = _made(tmp_path)
    yield made
    shutil.rmtree(made)
