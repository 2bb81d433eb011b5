"""Artifacts that a workspace keeps."""

import os
import re
from pathlib import Path

import pytest

from copilot.domain.artifact import Artifact, Provenance
from copilot.domain.review import Corner, LegalOutcome, Review, Triangle
from copilot.domain.story import Stories
from copilot.errors import InputError, LogError, NotFound
from copilot.stores.artifacts import Artifacts
from tests.doubles import NOW

CORNER = Corner(score=3, why="Because.")
REVIEW = Artifact(
    kind="review_ethics",
    title="Ethics review: “ü”",
    body=Review(
        description="A spell checker.",
        facts=(),
        eu_ai_act=LegalOutcome(outcome="not_high_risk"),
        triangle=Triangle(business_value=CORNER, ethics=CORNER, human_impact=CORNER),
        recommendation="proceed",
    ),
    provenance=Provenance(mode="computed", created=NOW),
)
STORY = REVIEW.model_copy(update={"kind": "draft_story", "body": Stories(stories=[])})


@pytest.fixture
def artifacts(tmp_path: Path) -> Artifacts:
    """Return a place for artifacts of which not even the folder exists."""
    return Artifacts(tmp_path / "workspace" / "artifacts")


def test_what_is_kept_gets_an_id_of_kind_day_and_chance(artifacts: Artifacts) -> None:
    ids = [artifacts.keep(REVIEW).id or "" for _ in range(2)]
    assert all(re.fullmatch(r"review-ethics-20261122-[0-9a-f]{6}", name) for name in ids)
    assert ids[0] != ids[1]


def test_a_review_comes_back_as_it_was_kept_with_its_body_typed(artifacts: Artifacts) -> None:
    kept = artifacts.keep(REVIEW)
    assert artifacts.review(kept.id or "") == kept
    assert artifacts.read(kept.id or "")["title"] == "Ethics review: “ü”"


def test_a_later_version_takes_the_place_of_the_earlier_one(artifacts: Artifacts) -> None:
    kept = artifacts.keep(REVIEW)
    again = artifacts.keep(kept.model_copy(update={"title": "Later"}))
    assert (again.id, artifacts.names()) == (kept.id, [kept.id])
    assert artifacts.read(kept.id or "")["title"] == "Later"


def test_only_the_owner_can_read_what_is_kept(artifacts: Artifacts) -> None:
    path = artifacts.folder / f"{artifacts.keep(REVIEW).id}.json"
    assert path.stat().st_mode & 0o777 == 0o600
    assert artifacts.folder.stat().st_mode & 0o777 == 0o700


def test_an_unknown_id_names_the_five_newest_that_are_kept(artifacts: Artifacts) -> None:
    names = [artifacts.keep(REVIEW).id or "" for _ in range(6)]
    for second, name in enumerate(names):
        os.utime(artifacts.folder / f"{name}.json", (second, second))
    with pytest.raises(NotFound, match="no artifact 'zebra'") as caught:
        artifacts.read("zebra")
    assert caught.value.hint == "Kept here: " + ", ".join(names[:0:-1])


def test_where_nothing_is_kept_that_is_said(artifacts: Artifacts) -> None:
    with pytest.raises(NotFound) as caught:
        artifacts.read("zebra")
    assert (caught.value.hint, artifacts.names()) == ("Kept here: none yet", [])


@pytest.mark.parametrize(
    "name", ["../secret", "../../etc/passwd", "/etc/passwd", "a/b", "", ".", "A", "a.json", "a\n"]
)
def test_an_id_never_leads_out_of_the_folder(artifacts: Artifacts, name: str) -> None:
    artifacts.keep(REVIEW)
    (artifacts.folder.parent / "secret.json").write_text("{}")
    with pytest.raises(NotFound, match="There is no artifact"):
        artifacts.read(name)


@pytest.mark.parametrize("content", [b"", b'{"kind": "revi', b"\xff\xfe", b"[]", b"null"])
def test_a_damaged_file_is_told(artifacts: Artifacts, content: bytes) -> None:
    name = artifacts.keep(REVIEW).id or ""
    (artifacts.folder / f"{name}.json").write_bytes(content)
    for read in (artifacts.read, artifacts.review):
        with pytest.raises(NotFound, match="damaged"):
            read(name)


@pytest.mark.parametrize(
    "content", ['{"kind": "review_ethics"}', '{"kind": "review_ethics", "body": {"facts": 3}}']
)
def test_a_review_without_its_body_is_damaged(artifacts: Artifacts, content: str) -> None:
    name = artifacts.keep(REVIEW).id or ""
    (artifacts.folder / f"{name}.json").write_text(content)
    with pytest.raises(NotFound, match="damaged"):
        artifacts.review(name)


def test_an_artifact_of_another_kind_is_no_review(artifacts: Artifacts) -> None:
    kept = artifacts.keep(STORY)
    with pytest.raises(InputError, match="is no ethics review") as caught:
        artifacts.review(kept.id or "")
    assert "pm-copilot review-ethics" in caught.value.hint


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(LogError, match="cannot be written"):
        Artifacts(tmp_path / "file" / "artifacts").keep(REVIEW)


def test_stories_are_opened_with_their_body(artifacts: Artifacts) -> None:
    kept = artifacts.keep(STORY)
    assert artifacts.opened(kept.id or "").body == kept.body


def test_an_artifact_that_is_no_document_is_not_opened(artifacts: Artifacts) -> None:
    kept = artifacts.keep(STORY.model_copy(update={"kind": "ask_knowledge"}))
    with pytest.raises(InputError, match="of the kind ask_knowledge"):
        artifacts.opened(kept.id or "")
