"""`pm-copilot knowledge`."""

import json
from pathlib import Path

import pytest

from tests.unit.cli.running import pm


@pytest.fixture
def own(project: Path) -> Path:
    """Return a folder with one document that has been added."""
    folder = project / "docs"
    folder.mkdir()
    (folder / "zebra.md").write_text("# Zebra plan\n\nQuarkish zebras graze in May.\n")
    assert pm("knowledge", "add", "docs", "--quiet").code == 0
    return folder


def test_adding_tells_what_was_done_and_twice_adds_nothing(own: Path) -> None:
    (own / "photo.jpg").write_bytes(b"x")
    outcome = pm("knowledge", "add", "docs", "--json")
    assert outcome.json["unchanged"] == ["zebra.md"]
    assert outcome.json["added"] == []
    assert "photo.jpg" in outcome.json["skipped"][0]["path"]


def test_what_was_added_is_found_in_another_process(own: Path) -> None:
    [hit] = pm("knowledge", "search", "quarkish zebras", "--json").json["results"]
    assert (hit["id"], hit["collection"]) == ("zebra#zebra-plan", "documents")
    assert hit["text"] == "Quarkish zebras graze in May."


def test_results_are_limited_and_can_be_kept_to_a_collection(own: Path) -> None:
    outcome = pm("knowledge", "search", "human oversight", "-k", "3", "--json")
    assert len(outcome.json["results"]) == 3
    limited = pm("knowledge", "search", "human oversight", "--collection", "documents", "--json")
    assert limited.json["results"] == []
    assert pm("knowledge", "search", "x", "-k", "0").code == 2


def test_nothing_found_is_said(own: Path) -> None:
    assert pm("knowledge", "search", "xyzzy").out == "Nothing was found.\n"


def test_many_queries_give_one_line_each(own: Path, project: Path) -> None:
    lines = [{"id": "a", "text": "zebras"}, {"id": "b", "text": "churn"}]
    (project / "q.jsonl").write_text("\n".join(map(json.dumps, lines)) + "\n\n")
    outcome = pm("knowledge", "search", "--queries", "q.jsonl")
    found = [json.loads(line) for line in outcome.out.splitlines()]
    assert [line["id"] for line in found] == ["a", "b"]
    assert all(line["results"] for line in found)


@pytest.mark.parametrize("line", ["nonsense", "[]", '{"id": 1}', "3"])
def test_a_line_that_is_no_query_is_named(line: str, project: Path) -> None:
    (project / "q.jsonl").write_text(f'{{"id": "a", "text": "x"}}\n{line}\n')
    outcome = pm("knowledge", "search", "--queries", "q.jsonl")
    assert outcome.code == 2
    assert "line 2 has another form" in outcome.err
    assert outcome.out == ""


def test_queries_from_a_file_that_is_missing_are_refused() -> None:
    assert "none.jsonl cannot be read" in pm("knowledge", "search", "--queries", "none.jsonl").err


def test_a_search_needs_a_query() -> None:
    assert "There is no query" in pm("knowledge", "search").err


def test_a_passage_is_shown_with_clause_source_and_day() -> None:
    shown = pm("knowledge", "show", "eu-ai-act-prohibited#emotion-at-work").out
    assert "Clause: EU AI Act Art. 5(1)(f)\nSource: " in shown
    assert "https://" in shown
    assert "As of: 2026-" in shown


def test_a_document_is_removed_after_approval_and_the_original_stays(own: Path) -> None:
    refused = pm("knowledge", "remove", "zebra")
    assert refused.code == 2
    assert "--yes" in refused.err
    assert pm("knowledge", "remove", "zebra", "--yes").code == 0
    assert pm("knowledge", "search", "quarkish", "--json").json["results"] == []
    assert (own / "zebra.md").exists()


def test_a_shipped_note_cannot_be_removed() -> None:
    assert pm("knowledge", "remove", "rice", "--yes").code == 2


def test_the_list_has_documents_and_notes(own: Path) -> None:
    listed = pm("knowledge", "list", "--json").json
    assert [document["slug"] for document in listed["documents"]] == ["zebra"]
    assert "rice" in listed["notes"]
    assert "1 documents, " in pm("knowledge", "list").out


def test_the_check_finds_no_problem_in_what_ships(own: Path) -> None:
    report = pm("knowledge", "check", "--json").json
    assert report["documents"] == 1
    assert report["index_healthy"]
    assert report["notes"] >= 110


def test_a_rebuild_leaves_a_healthy_index(own: Path) -> None:
    assert pm("knowledge", "rebuild").code == 0
    assert pm("knowledge", "check", "--json").json["index_healthy"]
