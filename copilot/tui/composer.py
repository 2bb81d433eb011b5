"""The lower edge: commands to choose from, a waiting message, and the prompt."""

from collections.abc import Iterable, Sequence

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.widgets import Static, TextArea

from copilot.tui.command_list import CommandList
from copilot.tui.prompt import Prompt
from copilot.tui.prompt_history import PromptHistory
from copilot.tui.queued_line import QueuedLine
from copilot.tui.slash_commands import SlashCommand


class Composer(Vertical):
    """Where messages are written, completed and made to wait.

    Args:
        commands: Every slash command.
    """

    class Submitted(Message):
        """The user wants this text carried out."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    def __init__(self, commands: Sequence[SlashCommand]) -> None:
        super().__init__()
        self._commands = commands

    def compose(self) -> ComposeResult:
        """Yield the list, the waiting message and the prompt."""
        yield CommandList()
        yield QueuedLine()
        with Horizontal(id="entry"):
            yield Static("›", id="mark")
            yield Prompt(self._commands)

    @property
    def prompt(self) -> Prompt:
        """The text being written."""
        return self.query_one(Prompt)

    @property
    def queue(self) -> QueuedLine:
        """The message that waits."""
        return self.query_one(QueuedLine)

    def take_up(self, prompts: Iterable[str]) -> None:
        """Offer the prompts of a past session again."""
        self.prompt.past = PromptHistory(tuple(prompts))

    def give_back(self, *texts: str) -> None:
        """Put texts before the draft."""
        for text in filter(None, reversed(texts)):
            self.prompt.give_back(text)

    def close_list(self) -> bool:
        """Close the list of commands; return whether it was open."""
        was_open = self.prompt.shut()
        self._show_list()
        return was_open

    @on(TextArea.Changed)
    @on(Prompt.Chosen)
    def _prompt_changed(self, event: Message) -> None:
        event.stop()
        self._show_list()

    def _show_list(self) -> None:
        self.query_one(CommandList).offer(self.prompt.offered, self.prompt.place)

    @on(CommandList.Taken)
    def _clicked(self, event: CommandList.Taken) -> None:
        event.stop()
        self.prompt.put(f"/{event.command.name}")
        self.prompt.focus()
        self.prompt.action_send()

    @on(Prompt.Sent)
    def _submit(self, event: Prompt.Sent) -> None:
        event.stop()
        self.post_message(self.Submitted(event.text))
