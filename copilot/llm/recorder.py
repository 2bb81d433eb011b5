"""Record what a model is asked and what it replies, without changing either."""

from collections.abc import AsyncIterator, Callable, Iterator
from time import monotonic
from typing import Any

from langchain_core.callbacks import AsyncCallbackManagerForLLMRun, CallbackManagerForLLMRun
from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessageChunk, BaseMessage
from langchain_core.outputs import ChatGeneration, ChatGenerationChunk, ChatResult

from copilot.domain.recording import Call, Namespace, key_of
from copilot.llm.seam import SeamModel, chunks_of, message_of, reply_of

BINDING = ("tool_choice", "strict", "parallel_tool_calls")
"""Arguments that belong to the binding of tools."""


class RecorderModel(SeamModel):
    """A chat model that notes every call of another one.

    A call that fails is not noted: a recording holds whole replies only.
    """

    inner: BaseChatModel
    note: Callable[[Call], None]
    """Called with every call that went well."""
    known: Callable[[dict[str, Any], Namespace], Call | None] = lambda request, namespace: None
    """Finds a call that was recorded before, which is then not made again."""
    namespace: Namespace = "subject"

    def _generate(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: CallbackManagerForLLMRun | None = None,
        **kwargs: Any,
    ) -> ChatResult:
        begun, request = monotonic(), self.canonical(messages, {**kwargs, "stop": stop})
        old = self._old(request)
        if old is not None:
            return ChatResult(generations=[ChatGeneration(message=message_of(old.reply))])
        result = self.inner._generate(messages, stop, None, **self._for_inner(kwargs))
        self._keep(request, [result.generations[0].message], begun)
        return result

    async def _agenerate(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: AsyncCallbackManagerForLLMRun | None = None,
        **kwargs: Any,
    ) -> ChatResult:
        begun, request = monotonic(), self.canonical(messages, {**kwargs, "stop": stop})
        old = self._old(request)
        if old is not None:
            return ChatResult(generations=[ChatGeneration(message=message_of(old.reply))])
        result = await self.inner._agenerate(messages, stop, None, **self._for_inner(kwargs))
        self._keep(request, [result.generations[0].message], begun)
        return result

    def _stream(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: CallbackManagerForLLMRun | None = None,
        **kwargs: Any,
    ) -> Iterator[ChatGenerationChunk]:
        begun, request = monotonic(), self.canonical(messages, {**kwargs, "stop": stop})
        parts, old = list[BaseMessage](), self._old(request)
        if old is not None:
            yield from chunks_of(old.reply)
            return
        for chunk in self._inner_stream(messages, stop, self._for_inner(kwargs)):
            parts.append(chunk.message)
            yield chunk
        self._keep(request, parts, begun)

    async def _astream(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: AsyncCallbackManagerForLLMRun | None = None,
        **kwargs: Any,
    ) -> AsyncIterator[ChatGenerationChunk]:
        begun, request = monotonic(), self.canonical(messages, {**kwargs, "stop": stop})
        parts, old = list[BaseMessage](), self._old(request)
        if old is not None:
            for chunk in chunks_of(old.reply):
                yield chunk
            return
        async for chunk in self.inner._astream(messages, stop, None, **self._for_inner(kwargs)):
            parts.append(chunk.message)
            yield chunk
        self._keep(request, parts, begun)

    def _inner_stream(
        self, messages: list[BaseMessage], stop: list[str] | None, given: dict[str, Any]
    ) -> Iterator[ChatGenerationChunk]:
        """Stream from the inner model; one that cannot replies in one piece."""
        if type(self.inner)._stream is not BaseChatModel._stream:
            yield from self.inner._stream(messages, stop, None, **given)
            return
        result = self.inner._generate(messages, stop, None, **given)
        yield ChatGenerationChunk(message=_as_chunk(result.generations[0].message))

    def _for_inner(self, given: dict[str, Any]) -> dict[str, Any]:
        """Return the arguments with tools in the words of the inner model's library."""
        if "tools" not in given:
            return given
        binding = {name: value for name, value in given.items() if name in BINDING}
        bound: Any = self.inner.bind_tools(given["tools"], **binding)
        others = {k: v for k, v in given.items() if k != "tools" and k not in BINDING}
        return {**others, **bound.kwargs}

    def _old(self, request: dict[str, Any]) -> Call | None:
        """Return the call as it was recorded before, and note it again."""
        call = self.known(request, self.namespace)
        if call is not None:
            self.note(call)
        return call

    def _keep(self, request: dict[str, Any], parts: list[BaseMessage], begun: float) -> None:
        chunks = [_as_chunk(part) for part in parts] or [AIMessageChunk(content="")]
        self.note(
            Call(
                key=key_of(request),
                namespace=self.namespace,
                request=request,
                reply=reply_of(chunks[0] + chunks[1:], [chunk.text for chunk in chunks]),
                seconds=round(monotonic() - begun, 3),
            )
        )


def _as_chunk(message: BaseMessage) -> AIMessageChunk:
    if isinstance(message, AIMessageChunk):
        return message
    kept = {"content", "tool_calls", "invalid_tool_calls", "usage_metadata"}
    fields = message.model_dump(include=kept)
    return AIMessageChunk(**fields)
