"""Notes and documents as one."""

from pathlib import Path

import pytest

from copilot.errors import NotFound
from copilot.stores.knowledge import Knowledge
from tests.doubles import NOW, knowledge_of


@pytest.fixture
def knowledge(notes_folder: Path, tmp_path: Path) -> Knowledge:
    """Return the tiny notes and one document."""
    known = knowledge_of(notes_folder, tmp_path / "workspace")
    (tmp_path / "own.md").write_text("Zebras graze.")
    known.documents.add([tmp_path / "own.md"], "documents", NOW)
    return known


def test_notes_come_before_documents(knowledge: Knowledge) -> None:
    found = [passage.id for passage in knowledge.all_passages()]
    assert len(found) == 7
    assert found[-1] == "own#summary"


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("emotion-law#the-ban", "emotion-law#the-ban"),
        ("emotion-law", "emotion-law#summary"),
        ("own#summary", "own#summary"),
    ],
)
def test_a_passage_is_found_by_its_id_or_its_document(
    knowledge: Knowledge, wanted: str, found: str
) -> None:
    assert knowledge.passage(wanted).id == found


def test_a_wrong_id_names_its_neighbours(knowledge: Knowledge) -> None:
    with pytest.raises(
        NotFound, match=r"Its document has: emotion-law#summary, emotion-law#the-ban"
    ):
        knowledge.passage("emotion-law#ban")
    with pytest.raises(NotFound, match=r"No passage has the id 'x#y'\.$"):
        knowledge.passage("x#y")


def test_the_version_changes_with_every_text_and_with_nothing_else(
    knowledge: Knowledge, tmp_path: Path
) -> None:
    before = knowledge.version
    assert knowledge_of(tmp_path / "knowledge", tmp_path / "workspace").version == before
    (tmp_path / "own.md").write_text("Zebras sleep.")
    knowledge.documents.add([tmp_path / "own.md"], "documents", NOW)
    assert knowledge.version != before
