"""A chat model that says what it was told to: the shipped double for tests and demos."""

import asyncio
import re
from collections.abc import AsyncIterator, Sequence
from typing import Any

from langchain_core.callbacks import AsyncCallbackManagerForLLMRun, CallbackManagerForLLMRun
from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage, AIMessageChunk, BaseMessage
from langchain_core.outputs import ChatGeneration, ChatGenerationChunk, ChatResult
from langchain_core.runnables import Runnable
from pydantic import Field

from copilot.errors import RecordingError


class ScriptedModel(BaseChatModel):
    """Replies with its script, one entry a call; an exception in it is raised.

    Streams word by word. `asked` holds the messages of every call, for assertions.
    """

    script: list[Any]
    """Strings, AIMessages or exceptions. An exception after a string in a list breaks a stream."""
    asked: list[list[BaseMessage]] = Field(default_factory=list)
    pause: float = 0.0
    """Seconds between streamed words."""
    label: str = "scripted:test"
    structured: str = "json_schema"

    @property
    def _llm_type(self) -> str:
        return "scripted"

    def bind_tools(self, tools: Sequence[Any], **kwargs: Any) -> Runnable[Any, Any]:
        """Return the model as it is; the script already knows what it calls."""
        return self.bind()

    def _generate(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: CallbackManagerForLLMRun | None = None,
        **kwargs: Any,
    ) -> ChatResult:
        return ChatResult(generations=[ChatGeneration(message=_message(self._next(messages)))])

    async def _astream(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: AsyncCallbackManagerForLLMRun | None = None,
        **kwargs: Any,
    ) -> AsyncIterator[ChatGenerationChunk]:
        reply = self._next(messages)
        parts = reply if isinstance(reply, list) else [reply]
        for part in parts:
            if isinstance(part, Exception):
                raise part
            for chunk in _chunks(_message(part)):
                await asyncio.sleep(self.pause)
                yield ChatGenerationChunk(message=chunk)

    def _next(self, messages: list[BaseMessage]) -> Any:
        self.asked.append(messages)
        if not self.script:
            raise RecordingError("The script has no reply left.", hint="Add one to the script.")
        reply = self.script.pop(0)
        if isinstance(reply, Exception):
            raise reply
        return reply


def _message(reply: str | AIMessage) -> AIMessage:
    return reply if isinstance(reply, AIMessage) else AIMessage(reply)


def _chunks(message: AIMessage) -> list[AIMessageChunk]:
    if message.tool_calls:
        return [AIMessageChunk(content=message.content, tool_calls=message.tool_calls)]
    words = re.findall(r"\s*\S+", message.text) or [""]
    chunks = [AIMessageChunk(content=word) for word in words]
    chunks[-1].usage_metadata = message.usage_metadata
    return chunks
