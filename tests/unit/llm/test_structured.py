"""Asking for an object."""

import pytest
from langchain_core.messages import AIMessage
from pydantic import BaseModel, Field

from copilot.errors import MalformedReply
from copilot.llm.scripted import ScriptedModel
from copilot.llm.structured import ask_structured

ASKED = [("user", "Write it.")]


class Note(BaseModel):
    title: str = Field(max_length=5)
    points: list[int]


GOOD = '{"title": "T", "points": [1]}'


@pytest.mark.parametrize("reply", [GOOD, f"```json\n{GOOD}\n```", f"Here it is:\n```\n{GOOD}```"])
async def test_an_object_is_read_with_or_without_a_fence(reply: str) -> None:
    note, _ = await ask_structured(ScriptedModel(script=[reply]), ASKED, Note)
    assert note == Note(title="T", points=[1])


async def test_a_call_of_a_tool_is_an_object_too() -> None:
    call = {"name": "Note", "args": {"title": "T", "points": []}, "id": "1"}
    model = ScriptedModel(script=[AIMessage("", tool_calls=[call])], structured="tool")
    note, _ = await ask_structured(model, ASKED, Note)
    assert note.points == []


async def test_a_wrong_object_is_repaired_by_naming_its_faults() -> None:
    model = ScriptedModel(script=['{"title": "far too long"}', GOOD])
    note, usage = await ask_structured(model, ASKED, Note)
    assert note.title == "T"
    request = model.asked[1][-1].text
    assert "- title: " in request
    assert "- points: " in request
    assert model.asked[1][-2].text == '{"title": "far too long"}'
    assert usage.input_tokens > len(ASKED[0][1]) // 4


async def test_after_two_repairs_the_last_reply_is_kept() -> None:
    model = ScriptedModel(script=["one", "two", "three", GOOD])
    with pytest.raises(MalformedReply, match="did not write a Note") as caught:
        await ask_structured(model, ASKED, Note)
    assert caught.value.raw == "three"
    assert len(model.asked) == 3
