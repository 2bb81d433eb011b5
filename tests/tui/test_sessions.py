"""Finding, resuming, renaming and exporting sessions."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from copilot.domain.artifact import Usage
from copilot.domain.conversation import Message
from copilot.domain.document import Citation
from copilot.tui.export import write_export
from copilot.tui.sessions_screen import SessionsScreen
from copilot.tui.wording import NOTHING, age, tokens
from tests.tui.doubles import LightServices, ScriptedAgent, SessionShelf, past_session
from tests.tui.driving import opened

PAST = [
    Message(role="user", text="May we read moods? [/x]"),
    Message(role="tool", text="prohibited", tool="assess_ethics"),
    Message(
        role="assistant",
        text="No, see [ai-act#art-5].",
        citations=(Citation(id="ai-act#art-5", title="AI Act"),),
    ),
    Message(role="user", text="And in the US?"),
    Message(role="assistant", text="It dep", partial="the connection broke"),
]


@pytest.fixture
def shelf(services: LightServices, agent: ScriptedAgent) -> SessionShelf:
    services.sessions = SessionShelf(
        past_session("a", "Mood reading", "May we read moods?"),
        past_session("b", "Notebook survey [/x]", "Summarise the survey", hours=50),
    )
    agent.past = PAST
    return services.sessions


@pytest.mark.usefixtures("shelf")
async def test_a_resumed_session_shows_its_messages_and_sources(
    services: LightServices, agent: ScriptedAgent
) -> None:
    async with opened(services, agent, session="a") as face:
        await face.until(lambda: face.chat.citations.display)
        assert face.text("Question") == "May we read moods? [/x]\nAnd in the US?"
        assert "assess_ethics  prohibited" in face.text("ToolActivity .line")
        assert "Incomplete: the connection broke" in face.text("Notice .words")
        assert face.text("#session") == "Mood reading"
        assert face.app.session == "a"
        await face.press("up")
        assert face.draft == "And in the US?"


async def test_a_skill_that_had_the_last_word_is_shown_as_the_reply(
    services: LightServices, agent: ScriptedAgent, shelf: SessionShelf
) -> None:
    assert shelf.summary("a")
    story = Message(role="tool", text="## Sharing\n\nAs a lead.", tool="draft_story")
    agent.past = [Message(role="user", text="/draft-story sharing"), story]
    async with opened(services, agent, session="a") as face:
        await face.until(lambda: face.text("MarkdownParagraph") == "As a lead.")
        assert "draft_story  Sharing" in face.text("ToolActivity .line")


async def test_a_session_that_is_not_there_leaves_an_empty_one(
    services: LightServices, agent: ScriptedAgent
) -> None:
    async with opened(services, agent, session="zz") as face:
        await face.until(lambda: "There is no session zz." in face.text("Toast"))
        assert face.app.session is None
        assert face.chat.query("Welcome")


@pytest.mark.usefixtures("shelf")
async def test_a_session_is_searched_for_and_resumed(
    services: LightServices, agent: ScriptedAgent
) -> None:
    async with opened(services, agent) as face:
        await face.press("ctrl+r")
        await face.until(lambda: isinstance(face.app.screen, SessionsScreen))
        await face.press(*"survey")
        picker = face.app.screen
        assert isinstance(picker, SessionsScreen)
        await face.until(lambda: [one.id for one in picker.listed] == ["b"])
        await face.press("enter")
        await face.until(lambda: face.app.session == "b")
        await face.until(lambda: face.text("#session") == "Notebook survey [/x]")


async def test_a_session_gets_another_title(
    services: LightServices, agent: ScriptedAgent, shelf: SessionShelf
) -> None:
    async with opened(services, agent) as face:
        await face.press("ctrl+r")
        await face.until(lambda: isinstance(face.app.screen, SessionsScreen))
        picker = face.app.screen
        assert isinstance(picker, SessionsScreen)
        await face.until(lambda: picker.listed)
        await face.press("ctrl+e", *" 2", "enter")
        await face.until(lambda: shelf.summary("a").title == "Mood reading 2")
        await face.press("escape")
        await face.until(lambda: face.app.screen is face.chat)


async def test_a_session_is_made_with_its_first_message_and_new_leaves_it(
    services: LightServices, agent: ScriptedAgent
) -> None:
    async with opened(services, agent) as face:
        seen = [face.app.session]
        await face.ask("Hello")
        seen.append(face.app.session)
        await face.send("/new")
        await face.until(lambda: face.chat.query("Welcome"))
        seen.append(face.app.session)
        assert seen == [None, "s1", None]
        assert face.chat.transcript.turns == []


@pytest.mark.usefixtures("shelf")
async def test_an_exported_session_lies_in_the_workspace(
    services: LightServices, agent: ScriptedAgent, tmp_path: Path
) -> None:
    async with opened(services, agent, session="a") as face:
        await face.send("/export")
        written = tmp_path / "exports" / "mood-reading.md"
        await face.until(written.exists)
        await face.until(lambda: "Written to" in face.text("Notice .words"))
    text = written.read_text(encoding="utf-8")
    assert text.startswith("# Mood reading\n\n## You\n\nMay we read moods? [/x]")
    assert "- [ai-act#art-5] AI Act." in text
    assert "*Incomplete: the connection broke*" in text
    assert text.endswith("Decision log at this moment: pmc1:1:abc\n")


def test_an_export_never_replaces_a_file(tmp_path: Path) -> None:
    first = write_export(tmp_path, "A/B", "one")
    second = write_export(tmp_path, "A/B", "two")
    assert (first.name, second.name) == ("a-b.md", "a-b-2.md")
    assert first.read_text(encoding="utf-8") == "one"


def test_ages_are_said_in_one_unit() -> None:
    now = datetime(2026, 11, 22, tzinfo=UTC)
    assert age(now, now) == "just now"
    assert age(now - timedelta(minutes=5), now) == "5 min ago"
    assert age(now - timedelta(days=15), now) == "2 w ago"


def test_tokens_are_said_with_their_cost_where_it_is_known() -> None:
    spent = Usage(input_tokens=1500, output_tokens=20, cost_usd=0.0123)
    assert tokens(NOTHING.plus(spent)) == "1.5k in · 20 out · $0.012"
    assert tokens(Usage().plus(spent)) == "1.5k in · 20 out"
    assert tokens(NOTHING) == ""
