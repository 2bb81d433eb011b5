"""Replaying what was recorded."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage
from pydantic import BaseModel, Field

from copilot.agent.agent import Agent
from copilot.domain.conversation import TurnEvent
from copilot.domain.recording import Call, RecordedModel, Recording
from copilot.errors import RecordingError
from copilot.llm.choice import ModelChoice
from copilot.llm.provider import build_model
from copilot.llm.recorder import RecorderModel
from copilot.llm.replay import replay_of
from copilot.llm.structured import ask_structured
from tests.doubles import SmallServices
from tests.unit.agent.conversing import ANSWER, QUESTION, call, done, heard, kinds
from tests.unit.llm.loopback_chat import Chat, serving_chat
from tests.unit.llm.taping import counted, recorder, replayer, request, taken


class Note(BaseModel):
    title: str = Field(max_length=5)
    points: list[int]


GOOD = '{"title": "T", "points": [1]}'
BAD = '{"title": "far too long", "points": []}'


def add(a: int) -> int:
    """Add one."""
    return a + 1


@pytest.fixture
def calls() -> list[Call]:
    """Return where calls are noted."""
    return []


def recording(*said: str, label: str = "scripted:test", day: date | None = None) -> Recording:
    """Return the recording of a case in which the model was greeted once for every reply."""
    return Recording(
        case="c",
        origin="recorded",
        model=RecordedModel(label=label),
        day=day,
        calls=tuple(taken(replayer([], label=label).canonical([], {}), text) for text in said),
    )


async def test_a_reply_is_the_same_again_asked_or_awaited(calls: list[Call]) -> None:
    first = await recorder(calls, [counted("Good day.", 5, 2)]).ainvoke("Hi")
    again = replayer(calls, once=False)
    for reply in (again.invoke("Hi"), await again.ainvoke("Hi")):
        assert (reply.text, reply.usage_metadata) == (first.text, first.usage_metadata)


async def test_a_stream_is_the_same_again_in_the_same_pieces(calls: list[Call]) -> None:
    model = recorder(calls, [counted("Three words come", 5, 3)])
    first = [chunk.text async for chunk in model.astream("Hi") if chunk.text]
    again = replayer(calls, once=False)
    assert [chunk.text async for chunk in again.astream("Hi") if chunk.text] == first
    assert [chunk.text for chunk in again.stream("Hi") if chunk.text] == first
    counts = [chunk.usage_metadata async for chunk in again.astream("Hi") if chunk.usage_metadata]
    assert counts == [{"input_tokens": 5, "output_tokens": 3, "total_tokens": 8}]


async def test_what_was_streamed_can_be_waited_for_and_the_other_way_round(
    calls: list[Call],
) -> None:
    model = recorder(calls, ["As a stream.", "As a whole."])
    assert [chunk async for chunk in model.astream("one")]
    await model.ainvoke("two")
    again = replayer(calls)
    assert (await again.ainvoke("one")).text == "As a stream."
    assert [chunk.text async for chunk in again.astream("two") if chunk.text] == ["As a whole."]


async def test_tool_calls_are_the_same_again_under_ids_of_their_own(calls: list[Call]) -> None:
    script = [AIMessage("", tool_calls=[{"name": "add", "args": {"a": 1}, "id": "call_9f"}])]
    await recorder(calls, script).bind_tools([add]).ainvoke("Add.")
    bound = replayer(calls, once=False).bind_tools([add])
    chunks = [chunk async for chunk in bound.astream("Add.")]
    streamed = chunks[0]
    for chunk in chunks[1:]:
        streamed += chunk
    found = [*bound.invoke("Add.").tool_calls, *streamed.tool_calls]
    assert [(call["name"], call["args"]) for call in found] == [("add", {"a": 1})] * 2
    assert len({call["id"] for call in found}) == 2


async def test_a_tool_that_has_changed_is_a_miss(calls: list[Call]) -> None:
    await recorder(calls, ["No."]).bind_tools([add]).ainvoke("Add.")
    with pytest.raises(RecordingError, match=r"tools\.0"):
        await replayer(calls).ainvoke("Add.")


@pytest.mark.parametrize("structured", ["json_schema", "tool"])
async def test_an_object_and_what_it_cost_are_the_same_again(
    structured: str, calls: list[Call]
) -> None:
    args = {"title": "T", "points": [1]}
    in_words = [counted(BAD, 5, 2), counted(GOOD, 9, 2)]
    in_calls = [AIMessage("", tool_calls=[{"name": "Note", "args": args, "id": "call_9f"}])]
    script: list[Any] = in_words if structured == "json_schema" else in_calls
    asked = [("user", "Write it.")]
    first = await ask_structured(recorder(calls, script, structured=structured), asked, Note)
    again = await ask_structured(replayer(calls, structured=structured), asked, Note)
    assert first == again
    assert first[0] == Note(title="T", points=[1])


async def test_a_schema_that_has_changed_is_a_miss(calls: list[Call]) -> None:
    class Other(BaseModel):
        title: str
        points: list[float]

    Other.__name__ = Other.__qualname__ = "Note"
    await ask_structured(recorder(calls, [GOOD]), [("user", "Write it.")], Note)
    with pytest.raises(RecordingError, match=r"response_format\..*points\.items\.type"):
        await ask_structured(replayer(calls), [("user", "Write it.")], Other)


async def test_a_server_is_replayed_after_it_has_gone(calls: list[Call]) -> None:
    with serving_chat(Chat(words=("Good", " day."))) as chat:
        choice = ModelChoice(provider="openai", name="tiny", why="a test", base_url=chat.url)
        model = build_model(choice, 5.0)
        recorded = RecorderModel(inner=model, label=model.label, note=calls.append)
        first = [chunk.text async for chunk in recorded.astream("Hi") if chunk.text]
    again = replayer(calls, label="openai:tiny")
    assert [chunk.text async for chunk in again.astream("Hi") if chunk.text] == first


async def turn(notes: Path, workspace: Path, model: BaseChatModel, *more: str) -> list[TurnEvent]:
    """Return the events of a turn, and of more turns of the same session."""
    agent = Agent(SmallServices(notes, workspace, chat_model=model))
    turns = [await heard(agent.run("s", said)) for said in (QUESTION, *more)]
    return [event for events in turns for event in events]


def told(events: list[TurnEvent]) -> list[dict[str, Any]]:
    """Return what events tell, without the ids of tool calls."""
    return [event.model_dump(mode="json", exclude={"id"}) for event in events]


async def test_a_turn_of_the_agent_has_the_same_events_again(
    notes_folder: Path, tmp_path: Path, calls: list[Call]
) -> None:
    model = recorder(calls, [call("ask_knowledge", "call_9f", question=QUESTION), ANSWER])
    first = await turn(notes_folder, tmp_path / "one", model)
    replay = replayer(calls)
    again = await turn(notes_folder, tmp_path / "two", replay)
    assert kinds(first) == ["tool_start", "token", "tool_end", "citation", "usage", "done"]
    assert told(again) == told(first)
    assert done(again).text == ANSWER
    assert replay.player.unused == []


async def test_a_turn_in_which_the_model_tries_again_has_the_same_events_again(
    notes_folder: Path, tmp_path: Path, calls: list[Call]
) -> None:
    wrong = call("ask_knowledge", "call_9f", question="")
    model = recorder(calls, [wrong, "I do not know what to look for."])
    first = await turn(notes_folder, tmp_path / "one", model)
    again = await turn(notes_folder, tmp_path / "two", replayer(calls))
    assert kinds(first) == ["tool_start", "tool_end", "token", "usage", "done"]
    assert told(again) == told(first)


LOOKED_UP = call("ask_knowledge", "call_9f", question=QUESTION)
AGAIN = call("ask_knowledge", "call_3a", question=QUESTION)
WRONG = [call("ask_knowledge", name, question="") for name in ("call_9f", "call_3a")]


@pytest.mark.parametrize(
    ("script", "more"),
    [
        ([*WRONG, "I do not know what to look for."], []),
        ([WRONG[0], AGAIN, ANSWER], []),
        ([LOOKED_UP, ANSWER, AGAIN, ANSWER, "Bye."], [QUESTION, "bye"]),
    ],
    ids=["two wrong calls", "a wrong call and a right one", "two turns and a greeting"],
)
async def test_several_tool_calls_of_a_session_have_the_same_events_again(
    script: list[Any], more: list[str], notes_folder: Path, tmp_path: Path, calls: list[Call]
) -> None:
    replies = len(script)
    first = await turn(notes_folder, tmp_path / "one", recorder(calls, script), *more)
    replay = replayer(calls)
    again = await turn(notes_folder, tmp_path / "two", replay, *more)
    assert told(again) == told(first)
    assert first[-1].type == "done"
    assert len(calls) == replies
    assert replay.player.unused == []


async def test_a_turn_that_was_not_recorded_fails_in_words(
    notes_folder: Path, tmp_path: Path
) -> None:
    [event] = await turn(notes_folder, tmp_path / "one", replayer([]))
    assert event.type == "error"
    assert event.kind == "RecordingError"
    assert "No reply is recorded" in event.message


def test_recordings_are_replayed_as_often_as_they_are_asked_for() -> None:
    model = replay_of([recording("Hello.")]).model
    assert [model.invoke([]).text for _ in range(3)] == ["Hello."] * 3


def test_a_replay_is_of_the_last_day_of_its_recordings() -> None:
    days = [date(2026, 11, 20), None, date(2026, 11, 22)]
    assert replay_of([recording("Hi", day=day) for day in days]).day == date(2026, 11, 22)
    assert replay_of([recording("Hi")]).day is None


def test_a_replay_can_do_what_the_recorded_model_could() -> None:
    facts = RecordedModel(label="openai:tiny", structured="tool", bounded=True)
    model = replay_of([recording("Hi").model_copy(update={"model": facts})]).model
    assert (model.label, model.structured, model.bounded) == ("openai:tiny", "tool", True)


def test_recordings_of_different_models_are_not_replayed_as_one() -> None:
    with pytest.raises(RecordingError, match=r"different models.*one:a, two:b") as caught:
        replay_of([recording("Hi", label="one:a"), recording("Hi", label="two:b")])
    assert "of one model" in caught.value.hint


async def test_copies_of_a_replaying_model_share_one_tape() -> None:
    calls = [taken(replayer([]).canonical([], {}), text) for text in ("first", "second")]
    model = replayer(calls)
    assert (await model.bind().ainvoke([])).text == "first"
    assert model.model_copy().invoke([]).text == "second"


def test_a_request_in_plain_words_is_told_from_the_nearest_one() -> None:
    with pytest.raises(RecordingError, match=r"messages\.0\.content: Hi → Ho"):
        replayer([taken({**request("Hi"), "parameters": {}}, "Hello.")]).invoke("Ho")
