"""What every note of the knowledge owes."""

import re
from collections import Counter
from datetime import date

import pytest

from copilot.domain.document import Passage
from copilot.settings import content_root
from copilot.stores.notes import Notes

NOTES = Notes(content_root() / "knowledge")
PASSAGES = list(NOTES.all_passages())
FIRST_REVIEW, LAST_REVIEW = date(2026, 11, 1), date(2026, 11, 23)
"""When the notes were last gone through; today's date would make this test rot."""
DATA = ("vectors.npz", "ethics/rules/*.yaml", "ethics/harms/*.yaml", "ethics/examples/*")
"""What the folder holds besides notes."""
every_note = pytest.mark.parametrize("slug", NOTES.paths)


def body_of(slug: str) -> str:
    return NOTES.paths[slug].read_text("utf-8").split("\n---\n", 1)[1]


def words(passage: Passage) -> int:
    return len(passage.text.split())


def test_there_are_at_least_110_notes_and_no_slug_twice() -> None:
    files = list(NOTES.folder.glob("*/*.md"))
    assert len(NOTES.paths) == len(files) >= 110


def test_every_file_of_the_folder_is_a_note_or_known_data() -> None:
    files = {path for path in NOTES.folder.rglob("*") if path.is_file()}
    data = {pattern: set(NOTES.folder.glob(pattern)) for pattern in DATA}
    assert all(data.values())
    assert files == set(NOTES.paths.values()).union(*data.values())


@every_note
def test_it_says_where_it_comes_from(slug: str) -> None:
    header = NOTES.header(slug)
    assert re.fullmatch(r"https://[\w.-]+\.[a-z]+(/\S*)?", header.url)
    assert header.licence
    assert header.source
    assert header.tags


@every_note
def test_it_was_reviewed_with_the_others_and_holds_for_no_later_day(slug: str) -> None:
    header = NOTES.header(slug)
    assert FIRST_REVIEW <= header.reviewed <= LAST_REVIEW
    assert header.as_of <= header.reviewed


@every_note
def test_it_has_one_level_of_headings_and_each_once(slug: str) -> None:
    headings = re.findall(r"^(#+)\s+(.+)$", body_of(slug), re.MULTILINE)
    assert headings
    assert {marks for marks, _ in headings} == {"##"}
    assert len({text.lower() for _, text in headings}) == len(headings)


@every_note
def test_it_is_short_and_begins_with_a_summary(slug: str) -> None:
    assert len(NOTES.paths[slug].read_text("utf-8").splitlines()) < 130
    assert NOTES.passages(slug)[0].id == f"{slug}#summary"


@every_note
def test_its_passages_can_be_read_alone(slug: str) -> None:
    sizes = {passage.id: words(passage) for passage in NOTES.passages(slug)}
    assert {key: size for key, size in sizes.items() if not 20 <= size <= 220} == {}


@every_note
def test_a_clause_line_stands_first_in_its_passage(slug: str) -> None:
    assert not any("Clause:" in passage.text for passage in NOTES.passages(slug))


@every_note
def test_related_notes_exist_and_are_others(slug: str) -> None:
    related = {name for passage in NOTES.passages(slug) for name in passage.related}
    assert related <= set(NOTES.paths) - {slug}
    assert not any(re.search(r"\bRelated:", passage.text) for passage in NOTES.passages(slug))


def test_ids_are_unique_over_the_whole_knowledge() -> None:
    counted = Counter(passage.id for passage in PASSAGES)
    assert [key for key, times in counted.items() if times > 1] == []


def test_no_clause_is_explained_twice() -> None:
    counted = Counter(clause for passage in PASSAGES for clause in passage.clauses)
    assert [clause for clause, times in counted.items() if times > 1] == []


def test_no_passage_is_a_copy_of_another() -> None:
    assert len({passage.text for passage in PASSAGES}) == len(PASSAGES)
