"""The decision log on a screen: what was decided, whether it holds, and what is due."""

import asyncio
from typing import ClassVar

from textual import on, work
from textual.binding import Binding, BindingType
from textual.widgets import Input, OptionList

from copilot.analysis.decisions.personal_signs import personal_remark
from copilot.domain.decision_log import Standing, Verification
from copilot.errors import CopilotError
from copilot.tui.complaint import complain
from copilot.tui.decision_desk import DecisionDesk
from copilot.tui.decision_form import DecisionForm
from copilot.tui.decision_list import LISTED, DecisionList
from copilot.tui.decisions_layout import DecisionsLayout
from copilot.tui.findings_screen import FindingsScreen
from copilot.tui.help_screen import show_help
from copilot.tui.kept_decisions import Beginning, Made, Shelf
from copilot.tui.log_line import LogLine
from copilot.tui.outcome_dialog import OutcomeDialog
from copilot.tui.record_dialog import RecordDialog
from copilot.tui.record_pane import EMPTY


class DecisionsScreen(DecisionsLayout):
    """The log of the workspace.

    Args:
        desk: Reads the log and records in it.
    """

    CSS_PATH = "decisions_screen.tcss"
    HELP = "The decision log. What stands in it is superseded by something newer, never edited."
    BINDING_GROUP_TITLE = "Decisions"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "back", "Back", id="decisions.back", tooltip="Back"),
        Binding("slash", "find", "Find", id="decisions.find", tooltip="Find by title or id"),
        Binding("n", "new", "New", id="decisions.new", tooltip="Write a new record"),
        Binding(
            "s",
            "supersede",
            "Supersede",
            id="decisions.supersede",
            tooltip="Supersede this one",
        ),
        Binding("o", "outcome", "Outcome", id="decisions.outcome", tooltip="Say whether it held"),
        Binding("v", "verify", "Verify", id="decisions.verify", tooltip="Check the whole log"),
        Binding("c", "copy", "Checkpoint", id="decisions.copy", tooltip="Copy the checkpoint"),
        Binding("f1", "help", "Help", id="decisions.help", tooltip="Keys"),
    ]

    def __init__(self, desk: DecisionDesk) -> None:
        super().__init__()
        self._desk = desk
        self._shelf: Shelf | None = None
        self._found: Verification | None = None
        self._turn = asyncio.Lock()

    def on_mount(self) -> None:
        """Read the log, then check it."""
        self._list()

    @work(group="list", exclusive=True)
    async def _list(self, chosen: str = "") -> None:
        try:
            self._shelf = shelf = await self._desk.shelf()
        except CopilotError as error:
            complain(self, error)
        else:
            self.log_line.place(shelf.head)
            self.entries.show(shelf, chosen)
            self._show_absence(not shelf.standings)
        await self._check()

    def _show_absence(self, is_empty: bool) -> None:
        """Explain an empty log in the place of its list."""
        if is_empty:
            self.turn_to_record()
        elif self.has_class("-empty"):
            self.turn_to_list()
        self.set_class(is_empty, "-empty")

    async def _check(self) -> None:
        self.log_line.check()
        try:
            self._found = await self._desk.verified()
        except CopilotError as error:
            self._found = None
            complain(self, error)
        self.log_line.show(self._found)

    @on(DecisionList.Highlit)
    @work(group="read")
    async def _read(self, event: DecisionList.Highlit) -> None:
        async with self._turn:  # a text half shown is never broken off
            current = self.entries.current
            if event.standing is not None and event.standing is current:
                await self._show(event.standing)
            elif current is None:
                await self.record.explain(self._absence())

    async def _show(self, standing: Standing) -> None:
        try:
            await self.record.show(await self._desk.opened(standing))
        except CopilotError as error:
            await self.record.explain(f"**{error.message}**\n\n{error.hint}")

    def _absence(self) -> str:
        if self._shelf is not None and self._shelf.standings:
            return f"No decision says these words, among the newest {len(self._shelf.standings)}."
        return EMPTY

    @on(OptionList.OptionSelected)
    def _open(self) -> None:
        self.turn_to_record()

    @on(Input.Changed)
    def _find(self, event: Input.Changed) -> None:
        self.entries.find(event.value.strip())
        if len(self.entries.rows) == LISTED:
            self.tell(f"The first {LISTED} are listed; words find the others.")

    @on(Input.Submitted)
    def _found_one(self) -> None:
        self.turn_to_list()

    @on(LogLine.Opened)
    def _show_findings(self) -> None:
        if self._found is None:
            self.tell("There is nothing to tell of the log yet.")
        else:
            self.app.push_screen(FindingsScreen(self._found))

    def action_back(self) -> None:
        """Leave the search, then the record, then the screen."""
        if self.sought.has_focus or self.sought.value:
            self.sought.value = ""
            self.entries.find("")
            self.turn_to_list()
        elif self.record.has_focus and self.entries.rows:
            self.turn_to_list()
        else:
            self.dismiss()

    def action_find(self) -> None:
        """Search titles and ids."""
        self.turn_to_list()
        self.sought.focus()

    def action_help(self) -> None:
        """Show the keys."""
        show_help(self, self.HELP)

    def action_copy(self) -> None:
        """Copy what proves later where the log stood."""
        if self._shelf is None or self._shelf.head is None:
            self.tell("Nothing is recorded yet, so there is nothing to prove.")
            return
        self.app.copy_to_clipboard(self._shelf.head.checkpoint)
        self.tell("The checkpoint is copied. Keep it where nobody who writes here can change it.")

    @work(group="verify", exclusive=True)
    async def action_verify(self) -> None:
        """Check the whole log and show what was found."""
        await self._check()
        self._show_findings()

    @work(group="write", exclusive=True)
    async def action_new(self) -> None:
        """Write a new record."""
        try:
            beginning = await self._desk.new()
        except CopilotError as error:
            complain(self, error)
        else:
            await self._write(beginning)

    @work(group="write", exclusive=True)
    async def action_supersede(self) -> None:
        """Write a record that takes the place of the chosen one."""
        if (chosen := self.entries.current) is None:
            self.tell("Choose what is superseded.")
            return
        try:
            beginning = await self._desk.superseding(chosen.entry.decision)
        except CopilotError as error:
            complain(self, error)
        else:
            await self._write(beginning)

    async def _write(self, beginning: Beginning) -> None:
        made = await self.app.push_screen_wait(DecisionForm(self._desk, beginning))
        if made is not None:
            self._welcome(made, made.id)

    @work(group="write", exclusive=True)
    async def action_outcome(self) -> None:
        """Record what became of the chosen decision."""
        if (chosen := self.entries.current) is None:
            self.tell("Choose the decision of which you know the outcome.")
            return
        became = await self.app.push_screen_wait(OutcomeDialog(chosen.entry.title))
        if became is None:
            return
        try:
            text = await self._desk.outcome(chosen, *became)
            author = await self._desk.author()
            asked = RecordDialog("outcome", text, author, personal_remark(became.note))
            if await self.app.push_screen_wait(asked) == "yes":
                made = await self._desk.record_outcome(chosen, *became)
                self._welcome(made, chosen.entry.decision)
            else:
                self.tell("Nothing was recorded.")
        except CopilotError as error:
            complain(self, error)

    def _welcome(self, made: Made, chosen: str) -> None:
        """Tell what was recorded, and read the log anew with the cursor on it."""
        self.tell(f"{made.said} {made.more}")
        self._list(chosen)
