"""`init`, `where`, `doctor`, `setup`, `models`, `sessions`."""

import stat
from pathlib import Path

import keyring
import pytest
from keyring.backends.fail import Keyring as NoKeyring

from tests.doubles import MemoryKeyring
from tests.unit.cli.running import pm
from tests.unit.llm.loopback_chat import Chat, serving_chat

KEY = "sk-very-secret"


def test_init_makes_a_workspace_that_is_used_from_then_on(project: Path) -> None:
    assert pm("init", "--json").json == {"workspace": str(project / ".copilot")}
    assert pm("where", "--json").json["workspace"] == str(project / ".copilot")
    assert pm("init").code == 2


def test_where_names_every_place_and_creates_none(home: Path) -> None:
    places = pm("where", "--json").json
    assert all(Path(path).is_relative_to(home) for path in places.values())
    assert not home.exists()
    assert "(not there yet)" in pm("where").out


def test_settings_are_listed_with_their_source_and_without_secrets(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    outcome = pm("where", "--settings", "--json")
    assert outcome.json["settings"]["openai_api_key"]["source"] == "environment"
    assert outcome.json["settings"]["embedder"] == {"value": "none", "source": "environment"}
    assert KEY not in outcome.out + pm("where", "--settings").out


def test_the_doctor_names_every_fault_with_its_command(project: Path) -> None:
    assert pm("init").code == 0
    (project / ".copilot").chmod(0o755)
    report = pm("doctor", "--json").json
    [fault] = [check for check in report["checks"] if check["name"] == "workspace"]
    assert not report["ok"]
    assert fault["next"] == f"chmod 700 {project / '.copilot'}"
    assert "FAIL workspace" in pm("doctor").out


def test_the_doctor_probes_a_server_and_its_model() -> None:
    with serving_chat(Chat(models=["tiny"])) as chat:
        checks = pm("doctor", "--json", "--base-url", chat.url, "--model", "openai:huge").json
    [model] = [check for check in checks["checks"] if check["name"] == "model"]
    assert not model["ok"]
    assert "tiny" in model["next"]


def test_the_doctor_survives_broken_settings(home: Path) -> None:
    (home / "config").mkdir(parents=True)
    (home / "config" / "config.toml").write_text("colour = 'red'\n")
    report = pm("doctor", "--json").json
    assert not report["ok"]
    assert "colour" in next(check["detail"] for check in report["checks"] if not check["ok"])


def test_setup_keeps_a_key_from_stdin_in_the_keyring_and_in_no_file(home: Path) -> None:
    keyring.set_keyring(MemoryKeyring())
    outcome = pm("setup", "--key-stdin", "--json", stdin=f"{KEY}\n")
    assert outcome.json["model"] == "openai:gpt-5.4-mini"
    assert KEY not in outcome.out + outcome.err
    assert not any(KEY in path.read_text() for path in home.rglob("*") if path.is_file())
    assert pm("setup", "--forget-key", "--json").json == {"model": None}


def test_setup_without_a_keyring_names_the_other_way() -> None:
    keyring.set_keyring(NoKeyring())
    outcome = pm("setup", "--key-stdin", stdin=f"{KEY}\n")
    assert outcome.code == 2
    assert "export OPENAI_API_KEY" in outcome.err


def test_setup_keeps_a_model_for_later(home: Path) -> None:
    assert pm("setup", "--use", "ollama:llama", "--json").json == {"model": "ollama:llama"}
    path = home / "config" / "config.toml"
    assert path.read_text() == 'model = "ollama:llama"\n'
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_setup_does_not_keep_a_setting_that_is_wrong(home: Path) -> None:
    assert pm("setup", "--use", "nonsense").code == 2
    assert pm("setup", "--server", "http://example.org").code == 2
    assert not (home / "config" / "config.toml").exists()


def test_setup_keeps_a_server() -> None:
    with serving_chat(Chat(models=["tiny"])) as chat:
        assert pm("setup", "--server", f"{chat.url}/", "--json").json["model"] == "openai:tiny"
        assert pm("models", "list", "--json").json["current"] == "openai:tiny"


def test_setup_in_a_pipe_names_its_flags() -> None:
    outcome = pm("setup")
    assert outcome.code == 2
    assert "pm-copilot setup --help" in outcome.err


def test_models_are_listed_with_size_and_licence() -> None:
    listed = pm("models", "list", "--json").json
    assert listed["current"] is None
    assert all(row["licence"] and row["size"] and not row["pulled"] for row in listed["models"])
    assert "In use: none" in pm("models", "list").out


def test_a_model_is_tried_with_a_real_prompt() -> None:
    with serving_chat(Chat(words=["A PM", " decides."])) as chat:
        outcome = pm("models", "test", "--json", "--base-url", chat.url)
    assert outcome.json["reply"] == "A PM decides."
    assert pm("models", "test").code == 2


@pytest.fixture
def session() -> str:
    """Return the id of a session of one turn."""
    outcome = pm("ask", "what is churn rate?", "--model", "none", "--json")
    return str(outcome.json["session"])


def test_a_session_is_listed_searched_shown_and_renamed(session: str) -> None:
    assert session in pm("sessions", "list").out
    assert pm("sessions", "search", "CHURN", "--json").json["sessions"][0]["id"] == session
    messages = pm("sessions", "show", session[:6], "--json").json["messages"]
    assert [message["role"] for message in messages] == ["user", "tool"]
    assert messages[1]["citations"]
    assert pm("sessions", "rename", session, "A better title").code == 0
    assert "A better title" in pm("sessions", "list").out


def test_a_session_is_exported_to_a_private_file(session: str, tmp_path: Path) -> None:
    out = tmp_path / "talk.md"
    assert pm("sessions", "export", session, "--out", str(out)).code == 0
    assert "**You:** what is churn rate?" in out.read_text("utf-8")
    assert stat.S_IMODE(out.stat().st_mode) == 0o600


def test_a_session_is_deleted_after_approval(session: str) -> None:
    assert "--yes" in pm("sessions", "delete", session).err
    assert pm("sessions", "delete", session, "--yes", "--json").json == {"deleted": session}
    assert pm("sessions", "list").out == "No sessions.\n"


def test_a_skill_is_a_command_with_its_fields_as_options() -> None:
    shown = pm("ask-knowledge", "--help").out
    assert "--collection" in shown
    outcome = pm("ask-knowledge", "what is churn rate?", "--model", "none", "--json")
    assert outcome.json["kind"] == "ask_knowledge"
    assert pm("ask-knowledge", "-", "--model", "none", stdin="what is churn rate?").code == 0
