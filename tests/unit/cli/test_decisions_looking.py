"""Decisions are listed, shown, searched, compared and looked at again."""

from pathlib import Path

import pytest

from copilot.services import Services
from tests.unit.cli.deciding import RECORD, decided, done, record, refused
from tests.unit.cli.running import pm


@pytest.fixture(autouse=True)
def _by_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PM_COPILOT_EMBEDDER", "none")
    monkeypatch.setenv("PM_COPILOT_MODEL", "none")


def test_an_empty_log_says_how_to_begin() -> None:
    assert "pm-copilot decisions add FILE" in pm("decisions", "log").out
    assert done("decisions", "log") == {"count": 0, "head": None, "decisions": []}


def test_the_log_is_listed_newest_first_a_page_at_a_time(tmp_path: Path) -> None:
    for title in ("One", "Two", "Three"):
        decided(tmp_path, title)
    lines = pm("decisions", "log", "--limit", "2").out.splitlines()
    assert "Three" in lines[0]
    assert "Two" in lines[1]
    assert "and 1 older one:" in lines[2]
    assert len(pm("decisions", "log", "--all").out.splitlines()) == 3


def test_an_unknown_id_offers_near_ones(tmp_path: Path) -> None:
    name = decided(tmp_path)
    outcome = refused("decisions", "show", f"{name[:-1]}x")
    assert name in outcome.err


def test_an_ambiguous_beginning_names_what_it_may_mean(tmp_path: Path) -> None:
    names = {decided(tmp_path, "One"), decided(tmp_path, "Two")}
    outcome = refused("decisions", "show", "d-")
    assert "More than one" in outcome.err
    assert all(name in outcome.err for name in names)


def test_two_decisions_are_compared_line_by_line(tmp_path: Path) -> None:
    older = decided(tmp_path, "One")
    newer = decided(tmp_path, "Two")
    lines = done("decisions", "diff", older, newer)["diff"]
    assert "-# One" in lines
    assert "+# Two" in lines


def test_a_search_marks_what_no_longer_holds(tmp_path: Path) -> None:
    older = decided(tmp_path)
    newer = done("decisions", "supersede", older, record(tmp_path, "Doctors too"), "--yes")["id"]
    found = {one["id"]: one["status"] for one in done("decisions", "search", "patients")["results"]}
    assert found == {older: "superseded", newer: "accepted"}


def test_an_answer_names_the_decision_in_force(tmp_path: Path) -> None:
    older = decided(tmp_path)
    newer = done("decisions", "supersede", older, record(tmp_path, "Doctors too"), "--yes")["id"]
    answer = done("ask", "What did we decide on overriding scores, and why?")
    cited = [one["id"].partition("#")[0] for one in answer["citations"]]
    assert cited.index(newer) < cited.index(older)
    assert f"{older} no longer holds: it was superseded by {newer}." in answer["warnings"]


def test_a_recorded_decision_is_found_without_a_rebuild(tmp_path: Path) -> None:
    decided(tmp_path, "One")
    assert len(done("decisions", "search", "patients")["results"]) == 1
    decided(tmp_path, "Two")
    assert len(done("decisions", "search", "patients")["results"]) == 2


def test_a_review_points_to_what_was_decided(tmp_path: Path) -> None:
    name = decided(tmp_path)
    review = done("review-ethics", "Patients get scores; nurses may override them for older ones.")
    assert f"{name}#decision" in [one["id"] for one in review["body"]["precedents"]]
    assert f"{name}#decision" in [one["id"] for one in review["citations"]]


def test_an_artifact_carries_the_checkpoint_of_its_day(tmp_path: Path) -> None:
    decided(tmp_path)
    checkpoint = done("decisions", "checkpoint")["checkpoint"]
    answer = done("review-ethics", "A spell checker for emails.")
    assert answer["provenance"]["decision_log"] == checkpoint


def test_an_exported_session_names_the_checkpoint(tmp_path: Path) -> None:
    decided(tmp_path)
    session = done("ask", "What is RICE?")["session"]
    out = tmp_path / "session.md"
    done("sessions", "export", session, "--out", str(out))
    assert out.read_text().endswith(f"{done('decisions', 'checkpoint')['checkpoint']}\n")


def test_due_decisions_are_listed_until_they_were_looked_at(tmp_path: Path) -> None:
    path = tmp_path / "due.md"
    text = RECORD.format(title="Due", chosen="X").replace("2027-03-01", "2026-01-01")
    path.write_text(text, "utf-8")
    name = done("decisions", "add", str(path), "--yes")["id"]
    assert [one["id"] for one in done("decisions", "due")["due"]] == [name]
    assert "(overdue)" in pm("decisions", "due").out
    done("decisions", "outcome", name, "--held", "yes", "--yes")
    assert done("decisions", "due") == {"due": []}


def test_calibration_compares_confidence_and_outcome(tmp_path: Path) -> None:
    assert "No decision has both" in pm("decisions", "calibration").out
    done("decisions", "outcome", decided(tmp_path), "--held", "no", "--yes")
    assert done("decisions", "calibration")["brier"] == pytest.approx(0.49)
    assert "Brier score 0.490" in pm("decisions", "calibration").out


def test_an_update_lists_the_decisions_it_touches(tmp_path: Path) -> None:
    older = decided(tmp_path)
    newer = done("decisions", "supersede", older, record(tmp_path, "Doctors too"), "--yes")["id"]
    update = tmp_path / "update.md"
    update.write_text("# Update\n\nThe EU AI Act changes: Art. 14 on oversight.\n", "utf-8")
    report = done("knowledge", "add", str(update))
    assert [one["decision"] for one in report["touched"]] == [newer]
    update.write_text("# Update\n\nThe EU AI Act changes again: Art. 14.\n", "utf-8")
    assert f"touches {newer}" in pm("knowledge", "add", str(update)).out


def test_a_passage_of_a_decision_opens_by_its_id(tmp_path: Path) -> None:
    name = decided(tmp_path)
    assert done("knowledge", "show", f"{name}#decision")["collection"] == "decisions"


def test_a_damaged_log_does_not_silence_the_rest_of_the_knowledge(tmp_path: Path) -> None:
    decided(tmp_path)
    log = Services().decisions.log.repository.folder
    (log / "refs" / "heads" / "main").write_text("half")
    answer = done("ask", "What is RICE?")
    assert answer["citations"]
    assert any("decision log is not read in full" in one for one in answer["warnings"])


def test_doctor_and_where_know_the_log(tmp_path: Path) -> None:
    decided(tmp_path)
    assert done("where")["decisions"] == str(Services().workspace.decisions)
    checks = {one["name"]: one for one in done("doctor")["checks"]}
    assert checks["decisions"]["ok"] is True
