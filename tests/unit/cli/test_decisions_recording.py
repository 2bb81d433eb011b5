"""Decisions are recorded from the command line: shown, approved, never edited."""

import subprocess
from pathlib import Path

import pytest

from copilot.services import Services
from tests.unit.cli.deciding import RECORD, decided, done, record, refused
from tests.unit.cli.running import pm


def test_without_a_terminal_and_without_yes_nothing_is_recorded(tmp_path: Path) -> None:
    outcome = refused("decisions", "add", record(tmp_path))
    assert "Approve it by adding --yes" in outcome.err
    assert done("decisions", "log")["count"] == 0


def test_what_will_be_written_is_shown_before_anyone_is_asked(tmp_path: Path) -> None:
    shown = pm("decisions", "add", record(tmp_path), "--quiet").err
    assert "# Nurses override\n" in shown
    assert "confidence: 70" in shown
    assert "\nas " in shown


def test_a_decision_is_one_commit_with_title_body_and_trailers(tmp_path: Path) -> None:
    name = decided(tmp_path)
    git = ["git", "-C", str(Services().workspace.decisions / "log.git"), "log", "--format=%B"]
    message = subprocess.run(git, capture_output=True, text=True, check=True).stdout
    assert message.startswith("Nurses override\n\nOn ")
    assert f"\nDecision: {name}\n" in message
    assert "\nApproval: flag\n" in message


