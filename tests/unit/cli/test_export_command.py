"""`pm-copilot export`."""

import csv
import json
from pathlib import Path

import pytest

from copilot.services import Services
from tests.unit.cli.running import pm
from tests.unit.stores.exports.kept import STORY, kept_spec, kept_stories

ID = "draft-story-20261122-abcdef"
SPEC = "draft-spec-20261122-abcdef"
TWO = "draft-story-20261122-two"


@pytest.fixture(autouse=True)
def kept(project: Path) -> None:
    """Keep one story, two stories, and a specification in the workspace of the folder."""
    artifacts = Services().artifacts
    second = STORY.model_copy(update={"id": "US-002"})
    artifacts.keep(kept_stories(STORY))
    artifacts.keep(kept_stories(STORY, second).model_copy(update={"id": TWO}))
    artifacts.keep(kept_spec())


def test_a_file_is_written_where_it_is_wanted_and_named_on_stdout(project: Path) -> None:
    outcome = pm("export", ID, "--format", "jira-csv", "--out", "sub/jira.csv")
    assert (outcome.code, outcome.out) == (0, "sub/jira.csv\n")
    rows = list(csv.reader((project / "sub/jira.csv").read_text("utf-8").splitlines()))
    assert rows[0][:2] == ["Summary", "Issue Type"]
    assert rows[1][0] == "US-001 Hide the age"


def test_a_folder_gets_a_file_named_after_the_artifact(project: Path) -> None:
    outcome = pm("export", SPEC, "--format", "docx", "--out", ".", "--json")
    assert outcome.json == {"id": SPEC, "format": "docx", "files": [f"{SPEC}.docx"]}
    assert (project / f"{SPEC}.docx").read_bytes().startswith(b"PK")


def test_text_goes_to_stdout_with_a_dash_and_nothing_else_does() -> None:
    outcome = pm("export", ID, "--format", "feature", "--out", "-")
    assert outcome.code == 0
    assert "@US-001 @functional\nFeature: Hide the age\n" in outcome.out
    assert json.loads(pm("export", ID, "--format", "json", "--out", "-", "--json").out)["id"] == ID


def test_several_stories_become_a_folder_of_feature_files(project: Path) -> None:
    outcome = pm("export", TWO, "--format", "feature", "--out", "features")
    assert outcome.out.splitlines() == ["features/US-001.feature", "features/US-002.feature"]
    assert pm("lint-criteria", "features/US-002.feature").out == "2 scenarios, no findings.\n"


def test_a_file_that_is_there_is_replaced_only_with_approval(project: Path) -> None:
    (project / "a.md").write_text("mine")
    refused = pm("export", ID, "--format", "markdown", "--out", "a.md")
    assert refused.code == 2
    assert "This needs approval: Replace a.md?" in refused.err
    assert (project / "a.md").read_text() == "mine"
    assert pm("export", ID, "--format", "markdown", "--out", "a.md", "--yes").code == 0
    assert (project / "a.md").read_text("utf-8").startswith("---\nid: draft-story-")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ((SPEC, "--format", "feature", "--out", "x"), "cannot be exported as feature"),
        ((ID, "--format", "docx", "--out", "-"), "no text for stdout"),
        ((TWO, "--format", "feature", "--out", "-"), "There are 2 files to write"),
        ((ID, "--format", "markdown", "--out", "-", "--json"), "Stdout cannot take both"),
        ((ID, "--format", "pdf", "--out", "x"), "'pdf' is not one of"),
        (("nothing", "--format", "json", "--out", "x"), "There is no artifact 'nothing'"),
    ],
)
def test_what_cannot_be_written_is_an_error_of_input(
    project: Path, arguments: tuple[str, ...], told: str
) -> None:
    outcome = pm("export", *arguments)
    assert (outcome.code, outcome.out) == (2, "")
    assert told in outcome.err
    assert not (project / "x").exists()


def test_a_folder_of_features_cannot_be_a_file(project: Path) -> None:
    (project / "file").write_text("mine")
    outcome = pm("export", TWO, "--format", "feature", "--out", "file", "--yes")
    assert outcome.code == 2
    assert (project / "file").read_text() == "mine"


def test_a_place_that_cannot_be_written_is_told(project: Path) -> None:
    (project / "file").write_text("mine")
    outcome = pm("export", ID, "--format", "json", "--out", "file/below.json")
    assert outcome.code == 5
    assert "cannot be written" in outcome.err
