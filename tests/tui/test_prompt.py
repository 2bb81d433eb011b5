"""Writing, completing, queueing."""

import asyncio

import pytest
from textual import events

from copilot.domain.conversation import Done, Token
from copilot.tui.command_list import CommandList
from copilot.tui.help_screen import HelpScreen
from copilot.tui.prompt_history import PromptHistory
from copilot.tui.slash_commands import BUILT_IN, completions, every_command, typed_command
from tests.tui.doubles import Call, LightServices, ScriptedAgent
from tests.tui.driving import opened


@pytest.mark.parametrize("key", ["ctrl+j", "shift+enter", "alt+enter"])
async def test_a_key_breaks_the_line_without_sending(
    services: LightServices, agent: ScriptedAgent, key: str
) -> None:
    async with opened(services, agent) as face:
        await face.press("a", key, "b")
        assert face.draft == "a\nb"
        await face.press("enter")
        await face.until(lambda: agent.calls)
        assert agent.calls[0].what == "a\nb"


async def test_the_prompt_grows_to_ten_lines_and_no_further(
    services: LightServices, agent: ScriptedAgent
) -> None:
    async with opened(services, agent, size=(80, 36)) as face:
        await face.write("\n".join("abcd"))
        assert face.chat.composer.prompt.size.height == 4
        await face.write("\n".join("x" * 30))
        assert face.chat.composer.prompt.size.height == 10


async def test_up_and_down_walk_through_earlier_prompts(
    services: LightServices, agent: ScriptedAgent
) -> None:
    async with opened(services, agent) as face:
        await face.ask("first")
        await face.ask("second")
        await face.write("draft")
        await face.press("up", "up")
        assert face.draft == "first"
        await face.press("down", "down")
        assert face.draft == "draft"


def test_history_ends_where_it_ends() -> None:
    history = PromptHistory(("only",))
    assert history.older("draft") == "only"
    assert history.older("only") is None
    assert history.newer() == "draft"
    assert history.newer() is None


async def test_a_skill_is_completed_and_waits_for_its_text(
    services: LightServices, agent: ScriptedAgent
) -> None:
    async with opened(services, agent) as face:
        await face.press(*"/draft-st")
        assert face.chat.query_one(CommandList).display
        await face.press("enter")
        assert face.draft == "/draft-story "
        await face.press(*"sharing", "enter")
        await face.until(lambda: agent.calls)
        assert agent.calls[0] == Call("run_skill", "s1", ("draft_story", {"": "sharing"}))


async def test_a_built_in_command_runs_from_the_list(
    services: LightServices, agent: ScriptedAgent
) -> None:
    async with opened(services, agent) as face:
        await face.press(*"/hel", "enter")
        await face.until(lambda: isinstance(face.app.screen, HelpScreen))
        shown = face.text("HelpScreen Static")
        assert all(f"/{command.name}" in shown for command in BUILT_IN)
        assert "Break the line without sending" in shown
        await face.press("escape")
        assert face.draft == ""


async def test_escape_closes_the_list_and_keeps_the_draft(
    services: LightServices, agent: ScriptedAgent
) -> None:
    async with opened(services, agent) as face:
        await face.press(*"/the", "escape")
        assert not face.chat.query_one(CommandList).display
        assert face.draft == "/the"


async def test_an_unknown_command_is_not_sent_and_not_lost(
    services: LightServices, agent: ScriptedAgent
) -> None:
    async with opened(services, agent) as face:
        await face.send("/nothing [/x]")
        await face.until(lambda: "There is no command /nothing." in face.text("Toast"))
        assert face.draft == "/nothing [/x]"
        assert agent.calls == []


async def test_a_path_is_an_ordinary_message(services: LightServices, agent: ScriptedAgent) -> None:
    async with opened(services, agent) as face:
        await face.ask("/etc/hosts is what?")
        assert agent.calls[0].method == "run"


async def test_a_message_sent_while_busy_waits_and_follows(
    services: LightServices, agent: ScriptedAgent
) -> None:
    gate = asyncio.Event()
    agent.scripts = [[gate, Done(session="s1", text="One.")]]
    async with opened(services, agent) as face:
        await face.send("first")
        await face.send("second [/x]")
        assert "second [/x]" in face.text("QueuedLine")
        gate.set()
        await face.until(lambda: len(agent.calls) == 2 and not face.chat.busy)
        assert [call.what for call in agent.calls] == ["first", "second [/x]"]
        assert not face.chat.composer.queue.display


async def test_escape_takes_the_waiting_message_back_before_it_stops_the_turn(
    services: LightServices, agent: ScriptedAgent
) -> None:
    agent.scripts = [[Token(text="On"), asyncio.Event()]]
    async with opened(services, agent) as face:
        await face.send("first")
        await face.until(lambda: face.state == "writing")
        await face.send("second")
        await face.press("escape")
        assert face.draft == "second"
        assert face.chat.busy
        await face.press("escape")
        await face.until(lambda: not face.chat.busy)
        assert face.draft == "first\nsecond"


async def test_letters_typed_on_the_transcript_reach_the_prompt(
    services: LightServices, agent: ScriptedAgent
) -> None:
    async with opened(services, agent) as face:
        face.chat.transcript.focus()
        await face.press("h", "i")
        assert face.draft == "hi"


def test_commands_are_offered_by_their_beginning_first() -> None:
    commands = every_command({"assess_model": "Assess a model."})
    assert [one.name for one in completions("/mo", commands)] == ["model", "assess-model"]
    assert completions("/model gpt", commands) == []
    assert completions("see /mo", commands) == []


def test_a_typed_command_is_its_name_and_the_rest() -> None:
    assert typed_command("/draft-story a link\nthat ends") == ("draft-story", "a link\nthat ends")
    assert typed_command("/etc/hosts") is None
    assert typed_command("a /help") is None


async def test_keys_struck_in_one_burst_keep_their_order(
    services: LightServices, agent: ScriptedAgent
) -> None:
    async with opened(services, agent) as face:
        for key in ("a", "ctrl+j", "b", "enter", "c"):
            face.app.post_message(events.Key(key, key if len(key) == 1 else None))
        await face.until(lambda: agent.calls)
        assert agent.calls[0].what == "a\nb"
        assert face.draft == "c"


async def test_a_command_typed_in_one_burst_is_the_one_that_runs(
    services: LightServices, agent: ScriptedAgent
) -> None:
    async with opened(services, agent) as face:
        for key in (*"/theme", "enter"):
            face.app.post_message(events.Key(key, key if len(key) == 1 else None))
        await face.until(lambda: services.saved)
        assert face.draft == ""
