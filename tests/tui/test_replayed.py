"""The agent itself behind the terminal face, its model replaced by a recording."""

from pathlib import Path

import pytest
from langchain_core.messages import AIMessage

from copilot.agent.agent import Agent
from copilot.domain.recording import Call, RecordedModel, Recording
from copilot.llm.replay import ReplayModel
from copilot.stores.recordings import write_recording
from copilot.tui.tool_activity import ToolActivity
from tests.doubles import SmallServices
from tests.tui.driving import Face, opened
from tests.unit.agent.conversing import ANSWER, QUESTION, call, done, heard
from tests.unit.llm.taping import LABEL, counted, recorder

PAUSE = 0.1
"""Seconds between two pieces: long enough for the face to show what has come."""


async def recorded(notes: Path, folder: Path) -> Path:
    """Record a session of two turns and return the folder of the recording."""
    calls: list[Call] = []
    called = call("ask_knowledge", question=QUESTION)
    script: list[AIMessage] = [called, counted(ANSWER, 90, 5), counted("Good bye, Ada.", 40, 3)]
    agent = Agent(SmallServices(notes, folder / "then", chat_model=recorder(calls, script)))
    for said in (QUESTION, "bye"):
        done(await heard(agent.run("s", said)))
    recording = Recording(
        case="c", origin="recorded", model=RecordedModel(label=LABEL), calls=tuple(calls)
    )
    write_recording(folder / "recordings" / "c.json", recording)
    return folder / "recordings"


@pytest.fixture
async def replaying(notes_folder: Path, tmp_path: Path) -> SmallServices:
    """Return services whose model replays a recorded session, piece by piece."""
    flags = {"model": f"recorded:{await recorded(notes_folder, tmp_path)}"}
    services = SmallServices(notes_folder, tmp_path / "workspace", flags=flags)
    assert isinstance(services.chat_model, ReplayModel)
    services.chat_model.pause = PAUSE
    return services


async def watched(face: Face, text: str) -> list[str]:
    """Send a text and return what stood in its reply, from the first piece to the end."""
    shown: list[str] = []
    await face.send(text)

    def is_over() -> bool:
        turns = face.chat.transcript.turns
        reply = turns[-1].reply_text if turns and turns[-1].question == text else ""
        shown.extend([reply] if reply and reply not in shown else [])
        return bool(reply) and not face.chat.busy

    await face.until(is_over)
    return shown


def begins(text: str) -> list[str]:
    """Return the beginnings of a text, word by word."""
    words = text.split()
    return [" ".join(words[: place + 1]) for place in range(len(words))]


async def test_a_recorded_session_streams_in_its_pieces_and_ends_as_recorded(
    replaying: SmallServices,
) -> None:
    async with opened(replaying, Agent(replaying)) as face:
        shown = await watched(face, QUESTION)
        assert set(shown) <= set(begins(ANSWER))
        assert len(shown) > 2
        assert shown == sorted(shown, key=len)
        assert shown[-1] == ANSWER
        assert face.text("MarkdownParagraph") == ANSWER
        assert not face.chat.transcript.turns[-1].failed
        assert "ask_knowledge" in face.text("ToolActivity .line")
        cited = [citation.id for citation in face.chat.citations.citations]
        assert cited == ["emotion-law#the-ban"]

        shown = await watched(face, "bye")
        assert set(shown) <= set(begins("Good bye, Ada."))
        assert shown[-1] == "Good bye, Ada."
        assert face.chat.status.model == LABEL
        assert len(face.chat.query(ToolActivity)) == 1


async def test_what_was_not_recorded_is_said_in_the_face_and_the_text_comes_back(
    replaying: SmallServices,
) -> None:
    async with opened(replaying, Agent(replaying)) as face:
        await face.ask("What is RICE?")
        assert "No reply is recorded" in face.text("Notice .words")
        assert face.draft == "What is RICE?"