def test_the_author_comes_from_the_settings(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PM_COPILOT_AUTHOR", "Ada Example <ada@example.org>")
    decided(tmp_path)
    [one] = done("decisions", "log")["decisions"]
    assert one["author"] == "Ada Example <ada@example.org>"


def test_an_author_of_another_form_is_refused_with_an_example(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PM_COPILOT_AUTHOR", "Ada")
    assert (
        "'Ada Example <ada@example.org>'"
        in refused("decisions", "add", record(tmp_path), "--yes").err
    )


def test_a_record_without_options_and_decision_is_told_what_it_lacks() -> None:
    outcome = refused("decisions", "add", "-", "--yes", stdin="# A title\n\nWe talked.\n")
    assert "does not say what is decided" in outcome.err
    assert "no options" in outcome.err
    assert "pm-copilot decisions template" in outcome.err


def test_the_template_names_every_field_and_is_no_decision_yet() -> None:
    text = pm("decisions", "template").out
    assert "reversibility:" in text
    assert "Do nothing" in text
    refused("decisions", "add", "-", "--yes", stdin=text)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    missing = str(tmp_path / "missing.md")
    assert (
        f"{missing} is neither a file nor the id of a draft"
        in refused("decisions", "add", missing, "--yes").err
    )


def test_no_file_and_no_terminal_says_how_to_give_one() -> None:
    assert "pm-copilot decisions add FILE" in refused("decisions", "add", "--yes").err


def test_front_matter_that_is_no_yaml_is_refused() -> None:
    text = RECORD.replace("confidence: 70", "confidence: [70")
    assert "is no YAML" in refused("decisions", "add", "-", "--yes", stdin=text).err


def test_a_newer_decision_takes_the_place_of_an_older_one(tmp_path: Path) -> None:
    older = decided(tmp_path)
    newer = done("decisions", "supersede", older[:14], record(tmp_path, "Doctors too"), "--yes")[
        "id"
    ]
    first, second = done("decisions", "log")["decisions"]
    assert (first["id"], first["supersedes"], first["status"]) == (newer, [older], "accepted")
    assert (second["id"], second["superseded_by"], second["status"]) == (
        older,
        [newer],
        "superseded",
    )


def test_what_is_superseded_cannot_be_superseded_again(tmp_path: Path) -> None:
    older = decided(tmp_path)
    file = record(tmp_path, "Doctors too")
    newer = done("decisions", "supersede", older, file, "--yes")["id"]
    outcome = refused("decisions", "supersede", older, file, "--yes")
    assert f"superseded already, by {newer}" in outcome.err
    assert f"decisions supersede {newer} FILE" in outcome.err


def test_an_outcome_is_added_beside_the_decision(tmp_path: Path) -> None:
    name = decided(tmp_path)
    done("decisions", "outcome", name, "--held", "partly", "--note", "Nights were busy.", "--yes")
    shown = done("decisions", "show", name)
    assert [one["held"] for one in shown["outcomes"]] == ["partly"]
    assert shown["outcome_notes"] == ["Nights were busy."]
    assert done("decisions", "verify")["verdict"] == "ok"


def test_personal_text_is_kept_apart_and_can_be_erased(tmp_path: Path) -> None:
    path = tmp_path / "p.md"
    text = RECORD.format(title="T", chosen="Override")
    path.write_text(text.replace("Older", "{personal: Anna Nowak} says: older"), "utf-8")
    name = done("decisions", "add", str(path), "--yes")["id"]
    assert "Anna Nowak says" in pm("decisions", "show", name).out
    assert done("decisions", "erase", name, "--yes") == {"id": name, "erased": 1}
    shown = pm("decisions", "show", name).out
    assert "Anna Nowak" not in shown
    assert "[personal text, erased]" in shown
    assert done("decisions", "verify")["verdict"] == "ok"
    refused("decisions", "erase", name, "--yes")


def test_after_erasing_no_index_and_no_search_has_personal_text(tmp_path: Path) -> None:
    path = tmp_path / "p.md"
    text = RECORD.format(title="Nowak {Personal: Zwyrtek} rule", chosen="Override")
    path.write_text(text.replace("Older", "{personal: Zwyrtek} says: older"), "utf-8")
    name = done("decisions", "add", str(path), "--yes")["id"]
    found = pm("decisions", "search", "Nowak rule Zwyrtek").out
    assert "Nowak [personal p1] rule" in found
    assert "Zwyrtek" not in found.replace('"Nowak rule Zwyrtek"', "")
    done("decisions", "erase", name, "--yes")
    files = [path for path in Services().workspace.root.rglob("*") if path.is_file()]
    assert [path for path in files if path.name == "passages.jsonl"]
    assert not [path for path in files if b"zwyrtek" in path.read_bytes().lower()]


def test_a_mail_address_in_a_record_is_pointed_out_before_it_stays_for_good(
    tmp_path: Path,
) -> None:
    path = tmp_path / "p.md"
    path.write_text(RECORD.format(title="T", chosen="X") + "\nAsk eva@example.org.\n", "utf-8")
    assert "eva@example.org may be personal" in pm("decisions", "add", str(path), "--yes").err


def test_signing_needs_a_key_and_says_how_to_name_one(tmp_path: Path) -> None:
    name = decided(tmp_path)
    assert "PM_COPILOT_SIGNING_KEY" in refused("decisions", "sign", name, "--yes").err


def test_what_a_terminal_would_obey_is_recorded_nowhere(tmp_path: Path) -> None:
    path = tmp_path / "p.md"
    path.write_text(RECORD.format(title="A\x1b[2Jb", chosen="C\x07"), "utf-8")
    name = done("decisions", "add", str(path), "--yes")["id"]
    raw = Services().decisions.log.record(name)
    assert "\x1b" not in raw
    assert "\x07" not in raw


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    workspace = Services().workspace
    workspace.prepare()
    workspace.decisions.write_text("in the way")
    outcome = refused("decisions", "add", record(tmp_path), "--yes")
    assert str(workspace.decisions) in outcome.err


def test_a_draft_is_kept_and_can_be_recorded_by_its_id() -> None:
    text = "We decided to wait instead of shipping, because older patients get wrong scores."
    draft = done("draft-decision", text, "--model", "none")
    assert done("decisions", "log")["count"] == 0
    done("decisions", "add", draft["id"], "--yes")
    [one] = done("decisions", "log")["decisions"]
    assert "wait" in one["title"].lower()


def test_a_review_becomes_a_record_once_its_blanks_are_filled_in() -> None:
    review = done("review-ethics", "A camera tells the teacher who is bored.", "--model", "none")
    outcome = refused("decisions", "add", review["id"], "--yes")
    assert "does not say what is decided" in outcome.err


def test_evidence_that_does_not_exist_is_told_before_it_is_recorded(tmp_path: Path) -> None:
    assert (
        "Nothing here has the id nist-measure#bias (evidence)."
        in pm("decisions", "add", record(tmp_path), "--yes").err
    )
