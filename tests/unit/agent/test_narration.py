"""Events of a stream."""

from langchain_core.messages import AIMessage, AIMessageChunk, ToolMessage

from copilot.agent.narration import Narration
from copilot.domain.conversation import Token, ToolEnd, TurnEvent


def test_a_sequence_that_is_cut_between_chunks_is_not_shown() -> None:
    narration = Narration("s")
    told: list[TurnEvent] = []
    for word in ("Hi \x1b]0;ti", "tle\x07there", " \x1b"):
        told += narration.tell("messages", (AIMessageChunk(content=word), {}))
    told += narration.ending()
    assert "".join(event.text for event in told if isinstance(event, Token)) == "Hi there "


def test_a_failed_skill_has_no_envelope() -> None:
    message = ToolMessage("It is wrong.", tool_call_id="1", name="x", status="error")
    [event] = Narration("s").tell("updates", {"tools": {"messages": [message]}})
    assert isinstance(event, ToolEnd)
    assert (event.summary, event.artifact) == ("It is wrong.", None)


def test_an_update_without_messages_tells_nothing() -> None:
    assert list(Narration("s").tell("updates", {"limit": None, "model": {"other": 1}})) == []


def test_a_single_message_is_told_like_a_list() -> None:
    reply = AIMessage("", tool_calls=[{"name": "x", "args": {}, "id": "1"}])
    [event] = Narration("s").tell("updates", {"model": {"messages": reply}})
    assert event.type == "tool_start"
