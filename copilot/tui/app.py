"""The terminal face of PM copilot."""

import asyncio
import gc
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import PurePath
from time import monotonic
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.app import App, SystemCommand
from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.widgets import Input, TextArea

from copilot.errors import CopilotError
from copilot.tui.agent_door import AgentDoor
from copilot.tui.chat_screen import ChatScreen
from copilot.tui.complaint import complain
from copilot.tui.desk import Desk
from copilot.tui.themes import DARK, FALLBACK, LIGHT, other_than

if TYPE_CHECKING:
    from copilot.agent.agent import Agent
    from copilot.services import Services

PATIENCE = 3.0
"""Seconds in which a second Ctrl+C quits."""
WIDTHS = [(0, "-narrow"), (64, "-medium"), (110, "-wide")]
"""Columns from which a class is set on every screen."""
HEIGHTS = [(0, "-short"), (18, "-tall")]
"""Rows from which a class is set on every screen."""
# A default screen's own sheet is not read by Textual, so it is named beside the app's.
SHEETS: list[str | PurePath] = ["app.tcss", "chat_screen.tcss"]


class CopilotApp(App[None]):
    """One conversation at a time, with its sources beside it.

    Args:
        services: Everything below the faces.
        open_agent: Imports the heavy libraries and returns the agent; called in a thread.
        session: A past session to go on with.
    """

    TITLE = "PM copilot"
    CSS_PATH = SHEETS
    HORIZONTAL_BREAKPOINTS = WIDTHS
    VERTICAL_BREAKPOINTS = HEIGHTS
    PAUSE_GC_ON_SCROLL = True
    BINDING_GROUP_TITLE = "Everywhere"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+t", "toggle_theme", "Theme", id="app.theme", tooltip="Dark or light"),
        Binding(
            "ctrl+c",
            "copy_or_quit",
            "Copy",
            id="app.copy",
            tooltip="Copy the selection; twice: quit",
            priority=True,
        ),
        Binding("ctrl+q", "quit", "Quit", id="app.quit", tooltip="Leave", priority=True),
    ]

    def __init__(
        self,
        services: "Services",
        open_agent: "Callable[[], Agent]",
        session: str | None = None,
    ) -> None:
        super().__init__()
        self._desk = Desk(services, AgentDoor(open_agent), session)
        self._chat = ChatScreen(self._desk)
        self._warned_at = float("-inf")
        self.register_theme(DARK)
        self.register_theme(LIGHT)
        wanted = services.settings.theme
        self.theme = wanted if wanted in self.available_themes else DARK.name

    @property
    def session(self) -> str | None:
        """The session on the screen; None before its first message."""
        return self._desk.session

    def on_ready(self) -> None:
        """Look for garbage again, which the command line put off until the first paint."""
        gc.enable()

    def get_default_screen(self) -> Screen[None]:
        """Return the conversation as the first screen."""
        return self._chat

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Return the variables that themes of Textual itself do not have."""
        return FALLBACK

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Yield the slash commands for the command palette."""
        if screen is not self._chat:
            return
        for command in self._chat.commands:
            run = partial(self._chat.run_command, command)
            yield SystemCommand(f"/{command.name}", command.summary, run)

    def action_toggle_theme(self) -> None:
        """Switch between dark and light, and keep the choice."""
        self.theme = other_than(self.theme)
        self._keep_theme(self.theme)

    def action_copy_or_quit(self) -> None:
        """Copy what is selected; with nothing selected warn, and quit the second time."""
        if selected := self._selected_text():
            self.copy_to_clipboard(selected)
            self.notify("Copied.", markup=False)
        elif monotonic() - self._warned_at < PATIENCE:
            self.exit()
        else:
            self._warned_at = monotonic()
            self.notify("Press ctrl+c again to quit.", timeout=PATIENCE, markup=False)

    def _selected_text(self) -> str:
        focused = self.screen.focused
        if isinstance(focused, Input | TextArea) and focused.selected_text:
            return "" if isinstance(focused, Input) and focused.password else focused.selected_text
        return self.screen.get_selected_text() or ""

    @work(group="theme", exclusive=True)
    async def _keep_theme(self, theme: str) -> None:
        try:
            await asyncio.to_thread(self._desk.services.save_setting, "theme", theme)
        except CopilotError as error:
            complain(self._chat, error)
