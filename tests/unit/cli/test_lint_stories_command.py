"""`pm-copilot lint-stories`."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.unit.cli.running import pm

TWO = "As a user, I want to pay by card and cancel my order"
ONE = "As a user, I want to log in"


@pytest.fixture
def backlog(project: Path) -> str:
    """Return a file of a story with a finding and one without."""
    (project / "backlog.txt").write_text(f"{TWO}\n{ONE}\n")
    return "backlog.txt"


def key_of(backlog: str) -> str:
    """Return the key of the first finding."""
    [finding] = pm("lint-stories", backlog, "--json").json["stories"][0]["findings"]
    return str(finding["key"])


def test_findings_stand_under_their_story_and_the_exit_code_stays_zero(backlog: str) -> None:
    outcome = pm("lint-stories", backlog)
    assert outcome.code == 0
    assert outcome.out.startswith(f"1: {TWO}\n  warning atomic.verbs: “pay by card” and “cancel")
    assert ONE not in outcome.out
    assert "2 stories, 1 with findings, 2 without ends.\nFindings: 1 atomic" in outcome.out


def test_json_has_the_fields_of_the_contract(backlog: str) -> None:
    report = pm("lint-stories", backlog, "--json").json
    first = report["stories"][0]
    assert (first["line"], first["text"], first["role"]) == (1, TWO, "user")
    assert (first["means"], first["ends"]) == ("pay by card and cancel my order", "")
    [finding] = first["findings"]
    assert (finding["criterion"], finding["rule"]) == ("atomic", "atomic.verbs")
    assert finding["severity"] == "warning"
    assert TWO[slice(*finding["span"])] == "and cancel my order"
    assert finding["message"]
    assert finding["fix"]
    assert report["summary"]["stories"] == 2
    assert isinstance(report["set_findings"], list)


def test_stories_come_through_a_pipe() -> None:
    assert "1 stories, 1 with findings" in pm("lint-stories", "-", stdin=f"{TWO}\n").out


def test_a_pipe_in_an_old_encoding_is_read() -> None:
    piped = subprocess.run(
        [sys.executable, "-m", "copilot", "lint-stories", "-", "--json"],
        input="As a café owner, I want to pay".encode("cp1252"),
        capture_output=True,
        check=True,
    )
    assert json.loads(piped.stdout)["stories"][0]["role"] == "café owner"


def test_what_concerns_the_set_stands_below(project: Path) -> None:
    (project / "twice.txt").write_text(f"{ONE}\n{ONE}\n")
    outcome = pm("lint-stories", "twice.txt").out
    assert "The set\n  error   unique.same: The same story stands on lines 1 and 2." in outcome


def test_many_hints_are_shortened(project: Path) -> None:
    text = "\n".join(f"As a user, I want to view a {letter * 3}" for letter in "abcdefghijklmnop")
    (project / "many.txt").write_text(text)
    assert "… and 4 more hints: --json lists all." in pm("lint-stories", "many.txt").out


@pytest.mark.parametrize("name", ["atomic", "atomic.verbs"])
def test_a_muted_rule_is_quiet_until_it_is_taken_back(backlog: str, name: str) -> None:
    outcome = pm("lint-stories", backlog, "--mute", name)
    assert "2 stories, 0 with findings, 2 without ends (1 muted)." in outcome.out
    assert f"Muted: {name}. Accepted: 0." in outcome.err
    assert "atomic.verbs" not in pm("lint-stories", backlog).out
    assert "atomic.verbs (muted)" in pm("lint-stories", backlog, "--all").out
    assert "1 with findings" in pm("lint-stories", backlog, "--unmute", name).out


def test_a_finding_is_accepted_by_its_key_also_when_lines_have_moved(
    backlog: str, project: Path
) -> None:
    key = key_of(backlog)
    assert "(1 accepted)" in pm("lint-stories", backlog, "--accept", key).out
    (project / backlog).write_text(f"{ONE}\n\n{TWO}\n")
    assert "0 with findings" in pm("lint-stories", backlog).out
    assert "1 with findings" in pm("lint-stories", backlog, "--unmute", key).out


@pytest.mark.parametrize("place", ["atomic.verbs:1", "atomic:1"])
def test_a_finding_is_accepted_by_rule_and_line(backlog: str, place: str) -> None:
    assert "(1 accepted)" in pm("lint-stories", backlog, "--accept", place).out


@pytest.mark.parametrize("wanted", ["atomic.verbs:2", "minimal:1", "ffffffffff", "nonsense"])
def test_accepting_what_is_not_there_is_refused(backlog: str, wanted: str) -> None:
    outcome = pm("lint-stories", backlog, "--accept", wanted)
    assert outcome.code == 2
    assert f"There is no finding {wanted}." in outcome.err
    assert outcome.out == ""


def test_muting_what_no_rule_is_called_is_refused(backlog: str) -> None:
    outcome = pm("lint-stories", backlog, "--mute", "nonsense")
    assert outcome.code == 2
    assert "No rule is called nonsense" in outcome.err


def test_what_a_terminal_would_obey_is_not_shown(project: Path) -> None:
    (project / "bad.txt").write_text("As a user, I want to pay \x1b[31mand cancel \u202eorders\n")
    out = pm("lint-stories", "bad.txt").out
    assert "\x1b" not in out
    assert "\u202e" not in out


def test_an_empty_file_and_a_missing_one_are_named(project: Path) -> None:
    (project / "empty.txt").write_text("\n")
    assert "There are no stories in empty.txt." in pm("lint-stories", "empty.txt").err
    missing = pm("lint-stories", "none.txt")
    assert (missing.code, missing.out) == (2, "")
    assert "none.txt cannot be read" in missing.err
