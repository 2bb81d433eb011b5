"""A recording: what a model was asked in one case, and what it replied.

Only the fields named here are ever stored, so that a header or a key has nowhere to go.
"""

import hashlib
import json
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict

SCHEMA_VERSION = 1
"""Raised whenever an older file would be read wrongly."""

Namespace = Literal["subject", "judge"]
"""Who asked: what is measured, or the judge of its reply."""


class Stored(BaseModel):
    """A part of the file; unknown fields are refused."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class ToolCall(Stored):
    """A tool the model calls, with its arguments."""

    name: str
    args: dict[str, Any] | str
    """Text where the model wrote no JSON."""
    id: str


class TokenCount(Stored):
    """Tokens as the server counted them."""

    input_tokens: int
    output_tokens: int


class Reply(Stored):
    """What the model said, in the pieces in which it came."""

    pieces: tuple[str, ...] = ()
    tool_calls: tuple[ToolCall, ...] = ()
    usage: TokenCount | None = None

    @property
    def text(self) -> str:
        """The whole text."""
        return "".join(self.pieces)


class Call(Stored):
    """One call of a model: its key, what was sent, what came back."""

    key: str = ""
    """SHA-256 of the canonical request; empty in a hand-written file not yet filled in."""
    namespace: Namespace = "subject"
    request: dict[str, Any] = {}
    """Model, parameters, tools, response format and messages, without ids."""
    reply: Reply
    seconds: float | None = None


class RecordedModel(Stored):
    """Which model replied, and what it was capable of."""

    label: str
    """`provider:name`."""
    endpoint: str = ""
    """Kind of server, never its address: `embedded llama.cpp`, `OpenAI`, `own server`."""
    weights_sha256: str | None = None
    structured: Literal["json_schema", "tool"] = "json_schema"
    bounded: bool = False
    """Whether it takes bounds on strings in a schema."""


class PromptMark(Stored):
    """A prompt the case used, as it stood."""

    name: str
    version: int
    sha256: str


class Recording(Stored):
    """All calls of one case.

    `recorded` came from the model it names. `authored` was written by hand as an example of
    a contract: it shows what code does with a reply, and says nothing of any model.
    """

    schema_version: int = SCHEMA_VERSION
    case: str
    origin: Literal["recorded", "authored"]
    model: RecordedModel
    recorded_at: datetime | None = None
    day: date | None = None
    """The date that prompts were told."""
    software: dict[str, str] = {}
    prompts: tuple[PromptMark, ...] = ()
    calls: tuple[Call, ...]
    seal: str = ""
    """Hash of the calls as they were made; tells an edit, and protects against none."""

    @property
    def is_edited(self) -> bool:
        """Whether the calls are no longer those that were recorded."""
        return bool(self.seal) and self.seal != seal_of(self.calls)

    @property
    def usage(self) -> TokenCount:
        """Tokens of all calls together; calls without a count add nothing."""
        return total(call.reply.usage for call in self.calls if call.reply.usage)

    @property
    def seconds(self) -> float:
        """Time the model took, all calls together."""
        return sum(call.seconds or 0.0 for call in self.calls)


def total(counts: Iterable[TokenCount]) -> TokenCount:
    """Return the sum of several counts."""
    known = list(counts)
    return TokenCount(
        input_tokens=sum(count.input_tokens for count in known),
        output_tokens=sum(count.output_tokens for count in known),
    )


def seal_of(calls: Iterable[Call]) -> str:
    """Return the hash of calls, keys and replies alike."""
    told = "\n".join(call.model_dump_json(exclude={"request"}) for call in calls)
    return hashlib.sha256(told.encode()).hexdigest()[:32]


def key_of(request: dict[str, Any]) -> str:
    """Return the key of a canonical request: SHA-256 of its JSON with sorted keys."""
    canonical = json.dumps(
        {"schema_version": SCHEMA_VERSION, **request},
        sort_keys=True,
        ensure_ascii=False,
        separators=(",", ":"),
    )
    return hashlib.sha256(canonical.encode()).hexdigest()
