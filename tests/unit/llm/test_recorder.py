"""Noting what a model is asked and replies."""

import time
from typing import Any

import pytest
from langchain_core.messages import AIMessage, HumanMessage
from pydantic import SecretStr

from copilot.domain.recording import Call, TokenCount, key_of
from copilot.errors import CopilotError, ModelBusy, ModelUnreachable, StreamBroken
from copilot.llm.choice import ModelChoice
from copilot.llm.provider import build_model
from copilot.llm.recorder import RecorderModel
from copilot.llm.scripted import ScriptedModel
from tests.unit.llm.loopback_chat import Chat, serving_chat
from tests.unit.llm.taping import Way, counted, every_way, recorder, replayer, taken

CALLED = {"name": "add", "args": {"a": 1}, "id": "call_9f"}
KEY = "the-key-of-a-test"


def add(a: int) -> int:
    """Add one."""
    return a + 1


@pytest.fixture
def calls() -> list[Call]:
    """Return where calls are noted."""
    return []


def recorded_server(chat: Chat, calls: list[Call]) -> RecorderModel:
    choice = ModelChoice(
        provider="openai", name="tiny", why="a test", base_url=chat.url, key=SecretStr(KEY)
    )
    model = build_model(choice, 5.0)
    return RecorderModel(inner=model, label=model.label, note=calls.append)


def without_seconds(call: Call) -> dict[str, Any]:
    return call.model_dump(exclude={"seconds"})


async def test_a_reply_comes_through_as_it_is_and_is_noted(calls: list[Call]) -> None:
    reply = await recorder(calls, [counted("Two words", 5, 2)]).ainvoke("Hi")
    assert reply.text == "Two words"
    [call] = calls
    assert call.reply.text == "Two words"
    assert call.reply.usage == TokenCount(input_tokens=5, output_tokens=2)
    assert call.key == key_of(call.request)
    assert call.request["messages"] == [{"role": "user", "content": "Hi"}]


async def test_a_stream_comes_through_piece_by_piece_and_its_pieces_are_noted(
    calls: list[Call],
) -> None:
    model = recorder(calls, [counted("Two more words", 5, 3)])
    heard = [chunk.text async for chunk in model.astream("Hi")]
    assert [piece for piece in heard if piece] == ["Two", " more", " words"]
    assert calls[0].reply.pieces == ("Two", " more", " words")
    assert calls[0].reply.usage == TokenCount(input_tokens=5, output_tokens=3)


async def test_asking_and_waiting_are_noted_alike(calls: list[Call]) -> None:
    for _ in range(2):
        recorder(calls, ["Hello."]).invoke("Hi")
        await recorder(calls, ["Hello."]).ainvoke("Hi")
    assert len({str(without_seconds(call)) for call in calls}) == 1


async def test_a_stream_has_the_key_of_a_call_that_waits(calls: list[Call]) -> None:
    await recorder(calls, ["Hello there."]).ainvoke("Hi", stop=["."])
    assert [chunk async for chunk in recorder(calls, ["Hello there."]).astream("Hi", stop=["."])]
    assert calls[0].key == calls[1].key
    assert calls[0].reply.text == calls[1].reply.text


async def test_tool_calls_are_noted_with_ordinals_for_ids(calls: list[Call]) -> None:
    script = [AIMessage("", tool_calls=[CALLED, {**CALLED, "id": "call_3a"}])] * 2
    bound = recorder(calls, script).bind_tools([add])
    heard = await bound.ainvoke("Add.")
    assert [call["id"] for call in heard.tool_calls] == ["call_9f", "call_3a"]
    assert [chunk async for chunk in bound.astream("Add.")]
    for call in calls:
        noted = [(one.name, one.args, one.id) for one in call.reply.tool_calls]
        assert noted == [("add", {"a": 1}, "call-1"), ("add", {"a": 1}, "call-2")]
        assert call.request["tools"][0]["function"]["name"] == "add"


async def test_a_call_that_fails_is_not_noted(calls: list[Call]) -> None:
    script = [ModelUnreachable("No answer."), ModelUnreachable("No answer.")]
    model = recorder(calls, script)
    with pytest.raises(ModelUnreachable):
        model.invoke("Hi")
    with pytest.raises(ModelUnreachable):
        await model.ainvoke("Hi")
    assert calls == []


async def test_a_stream_that_breaks_is_not_noted(calls: list[Call]) -> None:
    with pytest.raises(StreamBroken):
        async for _ in recorder(calls, [["Half a", StreamBroken("It broke.")]]).astream("Hi"):
            pass
    assert calls == []


async def test_a_stream_that_nobody_hears_to_the_end_is_not_noted(calls: list[Call]) -> None:
    async for chunk in recorder(calls, ["many words come here"]).astream("Hi"):
        assert chunk.text == "many"
        break
    assert calls == []


