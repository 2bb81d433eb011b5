"""Changing a specification from the command line: a patch first, the file only with a yes."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.unit.cli.running import pm

SPEC = """\
# Rooms

## Requirements
- FR-1: A booking lasts 4 hours at most.
- FR-2: A booking can be cancelled until an hour before.

## Non-goals
- No catering.
"""


@pytest.fixture
def spec(tmp_path: Path) -> Path:
    path = tmp_path / "SPEC.md"
    path.write_text(SPEC)
    return path


def changed(spec: Path, change: str, *more: str) -> str:
    outcome = pm("draft-spec", "--update", str(spec), "--change", change, *more)
    assert outcome.code == 0, outcome.err
    return outcome.out


def test_only_the_line_that_was_spoken_of_is_in_the_patch(spec: Path) -> None:
    patch = changed(spec, "FR-1: 3 hours instead of 4 hours", "--yes")
    moved = [line for line in patch.splitlines() if line[:1] in "+-" and line[:3] not in "+++---"]
    assert moved == [
        "-- FR-1: A booking lasts 4 hours at most.",
        "+- FR-1: A booking lasts 3 hours at most.",
    ]
    assert spec.read_text() == SPEC.replace("4 hours", "3 hours")


def test_without_a_yes_nothing_is_written(spec: Path) -> None:
    outcome = pm("draft-spec", "--update", str(spec), "--change", "Remove FR-2.")
    assert (outcome.code, spec.read_text()) == (0, SPEC)
    assert "add --yes" in outcome.err


def test_what_contradicts_the_specification_is_asked_and_changes_nothing(spec: Path) -> None:
    told = changed(spec, "A booking lasts 8 hours at most.", "--yes")
    assert "contradicts FR-1" in told
    assert spec.read_text() == SPEC


def test_what_a_non_goal_rules_out_is_asked(spec: Path) -> None:
    assert "against the non-goal" in changed(spec, "Add: catering with each booking.", "--yes")
    assert spec.read_text() == SPEC


def test_the_json_has_patch_text_edits_and_questions(spec: Path) -> None:
    told = json.loads(changed(spec, "Add: members see free rooms.", "--json"))
    assert set(told) == {"patch", "updated", "edits", "questions", "remarks"}
    assert "- FR-003: Members see free rooms." in told["updated"]
    assert [edit["action"] for edit in told["edits"]] == ["added"]


def test_windows_line_ends_stay(spec: Path) -> None:
    spec.write_bytes(SPEC.replace("\n", "\r\n").encode())
    changed(spec, "Remove FR-2.", "--yes")
    gone = "- FR-2: A booking can be cancelled until an hour before.\n"
    assert spec.read_bytes() == SPEC.replace(gone, "").replace("\n", "\r\n").encode()


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("--change", "Remove FR-2."),
        ("--update", "SPEC.md"),
        ("a source", "--update", "SPEC.md", "--change", "x"),
        ("--update", "missing.md", "--change", "Remove FR-2."),
    ],
)
def test_half_an_order_is_refused_with_the_next_command(arguments: tuple[str, ...]) -> None:
    outcome = pm("draft-spec", *arguments)
    assert outcome.code == 2
    assert "→ " in outcome.err


def test_a_change_in_a_file_that_is_not_there_is_refused(spec: Path) -> None:
    outcome = pm("draft-spec", "--update", str(spec), "--change", "changes.md", "--yes")
    assert outcome.code == 2
    assert "changes.md" in outcome.err
    assert spec.read_text() == SPEC


def test_of_two_writers_at_once_none_undoes_what_the_other_wrote(spec: Path) -> None:
    added = ["Members see free rooms.", "The gate must open at noon."]
    command = [sys.executable, "-m", "copilot", "draft-spec", "--update", str(spec), "--yes"]
    running = [
        subprocess.Popen([*command, "--change", f"Add: {one}"], stderr=subprocess.PIPE)
        for one in added
    ]
    told = [one.communicate()[1].decode() for one in running]
    for one, process, err in zip(added, running, told, strict=True):
        assert (one in spec.read_text()) is (process.returncode == 0)
        assert process.returncode == 0 or "has changed since it was read" in err
