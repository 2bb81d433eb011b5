"""Record scripted models and replay what was recorded."""

from collections.abc import Awaitable, Callable, Sequence
from typing import Any

import pytest
from langchain_core.messages import AIMessage
from langchain_core.runnables import Runnable

from copilot.domain.recording import Call, RecordedModel, Reply, key_of
from copilot.llm.recorder import RecorderModel
from copilot.llm.replay import ReplayModel, replaying
from copilot.llm.scripted import ScriptedModel
from copilot.llm.tape import Tape

LABEL = "scripted:test"


class BindingModel(ScriptedModel):
    """A scripted model that is bound to tools as models of servers are."""

    def bind_tools(self, tools: Sequence[Any], **kwargs: Any) -> Runnable[Any, Any]:
        """Return the model with its tools as arguments of every call."""
        return self.bind(bound_tools=list(tools), **kwargs)


def recorder(calls: list[Call], script: Sequence[Any], **fields: Any) -> RecorderModel:
    """Return a model that says its script and notes its calls."""
    inner = BindingModel(script=list(script))
    return RecorderModel(inner=inner, label=LABEL, note=calls.append, **fields)


def replayer(calls: Sequence[Call], *, once: bool = True, **facts: Any) -> ReplayModel:
    """Return a model that replays calls."""
    return replaying(RecordedModel(**{"label": LABEL, **facts}), Tape(calls, once=once))


def request(*said: str, **fields: Any) -> dict[str, Any]:
    """Return a canonical request of so many messages, person and model by turns."""
    roles = ("user", "assistant")
    messages = [{"role": roles[place % 2], "content": text} for place, text in enumerate(said)]
    return {"model": LABEL, "messages": messages, **fields}


def taken(sent: dict[str, Any], *pieces: str, **fields: Any) -> Call:
    """Return a call as it is recorded."""
    return Call(key=key_of(sent), request=sent, reply=Reply(pieces=pieces), **fields)


def counted(text: str, read: int, written: int) -> AIMessage:
    """Return a reply with the count of its tokens."""
    count = {"input_tokens": read, "output_tokens": written, "total_tokens": read + written}
    return AIMessage.model_validate({"content": text, "usage_metadata": count})


async def invoked(model: Any) -> list[AIMessage]:
    """Say hello and return the parts of the reply, as do the other ways."""
    return [model.invoke("Hi")]


async def awaited(model: Any) -> list[AIMessage]:
    return [await model.ainvoke("Hi")]


async def streamed(model: Any) -> list[AIMessage]:
    return list(model.stream("Hi"))


async def streamed_async(model: Any) -> list[AIMessage]:
    return [chunk async for chunk in model.astream("Hi")]


Way = Callable[[Any], Awaitable[list[AIMessage]]]
every_way = pytest.mark.parametrize("way", [invoked, awaited, streamed, streamed_async])
