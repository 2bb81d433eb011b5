"""Where the user writes."""

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

    class Choice(Message):
        """A key meant for the list of commands: `up`, `down`, `take` or `send`."""

        def __init__(self, move: str) -> None:
            super().__init__()
            self.move = move

    def __init__(self) -> None:
        super().__init__(
            placeholder="Ask, or type / for a command",
            compact=True,
            tab_behavior="focus",
            highlight_cursor_line=False,
        )
        self.past = PromptHistory()
        self.choosing = False
        """Is the list of commands open?"""

    def put(self, text: str) -> None:
        """Replace the draft and go to its end."""
        self.load_text(text)
        self.move_cursor(self.document.end)

    def give_back(self, text: str) -> None:
        """Put a text before the draft, so that neither is lost."""
        draft = self.text
        self.put(f"{text}\n{draft}" if draft.strip() else text)

    async def _on_key(self, event: events.Key) -> None:
        # Enter is a binding here; the base class would break the line first.
        if event.key == "enter":
            event.prevent_default()

    def action_send(self) -> None:
        """Send the text, or take the chosen command."""
        if self.choosing:
            self.post_message(self.Choice("send"))
        elif self.text.strip():
            self.post_message(self.Sent(self.text.strip()))

    def action_newline(self) -> None:
        """Break the line."""
        self.insert("\n")

    def action_complete(self) -> None:
        """Take the chosen command, or go to the next thing on the screen."""
        if self.choosing:
            self.post_message(self.Choice("take"))
        else:
            self.screen.focus_next()

    def action_older(self) -> None:
        """Go a line up; from the first line to the prompt before."""
        if self.choosing:
            self.post_message(self.Choice("up"))
        elif not self.cursor_at_first_line:
            self.action_cursor_up()
        elif (text := self.past.older(self.text)) is not None:
            self.put(text)

    def action_newer(self) -> None:
        """Go a line down; from the last line to the prompt after."""
        if self.choosing:
            self.post_message(self.Choice("down"))
        elif not self.cursor_at_last_line:
            self.action_cursor_down()
        elif (text := self.past.newer()) is not None:
            self.put(text)

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
            self.put(clean(text))
