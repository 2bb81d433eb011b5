"""Events of a stream."""

import pytest
from langchain_core.messages import AIMessage, AIMessageChunk, BaseMessage, ToolMessage

from copilot.agent.narration import Narration
from copilot.domain.conversation import Done, Token, ToolEnd, TurnEvent

ANSWERED = ToolMessage(
    "It is banned.",
    tool_call_id="1",
    name="x",
    artifact={"title": "T", "warnings": [], "citations": [], "provenance": {"usage": {}}},
)
"""The result of a skill that went well."""


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


def wrong(text: str = "question: too short", status: str = "error") -> ToolMessage:
    return ToolMessage(text, tool_call_id="1", name="x", status=status)


def ended(*messages: BaseMessage) -> Done:
    """Return the end of a turn in which these messages came."""
    narration = Narration("s")
    for message in messages:
        list(narration.tell("updates", {"node": {"messages": [message]}}))
    *_, end = narration.ending()
    assert isinstance(end, Done)
    return end


def test_a_complaint_about_a_wrong_call_is_shown_where_no_answer_came() -> None:
    assert ended(wrong("No \x1b[2Jway.")).text == "No way."
    assert ended(wrong("First."), wrong("Second.")).text == "First.\n\nSecond."


@pytest.mark.parametrize("answer", [AIMessage("I cannot."), ANSWERED])
def test_a_complaint_is_not_shown_beside_an_answer(answer: BaseMessage) -> None:
    text = answer.text
    assert ended(wrong(), answer).text == text
    assert ended(wrong(), wrong(), answer).text == text


def test_words_beside_a_call_are_no_answer() -> None:
    called = AIMessage("Let me see.", tool_calls=[{"name": "x", "args": {}, "id": "1"}])
    assert ended(called, wrong("It is wrong.")).text == "It is wrong."


def test_what_a_tool_says_without_an_error_is_no_complaint() -> None:
    assert ended(wrong("Noted.", status="success")).text == ""


def test_words_of_the_model_lose_addresses_and_markers_and_those_of_a_skill_are_kept() -> None:
    said = "See [it](https://evil.example) [1]."
    assert ended(AIMessage(said)).text == "See it."
    assert ended(ANSWERED.model_copy(update={"content": "It is banned [1]."})).text == (
        "It is banned [1]."
    )
