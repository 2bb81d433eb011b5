"""Choosing a model on the first run."""

import threading
from collections.abc import Callable

import pytest

from copilot.errors import ModelUnreachable, SetupError
from copilot.tui.setup_screen import SetupScreen
from tests.tui.doubles import LightServices, ScriptedAgent
from tests.tui.driving import Face, opened


@pytest.fixture
def bare(services: LightServices) -> LightServices:
    services.model = None
    return services


async def offered(face: Face, *keys: str) -> None:
    screen = face.app.screen
    assert isinstance(screen, SetupScreen)
    await face.until(lambda: screen.choices)
    await face.press(*keys)


async def test_a_first_run_asks_for_a_model(bare: LightServices, agent: ScriptedAgent) -> None:
    bare.ollama = ["llama3.2:3b"]
    async with opened(bare, agent, size=(40, 10)) as face:
        await offered(face, "enter")
        await face.until(lambda: face.app.screen is face.chat)
        assert bare.saved["model"] == "ollama:llama3.2:3b"
        await face.until(lambda: "ollama:llama3.2:3b" in face.text("#model"))


async def test_a_user_who_went_on_without_is_not_asked_again(
    bare: LightServices, agent: ScriptedAgent
) -> None:
    bare.settings.model = "none"
    async with opened(bare, agent) as face:
        await face.until(lambda: face.text("#model") == "no model")
        assert face.app.screen is face.chat


async def test_a_key_is_kept_and_never_shown(bare: LightServices, agent: ScriptedAgent) -> None:
    async with opened(bare, agent) as face:
        await offered(face, "enter", *"sk-1")
        assert "sk-1" not in face.app.export_screenshot()
        await face.press("enter")
        await face.until(lambda: face.app.screen is face.chat)
        assert bare.keys == ["sk-1"]


async def test_a_missing_keyring_is_said_in_place_and_the_key_stays(
    bare: LightServices, agent: ScriptedAgent
) -> None:
    bare.keyring = False
    async with opened(bare, agent) as face:
        await offered(face, "enter", *"sk-1", "enter")
        await face.until(lambda: "There is no keyring." in face.text(".error"))
        assert face.app.screen.query_one("Input").value == "sk-1"  # type: ignore[attr-defined]


async def test_a_download_shows_its_progress_and_is_then_used(
    bare: LightServices, agent: ScriptedAgent
) -> None:
    gate = threading.Event()

    def pull(report: Callable[[int, int], None]) -> None:
        report(50, 200)
        gate.wait(10)

    bare.pull_script = pull
    async with opened(bare, agent) as face:
        await offered(face, "down", "enter")
        await face.until(lambda: "25%" in face.text("PercentageStatus"))
        gate.set()
        await face.until(lambda: face.app.screen is face.chat)
        assert bare.saved["model"] == "embedded:small"


async def test_a_download_can_be_stopped(bare: LightServices, agent: ScriptedAgent) -> None:
    stopped = threading.Event()

    def pull(report: Callable[[int, int], None]) -> None:
        try:
            while True:
                report(50, 200)
                stopped.wait(0.01)
        finally:
            stopped.set()

    bare.pull_script = pull
    async with opened(bare, agent) as face:
        await offered(face, "down", "enter")
        await face.until(lambda: "25%" in face.text("PercentageStatus"))
        await face.press("escape")
        await face.until(stopped.is_set)
        assert isinstance(face.app.screen, SetupScreen)
        assert "model" not in bare.saved


async def test_a_failed_download_is_said_in_place(
    bare: LightServices, agent: ScriptedAgent
) -> None:
    def pull(report: Callable[[int, int], None]) -> None:
        raise ModelUnreachable("The hub [/x] does not answer.", hint="Try later.")

    bare.pull_script = pull
    async with opened(bare, agent) as face:
        await offered(face, "down", "enter")
        await face.until(lambda: "The hub [/x] does not answer." in face.text(".error"))
        await face.press("escape")
        await face.until(lambda: face.app.screen is face.chat)


async def test_a_new_key_goes_before_the_model_that_was_named(
    bare: LightServices, agent: ScriptedAgent
) -> None:
    bare.settings.model = "none"
    async with opened(bare, agent) as face:
        await face.send("/model")
        await face.until(lambda: isinstance(face.app.screen, SetupScreen))
        await offered(face, "enter", *"sk-1", "enter")
        await face.until(lambda: face.app.screen is face.chat)
        assert bare.saved["model"] == ""
        await face.until(lambda: face.text("#model") == "openai")


async def test_a_model_that_cannot_be_used_is_said_and_the_conversation_opens(
    services: LightServices, agent: ScriptedAgent
) -> None:
    services.trouble = SetupError("There is no key for openai [/x].", hint="See /model.")
    async with opened(services, agent) as face:
        await face.until(lambda: "There is no key for openai [/x]." in face.text("Notice .words"))
        assert face.app.screen is face.chat
        assert face.text("#model") == "no model"
