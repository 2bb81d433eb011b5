"""Shipped notes."""

from pathlib import Path

import pytest

from copilot.errors import ContentError
from copilot.stores.notes import Notes
from tests.doubles import NOTES


def note(folder: Path, text: str) -> Notes:
    (folder / "law").mkdir(exist_ok=True)
    (folder / "law" / "one.md").write_text(text, "utf-8")
    return Notes(folder)


def test_a_note_is_cut_at_its_headings_and_carries_where_it_comes_from(notes_folder: Path) -> None:
    summary, ban = Notes(notes_folder).passages("emotion-law")
    assert (summary.id, ban.id) == ("emotion-law#summary", "emotion-law#the-ban")
    assert ban.title == "Emotion law: The ban"
    assert ban.clauses == ("EU AI Act Art. 5(1)(f)",)
    assert ban.related == ("tiny-rice",)
    assert ban.text.endswith("only exceptions.")
    assert (ban.document, ban.collection) == ("law/emotion-law.md", "notes")
    assert str(ban.as_of) == "2026-08-02"


def test_the_clause_index_points_to_the_passage_that_explains_it(notes_folder: Path) -> None:
    assert Notes(notes_folder).clause_index() == {"EU AI Act Art. 5(1)(f)": "emotion-law#the-ban"}


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("licence: own words, MIT\n", "", "licence: Field required"),
        ("kind: regulation", "kind: poem", "kind: Input should be"),
        ("tags: [test]", "tags: [test]\nmood: good", "mood: Extra inputs"),
        ("title: Emotion law", "title: [", "one.md does not load"),
        ("reviewed: 2026-11-22", "reviewed: soon", "reviewed: "),
    ],
)
def test_a_note_with_wrong_front_matter_is_refused(
    old: str, new: str, message: str, tmp_path: Path
) -> None:
    notes = note(tmp_path, NOTES["law/emotion-law.md"].replace(old, new))
    with pytest.raises(ContentError, match=message):
        notes.passages("one")


def test_a_note_without_front_matter_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match=r"Note one\.md does not load"):
        note(tmp_path, "Just text.").header("one")
