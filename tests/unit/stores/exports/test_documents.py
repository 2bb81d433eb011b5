"""Markdown and Word documents, read again."""

import io
import re
from datetime import datetime
from typing import Any

import pytest
import yaml
from docx import Document
from hypothesis import given, settings

from copilot.domain.artifact import Artifact
from copilot.domain.story import Stories
from copilot.stores.exports.exporting import exported
from copilot.stores.exports.written import flat, safe
from tests.unit.stores.exports.kept import (
    STORY,
    kept_spec,
    kept_stories,
    nasty_artifacts,
    said_steps,
)
from tests.unit.stores.exports.test_exporting import KEPT_REVIEW


def markdown(artifact: Artifact) -> tuple[dict[str, Any], str]:
    """Return the front matter and the text of an export."""
    [file] = exported(artifact, "markdown")
    _, front, text = file.data.decode().split("---\n", 2)
    return yaml.safe_load(front), text


def word(artifact: Artifact) -> Any:
    """Return the Word document of an artifact."""
    [file] = exported(artifact, "docx")
    return Document(io.BytesIO(file.data))


def words(document: Any) -> list[tuple[str, str]]:
    """Return style and text of all paragraphs, tables last."""
    found = [(one.style.name, one.text) for one in document.paragraphs]
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return [*found, *(("cell", text) for text in cells)]


def test_front_matter_names_the_artifact_its_making_and_its_sources() -> None:
    front, _ = markdown(kept_stories(STORY))
    assert front["id"] == "draft-story-20261122-abcdef"
    assert front["sources"] == ["FR-001", "note#part", "S1"]
    assert front["provenance"]["model"] == "local:tiny"
    assert front["provenance"]["decision_log"] == "7:deadbeef"
    assert datetime.fromisoformat(front["provenance"]["created"])


def test_every_source_that_a_story_names_has_a_footnote() -> None:
    _, text = markdown(kept_stories(STORY))
    assert "Sources: [FR-001][^s1], [note#part][^s2]" in text
    assert "[^s1]: FR-001: Guests can hide their age. (cited: S1)\n" in text
    assert "[^s2]: note#part: A note: Part (Art. 1). Somebody: “Say why.”\n" in text
    assert "# Stories: age[^origin]" in text
    assert "[^origin]: draft-story-20261122-abcdef, made 2026-11-22; by local:tiny" in text


def test_sources_that_no_footnote_tells_stand_in_a_section() -> None:
    _, text = markdown(kept_stories(STORY))
    assert "## Sources\n\n- S1: Guests can hide their age.\n" in text


def test_a_statement_of_a_specification_has_its_footnote() -> None:
    _, text = markdown(kept_spec())
    assert "*(cited: S1)*[^s1]" in text
    assert "[^s1]: S1: Guests can hide their age.\n" in text


@settings(max_examples=60)
@given(nasty_artifacts())
def test_no_text_of_a_story_begins_a_line_of_its_own(artifact: Artifact) -> None:
    front, text = markdown(artifact)
    assert flat(str(front["title"])) == flat(safe(artifact.title))
    assert isinstance(artifact.body, Stories)
    headings = [line for line in text.split("\n") if re.match(r"#{1,2} ", line)]
    assert len([one for one in headings if one.startswith("## US-")]) == len(artifact.body.stories)
    for story in artifact.body.stories:
        for criterion in story.criteria:
            told = [f"- *{keyword}* {flat(safe(text_))}" for keyword, text_ in criterion.steps]
            assert "\n".join([f"**{criterion.id}**", *told]) in text


def test_a_word_document_has_headings_lists_and_sources() -> None:
    found = words(word(kept_stories(STORY)))
    assert found[0] == ("Title", "Stories: age")
    for wanted in (
        ("Heading 1", "US-001 Hide the age"),
        ("Heading 2", "Acceptance criteria"),
        ("Heading 3", "AC-001.1"),
        ("List Bullet", "Then <age> is gone"),
        ("Heading 1", "Sources"),
        ("List Bullet", "FR-001: Guests can hide their age. (cited: S1)"),
        ("List Bullet", "note#part: A note: Part (Art. 1). Somebody: “Say why.”"),
        ("Heading 1", "Notes"),
        ("List Bullet", "One source was removed."),
    ):
        assert wanted in found


def test_its_properties_are_those_of_the_artifact_and_not_of_a_template() -> None:
    properties = word(kept_stories(STORY)).core_properties
    assert properties.title == "Stories: age"
    assert properties.comments.startswith("draft-story-20261122-abcdef, made 2026-11-22")
    assert "python-docx" not in f"{properties.author} {properties.comments}"


def test_a_specification_keeps_ids_marks_and_consequences() -> None:
    found = words(word(kept_spec()))
    assert ("List Bullet", "problem-1 Guests | are *asked* <age>. (cited: S1)") in found
    assert ("List Bullet 2", "=HYPERLINK(1)") in found
    assert ("Normal", "a) Who decides?") in found


@settings(max_examples=30)
@given(nasty_artifacts())
def test_a_word_document_holds_every_step_whatever_its_text(artifact: Artifact) -> None:
    assert isinstance(artifact.body, Stories)
    found = [flat(text) for _, text in words(word(artifact))]
    for story in artifact.body.stories:
        assert flat(f"{story.id} {safe(story.title)}") in found
        for criterion in story.criteria:
            assert all(step in found for step in said_steps(criterion))


@pytest.mark.parametrize("name", ["markdown", "docx", "json"])
def test_a_review_is_exported_as_a_document(name: str) -> None:
    [file] = exported(KEPT_REVIEW, name)
    assert file.data
    if name == "docx":
        texts = [text for _, text in words(word(KEPT_REVIEW))]
        assert "Ethics review: “ü”" in texts
        assert not [text for text in texts if "**" in text or text.startswith("#")]
