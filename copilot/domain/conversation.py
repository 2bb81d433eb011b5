"""A conversation: what a turn emits while it runs, and what a session remembers of it."""

from datetime import datetime
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict

from copilot.domain.artifact import Usage
from copilot.domain.document import Citation


class Event(BaseModel):
    """Something that happened in a turn; `type` is the name other programs read."""

    model_config = ConfigDict(frozen=True)


class Token(Event):
    """A piece of the reply, in order."""

    type: Literal["token"] = "token"
    text: str


class ToolStart(Event):
    """A skill was chosen, with these arguments."""

    type: Literal["tool_start"] = "tool_start"
    id: str
    name: str
    arguments: dict[str, Any]


class ToolEnd(Event):
    """A skill is done; `artifact` is its envelope, None when it failed."""

    type: Literal["tool_end"] = "tool_end"
    id: str
    name: str
    summary: str
    artifact: dict[str, Any] | None = None


class Cited(Event):
    """The reply cites a passage that exists."""

    type: Literal["citation"] = "citation"
    citation: Citation


class ApprovalAsked(Event):
    """A skill that writes, or sends something out, waits for a person: `Agent.resume`."""

    type: Literal["approval"] = "approval"
    id: str
    name: str
    question: str
    arguments: dict[str, Any]


class Used(Event):
    """Tokens of the turn so far."""

    type: Literal["usage"] = "usage"
    usage: Usage


class Failed(Event):
    """The turn ended early; what was streamed stays, marked as partial."""

    type: Literal["error"] = "error"
    kind: str
    """Class of the error, such as `ModelBusy`."""
    message: str
    hint: str
    exit_code: int


class Done(Event):
    """The turn is over; `text` is the checked reply and replaces the streamed tokens."""

    type: Literal["done"] = "done"
    session: str
    text: str
    citations: tuple[Citation, ...] = ()
    warnings: tuple[str, ...] = ()


TurnEvent = Token | ToolStart | ToolEnd | Cited | ApprovalAsked | Used | Failed | Done


class Message(BaseModel):
    """One message of a past turn, as a face shows it again."""

    model_config = ConfigDict(frozen=True)

    role: Literal["user", "assistant", "tool"]
    text: str
    tool: str | None = None
    citations: tuple[Citation, ...] = ()
    warnings: tuple[str, ...] = ()
    partial: str | None = None
    """Why the reply is incomplete; None when it is whole."""


class SessionSummary(BaseModel):
    """One line of the session list."""

    model_config = ConfigDict(frozen=True)

    id: str
    title: str
    first_prompt: str
    created: datetime
    updated: datetime
    turns: int
    usage: Usage = Usage()
