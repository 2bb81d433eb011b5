"""Dependable tool calls from small models: the choice of a tool is bound by a schema.

Small models choose rightly but write the call as prose, in many shapes. Here the server may
write nothing but the name of a tool, then nothing but its arguments.
"""

import json
import re
import uuid
from collections.abc import AsyncIterator, Sequence
from typing import Any, NamedTuple

from langchain_core.callbacks import AsyncCallbackManagerForLLMRun, CallbackManagerForLLMRun
from langchain_core.language_models import BaseChatModel
from langchain_core.language_models.chat_models import agenerate_from_stream
from langchain_core.messages import (
    AIMessage,
    AIMessageChunk,
    BaseMessage,
    HumanMessage,
    SystemMessage,
    ToolMessage,
)
from langchain_core.messages.ai import UsageMetadata, add_usage
from langchain_core.messages.tool import tool_call_chunk
from langchain_core.outputs import ChatGenerationChunk, ChatResult
from langchain_core.runnables import Runnable
from langchain_core.utils.function_calling import convert_to_openai_tool

from copilot.errors import MalformedReply

REPLY = "reply"
REPLY_EXAMPLES = ("good morning!", "great, thank you", "what are you able to do?")
JOINING_WORDS, LEANING_WORDS = 6, 12
"""Words up to which a message that begins with `and`, or has an `it`, is no whole question."""
_JOINS = re.compile(r"(and|but|or|so|then|why|what about|how about)\b", re.I)
_POINTS_BACK = re.compile(r"\b(it|its|they|them|that|those|this|these|he|she)\b", re.I)
REMEMBERED = 4
"""Earlier messages a small model is shown."""
REMEMBERED_CHARACTERS = 240


class _Held(NamedTuple):
    """What a model wrote under a schema, and what it cost."""

    value: dict[str, Any]
    usage: UsageMetadata | None


class GuidedModel(BaseChatModel):
    """A chat model over another one that chooses tools by schema."""

    inner: BaseChatModel
    instructions: str
    """System text for the choice; names every tool and `reply`."""
    examples: tuple[tuple[str, str], ...] = ()
    """(message, tool it belongs to); shown as earlier turns of the choice."""
    tools: tuple[dict[str, Any], ...] = ()
    """Tools in OpenAI's form."""

    @property
    def _llm_type(self) -> str:
        return "guided"

    def bind_tools(self, tools: Sequence[Any], **kwargs: Any) -> Runnable[Any, Any]:
        """Return a model that may choose among the tools."""
        forms = tuple(convert_to_openai_tool(tool)["function"] for tool in tools)
        return self.model_copy(update={"tools": forms})

    def _generate(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: CallbackManagerForLLMRun | None = None,
        **kwargs: Any,
    ) -> ChatResult:
        raise NotImplementedError("The guided model is asked asynchronously only.")

    async def _agenerate(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: AsyncCallbackManagerForLLMRun | None = None,
        **kwargs: Any,
    ) -> ChatResult:
        return await agenerate_from_stream(self._astream(messages, stop, run_manager, **kwargs))

    async def _astream(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: AsyncCallbackManagerForLLMRun | None = None,
        **kwargs: Any,
    ) -> AsyncIterator[ChatGenerationChunk]:
        talk = _recent(messages)
        choice = await self._choice(talk)
        if choice.value["choice"] == REPLY:
            async for chunk in self.inner._astream([_system(messages), *talk], stop, None):
                yield chunk
            yield _usage_chunk(choice.usage)
            return
        tool = next(form for form in self.tools if form["name"] == choice.value["choice"])
        arguments = await self._arguments(tool, talk, choice)
        yield _call_chunk(tool["name"], arguments.value)
        yield _usage_chunk(add_usage(choice.usage, arguments.usage))

    async def _choice(self, talk: list[BaseMessage]) -> "_Held":
        names = [form["name"] for form in self.tools] + [REPLY]
        schema = _object({"choice": {"type": "string", "enum": names}})
        held = await self._held(self._before(talk), schema)
        if held.value.get("choice") not in names:
            raise _no_choice(json.dumps(held.value))
        return held

    def _before(self, talk: list[BaseMessage]) -> list[BaseMessage]:
        return [SystemMessage(self.instructions), *self._shown, *talk]

    @property
    def _shown(self) -> list[BaseMessage]:
        """The examples as turns, mixed by length so that no tool comes as a habit."""
        known = [*self.examples, *((text, REPLY) for text in REPLY_EXAMPLES)]
        turns: list[BaseMessage] = []
        for text, name in sorted(known, key=lambda pair: len(pair[0])):
            turns += [HumanMessage(text), AIMessage(json.dumps({"choice": name}))]
        return turns

    async def _arguments(
        self, tool: dict[str, Any], talk: list[BaseMessage], choice: "_Held"
    ) -> "_Held":
        """Return the required arguments.

        A single text is the person's own words: small models paraphrase badly. Otherwise the
        request goes on from the choice, so that the server reads only what is new.
        """
        fields = tool["parameters"]["properties"]
        required = tool["parameters"].get("required", [])
        if len(required) == 1 and fields[required[0]].get("type") == "string":
            return _Held({required[0]: standing_alone(talk)}, None)
        schema = _object({name: fields[name] for name in required})
        task = f"Write the arguments of {tool['name']}: {', '.join(required)}."
        chosen = AIMessage(json.dumps(choice.value))
        return await self._held([*self._before(talk), chosen, HumanMessage(task)], schema)

    async def _held(self, messages: list[BaseMessage], schema: dict[str, Any]) -> "_Held":
        form = {"name": "reply", "schema": schema, "strict": True}
        result = await self.inner._agenerate(
            messages, response_format={"type": "json_schema", "json_schema": form}
        )
        message = result.generations[0].message
        raw = message.text
        try:
            return _Held(dict(json.loads(raw)), getattr(message, "usage_metadata", None))
        except (ValueError, TypeError) as error:
            raise _no_choice(raw) from error


