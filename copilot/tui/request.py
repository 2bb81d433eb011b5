"""What the user asks of the agent, and how it is followed to its end."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import TYPE_CHECKING, NamedTuple

from copilot.domain.conversation import ApprovalAsked, TurnEvent

if TYPE_CHECKING:
    from copilot.agent.agent import Agent


class Request(NamedTuple):
    """One message to the agent, or one skill called by its slash command."""

    text: str
    """As it was typed."""
    skill: str = ""
    rest: str = ""
    """What follows the slash command."""

    def put_to(self, agent: "Agent", session: str) -> AsyncIterator[TurnEvent]:
        """Start the turn."""
        if self.skill:
            # The empty key means the skill's first field.
            return agent.run_skill(session, self.skill, {"": self.rest} if self.rest else {})
        return agent.run(session, self.text)

    def followed_by(self, other: "Request") -> "Request":
        """Return one request that says both; a skill takes the other as more of its text."""
        return Request(
            f"{self.text}\n\n{other.text}",
            self.skill,
            f"{self.rest}\n\n{other.text}" if self.skill else "",
        )


async def follow(
    request: Request,
    agent: "Agent",
    session: str,
    show: Callable[[TurnEvent], Awaitable[None]],
    allow: Callable[[ApprovalAsked], Awaitable[bool]],
) -> None:
    """Follow a request through every approval to the end of its turn."""
    events = request.put_to(agent, session)
    while asked := await _shown(events, show):
        answers = [await allow(one) for one in asked]
        events = agent.resume(session, all(answers))


async def _shown(
    events: AsyncIterator[TurnEvent], show: Callable[[TurnEvent], Awaitable[None]]
) -> list[ApprovalAsked]:
    # The agent runs in a task of its own: a stop then always reaches it where it waits, and
    # it can keep the partial reply, even when the stop falls while the screen is drawn.
    told = asyncio.Queue[TurnEvent | None]()
    telling = asyncio.create_task(_tell(events, told))
    asked = []
    try:
        while (event := await told.get()) is not None:
            if isinstance(event, ApprovalAsked):
                asked.append(event)
            else:
                await show(event)
        await telling
    finally:
        telling.cancel()
        await asyncio.wait({telling})
    return asked


async def _tell(events: AsyncIterator[TurnEvent], told: asyncio.Queue[TurnEvent | None]) -> None:
    try:
        async for event in events:
            told.put_nowait(event)
    finally:
        told.put_nowait(None)
