"""A reply, from its first token to its checked text."""

import asyncio

from copilot.domain.artifact import Usage
from copilot.domain.conversation import (
    Done,
    Failed,
    Token,
    ToolEnd,
    ToolStart,
    Used,
)
from copilot.errors import ModelUnreachable
from copilot.tui.agent_door import AgentDoor
from copilot.tui.notice import Notice
from copilot.tui.tool_activity import ToolActivity
from tests.tui.doubles import LightServices, ScriptedAgent
from tests.tui.driving import Face, opened


def reply(face: Face) -> str:
    return face.chat.transcript.turns[-1].reply_text


async def test_tokens_stream_and_the_checked_text_replaces_them(
    services: LightServices, agent: ScriptedAgent
) -> None:
    gate = asyncio.Event()
    checked = Done(session="s1", text="A **checked** reply.")
    agent.scripts = [[Token(text="A raw "), Token(text="reply"), gate, checked]]
    async with opened(services, agent) as face:
        await face.send("Hello")
        await face.until(lambda: "A raw reply" in face.text("MarkdownParagraph"))
        assert face.state == "writing"
        gate.set()
        await face.until(lambda: not face.chat.busy)
        assert face.text("MarkdownParagraph") == "A checked reply."
        assert reply(face) == "A **checked** reply."


async def test_escape_before_the_first_token_takes_the_turn_back(
    services: LightServices, agent: ScriptedAgent
) -> None:
    agent.scripts = [[asyncio.Event()]]
    async with opened(services, agent) as face:
        await face.send("What is a Kano survey?")
        await face.until(lambda: agent.calls)
        await face.press("escape")
        await face.until(lambda: not face.chat.busy)
        assert face.draft == "What is a Kano survey?"
        assert face.chat.transcript.turns == []
        assert face.state == "ready"


async def test_escape_keeps_the_partial_reply_and_gives_the_text_back(
    services: LightServices, agent: ScriptedAgent
) -> None:
    agent.scripts = [[Token(text="Half a"), asyncio.Event()]]
    async with opened(services, agent) as face:
        await face.send("Question")
        await face.until(lambda: face.state == "writing")
        await face.press("escape")
        await face.until(lambda: not face.chat.busy)
        assert reply(face) == "Half a"
        assert "Stopped." in face.text("Notice .words")
        assert face.draft == "Question"


async def test_a_failed_turn_keeps_its_partial_reply(
    services: LightServices, agent: ScriptedAgent
) -> None:
    broken = Failed(kind="StreamBroken", message="The line broke.", hint="Try again.", exit_code=4)
    agent.scripts = [[Token(text="Half a"), broken]]
    async with opened(services, agent) as face:
        await face.ask("Question")
        assert reply(face) == "Half a"
        assert face.text("Notice .words") == "The line broke.\nTry again."
        assert face.draft == ""


async def test_a_turn_that_fails_before_its_first_token_gives_the_text_back(
    services: LightServices, agent: ScriptedAgent
) -> None:
    agent.scripts = [[ModelUnreachable("No answer from 127.0.0.1.", hint="Start Ollama.")]]
    async with opened(services, agent) as face:
        await face.ask("Question")
        assert "No answer from 127.0.0.1." in face.text("Notice .words")
        assert face.draft == "Question"


async def test_a_bug_becomes_a_failed_row_and_the_next_turn_works(
    services: LightServices, agent: ScriptedAgent
) -> None:
    agent.scripts = [[ZeroDivisionError("[/x]")], [Done(session="s1", text="Fine.")]]
    async with opened(services, agent) as face:
        await face.ask("Question")
        assert "ZeroDivisionError: [/x]" in face.text("Notice .words")
        await face.press("enter")
        await face.until(lambda: reply(face) == "Fine.")


async def test_an_agent_that_does_not_open_is_tried_again() -> None:
    agent, tries = ScriptedAgent(), list[int]()

    def open_agent() -> ScriptedAgent:
        tries.append(1)
        if len(tries) == 1:
            raise ModelUnreachable("Not yet.")
        return agent

    door = AgentDoor(open_agent)  # type: ignore[arg-type]
    await door.warm()
    got: object = await door.agent()
    assert got is agent
    assert len(tries) == 2


async def test_a_tool_line_opens_on_enter_and_shows_what_went_in_and_out(
    services: LightServices, agent: ScriptedAgent
) -> None:
    agent.scripts = [
        [
            ToolStart(id="1", name="draft_story", arguments={"idea": "[/x]\x1b[31mred"}),
            ToolEnd(id="1", name="draft_story", summary="3 criteria", artifact={"kind": "story"}),
            Done(session="s1", text="Here."),
        ]
    ]
    async with opened(services, agent) as face:
        await face.ask("Draft")
        tool = face.chat.query_one(ToolActivity)
        assert "draft_story  3 criteria" in face.text("ToolActivity .line")
        tool.focus()
        await face.press("enter")
        details = face.text("ToolActivity .details")
        assert '"idea": "[/x]' in details
        assert '"kind": "story"' in details
        assert "\x1b" not in details


async def test_tokens_are_counted_over_turns_and_estimates_are_marked(
    services: LightServices, agent: ScriptedAgent
) -> None:
    spent = Used(usage=Usage(input_tokens=900, output_tokens=40, estimated=True))
    agent.scripts = [[spent, Done(session="s1", text=word)] for word in ("One.", "Two.")]
    async with opened(services, agent) as face:
        await face.ask("1")
        await face.ask("2")
        await face.until(lambda: "~1.8k in · ~80 out" in face.text("#spent"))


async def test_warnings_of_the_reply_stand_below_it(
    services: LightServices, agent: ScriptedAgent
) -> None:
    agent.scripts = [[Done(session="s1", text="Yes.", warnings=("One claim was dropped.",))]]
    async with opened(services, agent) as face:
        await face.ask("Question")
        assert face.chat.query_one(Notice).message == "One claim was dropped."


async def test_a_stop_reaches_the_agent_where_it_waits(
    services: LightServices, agent: ScriptedAgent
) -> None:
    agent.scripts = [[Token(text="Half"), asyncio.Event()]]
    async with opened(services, agent) as face:
        await face.send("Question")
        await face.until(lambda: face.state == "writing")
        await face.press("escape")
        await face.until(lambda: not face.chat.busy)
        assert agent.stops == 1


async def test_a_skill_that_was_cut_off_says_so_and_the_text_comes_back(
    services: LightServices, agent: ScriptedAgent
) -> None:
    broken = Failed(kind="SetupError", message="No model is set.", hint="", exit_code=4)
    agent.scripts = [[ToolStart(id="1", name="draft_story", arguments={}), broken]]
    async with opened(services, agent) as face:
        await face.ask("/draft-story sharing")
        assert "draft_story  stopped" in face.text("ToolActivity .line")
        assert face.draft == "/draft-story sharing"
