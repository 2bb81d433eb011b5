"""A decision record while it is written: what is missing stands beside it, and nothing is lost."""

import asyncio
from collections.abc import Mapping
from typing import ClassVar

from textual import on, work
from textual.app import SuspendNotSupported
from textual.binding import Binding, BindingType
from textual.widgets import Input, TextArea

from copilot.analysis.decisions.reading import Draft
from copilot.domain.decision import Decision, Header
from copilot.domain.decision_text import record_text
from copilot.errors import CopilotError, InputError
from copilot.tui.choice_field import ChoiceField
from copilot.tui.complaint import complain
from copilot.tui.decision_desk import DecisionDesk
from copilot.tui.editor import edit
from copilot.tui.form_layout import FormLayout
from copilot.tui.header_values import draft_of, values_of
from copilot.tui.help_screen import show_help
from copilot.tui.kept_decisions import Beginning
from copilot.tui.leave_dialog import LeaveDialog
from copilot.tui.record_dialog import RecordDialog

PAUSE = 0.15
"""Seconds without a key after which the guidance follows."""


class DecisionForm(FormLayout):
    """Writes one record; returns what was recorded, or nothing.

    Args:
        desk: Records, and keeps what is unfinished.
        beginning: Where the record begins.
    """

    CSS_PATH = "decision_form.tcss"
    HELP = "A decision record. Nothing is recorded before you have seen it whole and said yes."
    BINDING_GROUP_TITLE = "Record"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "record", "Record", id="form.record", tooltip="Show it whole, and ask"),
        Binding(
            "ctrl+e",
            "edit",
            "Editor",
            id="form.edit",
            tooltip="Write the whole record in $EDITOR",
            priority=True,
        ),
        Binding("escape", "leave", "Leave", id="form.leave", tooltip="Keep it or throw it away"),
        Binding("f1", "help", "Help", id="form.help", tooltip="Keys"),
    ]

    def __init__(self, desk: DecisionDesk, beginning: Beginning) -> None:
        super().__init__(beginning)
        self._desk = desk
        self._header = beginning.header
        self._left = ""
        """What stands in the form as it was begun."""
        self._unread = ""
        """What came back from the editor and does not read."""
        self._is_writing = False

    def on_mount(self) -> None:
        """Fill the form."""
        begun = self.beginning
        self._put(begun.header, dict(begun.values) or values_of(begun.header))
        self.text.begin(begun.text)
        self._left = self._content
        self._guide()

    @property
    def _content(self) -> str:
        return f"{self._header!r}{self.fields.values!r}{self.text.text}"

    @on(Input.Changed)
    @on(TextArea.Changed)
    @on(ChoiceField.Changed)
    @work(group="guide", exclusive=True)
    async def _guide(self) -> None:
        await asyncio.sleep(PAUSE)
        if not self.query(TextArea):
            return  # the form was closed in the pause
        said = (self._header, self.fields.values, self.text.text)
        self._advise(await asyncio.to_thread(draft_of, *said))

    def _read(self) -> Draft:
        return draft_of(self._header, self.fields.values, self.text.text)

    def _advise(self, found: Draft) -> None:
        self.guidance.show(found.missing, found.advice)
        if (focused := self.focused) is not None:  # a longer guidance may push it out of sight
            self.call_after_refresh(focused.scroll_visible, animate=False)

    def _put(self, header: Header, values: Mapping[str, str]) -> None:
        self._header = header
        self.fields.put(values)
        self.show_facts(header)

    @work(group="record")
    async def action_record(self) -> None:
        """Show the whole record and, after a yes, record it."""
        if self._is_writing:
            return
        found = self._read()
        self._advise(found)
        if found.missing:
            self.tell(f"Before it can be recorded: {found.missing[0]}")
            return
        text, author = record_text(found.decision), self.beginning.author
        remark = await self._desk.remark(found.decision)
        asked = RecordDialog("decision", text, author, remark)
        if await self.app.push_screen_wait(asked) == "yes":
            await self._write(found.decision)
        else:
            self.tell("Nothing was recorded.")

    async def _write(self, decision: Decision) -> None:
        self._is_writing = True
        self.tell("Recording…")
        try:
            made = await self._desk.record(decision, self.beginning.key)
        except CopilotError as error:
            complain(self, error)
            self.tell("It is not recorded. Your text is still here.")
        else:
            self.dismiss(made)
        finally:
            self._is_writing = False

    @work(group="leave", exclusive=True)
    async def action_leave(self) -> None:
        """Go back; what was written is kept or thrown away as the person says."""
        if self._is_writing:
            self.tell("It is being recorded.")
            return
        begun = self.beginning
        if self._content == self._left and not begun.is_draft:
            self.dismiss(None)
            return
        fate = await self.app.push_screen_wait(LeaveDialog())
        if fate == "stay":
            return
        if fate == "keep":
            self._desk.keep(self._unfinished())
        else:
            self._desk.forget(begun.key)
        self.dismiss(None)

    def _unfinished(self) -> Beginning:
        values = tuple(self.fields.values.items())
        return self.beginning._replace(
            header=self._header, text=self.text.text, values=values, is_draft=True
        )

    def action_help(self) -> None:
        """Show the keys."""
        show_help(self, (self.focused.HELP if self.focused else None) or self.HELP)

    def action_edit(self) -> None:
        """Write the whole record in the user's editor."""
        from copilot.settings import editor_command

        before = self._unread or record_text(self._read().decision)
        try:
            with self.app.suspend():
                text = edit(before, editor_command())
        except SuspendNotSupported:
            complain(self, InputError("No editor can be opened from here."))
        except CopilotError as error:
            complain(self, error)
        else:
            self.take(text)

    def take(self, text: str) -> None:
        """Show a whole record that was written elsewhere; one that does not read is kept."""
        from copilot.stores.decisions.record_file import parse_record

        try:
            decision = parse_record(text, self._header.date)
        except InputError as error:
            self._unread = text
            complain(self, error)
            self.tell("Your text does not read yet. ctrl+e opens it again.")
        else:
            self._unread = ""
            self._put(decision.header, values_of(decision.header))
            self.text.rewrite(decision.text)
