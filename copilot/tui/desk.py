"""What the conversation asks of the floors below, always off the screen's own thread."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from copilot.domain.conversation import ApprovalAsked, Message, SessionSummary, TurnEvent
from copilot.domain.document import Passage
from copilot.errors import CopilotError, NotFound
from copilot.tui.agent_door import AgentDoor
from copilot.tui.decision_desk import DecisionDesk
from copilot.tui.draft_desk import DraftDesk
from copilot.tui.export import session_markdown, write_export
from copilot.tui.request import Request, follow
from copilot.tui.survey_desk import SurveyDesk

if TYPE_CHECKING:
    from copilot.domain.artifact import Artifact
    from copilot.domain.feature import Fact
    from copilot.services import Services
    from copilot.tui.kept_reviews import OpenReview

EXPORTS = "exports"
"""Folder of the workspace for exported sessions and reviews."""


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
        self.decisions = DecisionDesk(services)
        self.drafts = DraftDesk(services)
        self.surveys = SurveyDesk(services)
        self.reviewed: str | None = None
        """Id of the session's last review, where one was made since it was opened."""

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
        return await asyncio.to_thread(_export, self.services, past.summary.title, text)

    async def last_review(self) -> "OpenReview | None":
        """Return the session's last review, else the newest one kept; None where there is none."""
        told: list[Message] = []
        if self.reviewed is None and self.session is not None:
            told = await (await self.door.agent()).messages(self.session)
        return await asyncio.to_thread(_last_review, self.services, self.reviewed, told)

    async def revise(self, artifact: "Artifact", fact: "Fact") -> "Artifact":
        """Return the review computed anew with what the user states; it is kept in its place."""
        return await asyncio.to_thread(_revise, self.services, artifact, fact)

    async def export_review(self, artifact: "Artifact") -> list[Path]:
        """Write a review and the draft of a decision on it to files, and return their paths."""
        day = date.fromisoformat(self.services.today)
        return await asyncio.to_thread(_export_review, self._exports, artifact, day)

    @property
    def _exports(self) -> Path:
        return self.services.workspace.root / EXPORTS


def _look(services: "Services") -> Surroundings:
    try:
        choice, note = services.model_choice, services.workspace_note
    except CopilotError as error:
        return Surroundings("", "", f"{error.message} {error.hint}")
    return Surroundings(choice.label if choice else "", note, "")


def _export(services: "Services", title: str, text: str) -> Path:
    from copilot.domain.decision_log import sealed

    folder = services.workspace.root / EXPORTS
    return write_export(folder, title, sealed(text, services.checkpoint))


# What a review is computed and drawn from is imported in the thread, by those who open one.


def _last_review(
    services: "Services", reviewed: str | None, told: list[Message]
) -> "OpenReview | None":
    from copilot.tui.kept_reviews import last_review

    return last_review(services, reviewed, told)


def _revise(services: "Services", artifact: "Artifact", fact: "Fact") -> "Artifact":
    from copilot.skills.review_ethics import revised

    return revised(artifact, [fact], services)


def _export_review(folder: Path, artifact: "Artifact", day: date) -> list[Path]:
    from copilot.tui.kept_reviews import export_review

    return export_review(folder, artifact, day)
