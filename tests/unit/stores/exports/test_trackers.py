"""Files for trackers, read again by the rules of each importer."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings

from copilot.domain.artifact import Artifact
from copilot.domain.story import Stories, Story
from copilot.stores.exports.exporting import exported
from copilot.stores.exports.written import flat
from tests.unit.stores.exports.importers import (
    Item,
    read_azure,
    read_github,
    read_jira,
    read_linear,
)
from tests.unit.stores.exports.kept import (
    STORY,
    kept_spec,
    kept_stories,
    nasty_artifacts,
    said,
    said_steps,
)

READERS: dict[str, Callable[[bytes], list[Item]]] = {
    "jira-csv": read_jira,
    "linear-csv": read_linear,
    "azure-csv": read_azure,
    "github-json": read_github,
}
every_tracker = pytest.mark.parametrize("form", READERS)


def imported(artifact: Artifact, form: str) -> list[Item]:
    """Return the items that a tracker makes of an artifact, without what stands above them."""
    [file] = exported(artifact, form)
    items = READERS[form](file.data)
    if form == "azure-csv":
        above, *items = items
        assert (above.kind, above.parent) == ("Feature", "")
        assert {item.parent for item in items} == {above.title}
    return items


def whole(item: Item) -> str:
    """Return all that an item says, on one line."""
    return flat(f"{item.text}\n{item.criteria}")


def assert_nothing_is_lost(story: Story, item: Item) -> None:
    """Check that an item has every part of its story."""
    assert item.title.startswith(said(f"{story.id} {story.title}")[:200])
    for part in (story.title, story.as_a, story.i_want, story.so_that):
        assert said(part).rstrip(".,;") in flat(f"{item.title} {whole(item)}")
    for criterion in story.criteria:
        assert criterion.id in whole(item)
        assert all(step in whole(item) for step in said_steps(criterion))
    for part in (*story.sources, *story.assumptions, *story.depends_on):
        assert said(part) in whole(item)


@every_tracker
@settings(max_examples=60)
@given(artifact=nasty_artifacts())
def test_every_story_comes_back_whole_whatever_its_texts(form: str, artifact: Artifact) -> None:
    assert isinstance(artifact.body, Stories)
    items = imported(artifact, form)
    for story, item in zip(artifact.body.stories, items, strict=True):
        assert_nothing_is_lost(story, item)


@every_tracker
def test_an_item_says_where_it_comes_from(form: str) -> None:
    [item] = imported(kept_stories(STORY), form)
    assert "draft-story-20261122-abcdef, made 2026-11-22; by local:tiny" in whole(item)
    assert "decision log at 7:deadbeef" in whole(item)
    assert "FR-001: Guests can hide their age. (cited: S1)" in whole(item)
    assert "note#part: A note: Part (Art. 1). Somebody" in whole(item)


@every_tracker
def test_kind_and_requirements_are_labels(form: str) -> None:
    [item] = imported(kept_stories(STORY), form)
    assert item.labels == ("functional", "FR-001")


@every_tracker
def test_a_place_in_angle_brackets_is_text_and_no_html(form: str) -> None:
    [item] = imported(kept_stories(STORY), form)
    assert "Then <age> is gone" in whole(item)


@pytest.mark.parametrize("form", ["jira-csv", "linear-csv", "azure-csv"])
def test_an_estimate_comes_along_and_none_is_made_up(form: str) -> None:
    without = STORY.model_copy(update={"id": "US-002", "estimate": None})
    assert [item.estimate for item in imported(kept_stories(STORY, without), form)] == [3, None]
    assert [item.estimate for item in imported(kept_stories(without), form)] == [None]


@every_tracker
def test_requirements_of_a_specification_are_items(form: str) -> None:
    items = imported(kept_spec(), form)
    assert [item.title for item in items] == [
        "FR-001 Guests can hide their age.",
        "FR-002 Guests can hide their age.",
    ]
    assert "The age is not shown." in whole(items[0])
    assert "=HYPERLINK(1)" in whole(items[0])
    assert items[1].labels == ("requirement", "assumed")


@every_tracker
def test_a_title_too_long_for_trackers_is_cut_and_stands_whole_in_the_text(form: str) -> None:
    long = STORY.model_copy(update={"title": "word " * 100 + "end"})
    [item] = imported(kept_stories(long), form)
    assert item.title.endswith("…")
    assert "word end" in whole(item)


def test_jira_gets_a_column_for_each_label_and_full_rows() -> None:
    more = STORY.model_copy(update={"sources": ["FR-001", "FR-002", "FR-003"]})
    fewer, many = imported(kept_stories(STORY, more), "jira-csv")
    assert (len(fewer.labels), len(many.labels)) == (2, 4)
    assert {fewer.kind, many.kind} == {"Story"}


def test_azure_has_criteria_in_their_own_field() -> None:
    [item] = imported(kept_stories(STORY), "azure-csv")
    assert "AC-001.1" in item.criteria
    assert "AC-001.1" not in item.text
    assert item.kind == "User Story"
