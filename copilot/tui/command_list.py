"""The commands a half-typed one may become, above the prompt."""

from collections.abc import Sequence

from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from copilot.analysis.untrusted import one_line
from copilot.tui.slash_commands import SlashCommand


class CommandList(OptionList, can_focus=False):
    """The completion popup; hidden while there is nothing to complete."""

    class Taken(Message):
        """A command was clicked."""

        def __init__(self, command: SlashCommand) -> None:
            super().__init__()
            self.command = command

    def __init__(self) -> None:
        super().__init__(compact=True)
        self._offered: Sequence[SlashCommand] = ()

    def offer(self, commands: Sequence[SlashCommand], place: int) -> None:
        """Show these commands, one of them highlighted; none hides the list."""
        self.display = bool(commands)
        if commands != self._offered:
            self._offered = commands
            width = max((len(command.name) for command in commands), default=0) + 4
            self.set_options(Option(_line(command, width)) for command in commands)
        self.highlighted = place if commands else None

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Hand over a clicked command."""
        event.stop()
        self.post_message(self.Taken(self._offered[event.option_index]))


def _line(command: SlashCommand, width: int) -> Content:
    summary = Content(one_line(command.summary)).stylize("$quiet")
    return Content.assemble((f"/{command.name}".ljust(width), "$primary"), summary)
