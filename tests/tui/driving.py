"""Driving the terminal face by its keys."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any, cast

from textual.pilot import Pilot
from textual.widget import Widget

from copilot.tui.app import CopilotApp
from copilot.tui.chat_screen import ChatScreen
from tests.tui.doubles import LightServices, ScriptedAgent

if TYPE_CHECKING:
    from copilot.agent.agent import Agent
    from copilot.services import Services

PATIENCE = 10.0
"""Seconds after which a state counts as never reached."""


async def wait_until(
    pilot: Pilot[Any], reached: Callable[[], object], patience: float = PATIENCE
) -> None:
    """Wait for a state of the app."""
    async with asyncio.timeout(patience):
        while not reached():
            await pilot.pause(0.01)
    await pilot.pause()


class Face:
    """The running app, as a user has it before them."""

    def __init__(self, app: CopilotApp, pilot: Pilot[Any]) -> None:
        self.app = app
        self.pilot = pilot

    @property
    def chat(self) -> ChatScreen:
        """The conversation, also below a dialog."""
        return cast(ChatScreen, self.app.screen_stack[0])

    @property
    def draft(self) -> str:
        """The text in the prompt."""
        return self.chat.composer.prompt.text

    @property
    def state(self) -> str:
        """The state in the status line."""
        return self.chat.status.state

    def text(self, *names: str) -> str:
        """Return what the named widgets of the top screen show, as plain text."""
        found: list[Widget] = [one for name in names for one in self.app.screen.query(name)]
        return "\n".join(str(one.render()) for one in found if one.display and one.is_attached)

    async def press(self, *keys: str) -> None:
        """Press keys."""
        await self.pilot.press(*keys)

    async def write(self, text: str) -> None:
        """Put a text in the prompt, as a paste does."""
        self.chat.composer.prompt.put(text)
        await self.pilot.pause()

    async def send(self, text: str) -> None:
        """Write a text and press Enter."""
        await self.write(text)
        await self.press("enter")

    async def ask(self, text: str) -> None:
        """Send a text and wait for the end of its turn."""
        await self.send(text)
        await self.until(lambda: self.chat.transcript.turns and not self.chat.busy)

    async def until(self, reached: Callable[[], object], patience: float = PATIENCE) -> None:
        """Wait for a state of the app."""
        await wait_until(self.pilot, reached, patience)


@asynccontextmanager
async def opened(
    services: "LightServices | Services",
    agent: "ScriptedAgent | Agent",
    *,
    size: tuple[int, int] = (80, 24),
    session: str | None = None,
) -> AsyncIterator[Face]:
    """Open the app and wait until it is ready."""
    app = CopilotApp(services, lambda: agent, session)  # type: ignore[arg-type, return-value]
    async with app.run_test(size=size, tooltips=True, notifications=True) as pilot:
        face = Face(app, pilot)
        await face.until(lambda: face.state == "ready" or len(app.screen_stack) > 1)
        yield face
