"""What the screen of a survey asks: one of a few words, or a path to write to."""

from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from copilot.analysis.untrusted import one_line
from copilot.errors import CopilotError
from copilot.tui.wording import PRINTABLE


class PickDialog(ModalScreen[int | None]):
    """Asks for one of several; returns its place, or nothing where the person goes back.

    Args:
        asked: The question.
        options: What there is to choose from.
        place: The one that the cursor begins on.
    """

    CSS_PATH = "survey_dialogs.tcss"
    HELP = "One of these. Enter takes it."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "dismiss(None)", "Back", id="pick.back", tooltip="Change nothing"),
    ]

    def __init__(self, asked: str, options: Sequence[str], place: int = 0) -> None:
        super().__init__()
        self._asked = one_line(asked)
        self._options = options
        self._place = place

    def compose(self) -> ComposeResult:
        """Yield the question and the options."""
        with Vertical(classes="sheet"):
            yield Static(Content(self._asked), classes="title", markup=False)
            options = (Option(Content(one_line(one))) for one in self._options)
            yield OptionList(*options, compact=True, markup=False)
            yield Static("↑↓ choose  enter  esc back", classes="keys", markup=False)

    def on_mount(self) -> None:
        """Begin where it is now."""
        options = self.query_one(OptionList)
        options.highlighted = self._place if self._options else None
        options.focus()

    @on(OptionList.OptionSelected)
    def _take(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.dismiss(event.option_index)


class PathDialog(ModalScreen[Path | None]):
    """Asks for a path and writes to it; returns the path, or nothing where nothing was written.

    Args:
        asked: What is written.
        proposed: A path that is free.
        write: Writes to a path and returns it; what it complains of is shown here.
    """

    CSS_PATH = "survey_dialogs.tcss"
    HELP = "A path. A file that is there is never replaced."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "Back", id="path.back", tooltip="Write nothing"),
    ]

    def __init__(self, asked: str, proposed: str, write: Callable[[str], Awaitable[Path]]) -> None:
        super().__init__()
        self._asked = one_line(asked)
        self._proposed = proposed
        self._write = write

    def compose(self) -> ComposeResult:
        """Yield what is written, the path, and a line for trouble."""
        with Vertical(classes="sheet"):
            yield Static(Content(self._asked), classes="title", markup=False)
            yield Input(
                self._proposed,
                placeholder="Path",
                compact=True,
                restrict=PRINTABLE,
                select_on_focus=False,
            )
            yield Static(classes="trouble", markup=False)
            yield Static("enter  write   esc  back", classes="keys", markup=False)

    @on(Input.Submitted)
    @work(exclusive=True)
    async def _try(self, event: Input.Submitted) -> None:
        line = self.query_one(".trouble", Static)
        try:
            path = await self._write(event.value)
        except CopilotError as error:
            line.update(Content(one_line(f"{error.message} {error.hint}", 300)))
            line.display = True
        else:
            self.dismiss(path)
