"""Kept stories held against their source as it is now."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.unit.cli.running import pm

SOURCE = "* Members can cancel a booking.\n* Alerts expire after 8 hours.\n"


@pytest.fixture
def kept() -> str:
    outcome = pm("--model", "none", "--json", "draft-story", SOURCE)
    return str(json.loads(outcome.out)["id"])


def told(kept: str, source: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(pm("--json", "coverage", kept, source).out)
    return found


def test_an_unchanged_source_is_covered(kept: str) -> None:
    coverage = told(kept, SOURCE)["coverage"]
    assert (coverage["covered"], coverage["missing"]) == (["FR-001", "FR-002"], [])


def test_a_new_requirement_is_missing_and_others_keep_their_ids(kept: str) -> None:
    coverage = told(kept, "* Guests can see free rooms.\n" + SOURCE)["coverage"]
    assert len(coverage["missing"]) == 1
    assert coverage["missing"][0] not in ("FR-001", "FR-002")
    assert coverage["covered"] == ["FR-001", "FR-002"]


def test_a_story_whose_requirement_is_gone_is_an_orphan(kept: str) -> None:
    assert told(kept, SOURCE.splitlines()[1])["coverage"]["orphans"] == ["US-001"]


def test_a_reworded_requirement_is_told_as_changed(kept: str) -> None:
    found = told(kept, SOURCE.replace("8 hours", "9 hours"))
    assert found["changed"] == ["FR-002"]


def test_a_requirement_that_was_turned_round_is_covered_by_nothing(kept: str) -> None:
    coverage = told(kept, SOURCE.replace("Members can", "Members cannot"))["coverage"]
    assert coverage["missing"] == ["FR-001"]
    assert coverage["covered"] == ["FR-002"]


def test_the_text_names_what_is_missing(kept: str) -> None:
    shown = pm("coverage", kept, SOURCE + "* Guests can see free rooms.").out
    assert "2 of 3 requirements covered." in shown
    assert "missing  FR-003: Guests can see free rooms." in shown


def test_an_artifact_without_stories_is_refused(tmp_path: Path) -> None:
    spec = json.loads(pm("--model", "none", "--json", "draft-spec", SOURCE).out)["id"]
    outcome = pm("coverage", spec, SOURCE)
    assert outcome.code == 2
    assert "holds no stories" in outcome.err
