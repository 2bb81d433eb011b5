"""What every test lives in: a home of its own, no keys, a fixed day and no network."""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import hypothesis
import keyring
import pytest
from keyring.backends.null import Keyring

from tests.doubles import SmallServices, write_notes

if TYPE_CHECKING:
    from copilot.llm.scripted import ScriptedModel

hypothesis.settings.register_profile("untimed", deadline=None)  # a busy machine is no fault
hypothesis.settings.load_profile("untimed")

LOOPBACK = ("127.0.0.1", "::1", "localhost")


class LeftTheMachine(Exception):
    """A test opened a connection to somewhere else; not an OSError, so that nobody handles it."""


def _refuse_strangers(event: str, arguments: tuple[Any, ...]) -> None:
    if event == "socket.connect" and isinstance(arguments[1], tuple):
        host = arguments[1][0]
        if host not in LOOPBACK:
            raise LeftTheMachine(f"Tests stay on this machine, and this one went to {host!r}.")


sys.addaudithook(_refuse_strangers)


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a new home without keys, settings or a keyring."""
    for name in [name for name in os.environ if name.startswith("PM_COPILOT_")]:
        monkeypatch.delenv(name)
    for name in ("OPENAI_API_KEY", "OPENAI_BASE_URL", "TIKTOKEN_CACHE_DIR"):
        monkeypatch.delenv(name, raising=False)
    folder = tmp_path / "home"
    monkeypatch.setenv("PM_COPILOT_HOME", str(folder))
    keyring.set_keyring(Keyring())
    return folder


@pytest.fixture
def notes_folder(tmp_path: Path) -> Path:
    """Return a knowledge folder of three tiny notes."""
    return write_notes(tmp_path / "knowledge")


@pytest.fixture
def model() -> "ScriptedModel":
    """Return a model without a script; each test writes its own."""
    from copilot.llm.scripted import ScriptedModel

    return ScriptedModel(script=[])


@pytest.fixture
def services(tmp_path: Path, notes_folder: Path, model: "ScriptedModel") -> SmallServices:
    """Return services over the tiny notes, with the scripted model, searched by words."""
    return SmallServices(notes_folder, tmp_path / "workspace", chat_model=model)
