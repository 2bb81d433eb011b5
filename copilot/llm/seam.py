"""A call at the model seam as plain data, for recorders and replayers.

What changes the reply is kept: model, sampling, tools, response format, messages. What does
not is left out: ids of messages and runs, response metadata. Ids of tool calls become ordinals.
"""

import json
import uuid
from collections.abc import Sequence
from typing import Any

from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage, AIMessageChunk, BaseMessage, ToolMessage
from langchain_core.messages.ai import UsageMetadata
from langchain_core.messages.tool import invalid_tool_call, tool_call_chunk
from langchain_core.outputs import ChatGenerationChunk
from langchain_core.runnables import Runnable
from langchain_core.utils.function_calling import convert_to_openai_tool

from copilot.domain.recording import Reply, TokenCount, ToolCall
from copilot.llm.choice import sampling_of

PARAMETERS = (
    "tool_choice",
    "parallel_tool_calls",
    "strict",
    "stop",
    "temperature",
    "top_p",
    "max_tokens",
    "seed",
    "reasoning_effort",
)
"""Parameters that change a reply; no other is stored, least of all headers and keys."""
_ROLES = {"human": "user", "system": "system", "tool": "tool"}


class SeamModel(BaseChatModel):
    """A chat model that sees its calls before any library has put them in its own words."""

    label: str
    structured: str = "json_schema"
    bounded: bool = False

    @property
    def _llm_type(self) -> str:
        return "seam"

    def bind_tools(self, tools: Sequence[Any], **kwargs: Any) -> Runnable[Any, Any]:
        """Return the model bound to tools in OpenAI's form."""
        return self.bind(tools=[convert_to_openai_tool(tool) for tool in tools], **kwargs)

    def canonical(self, messages: Sequence[BaseMessage], given: dict[str, Any]) -> dict[str, Any]:
        """Return the call as data that is equal whenever the same reply can be expected.

        Args:
            messages: What is sent.
            given: Keyword arguments of the call.
        """
        rest = {name: given[name] for name in PARAMETERS if given.get(name) is not None}
        tools = given.get("tools", [])
        return {
            "model": self.label,
            "parameters": sampling_of(self.label) | rest,
            "tools": sorted(tools, key=lambda tool: str(tool["function"]["name"])),
            "response_format": given.get("response_format"),
            "messages": _plain_messages(messages),
        }


def reply_of(message: AIMessageChunk, pieces: Sequence[str]) -> Reply:
    """Return the reply that a whole message and its text pieces make."""
    said = [*message.tool_calls, *message.invalid_tool_calls]
    calls = [
        ToolCall(name=call["name"] or "", args=call["args"] or "", id=f"call-{number}")
        for number, call in enumerate(said, 1)
    ]
    return Reply(
        pieces=tuple(piece for piece in pieces if piece),
        tool_calls=tuple(calls),
        usage=_count(message.usage_metadata),
    )


def chunks_of(reply: Reply) -> list[ChatGenerationChunk]:
    """Return the reply as a server streams it: text, tool calls, then the count."""
    pieces = reply.pieces or ("",)
    messages = [AIMessageChunk(content=piece) for piece in pieces]
    for place, call in enumerate(reply.tool_calls):
        raw = call.args if isinstance(call.args, str) else json.dumps(call.args)
        part = tool_call_chunk(name=call.name, args=raw, id=_new_id(), index=place)
        messages.append(AIMessageChunk(content="", tool_call_chunks=[part]))
    messages.append(
        AIMessageChunk(content="", usage_metadata=_metadata(reply.usage), chunk_position="last")
    )
    return [ChatGenerationChunk(message=message) for message in messages]


def message_of(reply: Reply) -> AIMessage:
    """Return the reply as one message."""
    calls = [(call.name, call.args, _new_id()) for call in reply.tool_calls]
    return AIMessage(
        reply.text,
        tool_calls=[
            {"name": name, "args": args, "id": key}
            for name, args, key in calls
            if not isinstance(args, str)
        ],
        invalid_tool_calls=[
            invalid_tool_call(name=name, args=args, id=key, error=None)
            for name, args, key in calls
            if isinstance(args, str)
        ],
        usage_metadata=_metadata(reply.usage),
    )


def _plain_messages(messages: Sequence[BaseMessage]) -> list[dict[str, Any]]:
    ordinals: dict[str | None, str] = {}
    return [_plain(message, ordinals) for message in messages]


def _plain(message: BaseMessage, ordinals: dict[str | None, str]) -> dict[str, Any]:
    """Return one message; ids of tool calls are replaced by the order in which they come."""
    role = "assistant" if isinstance(message, AIMessage) else _ROLES.get(message.type, message.type)
    fields: dict[str, Any] = {"role": role, "content": _content(message)}
    if isinstance(message, AIMessage) and message.tool_calls:
        for call in message.tool_calls:
            ordinals.setdefault(call["id"], f"call-{len(ordinals) + 1}")
        fields["tool_calls"] = [
            {"name": call["name"], "args": call["args"], "id": ordinals[call["id"]]}
            for call in message.tool_calls
        ]
    if isinstance(message, ToolMessage):
        fields |= {
            "tool_call_id": ordinals.get(message.tool_call_id, "unknown"),
            "name": message.name,
            "status": message.status,
        }
    return fields


def _content(message: BaseMessage) -> Any:
    """Return the text, or content blocks without the ids a server gave them."""
    if isinstance(message.content, str):
        return message.content
    blocks = [block if isinstance(block, dict) else {"text": block} for block in message.content]
    if all(set(block) <= {"type", "text", "id", "index", "annotations"} for block in blocks):
        return message.text
    return [{k: v for k, v in block.items() if k not in ("id", "index")} for block in blocks]


def _new_id() -> str:
    """Return an id for a replayed tool call; two replies must not share one."""
    return f"call-{uuid.uuid4().hex[:8]}"


def _count(usage: UsageMetadata | None) -> TokenCount | None:
    if usage is None:
        return None
    return TokenCount(input_tokens=usage["input_tokens"], output_tokens=usage["output_tokens"])


def _metadata(count: TokenCount | None) -> UsageMetadata | None:
    if count is None:
        return None
    return UsageMetadata(
        input_tokens=count.input_tokens,
        output_tokens=count.output_tokens,
        total_tokens=count.input_tokens + count.output_tokens,
    )
