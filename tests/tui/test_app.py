"""The frame: themes, quitting, the palette, small terminals, a light start."""

import asyncio
import subprocess
import sys

from copilot.domain.conversation import Done, Token
from copilot.errors import LogError
from copilot.tui.chat_screen import ChatScreen
from copilot.tui.editor import edit
from copilot.tui.themes import DARK, LIGHT
from tests.tui.doubles import LightServices, ScriptedAgent
from tests.tui.driving import opened


async def test_the_theme_is_switched_and_kept(
    services: LightServices, agent: ScriptedAgent
) -> None:
    async with opened(services, agent) as face:
        assert face.app.theme == DARK.name
        await face.press("ctrl+t")
        assert face.app.theme == LIGHT.name
        await face.until(lambda: services.saved == {"theme": LIGHT.name})


async def test_a_theme_of_textual_itself_can_be_chosen(
    services: LightServices, agent: ScriptedAgent
) -> None:
    services.settings.theme = "nord"
    async with opened(services, agent) as face:
        assert face.app.theme == "nord"


async def test_an_unknown_theme_falls_back(services: LightServices, agent: ScriptedAgent) -> None:
    services.settings.theme = "no-such"
    async with opened(services, agent) as face:
        assert face.app.theme == DARK.name


async def test_ctrl_c_copies_a_selection_warns_once_and_then_quits(
    services: LightServices, agent: ScriptedAgent
) -> None:
    async with opened(services, agent) as face:
        await face.write("some words")
        face.chat.composer.prompt.select_all()
        await face.press("ctrl+c")
        assert face.app.clipboard == "some words"
        await face.write("draft")
        await face.press("ctrl+c")
        await face.until(lambda: "again to quit" in face.text("Toast"))
        assert face.app.is_running
        await face.press("ctrl+c")
        await face.until(lambda: not face.app.is_running)


async def test_the_last_reply_is_copied(services: LightServices, agent: ScriptedAgent) -> None:
    agent.scripts = [[Done(session="s1", text="**One.**")]]
    async with opened(services, agent) as face:
        await face.ask("Hello")
        await face.send("/copy")
        await face.until(lambda: face.app.clipboard == "**One.**")


async def test_the_palette_offers_every_slash_command(
    services: LightServices, agent: ScriptedAgent
) -> None:
    async with opened(services, agent) as face:
        screen = face.app.screen
        titles = [command.title for command in face.app.get_system_commands(screen)]
        assert isinstance(screen, ChatScreen)
        assert titles == [f"/{command.name}" for command in screen.commands]


async def test_a_very_small_terminal_shows_prompt_and_state(
    services: LightServices, agent: ScriptedAgent
) -> None:
    async with opened(services, agent, size=(40, 10)) as face:
        await face.ask("Hello " * 40)
        for part in (face.chat.composer.prompt, face.chat.status, face.chat.transcript):
            assert part.region.height >= 1
            assert face.app.screen.region.contains_region(part.region)


async def test_the_reader_who_scrolls_up_is_left_where_they_are(
    services: LightServices, agent: ScriptedAgent
) -> None:
    long = "\n\n".join(f"Paragraph {number}." for number in range(40))
    agent.scripts = [[Done(session="s1", text=long)], [Done(session="s1", text=long)]]
    async with opened(services, agent) as face:
        await face.ask("One")
        transcript = face.chat.transcript
        await face.until(lambda: transcript.max_scroll_y > 40)
        assert transcript.scroll_y == transcript.max_scroll_y
        await face.press("pageup")
        await face.until(lambda: transcript.scroll_y < transcript.max_scroll_y)
        place = transcript.scroll_y
        await transcript.turns[-1].stop("More below.")
        await face.pilot.pause()
        assert transcript.scroll_y == place


async def test_a_read_only_workspace_is_said_at_once(
    services: LightServices, agent: ScriptedAgent
) -> None:
    services.workspace_note = "Another process writes here."
    async with opened(services, agent) as face:
        assert "Another process writes here." in face.text("Notice .words")


async def test_a_setting_that_cannot_be_saved_is_said(
    services: LightServices, agent: ScriptedAgent
) -> None:
    def refuse(name: str, value: str) -> None:
        raise LogError("No space [/x].", hint="Make room.")

    services.save_setting = refuse  # type: ignore[method-assign]
    async with opened(services, agent) as face:
        await face.press("ctrl+t")
        await face.until(lambda: "No space [/x]." in face.text("Toast"))
        assert face.app.theme == LIGHT.name


def test_the_editor_gets_the_text_and_gives_it_back() -> None:
    line = "import sys,pathlib; p=pathlib.Path(sys.argv[1]); p.write_text(p.read_text().upper())"
    assert edit("draft", f'{sys.executable} -c "{line}"') == "DRAFT"


def test_no_heavy_library_is_loaded_with_the_face() -> None:
    heavy = ("langchain", "langchain_core", "langgraph", "openai", "chromadb", "markdown_it")
    code = f"import sys, copilot.tui.app; print([m for m in {heavy!r} if m in sys.modules])"
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ended.stdout.strip() == "[]"


async def test_quitting_in_the_middle_of_a_reply_stops_the_agent(
    services: LightServices, agent: ScriptedAgent
) -> None:
    agent.scripts = [[Token(text="Half"), asyncio.Event()]]
    async with opened(services, agent) as face:
        await face.send("Question")
        await face.until(lambda: face.state == "writing")
        await face.press("ctrl+q")
        await face.until(lambda: not face.app.is_running)
    assert agent.stops == 1
    assert face.app.session == "s1"
