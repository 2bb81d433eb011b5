"""Finding an earlier session again."""

import asyncio
from datetime import UTC, datetime
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from copilot.analysis.untrusted import one_line
from copilot.domain.conversation import SessionSummary
from copilot.domain.counting import counted
from copilot.errors import CopilotError
from copilot.tui.complaint import complain
from copilot.tui.wording import PRINTABLE, age

if TYPE_CHECKING:
    from copilot.stores.sessions import Sessions

LISTED = 50
"""Sessions shown while nothing is searched for."""
_KEYS = "enter  resume    ctrl+e  rename    esc  back"
_RENAME_KEYS = "enter  save the title    esc  keep the old one"


class SessionsScreen(ModalScreen[str | None]):
    """A searchable list of sessions; returns the chosen one's id.

    Args:
        sessions: Where they are kept.
    """

    CSS_PATH = "sessions_screen.tcss"
    HELP = "Earlier sessions. Type to search their text."
    BINDING_GROUP_TITLE = "Sessions"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", "Back", id="sessions.back", tooltip="Back"),
        Binding("up", "move('up')", "Up", id="sessions.up", show=False, priority=True),
        Binding("down", "move('down')", "Down", id="sessions.down", show=False, priority=True),
        Binding(
            "ctrl+e",
            "rename",
            "Rename",
            id="sessions.rename",
            tooltip="Give the session another title",
            priority=True,
        ),
    ]

    def __init__(self, sessions: "Sessions") -> None:
        super().__init__()
        self._sessions = sessions
        self.listed: list[SessionSummary] = []
        self._renaming: SessionSummary | None = None

    def compose(self) -> ComposeResult:
        """Yield a search field, the list and the keys."""
        with Vertical(classes="sheet"):
            yield Static("Sessions", classes="title")
            yield Input(placeholder="Search", compact=True, restrict=PRINTABLE)
            yield OptionList(compact=True)
            yield Static(_KEYS, classes="keys", markup=False)

    def on_mount(self) -> None:
        """List the newest."""
        self.query_one(OptionList).can_focus = False
        self._list("")

    @on(Input.Changed)
    def _search(self, event: Input.Changed) -> None:
        if self._renaming is None:
            self._list(event.value.strip())

    @on(Input.Submitted)
    def _enter(self, event: Input.Submitted) -> None:
        if self._renaming is not None:
            self._save_title(self._renaming, event.value.strip())
        elif (chosen := self._chosen) is not None:
            self.dismiss(chosen.id)

    @on(OptionList.OptionSelected)
    def _take(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(self.listed[event.option_index].id)

    def action_move(self, direction: str) -> None:
        """Highlight another session."""
        entries = self.query_one(OptionList)
        if direction == "up":
            entries.action_cursor_up()
        else:
            entries.action_cursor_down()

    def action_back(self) -> None:
        """Leave the title as it is, or leave the list."""
        if self._renaming is not None:
            self._end_renaming()
        else:
            self.dismiss(None)

    def action_rename(self) -> None:
        """Write a new title where the search was."""
        if self._renaming is not None or self._chosen is None:
            return
        self._renaming = self._chosen
        field = self.query_one(Input)
        field.placeholder, field.value = "Title", one_line(self._renaming.title)
        field.action_end()
        self.query_one(".keys", Static).update(Content(_RENAME_KEYS))

    @property
    def _chosen(self) -> SessionSummary | None:
        place = self.query_one(OptionList).highlighted
        return None if place is None else self.listed[place]

    def _end_renaming(self) -> None:
        self._renaming = None
        field = self.query_one(Input)
        field.placeholder, field.value = "Search", ""
        self.query_one(".keys", Static).update(Content(_KEYS))
        self._list("")

    @work(exclusive=True, group="list")
    async def _list(self, text: str) -> None:
        try:
            if text:
                found = await asyncio.to_thread(self._sessions.search, text)
            else:
                found = await asyncio.to_thread(self._sessions.recent, LISTED)
        except CopilotError as error:
            complain(self, error)
            return
        self.listed = list(found)
        now = datetime.now(UTC)
        entries = self.query_one(OptionList)
        entries.set_options(Option(_entry(one, now)) for one in self.listed)
        entries.highlighted = 0 if self.listed else None
        self.set_class(not self.listed, "-empty")

    @work(group="rename")
    async def _save_title(self, session: SessionSummary, title: str) -> None:
        try:
            if title:
                await asyncio.to_thread(self._sessions.rename, session.id, title)
        except CopilotError as error:
            complain(self, error)
        else:
            self._end_renaming()


def _entry(session: SessionSummary, now: datetime) -> Content:
    then = session.updated if session.updated.tzinfo else session.updated.replace(tzinfo=UTC)
    facts = f"{age(then, now)} · {counted(session.turns, 'turn')}"
    title = one_line(session.title) or "Untitled"
    return Content.assemble(
        (title, "bold"),
        Content(f"  {facts}").stylize("$quiet"),
        "\n",
        Content(one_line(session.first_prompt)).stylize("$quiet"),
    )
