"""Which artifact can be exported as what."""

import json

import pytest
from hypothesis import given, settings

from copilot.analysis.gherkin.parsing import pickles_of
from copilot.domain.artifact import Artifact
from copilot.domain.story import Stories
from copilot.errors import InputError
from copilot.stores.exports.exporting import FORMATS, exported, formats_of
from copilot.stores.exports.written import flat, safe
from tests.unit.stores.exports.kept import STORY, kept_spec, kept_stories, nasty_artifacts
from tests.unit.stores.test_artifacts import REVIEW

KEPT_REVIEW = REVIEW.model_copy(update={"id": "review-ethics-1"})


def test_stories_can_be_exported_as_everything() -> None:
    for name in FORMATS:
        assert exported(kept_stories(STORY), name)


@pytest.mark.parametrize("name", ["jira-csv", "linear-csv", "azure-csv", "github-json", "feature"])
def test_a_review_is_no_item_and_the_hint_says_what_it_can_be(name: str) -> None:
    with pytest.raises(
        InputError, match=f"review_ethics, which cannot be exported as {name}"
    ) as no:
        exported(KEPT_REVIEW, name)
    assert no.value.hint == "It can be exported as markdown, json, docx."


def test_a_specification_has_no_scenarios() -> None:
    assert formats_of(kept_spec()) == [name for name in FORMATS if name != "feature"]


@pytest.mark.parametrize("name", ["jira-csv", "azure-csv", "feature"])
def test_no_stories_are_nothing_for_a_tracker(name: str) -> None:
    with pytest.raises(InputError, match="has no stories"):
        exported(kept_stories(), name)


def test_a_name_that_leads_elsewhere_makes_no_path() -> None:
    stray = kept_stories(STORY).model_copy(update={"id": "../../etc/x"})
    names = [file.name for name in FORMATS for file in exported(stray, name)]
    assert not [name for name in names if "/" in name or name.startswith(".")]


@settings(max_examples=60)
@given(nasty_artifacts())
def test_json_is_the_artifact_itself(artifact: Artifact) -> None:
    [file] = exported(artifact, "json")
    read = json.loads(file.data)
    body = Stories.model_validate(read["body"])
    assert Artifact.model_validate({**read, "body": body}).provenance == artifact.provenance
    assert isinstance(artifact.body, Stories)
    assert [one.title for one in body.stories] == [safe(one.title) for one in artifact.body.stories]


@settings(max_examples=60)
@given(nasty_artifacts())
def test_there_is_a_feature_file_a_story_with_all_its_steps(artifact: Artifact) -> None:
    assert isinstance(artifact.body, Stories)
    files = exported(artifact, "feature")
    assert [file.name for file in files] == [f"{one.id}.feature" for one in artifact.body.stories]
    for file, story in zip(files, artifact.body.stories, strict=True):
        run = [text for one in pickles_of(file.data.decode()) for _, text in one.steps]
        told = [flat(safe(text)) for one in story.criteria for _, text in one.steps]
        assert run == [text for text in told if text]
        assert all(source in file.data.decode() for source in story.sources)


def test_feature_files_of_stories_with_one_id_have_two_names() -> None:
    again = STORY.model_copy(update={"id": "us-001"})
    files = exported(kept_stories(STORY, again), "feature")
    assert [file.name for file in files] == ["US-001.feature", "us-001-2.feature"]


def test_a_feature_file_says_what_was_asked_for_and_where_it_comes_from() -> None:
    [file] = exported(kept_stories(STORY), "feature")
    text = file.data.decode()
    assert "# From draft-story-20261122-abcdef, made 2026-11-22; by local:tiny" in text
    assert "# FR-001: Guests can hide their age.\n" in text
