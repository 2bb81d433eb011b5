"""A call at the model seam as plain data."""

from typing import Any

import pytest
from langchain_core.messages import (
    AIMessage,
    AIMessageChunk,
    BaseMessage,
    HumanMessage,
    SystemMessage,
    ToolMessage,
)

from copilot.domain.recording import Reply, TokenCount, ToolCall, key_of
from copilot.llm.seam import chunks_of, message_of, reply_of
from tests.unit.llm.taping import LABEL, replayer

TOOL = {"type": "function", "function": {"name": "add", "parameters": {"type": "object"}}}
OTHER = {"type": "function", "function": {"name": "take", "parameters": {"type": "object"}}}
ASKED: list[BaseMessage] = [SystemMessage("Be brief."), HumanMessage("Hello")]
REPLY = Reply(
    pieces=("Two", " words"),
    tool_calls=(
        ToolCall(name="add", args={"a": 1}, id="call-1"),
        ToolCall(name="take", args={"b": ["ä"]}, id="call-2"),
    ),
    usage=TokenCount(input_tokens=7, output_tokens=3),
)


def canonical(messages: list[BaseMessage], label: str = LABEL, **given: Any) -> dict[str, Any]:
    return replayer([], label=label).canonical(messages, given)


def key(messages: list[BaseMessage], label: str = LABEL, **given: Any) -> str:
    return key_of(canonical(messages, label, **given))


def with_calls(*ids: str) -> list[BaseMessage]:
    """Return a conversation with one tool call for every id."""
    talk: list[BaseMessage] = [HumanMessage("Add.")]
    for one in ids:
        talk.append(AIMessage("", tool_calls=[{"name": "add", "args": {"a": 1}, "id": one}]))
        talk.append(ToolMessage("2", tool_call_id=one, name="add"))
    return talk


def streamed(reply: Reply) -> list[AIMessageChunk]:
    """Return the messages of a reply's chunks."""
    messages = [chunk.message for chunk in chunks_of(reply)]
    return [message for message in messages if isinstance(message, AIMessageChunk)]


def test_a_call_is_its_model_sampling_tools_format_and_messages() -> None:
    assert canonical(ASKED, "embedded:tiny", tools=[TOOL], response_format={"type": "x"}) == {
        "model": "embedded:tiny",
        "parameters": {"temperature": 0.0, "max_tokens": 900},
        "tools": [TOOL],
        "response_format": {"type": "x"},
        "messages": [
            {"role": "system", "content": "Be brief."},
            {"role": "user", "content": "Hello"},
        ],
    }


def test_ids_of_messages_and_what_a_server_tells_of_a_reply_change_nothing() -> None:
    plain: list[BaseMessage] = [HumanMessage("Hi"), AIMessage("Hello.")]
    told: list[BaseMessage] = [
        HumanMessage("Hi", id="m1"),
        AIMessage("Hello.", id="run-2", response_metadata={"model_name": "x", "id": "chatcmpl-1"}),
    ]
    assert key(plain) == key(told)


def test_a_part_of_a_stream_counts_as_the_message_it_is() -> None:
    assert key([AIMessage("Hello.")]) == key([AIMessageChunk(content="Hello.")])


def test_ids_of_tool_calls_become_the_order_in_which_they_come() -> None:
    assert key(with_calls("call_9f", "call_3a")) == key(with_calls("one", "two"))
    messages = canonical(with_calls("call_9f", "call_3a"))["messages"]
    assert [message["tool_calls"][0]["id"] for message in messages[1::2]] == ["call-1", "call-2"]
    assert [message["tool_call_id"] for message in messages[2::2]] == ["call-1", "call-2"]


@pytest.mark.parametrize(
    "content",
    [
        [{"type": "text", "text": "Hello."}],
        [{"type": "text", "text": "Hello.", "id": "msg_1", "index": 0, "annotations": []}],
        [{"type": "text", "text": "Hel"}, {"type": "text", "text": "lo."}],
        ["Hello."],
    ],
)
def test_text_in_blocks_counts_as_the_text_and_ids_of_blocks_change_nothing(
    content: list[str | dict[str, Any]],
) -> None:
    assert key([AIMessage(content)]) == key([AIMessage("Hello.")])


