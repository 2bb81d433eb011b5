"""What a person sees when something goes wrong."""

from pathlib import Path

import pytest

from tests.unit.cli.running import pm


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (("knowledge", "show", "nothing#here"), 2, "No passage has the id 'nothing#here'."),
        (("draft-story", "Who may see it?"), 2, "asks for nothing"),
        (("knowledge", "search", "x", "--mode", "dense"), 2, "needs an embedder"),
        (("sessions", "show", "abc"), 2, "No session has the id 'abc'."),
        (("ask", "x", "--last"), 2, "There is no session yet."),
        (("ask", "   "), 2, "The text is empty."),
        (("ask", "hi", "--base-url", "http://169.254.169.254"), 2, "is refused"),
        (
            ("ask", "hi", "--model", "openai:x", "--base-url", "http://127.0.0.1:9/v1"),
            4,
            "not answer",
        ),
        ((), 2, "The terminal UI needs a terminal."),
    ],
)
def test_an_error_is_two_sentences_on_stderr_and_an_exit_code(
    arguments: tuple[str, ...], code: int, message: str
) -> None:
    outcome = pm(*arguments)
    assert (outcome.code, outcome.out) == (code, "")
    assert message in outcome.err
    assert "→ " in outcome.err
    assert "Traceback" not in outcome.err


def test_an_error_with_json_leaves_stdout_empty() -> None:
    outcome = pm("--json", "knowledge", "show", "nothing#here")
    assert (outcome.code, outcome.out) == (2, "")


def test_a_broken_config_is_named_and_everything_else_waits(home: Path) -> None:
    (home / "config").mkdir(parents=True)
    (home / "config" / "config.toml").write_text("colour = 'red'\n")
    outcome = pm("where", "--settings")
    assert outcome.code == 2
    assert "config.toml has unknown settings: colour" in outcome.err


def test_escape_sequences_in_what_a_person_gave_are_not_echoed() -> None:
    outcome = pm("knowledge", "show", "\x1b[2Jx#y")
    assert "\x1b" not in outcome.err


def test_a_damaged_session_file_is_told_and_left_alone(project: Path) -> None:
    pm("init")
    path = project / ".copilot" / "sessions.sqlite"
    path.write_bytes(b"not a database" * 100)
    for arguments in (("sessions", "list"), ("ask", "what is churn?", "--model", "none")):
        outcome = pm(*arguments)
        assert outcome.code == 5
        assert "sessions.sqlite" in outcome.err
    assert path.read_bytes().startswith(b"not a database")
