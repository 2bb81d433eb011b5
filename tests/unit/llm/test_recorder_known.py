"""Calls that were recorded before are not made again."""

import pytest
from langchain_core.messages import AIMessageChunk

from copilot.domain.recording import Call
from copilot.llm.recorder import RecorderModel
from copilot.llm.scripted import ScriptedModel
from copilot.llm.tape import Tape
from tests.unit.llm.taping import (
    Way,
    counted,
    every_way,
    recorder,
    streamed,
    streamed_async,
)

CALLED = {"name": "add", "args": {"a": 1}, "id": "call_9f"}


@pytest.fixture
def calls() -> list[Call]:
    """Return where calls are noted."""
    return []


async def known_call() -> Call:
    """Return a call that was recorded before: text, a tool call and a count."""
    before: list[Call] = []
    said = counted("Two words", 5, 2).model_copy(update={"tool_calls": [CALLED]})
    await recorder(before, [said]).ainvoke("Hi")
    reply = before[0].reply.model_copy(update={"pieces": ("Two", " words")})
    return before[0].model_copy(update={"reply": reply, "seconds": 7.5})


@every_way
async def test_a_call_that_is_known_is_not_made_again(way: Way, calls: list[Call]) -> None:
    known = await known_call()
    inner = ScriptedModel(script=[])
    tape = Tape([known])
    model = RecorderModel(inner=inner, label=inner.label, note=calls.append, known=tape.find)
    first, *rest = await way(model)
    for part in rest:
        assert isinstance(first, AIMessageChunk)
        assert isinstance(part, AIMessageChunk)
        first += part
    assert inner.asked == []
    assert first.text == "Two words"
    assert [(call["name"], call["args"]) for call in first.tool_calls] == [("add", {"a": 1})]
    assert first.usage_metadata is not None
    assert first.usage_metadata["total_tokens"] == 7
    assert calls == [known]


@pytest.mark.parametrize("way", [streamed, streamed_async])
async def test_a_call_that_is_known_streams_in_the_pieces_in_which_it_came(
    way: Way, calls: list[Call]
) -> None:
    parts = await way(recorder(calls, [], known=Tape([await known_call()]).find))
    assert [part.text for part in parts if part.text] == ["Two", " words"]


@every_way
async def test_what_is_not_known_is_asked_and_noted(way: Way, calls: list[Call]) -> None:
    known = await known_call()
    model = recorder(calls, ["Asked anew."], known=Tape([known]).find)
    for wanted in ("Two words", "Asked anew."):
        assert "".join(part.text for part in await way(model)) == wanted
    assert calls[0] == known
    assert (calls[1].key, calls[1].reply.text) == (known.key, "Asked anew.")


@every_way
async def test_the_judge_is_not_given_what_the_subject_knows(way: Way, calls: list[Call]) -> None:
    known = Tape([await known_call()])
    model = recorder(calls, ["Asked anew."], known=known.find, namespace="judge")
    assert "".join(part.text for part in await way(model)) == "Asked anew."
    assert [call.namespace for call in calls] == ["judge"]
    assert len(known.unused) == 1
