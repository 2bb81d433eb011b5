"""`pm-copilot lint-criteria`."""

from pathlib import Path

from tests.unit.cli.running import pm

BAD = """\
@US-001
Feature: Seats
  Scenario: Free
    Giv a seat
    When the guest clicks on it
    Then it is held quickly

  Scenario: Taken
    When it is chosen
    Then it is refused
"""


def test_findings_stand_with_their_lines_and_the_exit_code_stays_zero(project: Path) -> None:
    (project / "a.feature").write_text(BAD)
    outcome = pm("lint-criteria", "a.feature")
    assert outcome.code == 0
    assert outcome.out.splitlines()[0].startswith(
        "4: error   testable.swallowed_step: “Giv a seat” is not run"
    )
    assert outcome.out.splitlines()[-1] == "2 scenarios, 1 error, 2 warnings."


def test_json_has_rule_line_span_and_fix(project: Path) -> None:
    (project / "a.feature").write_bytes(BAD.replace("\n", "\r\n").encode())
    report = pm("lint-criteria", "a.feature", "--json").json
    assert report["scenarios"] == 2
    assert report["summary"] == {"error": 1, "warning": 2}
    last = report["findings"][-1]
    assert (last["rule"], last["line"], last["at"]) == ("testable.no_bound", 6, "Free")
    assert BAD[slice(*last["span"])] == "quickly"
    assert last["fix"]


def test_a_feature_or_markdown_comes_through_a_pipe() -> None:
    assert "2 scenarios, 1 error" in pm("lint-criteria", "-", stdin=BAD).out
    markdown = "## US-1\n\n- Given a\n- When b\n- Then it is refused\n"
    assert pm("lint-criteria", "-", stdin=markdown).out == "1 scenario, no findings.\n"


def test_what_the_parser_refuses_is_told_with_its_line(project: Path) -> None:
    (project / "a.feature").write_text(BAD.replace("Then it is held", "Thn it is held"))
    outcome = pm("lint-criteria", "a.feature")
    assert (outcome.code, outcome.out) == (2, "")
    assert "a.feature is no feature file: line 6: “Thn it is held quickly” cannot" in outcome.err


def test_a_file_without_criteria_or_without_text_is_an_error_of_input(project: Path) -> None:
    (project / "a.md").write_text("# Words\n")
    (project / "b.feature").write_bytes(b"\0\1")
    for name, told in (
        ("a.md", "There are no acceptance criteria in a.md."),
        ("b.feature", "b.feature is no text."),
        ("c.feature", "c.feature cannot be read"),
    ):
        outcome = pm("lint-criteria", name)
        assert outcome.code == 2
        assert told in outcome.err
        assert "→ Give a .feature file, or Markdown" in outcome.err
