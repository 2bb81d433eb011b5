"""The command line's tests: a folder of their own, search by words, no model."""

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def project(tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in an empty folder, without a model and with search by words."""
    folder = tmp_path / "project"
    folder.mkdir()
    monkeypatch.chdir(folder)
    monkeypatch.setenv("PM_COPILOT_EMBEDDER", "none")
    monkeypatch.setenv("PM_COPILOT_OLLAMA_URL", "http://127.0.0.1:9")
    return folder
