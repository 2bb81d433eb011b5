"""What the conversation asks of the floors below, always off the screen's own thread."""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from copilot.domain.conversation import ApprovalAsked, Message, SessionSummary, TurnEvent
from copilot.domain.document import Passage
from copilot.errors import CopilotError, NotFound
from copilot.tui.agent_door import AgentDoor
from copilot.tui.export import session_markdown, write_export
from copilot.tui.request import Request, follow

if TYPE_CHECKING:
    from copilot.services import Services

EXPORTS = "exports"
"""Folder of the workspace for exported sessions."""


class Surroundings(NamedTuple):
    """What is true of the machine now."""

    model: str
    """Label of the model; empty where there is none."""
    note: str
    """A remark on the workspace; mostly empty."""
    trouble: str
    """Why this could not be found out; mostly empty."""


class Past(NamedTuple):
    """A session as it was left."""

    messages: list[Message]
    summary: SessionSummary


class Desk:
    """The services and the agent, for one conversation at a time.

    Args:
        services: Sessions, knowledge, workspace and settings.
        door: The way to the agent.
        session: A past session to go on with; None begins a new one with the first message.
    """

    def __init__(self, services: "Services", door: AgentDoor, session: str | None) -> None:
        self.services = services
        self.door = door
        self.session = session

    @property
    def wants_a_model(self) -> bool:
        """Whether the user has not yet said to go on without a model."""
        return self.services.settings.model != "none"

    async def surroundings(self) -> Surroundings:
        """Look for a model and at the workspace."""
        return await asyncio.to_thread(_look, self.services)

    async def converse(
        self,
        request: Request,
        show: Callable[[TurnEvent], Awaitable[None]],
        allow: Callable[[ApprovalAsked], Awaitable[bool]],
    ) -> None:
        """Follow a request to its end, in a new session where there is none."""
        agent = await self.door.agent()
        if self.session is None:
            self.session = await asyncio.to_thread(self.services.sessions.create)
        await follow(request, agent, self.session, show, allow)

    async def past(self, session: str) -> Past:
        """Return a session as it was left.

        Args:
            session: Its id, or an unambiguous beginning of it.
        """
        summary = await asyncio.to_thread(self.services.sessions.summary, session)
        agent = await self.door.agent()
        return Past(await agent.messages(summary.id), summary)

    async def title(self) -> str:
        """Return the session's title; empty until its first turn is kept."""
        if self.session is None:
            return ""
        try:
            return (await asyncio.to_thread(self.services.sessions.summary, self.session)).title
        except NotFound:
            return ""

    async def passage(self, name: str) -> Passage:
        """Return a passage of the knowledge."""
        return await asyncio.to_thread(self.services.knowledge.passage, name)

    async def export(self, session: str) -> Path:
        """Write a session to a new Markdown file of the workspace and return its path."""
        past = await self.past(session)
        text = session_markdown(past.summary.title, past.messages)
        folder = self.services.workspace.root / EXPORTS
        return await asyncio.to_thread(write_export, folder, past.summary.title, text)


def _look(services: "Services") -> Surroundings:
    try:
        choice, note = services.model_choice, services.workspace_note
    except CopilotError as error:
        return Surroundings("", "", f"{error.message} {error.hint}")
    return Surroundings(choice.label if choice else "", note, "")
