"""Global options, before and after the subcommand."""

from pathlib import Path

import pytest

from copilot.cli.main import copilot
from tests.unit.cli.running import pm


@pytest.mark.parametrize(
    "arguments",
    [
        ("--json", "where", "--settings"),
        ("where", "--json", "--settings"),
        ("where", "--settings", "--json"),
    ],
)
def test_json_is_understood_in_every_place(arguments: tuple[str, ...]) -> None:
    assert "model" in pm(*arguments).json["settings"]


@pytest.mark.parametrize("place", [0, 1, 2])
def test_a_model_is_understood_in_every_place(place: int) -> None:
    arguments = ["where", "--settings"]
    arguments[place:place] = ["--model", "openai:x"]
    row = pm("--json", *arguments).json["settings"]["model"]
    assert row == {"value": "openai:x", "source": "flag"}


def test_the_option_behind_wins_over_the_one_before() -> None:
    outcome = pm("--model", "openai:one", "where", "--settings", "--json", "--model", "openai:two")
    assert outcome.json["settings"]["model"]["value"] == "openai:two"


def test_a_workspace_can_be_named_before_and_after(tmp_path: Path) -> None:
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    assert pm("init", str(folder)).code == 0
    for arguments in (["--workspace", str(folder), "where"], ["where", "--workspace", str(folder)]):
        assert pm("--json", *arguments).json["workspace"] == str(folder / ".copilot")


def test_options_are_taken_behind_a_subcommand_of_a_group() -> None:
    assert pm("knowledge", "list", "--clauses", "--json").json["clauses"]


def test_quiet_leaves_results_and_drops_remarks(project: Path) -> None:
    (project / "own.md").write_text("Zebras graze.")
    outcome = pm("knowledge", "add", "own.md", "--quiet")
    assert "added: own.md" in outcome.out
    assert outcome.err == ""


def test_a_file_for_a_workspace_is_refused(project: Path) -> None:
    (project / "file").write_text("x")
    outcome = pm("where", "--workspace", "file")
    assert outcome.code == 2
    assert "is a file" in outcome.err


def test_an_unknown_command_is_refused_with_usage() -> None:
    outcome = pm("dance")
    assert (outcome.code, outcome.out) == (2, "")
    assert "No such command 'dance'" in outcome.err


def test_help_and_version_need_nothing() -> None:
    assert "draft-story" in pm("--help").out
    assert pm("--version").out.startswith("pm-copilot ")
    assert copilot.name == "pm-copilot"
