"""Contracts read what ships; a home that nobody creates is enough for most of them."""

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return one home for all, so that two thousand tests do not make a folder each."""
    folder = tmp_path_factory.getbasetemp() / "home"
    monkeypatch.setenv("PM_COPILOT_HOME", str(folder))
    return folder
