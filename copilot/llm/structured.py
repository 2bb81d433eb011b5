"""Ask a model for an object: hold it to a schema, check the reply, repair at most twice."""

import json
import re
from collections.abc import Sequence
from typing import Any, TypeVar

from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage, BaseMessage, HumanMessage
from langchain_core.messages.utils import MessageLikeRepresentation, convert_to_messages
from langchain_core.utils.function_calling import convert_to_openai_tool
from pydantic import BaseModel, ValidationError

from copilot.analysis.addresses import without_addresses
from copilot.analysis.untrusted import clean
from copilot.domain.artifact import Usage
from copilot.errors import MalformedReply
from copilot.llm.usage import usage_of

T = TypeVar("T", bound=BaseModel)

REPAIRS = 2
QUIET = {"tags": ["nostream"]}
"""Keeps half-written JSON out of the conversation's stream."""
_FENCED = re.compile(r"```(?:json)?\s*(.*?)```", re.DOTALL)


async def ask_structured(
    model: BaseChatModel, messages: Sequence[MessageLikeRepresentation], schema: type[T]
) -> tuple[T, Usage]:
    """Return a checked object of the schema, and what it cost.

    Raises:
        MalformedReply: The reply does not fit after two repairs; it is kept in `raw`.
    """
    asked = convert_to_messages(messages)
    held, usage, raw = _held_to(model, schema), Usage(cost_usd=0.0), ""
    for _ in range(REPAIRS + 1):
        reply = await held.ainvoke(asked, QUIET)
        usage = usage.plus(usage_of(reply, asked))
        raw = _raw(reply)
        try:
            return _cleaned(schema.model_validate_json(_json_of(raw))), usage
        except ValidationError as error:
            asked = [*asked, AIMessage(raw), HumanMessage(_repair_request(error))]
    raise MalformedReply(
        f"The model did not write a {schema.__name__} that fits, after {REPAIRS} repairs.",
        hint="Try again, or choose a larger model: pm-copilot models list",
        raw=raw,
    )


def _cleaned(found: T) -> T:
    """Return the object with every text made safe to show, and leading nowhere."""
    return type(found).model_validate(_clean_texts(found.model_dump()))


def _clean_texts(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _clean_texts(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [_clean_texts(part) for part in value]
    return without_addresses(clean(value)).text if isinstance(value, str) else value


def _held_to(model: BaseChatModel, schema: type[BaseModel]) -> Any:
    tool = convert_to_openai_tool(schema, strict=True)["function"]
    if not getattr(model, "bounded", True):
        tool = _without_lengths(tool)
    if getattr(model, "structured", "json_schema") == "tool":
        return model.bind_tools([schema], tool_choice=tool["name"])
    form = {"name": tool["name"], "schema": tool["parameters"], "strict": True}
    return model.bind(response_format={"type": "json_schema", "json_schema": form})


def _without_lengths(schema: Any) -> Any:
    """Return the schema without bounds on strings, which OpenAI's own servers refuse."""
    if isinstance(schema, dict):
        kept = {
            key: value for key, value in schema.items() if key not in ("minLength", "maxLength")
        }
        return {key: _without_lengths(value) for key, value in kept.items()}
    return [_without_lengths(part) for part in schema] if isinstance(schema, list) else schema


def _raw(reply: BaseMessage) -> str:
    if isinstance(reply, AIMessage) and reply.tool_calls:
        return json.dumps(reply.tool_calls[0]["args"])
    return reply.text


def _json_of(raw: str) -> str:
    fenced = _FENCED.search(raw)
    return (fenced[1] if fenced else raw).strip()


def _repair_request(error: ValidationError) -> str:
    faults = [
        f"- {'.'.join(map(str, fault['loc']))}: {fault['msg']}" for fault in error.errors()[:8]
    ]
    return "That does not fit the schema:\n" + "\n".join(faults) + "\nWrite the whole object again."