def _no_choice(raw: str) -> MalformedReply:
    return MalformedReply(
        "The model wrote no choice of a skill.",
        hint="Name the skill yourself: /ask-knowledge or /draft-story",
        raw=raw,
    )


def standing_alone(talk: Sequence[BaseMessage]) -> str:
    """Return what was said last; one that leans on the message before it comes with that one."""
    said = [message.text.strip() for message in talk if isinstance(message, HumanMessage)]
    leans = len(said) > 1 and _leans(said[-1])
    return f"{said[-2]} {said[-1]}" if leans else said[-1]


def _leans(text: str) -> bool:
    words = len(text.split())
    joins, points_back = _JOINS.match(text), _POINTS_BACK.search(text)
    return bool(joins and words <= JOINING_WORDS) or bool(points_back and words <= LEANING_WORDS)


def _recent(messages: Sequence[BaseMessage]) -> list[BaseMessage]:
    """Return the last messages as plain talk, shortened, the newest one whole."""
    talk: list[BaseMessage] = []
    for message in messages:
        if isinstance(message, HumanMessage):
            talk.append(message)
        elif isinstance(message, ToolMessage) or (message.text and isinstance(message, AIMessage)):
            talk.append(AIMessage(message.text[:REMEMBERED_CHARACTERS]))
    kept = talk[-REMEMBERED:]
    while kept and not isinstance(kept[0], HumanMessage):
        kept = kept[1:]
    return kept


def _system(messages: Sequence[BaseMessage]) -> BaseMessage:
    return next(message for message in messages if isinstance(message, SystemMessage))


def _object(properties: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _call_chunk(name: str, arguments: dict[str, Any]) -> ChatGenerationChunk:
    call = tool_call_chunk(
        name=name, args=json.dumps(arguments), id=f"call-{uuid.uuid4().hex[:8]}", index=0
    )
    return ChatGenerationChunk(message=AIMessageChunk(content="", tool_call_chunks=[call]))


def _usage_chunk(usage: UsageMetadata | None) -> ChatGenerationChunk:
    return ChatGenerationChunk(message=AIMessageChunk(content="", usage_metadata=usage))
