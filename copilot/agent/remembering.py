"""Read a past session back from its checkpoint, as a face shows it."""

from collections.abc import Sequence

from langchain_core.messages import AIMessage, BaseMessage, HumanMessage, ToolMessage

from copilot.analysis.grounding import unsourced
from copilot.analysis.untrusted import clean
from copilot.domain.conversation import Message
from copilot.domain.document import Citation


def remembered(messages: Sequence[BaseMessage]) -> list[Message]:
    """Return what was said, in order; a skill's result keeps its citations."""
    found = (_remembered(message) for message in messages)
    return [message for message in found if message is not None]


def _remembered(message: BaseMessage) -> Message | None:
    if isinstance(message, HumanMessage):
        return Message(role="user", text=clean(message.text))
    if isinstance(message, ToolMessage):
        artifact = message.artifact or {}
        return Message(
            role="tool",
            text=clean(message.text),
            tool=message.name,
            citations=tuple(map(Citation.model_validate, artifact.get("citations", ()))),
            warnings=tuple(map(clean, artifact.get("warnings", ()))),
        )
    if isinstance(message, AIMessage) and message.text:
        partial = message.additional_kwargs.get("partial")
        return Message(role="assistant", text=unsourced(message.text), partial=partial)
    return None
