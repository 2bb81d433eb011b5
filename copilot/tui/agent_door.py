"""The way to the agent, which is slow to open: once, in a thread, behind the first paint."""

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from copilot.agent.agent import Agent


class AgentDoor:
    """Opens the agent in a thread; everyone who needs it waits for the same opening.

    Args:
        open_agent: Imports the heavy libraries and returns the agent.
    """

    def __init__(self, open_agent: "Callable[[], Agent]") -> None:
        self._open_agent = open_agent
        self._opening: asyncio.Task[Agent] | None = None

    @property
    def is_open(self) -> bool:
        """Whether the agent can be had without waiting."""
        return self._opening is not None and self._opening.done()

    async def agent(self) -> "Agent":
        """Return the agent; after a failed opening, open once more.

        Raises:
            CopilotError: The agent cannot be opened.
        """
        # Who stops waiting must not stop the opening for the others.
        return await asyncio.shield(self._open())

    async def warm(self) -> None:
        """Open ahead of need; a failure is left for the one who needs the agent."""
        opening = self._open()
        await asyncio.wait({opening})
        _failed(opening)

    def close(self) -> None:
        """Open anew the next time, with another model."""
        self._opening = None

    def _open(self) -> "asyncio.Task[Agent]":
        if self._opening is None or _failed(self._opening):
            self._opening = asyncio.create_task(asyncio.to_thread(self._open_agent))
        return self._opening


def _failed(opening: "asyncio.Task[Agent]") -> bool:
    return opening.done() and (opening.cancelled() or opening.exception() is not None)
