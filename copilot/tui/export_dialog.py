"""How and where a draft is exported."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import ClassVar, Literal, NamedTuple

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
from copilot.tui.question_sheet import Choice, QuestionSheet
from copilot.tui.wording import PRINTABLE

_WORDS: Mapping[str, str] = {
    "markdown": "Markdown",
    "json": "JSON, everything that is known",
    "docx": "Word document",
    "html": "Web page, in one file",
    "jira-csv": "Jira, as CSV",
    "linear-csv": "Linear, as CSV",
    "azure-csv": "Azure DevOps, as CSV",
    "github-json": "GitHub issues, as JSON",
    "feature": "Gherkin, a .feature file a story",
}
"""What a format is; one that is not here goes by its name."""
_KEYS = "↑↓ format  tab path  enter  esc back"


class Wanted(NamedTuple):
    """What a person wants written."""

    form: str
    place: str


class ExportDialog(ModalScreen[Wanted | None]):
    """Asks for a format and a path; returns nothing where the person goes back.

    Args:
        forms: The formats that the draft can take.
        propose: Returns a path for a format.
    """

    CSS_PATH = "export_dialog.tcss"
    HELP = "A format and a path. A file that is there is replaced only after a yes."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "Back", id="export.back", tooltip="Write nothing"),
        Binding("up", "move('up')", "Up", id="export.up", show=False, priority=True),
        Binding("down", "move('down')", "Down", id="export.down", show=False, priority=True),
    ]

    def __init__(self, forms: Sequence[str], propose: Callable[[str], Awaitable[str]]) -> None:
        super().__init__()
        self._forms = forms
        self._propose = propose
        self._proposed = ""

    def compose(self) -> ComposeResult:
        """Yield the formats, the path, a line for trouble, and the keys."""
        with Vertical(classes="sheet"):
            yield Static("Export", classes="title")
            options = (Option(Content(_WORDS.get(one, one))) for one in self._forms)
            yield OptionList(*options, compact=True)
            yield Input(placeholder="Path", compact=True, restrict=PRINTABLE, select_on_focus=False)
            yield Static(classes="trouble", markup=False)
            yield Static(_KEYS, classes="keys", markup=False)

    def on_mount(self) -> None:
        """Begin with the first format."""
        formats = self.query_one(OptionList)
        formats.highlighted = 0
        formats.focus()

    @on(OptionList.OptionHighlighted)
    @work(exclusive=True)
    async def _offer(self, event: OptionList.OptionHighlighted) -> None:
        trouble, place = "", ""
        try:
            place = await self._propose(self._forms[event.option_index])
        except CopilotError as error:
            trouble = one_line(f"{error.message} {error.hint}")
        line = self.query_one(".trouble", Static)
        line.update(Content(trouble))
        line.display = bool(trouble)
        field = self.query_one(Input)
        if field.value == self._proposed:  # a path of the person's own stays
            self._proposed = field.value = place
            field.action_end()

    @on(OptionList.OptionSelected)
    def _take(self) -> None:
        self.query_one(Input).focus()

    @on(Input.Submitted)
    def _answer(self, event: Input.Submitted) -> None:
        place = self.query_one(OptionList).highlighted or 0
        self.dismiss(Wanted(self._forms[place], event.value))

    def action_move(self, direction: str) -> None:
        """Choose another format, also while the path is written."""
        formats = self.query_one(OptionList)
        if direction == "up":
            formats.action_cursor_up()
        else:
            formats.action_cursor_down()


class ReplaceDialog(QuestionSheet[Literal["yes", "no"]]):
    """Asks before files are replaced.

    Args:
        paths: The files.
    """

    HELP = "These files are there already."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "answer('yes')", "Yes", id="replace.yes", tooltip="Replace them"),
        Binding("n,escape", "answer('no')", "No", id="replace.no", tooltip="Write nothing"),
    ]

    def __init__(self, paths: Sequence[str]) -> None:
        what = "this file" if len(paths) == 1 else f"these {len(paths)} files"
        choices: tuple[Choice[Literal["yes", "no"]], ...] = (
            Choice("yes", "y", "Yes, replace"),
            Choice("no", "n", "No, write nothing"),
        )
        super().__init__(Content(f"Replace {what}?"), "\n".join(paths), choices)