async def test_who_asked_and_how_long_it_took_are_noted(calls: list[Call]) -> None:
    begun = time.monotonic()
    await recorder(calls, ["Yes."], namespace="judge").ainvoke("Is it?")
    [call] = calls
    assert call.namespace == "judge"
    assert call.seconds is not None
    assert 0 <= call.seconds <= time.monotonic() - begun + 0.001


async def test_a_server_is_recorded_in_its_pieces_without_its_key_or_address(
    calls: list[Call],
) -> None:
    with serving_chat(Chat(words=("Good", " day", "."))) as chat:
        model = recorded_server(chat, calls)
        assert [chunk.text async for chunk in model.astream("Hi") if chunk.text] == [
            "Good",
            " day",
            ".",
        ]
        assert model.invoke("Hi").text == "Good day."
    assert chat.keys == [f"Bearer {KEY}"] * 2
    assert [call.reply.pieces for call in calls] == [("Good", " day", "."), ("Good day.",)]
    written = "".join(call.model_dump_json() for call in calls)
    assert KEY not in written
    assert chat.url not in written
    assert "127.0.0.1" not in written


def test_a_server_streams_through_a_recorder_without_a_loop_as_it_does_without_one(
    calls: list[Call],
) -> None:
    with serving_chat(Chat()) as chat:
        recording = recorded_server(chat, calls)
        for model in (recording, recording.inner):
            assert [chunk.text for chunk in model.stream("Hi") if chunk.text] == ["Hello there"]
    assert chat.asked[0] == chat.asked[1]
    assert [call.reply.text for call in calls] == ["Hello there"]


def test_a_model_that_streams_without_a_loop_is_noted_in_its_pieces(calls: list[Call]) -> None:
    sent = replayer([]).canonical([HumanMessage("Hi")], {})
    inner = replayer([taken(sent, "Two", " words")])
    model = RecorderModel(inner=inner, label=inner.label, note=calls.append)
    assert [chunk.text for chunk in model.stream("Hi") if chunk.text] == ["Two", " words"]
    assert calls[0].reply.pieces == ("Two", " words")


def test_a_model_that_cannot_stream_is_heard_and_noted_in_one_piece(calls: list[Call]) -> None:
    model = recorder(calls, [counted("Two words", 5, 2)])
    assert [chunk.text for chunk in model.stream("Hi") if chunk.text] == ["Two words"]
    assert calls[0].reply.pieces == ("Two words",)
    assert calls[0].reply.usage == TokenCount(input_tokens=5, output_tokens=2)


async def test_a_server_is_sent_what_it_would_be_sent_without_a_recorder(
    calls: list[Call],
) -> None:
    with serving_chat(Chat()) as chat:
        recording = recorded_server(chat, calls)
        for model in (recording, recording.inner):
            await model.bind_tools([add], tool_choice="add").ainvoke("Add.")
            await model.bind(response_format={"type": "json_object"}).ainvoke("Add.")
    assert chat.asked[:2] == chat.asked[2:]
    assert chat.asked[0]["tools"][0]["function"]["name"] == "add"
    assert chat.asked[0]["tool_choice"]["function"]["name"] == "add"
    assert chat.asked[1]["response_format"] == {"type": "json_object"}


@pytest.mark.parametrize(
    ("chat", "raised"), [(Chat(status=500), ModelBusy), (Chat(cut=True), StreamBroken)]
)
async def test_failures_of_a_server_stay_what_they_are_and_are_not_noted(
    chat: Chat, raised: type[CopilotError], calls: list[Call]
) -> None:
    with serving_chat(chat):
        model = recorded_server(chat, calls)
        with pytest.raises(raised):
            async for _ in model.astream("Hi"):
                pass
    assert calls == []


async def test_the_shipped_double_is_asked_what_the_recorder_is_asked(calls: list[Call]) -> None:
    inner = ScriptedModel(script=["Hello."])
    await RecorderModel(inner=inner, label=inner.label, note=calls.append).ainvoke("Hi")
    assert [message.text for message in inner.asked[0]] == ["Hi"]


@every_way
async def test_the_shipped_double_can_be_bound_to_tools_and_recorded(
    way: Way, calls: list[Call]
) -> None:
    inner = ScriptedModel(script=["Hello."])
    model = RecorderModel(inner=inner, label=inner.label, note=calls.append)
    parts = await way(model.bind_tools([add], tool_choice="add"))
    assert "".join(part.text for part in parts) == "Hello."
    assert calls[0].request["tools"][0]["function"]["name"] == "add"
    assert calls[0].request["parameters"] == {"tool_choice": "add"}
