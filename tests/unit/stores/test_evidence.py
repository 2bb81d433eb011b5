"""What a decision rests on exists, or a person is told before it is recorded."""

import json
from pathlib import Path

import pytest

from copilot.stores.artifacts import Artifacts
from copilot.stores.evidence import evidence_remark, unknown_evidence
from tests.doubles import knowledge_of


@pytest.fixture
def artifacts(tmp_path: Path) -> Artifacts:
    """Return a folder with one kept artifact."""
    folder = tmp_path / "artifacts"
    folder.mkdir()
    (folder / "review-ethics-1.json").write_text(json.dumps({"id": "review-ethics-1"}))
    return Artifacts(folder)


def test_passages_documents_artifacts_and_addresses_are_known(
    tmp_path: Path, notes_folder: Path, artifacts: Artifacts
) -> None:
    names = ["drift#what-to-watch", "drift", "review-ethics-1", "https://example.org/study"]
    assert unknown_evidence(names, knowledge_of(notes_folder, tmp_path), artifacts) == ()


def test_what_nobody_knows_is_named(
    tmp_path: Path, notes_folder: Path, artifacts: Artifacts
) -> None:
    known = knowledge_of(notes_folder, tmp_path)
    names = ["drift#nowhere", "d-20261101-0000000a", "drift"]
    assert evidence_remark(names, known, artifacts) == (
        "Nothing here has the id drift#nowhere or d-20261101-0000000a (evidence)."
    )
    assert evidence_remark([], known, artifacts) == ""