def test_blocks_that_are_more_than_text_are_kept_without_their_ids() -> None:
    said: list[str | dict[str, Any]] = [{"type": "image", "url": "x.png", "id": "img_1"}]
    [message] = canonical([AIMessage(said)])["messages"]
    assert message["content"] == [{"type": "image", "url": "x.png"}]


def test_a_result_that_answers_no_call_has_no_ordinal() -> None:
    [message] = canonical([ToolMessage("2", tool_call_id="call_9f", name="add")])["messages"]
    assert message["tool_call_id"] == "unknown"


@pytest.mark.parametrize(
    "changed",
    [
        {"label": "scripted:other"},
        {"label": "embedded:test"},
        {"temperature": 0.7},
        {"temperature": 0.0},
        {"parallel_tool_calls": False},
        {"stop": ["."]},
        {"tools": [TOOL]},
        {"tool_choice": "add"},
        {"response_format": {"type": "json_schema"}},
        {"messages": [*ASKED[:1], HumanMessage("Hello!")]},
        {"messages": [*ASKED[:1], AIMessage("Hello")]},
        {"messages": ASKED[1:]},
        {"messages": [*ASKED, HumanMessage("Hello")]},
    ],
)
def test_what_changes_the_reply_changes_the_key(changed: dict[str, Any]) -> None:
    assert key(**{"messages": ASKED, **changed}) != key(ASKED)


@pytest.mark.parametrize(
    "result",
    [
        ToolMessage("3", tool_call_id="x", name="add"),
        ToolMessage("2", tool_call_id="x", name="add", status="error"),
        ToolMessage("2", tool_call_id="x", name="take"),
    ],
)
def test_another_result_of_a_tool_changes_the_key(result: ToolMessage) -> None:
    assert key([*with_calls("x")[:2], result]) != key(with_calls("x"))


def test_other_arguments_of_a_tool_change_the_key() -> None:
    called = AIMessage("", tool_calls=[{"name": "add", "args": {"a": 2}, "id": "x"}])
    assert key([called]) != key(with_calls("x")[1:2])


def test_the_order_of_tools_changes_nothing_and_arguments_left_out_neither() -> None:
    assert key(ASKED, tools=[TOOL, OTHER]) == key(ASKED, tools=[OTHER, TOOL])
    assert key(ASKED, stop=None) == key(ASKED)


def test_tools_are_bound_in_one_form_whatever_they_are_made_of() -> None:
    def add(a: int) -> int:
        """Add one."""
        return a + 1

    bound: Any = replayer([]).bind_tools([add], tool_choice="add")
    assert bound.kwargs["tools"][0]["function"]["name"] == "add"
    assert bound.kwargs["tool_choice"] == "add"


def test_a_reply_becomes_chunks_and_a_reply_again() -> None:
    parts = streamed(REPLY)
    assert reply_of(parts[0] + parts[1:], [part.text for part in parts]) == REPLY


def test_a_reply_is_the_same_as_one_message_and_as_chunks() -> None:
    first, *rest = streamed(REPLY)
    whole, message = first + rest, message_of(REPLY)
    assert (whole.text, whole.usage_metadata) == (message.text, message.usage_metadata)
    for calls in (whole.tool_calls, message.tool_calls):
        assert [(call["name"], call["args"]) for call in calls] == [
            ("add", {"a": 1}),
            ("take", {"b": ["ä"]}),
        ]


def test_an_empty_reply_is_still_a_reply() -> None:
    assert [chunk.text for chunk in chunks_of(Reply())] == ["", ""]
    assert (message_of(Reply()).text, message_of(Reply()).usage_metadata) == ("", None)


def test_empty_pieces_and_ids_of_the_server_are_not_kept() -> None:
    called = {"name": "add", "args": {}, "id": "call_9f"}
    message = AIMessageChunk.model_validate({"content": "Hi", "tool_calls": [called]})
    reply = reply_of(message, ["", "Hi", ""])
    assert (reply.pieces, reply.tool_calls[0].id, reply.usage) == (("Hi",), "call-1", None)
