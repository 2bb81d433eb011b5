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
from copilot.tui.slash_commands import SlashCommand, completions, typed_command


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
            yield Prompt()

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

    def sent(self, text: str) -> None:
        """Remember what was sent, and empty the prompt."""
        self.prompt.past.add(text)
        self.prompt.put("")

    def drop_command(self) -> None:
        """Empty the prompt where it holds nothing but a command."""
        if typed_command(self.prompt.text):
            self.prompt.put("")

    def give_back(self, *texts: str) -> None:
        """Put texts before the draft."""
        for text in filter(None, reversed(texts)):
            self.prompt.give_back(text)

    def close_list(self) -> bool:
        """Close the list of commands; return whether it was open."""
        was_open, self.prompt.choosing = self.prompt.choosing, False
        self._list.offer(())
        return was_open

    @property
    def _list(self) -> CommandList:
        return self.query_one(CommandList)

    @on(TextArea.Changed)
    def _offer(self, event: TextArea.Changed) -> None:
        event.stop()
        offered = completions(self.prompt.text, self._commands)
        self._list.offer(offered)
        self.prompt.choosing = bool(offered)

    @on(Prompt.Choice)
    def _choose(self, event: Prompt.Choice) -> None:
        event.stop()
        chosen = self._list.chosen
        if event.move in ("up", "down"):
            self._list.move(event.move)
        elif chosen is not None:
            self._take(chosen, send=event.move == "send")

    @on(CommandList.Taken)
    def _clicked(self, event: CommandList.Taken) -> None:
        event.stop()
        self._take(event.command, send=True)

    @on(Prompt.Sent)
    def _submit(self, event: Prompt.Sent) -> None:
        event.stop()
        self.post_message(self.Submitted(event.text))

    def _take(self, command: SlashCommand, *, send: bool) -> None:
        self.prompt.put(f"/{command.name} ")
        self.prompt.focus()
        if send and not command.takes_text:
            self.post_message(self.Submitted(f"/{command.name}"))
