"""What a reply cost: the server's own counts, else an estimate that says so."""

from collections.abc import Sequence

from langchain_core.messages import AIMessage, BaseMessage

from copilot.domain.artifact import Usage
from copilot.llm.tokens import count_tokens
from copilot.settings import token_cache


def usage_of(reply: BaseMessage, asked: Sequence[BaseMessage]) -> Usage:
    """Return the usage of one reply to the messages that were asked."""
    counted = reply.usage_metadata if isinstance(reply, AIMessage) else None
    if counted:
        return Usage(input_tokens=counted["input_tokens"], output_tokens=counted["output_tokens"])
    folder = token_cache()
    sent = count_tokens("\n".join(message.text for message in asked), folder)
    written = count_tokens(reply.text, folder)
    return Usage(
        input_tokens=sent.tokens,
        output_tokens=written.tokens,
        estimated=sent.estimated or written.estimated,
    )
