"""Ask a model for prose, streamed to whoever listens."""

from collections.abc import Sequence

from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessageChunk
from langchain_core.messages.utils import MessageLikeRepresentation, convert_to_messages

from copilot.domain.artifact import Usage
from copilot.errors import ModelError
from copilot.llm.usage import usage_of


async def ask_prose(
    model: BaseChatModel, messages: Sequence[MessageLikeRepresentation]
) -> tuple[str, Usage]:
    """Return the whole reply and what it cost; listeners get it in pieces as it comes.

    Raises:
        ModelError: The model replied with nothing, or failed.
    """
    asked = convert_to_messages(messages)
    reply: AIMessageChunk | None = None
    async for chunk in model.astream(asked):
        reply = chunk if reply is None else reply + chunk
    if reply is None or not reply.text.strip():
        raise ModelError("The model replied with nothing.", hint="pm-copilot models test")
    return reply.text.strip(), usage_of(reply, asked)
