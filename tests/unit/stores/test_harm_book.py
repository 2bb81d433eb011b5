"""The harm book is read whole and checked, or refused with the place of the mistake."""

import shutil
from pathlib import Path

import pytest

from copilot.errors import ContentError
from copilot.settings import content_root
from copilot.stores.harm_book import read_harm_book, read_incidents, read_signals
from copilot.stores.notes import Notes

SHIPPED = content_root() / "knowledge" / "ethics" / "harms"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a copy of the book that a test may spoil."""
    return Path(shutil.copytree(SHIPPED, tmp_path / "harms"))


def spoil(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_the_shipped_book_is_read() -> None:
    book = read_harm_book(SHIPPED)
    assert len(book.types) >= 20
    assert book.type("privacy").corner == "ethics"


@pytest.mark.parametrize(
    ("file", "old", "new", "complaint"),
    [
        ("patterns.yaml", "when: acts_as_companion", "when: acts_as_freind", "acts_as_freind"),
        ("patterns.yaml", "type: privacy", "type: privcy", "is of type privcy"),
        ("patterns.yaml", "[stop-scoring]", "[stop-scroing]", "mitigation stop-scroing"),
        ("patterns.yaml", "who: '{decider}'", "who: '{decidr}'", "placeholder {decidr}"),
        ("patterns.yaml", "[workers, pupils]", "[workers, puppils]", "group puppils"),
        ("patterns.yaml", "severity: stake", "severity: 5", "severity"),
        ("patterns.yaml", "    likelihood: 3", "    likelyhood: 3", "likelihood"),
        ("patterns.yaml", "when: scrapes_data", "when: {some: [scrapes_data]}", "some"),
        ("people.yaml", "when: affects_voters", "when: affects_citizens", "affects_citizens"),
        ("duties.yaml", "facts: affects_workers", "facts: affects_staff", "duty tell-workers"),
        ("questions.yaml", "  can_contest:", "  may_contest:", "may_contest"),
        ("facts.yaml", "affects_voters: ", "affects_voters ", "facts.yaml"),
        ("taxonomy.yaml", "types:", "- types:", "taxonomy.yaml"),
    ],
)
def test_a_mistake_is_named(folder: Path, file: str, old: str, new: str, complaint: str) -> None:
    spoil(folder / file, old, new)
    with pytest.raises(ContentError) as caught:
        read_harm_book(folder)
    assert complaint in caught.value.message
    assert "knowledge/ethics/harms" in caught.value.hint


def test_a_file_that_is_missing_is_named(folder: Path) -> None:
    (folder / "people.yaml").unlink()
    with pytest.raises(ContentError, match=r"people\.yaml cannot be read"):
        read_harm_book(folder)


def test_a_file_that_holds_a_list_is_refused(folder: Path) -> None:
    (folder / "people.yaml").write_text("- one\n", encoding="utf-8")
    with pytest.raises(ContentError, match=r"people\.yaml holds no mapping"):
        read_harm_book(folder)


def test_incidents_and_cases_bear_the_tags_of_the_book() -> None:
    book = read_harm_book(SHIPPED)
    rows = {row.id: row for row in read_incidents(Notes(content_root() / "knowledge"), book)}
    assert "hiring" in rows["incident-hirevue-face-analysis#summary"].tags
    assert "discrimination" in rows["case-amazon-recruiting-tool#summary"].tags
    assert all(id.startswith(("incident-", "case-")) for id in rows)


def test_phrases_for_a_fact_that_is_not_there_are_refused(folder: Path) -> None:
    book = read_harm_book(folder)
    spoil(folder / "signals.yaml", "name: moves_money", "name: moves_mony")
    with pytest.raises(ContentError, match=r"signals\.yaml shows moves_mony"):
        read_signals(folder, book)


def test_phrases_that_are_malformed_are_refused(folder: Path) -> None:
    book = read_harm_book(folder)
    spoil(folder / "signals.yaml", "shows:", "showz:")
    with pytest.raises(ContentError, match=r"signals\.yaml"):
        read_signals(folder, book)
