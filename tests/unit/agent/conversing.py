"""Talk to an agent in a test, and skills that only tests have."""

from collections.abc import AsyncIterator
from typing import Any

from langchain_core.messages import AIMessage
from pydantic import BaseModel, Field

from copilot.domain.artifact import Artifact, Body
from copilot.domain.conversation import Done, Failed, TurnEvent
from copilot.errors import SetupError
from copilot.services import Services
from copilot.skill import skill

QUESTION = "Are emotions of employees at the workplace protected?"
ANSWER = "Inferring them is prohibited [1]."
written: list[str] = []
"""What the writing skill wrote; cleared by the tests that use it."""


class Text(BaseModel):
    text: str = Field(description="the text", min_length=2)


class Receipt(Body):
    said: str

    def markdown(self) -> str:
        return f"Wrote {self.said}."


@skill(examples=("write it down",), approval=lambda _: "Write it down?")
async def write_down(request: Text, services: "Services") -> Artifact:
    """Write something down."""
    written.append(request.text)
    return Artifact(
        kind="write_down",
        title="Written",
        body=Receipt(said=request.text),
        provenance=services.provenance(),
    )


@skill(examples=("fail",))
async def fail_now(request: Text, services: "Services") -> Artifact:
    """Fail at once."""
    raise SetupError("It cannot be done.", hint="Do it yourself.")


def call(name: str, key: str = "c1", **arguments: Any) -> AIMessage:
    """Return a reply of a model that calls a skill."""
    return AIMessage("", tool_calls=[{"name": name, "args": arguments, "id": key}])


async def heard(events: AsyncIterator[TurnEvent]) -> list[TurnEvent]:
    """Return all events of a turn."""
    return [event async for event in events]


def kinds(events: list[TurnEvent]) -> list[str]:
    """Return the types of events, tokens in a row as one."""
    names = [event.type for event in events]
    return [name for place, name in enumerate(names) if place == 0 or name != names[place - 1]]


def done(events: list[TurnEvent]) -> Done:
    """Return the end of a turn that went well."""
    assert isinstance(events[-1], Done), events[-1]
    return events[-1]


def failed(events: list[TurnEvent]) -> Failed:
    """Return the end of a turn that failed."""
    assert isinstance(events[-1], Failed), events[-1]
    return events[-1]
