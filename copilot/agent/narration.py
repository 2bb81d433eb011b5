"""Tell a run of the graph as events of the conversation."""

from collections.abc import Iterator
from typing import Any

from langchain_core.messages import AIMessage, AIMessageChunk, BaseMessage, ToolMessage

from copilot.analysis.grounding import unsourced
from copilot.analysis.untrusted import StreamCleaner, clean
from copilot.domain.artifact import Usage
from copilot.domain.conversation import (
    ApprovalAsked,
    Cited,
    Done,
    Token,
    ToolEnd,
    ToolStart,
    TurnEvent,
    Used,
)
from copilot.domain.document import Citation
from copilot.llm.usage import usage_of

_NO_USAGE = Usage()


class Narration:
    """Turns what LangGraph streams into events, and remembers what it told.

    Args:
        session: Id of the session, for the last event.
    """

    def __init__(self, session: str) -> None:
        self.usage = _NO_USAGE
        self.streamed = ""
        """The reply so far, as it was shown."""
        self.session = session
        self._cleaner = StreamCleaner()
        self._texts: list[str] = []
        self._complaints: list[str] = []
        """What a model was told of its wrong calls; shown where no answer came of it."""
        self._citations: dict[str, Citation] = {}
        self._warnings: list[str] = []
        self._waits = False

    def tell(self, mode: str, data: Any) -> Iterator[TurnEvent]:
        """Yield the events of one piece of the stream."""
        if mode == "messages":
            yield from self._tokens(*data)
            return
        for node, update in data.items():
            if node == "__interrupt__":
                yield from self._approvals(update)
            elif isinstance(update, dict):
                for message in _messages(update):
                    yield from self._message(message)

    def ending(self) -> Iterator[TurnEvent]:
        """Yield the last events of a turn that went well."""
        rest = self._cleaner.end()
        if rest:
            yield Token(text=rest)
        if self._waits:
            return
        yield Used(usage=self.usage)
        yield Done(
            session=self.session,
            text="\n\n".join(self._texts or self._complaints),
            citations=tuple(self._citations.values()),
            warnings=tuple(self._warnings),
        )

    def _tokens(self, chunk: BaseMessage, metadata: dict[str, Any]) -> Iterator[TurnEvent]:
        if not isinstance(chunk, AIMessageChunk) or not chunk.text:
            return
        text = self._cleaner.feed(chunk.text)
        self.streamed += text
        if text:
            yield Token(text=text)

    def _message(self, message: BaseMessage) -> Iterator[TurnEvent]:
        if isinstance(message, ToolMessage):
            yield from self._tool_end(message)
        elif isinstance(message, AIMessage):
            self.usage = self.usage.plus(usage_of(message, []))
            said = unsourced(message.text)
            if said and not message.tool_calls:
                self._texts.append(said)
            for call in message.tool_calls:
                yield ToolStart(id=call["id"] or "", name=call["name"], arguments=call["args"])

    def _tool_end(self, message: ToolMessage) -> Iterator[TurnEvent]:
        artifact: dict[str, Any] | None = message.artifact
        summary = str(artifact["title"]) if artifact else message.text
        yield ToolEnd(
            id=message.tool_call_id,
            name=message.name or "",
            summary=clean(summary),
            artifact=artifact,
        )
        if not artifact:
            self._complaints += [clean(message.text)] if message.status == "error" else []
            return
        self._texts.append(clean(message.text))
        self._warnings += artifact["warnings"]
        self.usage = self.usage.plus(Usage.model_validate(artifact["provenance"]["usage"]))
        for citation in map(Citation.model_validate, artifact["citations"]):
            self._citations[citation.id] = citation
            yield Cited(citation=citation)

    def _approvals(self, interrupts: Any) -> Iterator[TurnEvent]:
        self._waits = True
        for interrupt in interrupts:
            for request in interrupt.value["action_requests"]:
                yield ApprovalAsked(
                    id=str(interrupt.id),
                    name=request["name"],
                    question=request["description"],
                    arguments=request["args"],
                )


def _messages(update: dict[str, Any]) -> list[BaseMessage]:
    found = update.get("messages", [])
    return found if isinstance(found, list) else [found]
