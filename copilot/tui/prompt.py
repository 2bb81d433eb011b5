"""Where the user writes."""

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.app import SuspendNotSupported
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import TextArea

from copilot.analysis.untrusted import clean
from copilot.errors import CopilotError, InputError
from copilot.tui.complaint import complain
from copilot.tui.editor import edit
from copilot.tui.prompt_history import PromptHistory
from copilot.tui.slash_commands import SlashCommand, completions


class Prompt(TextArea):
    """A text of one to ten lines: Enter sends, Ctrl+J breaks the line."""

    HELP = "Write a message, or / for a command. Enter sends it."
    BINDING_GROUP_TITLE = "Prompt"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "send", "Send", id="prompt.send", tooltip="Send the message"),
        Binding(
            "ctrl+j,shift+enter,alt+enter",
            "newline",
            "New line",
            id="prompt.newline",
            tooltip="Break the line without sending",
        ),
        Binding("up", "older", "Earlier", id="prompt.older", tooltip="Line up, earlier prompt"),
        Binding("down", "newer", "Later", id="prompt.newer", tooltip="Line down, later prompt"),
        Binding("tab", "complete", "Complete", id="prompt.complete", tooltip="Take the command"),
        Binding("ctrl+g", "edit", "Editor", id="prompt.edit", tooltip="Write in $EDITOR"),
        Binding("pageup", "screen.page(-1)", "Page up", id="prompt.page_up", show=False),
        Binding("pagedown", "screen.page(1)", "Page down", id="prompt.page_down", show=False),
    ]

    class Sent(Message):
        """The user sent a text."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    class Chosen(Message):
        """Another command of the list was highlighted."""

    def __init__(self, commands: Sequence[SlashCommand]) -> None:
        super().__init__(
            placeholder="Ask, or type / for a command",
            compact=True,
            tab_behavior="focus",
            highlight_cursor_line=False,
        )
        self.past = PromptHistory()
        self.place = 0
        """Which of the offered commands is highlighted."""
        self._commands = commands
        self._offered_for = ""
        self._shut = False

    @property
    def offered(self) -> list[SlashCommand]:
        """The commands the text may become; none after Escape, until the text changes."""
        if self._offered_for != self.text:
            self._offered_for, self.place, self._shut = self.text, 0, False
        return [] if self._shut else completions(self.text, self._commands)

    def shut(self) -> bool:
        """Offer nothing more for this text; return whether anything was offered."""
        was_open = bool(self.offered)
        self._shut = True
        return was_open

    def put(self, text: str) -> None:
        """Replace the draft and go to its end."""
        self.load_text(clean(text))
        self.move_cursor(self.document.end)

    def give_back(self, text: str) -> None:
        """Put a text before the draft, so that neither is lost."""
        draft = self.text
        self.put(f"{text}\n{draft}" if draft.strip() else text)

    async def _on_key(self, event: events.Key) -> None:
        # The app looks up bindings two queues later: a fast typist would overtake it.
        action = _ACTIONS.get(event.key)
        if action:
            event.stop()
            event.prevent_default()
            await self.run_action(action)

    async def _on_paste(self, event: events.Paste) -> None:
        event.stop()
        event.prevent_default()
        self.replace(clean(event.text), *self.selection, maintain_selection_offset=False)

    def action_send(self) -> None:
        """Send the text, or take the highlighted command."""
        text = self.text.strip()
        if offered := self.offered:
            command = offered[self.place]
            if command.takes_text:
                self.put(f"/{command.name} ")
                return
            text = f"/{command.name}"
        if text:
            self.past.add(text)
            self.put("")
            self.post_message(self.Sent(text))

    def action_newline(self) -> None:
        """Break the line."""
        self.insert("\n")

    def action_complete(self) -> None:
        """Take the chosen command, or go to the next thing on the screen."""
        if offered := self.offered:
            self.put(f"/{offered[self.place].name} ")
        else:
            self.screen.focus_next()

    def action_older(self) -> None:
        """Go a line up; from the first line to the prompt before."""
        if offered := self.offered:
            self._choose((self.place - 1) % len(offered))
        elif not self.cursor_at_first_line:
            self.action_cursor_up()
        elif (text := self.past.older(self.text)) is not None:
            self.put(text)

    def action_newer(self) -> None:
        """Go a line down; from the last line to the prompt after."""
        if offered := self.offered:
            self._choose((self.place + 1) % len(offered))
        elif not self.cursor_at_last_line:
            self.action_cursor_down()
        elif (text := self.past.newer()) is not None:
            self.put(text)

    def _choose(self, place: int) -> None:
        self.place = place
        self.post_message(self.Chosen())

    def action_edit(self) -> None:
        """Write the text in the user's editor."""
        from copilot.settings import editor_command

        try:
            with self.app.suspend():
                text = edit(self.text, editor_command())
        except SuspendNotSupported:
            complain(self, InputError("No editor can be opened from here."))
        except CopilotError as error:
            complain(self, error)
        else:
            self.put(text)


_ACTIONS = {
    key: binding.action
    for binding in Prompt.BINDINGS
    if isinstance(binding, Binding)
    for key in binding.key.split(",")
}
