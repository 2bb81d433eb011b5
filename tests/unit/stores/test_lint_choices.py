"""What a team has accepted or muted, in a file of the workspace."""

from pathlib import Path

import pytest

from copilot.domain.story_lint import Accepted, LintChoices
from copilot.errors import InputError
from copilot.stores.lint_choices import ChoicesFile
from copilot.stores.workspace import Workspace

TAKEN = Accepted(key="0123456789", rule="atomic.verbs", story="As a user, I want both")


@pytest.fixture
def kept(tmp_path: Path) -> ChoicesFile:
    """Return the choices of a new workspace."""
    return ChoicesFile(Workspace(tmp_path / ".copilot"))


def test_without_a_file_nothing_is_chosen(kept: ChoicesFile) -> None:
    assert kept.read() == LintChoices()


def test_what_is_chosen_is_there_afterwards_and_can_be_read_by_people(kept: ChoicesFile) -> None:
    chosen = kept.change(mute=("minimal", "atomic.rider"), accept=(TAKEN,))
    assert kept.read() == chosen
    text = kept.path.read_text("utf-8")
    assert text.startswith("# What the team has decided")
    assert "- atomic.rider\n- minimal\n" in text
    assert "story: As a user, I want both" in text


def test_choices_add_up_and_stand_once(kept: ChoicesFile) -> None:
    kept.change(mute=("minimal",), accept=(TAKEN,))
    chosen = kept.change(mute=("minimal", "atomic"), accept=(TAKEN,))
    assert chosen == LintChoices(muted=("atomic", "minimal"), accepted=(TAKEN,))


def test_rules_and_findings_can_be_taken_back(kept: ChoicesFile) -> None:
    kept.change(mute=("minimal",), accept=(TAKEN,))
    assert kept.change(unmute=("minimal", TAKEN.key)) == LintChoices()


@pytest.mark.parametrize("text", ["muted: 3", "- a", "x: [", "accepted: [{key: 1}]", "\x00"])
def test_a_file_of_another_form_is_named(kept: ChoicesFile, text: str) -> None:
    kept.path.parent.mkdir()
    kept.path.write_text(text)
    with pytest.raises(InputError, match=r"story-lint\.yaml has another form"):
        kept.read()
