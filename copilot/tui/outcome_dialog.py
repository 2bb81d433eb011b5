"""What became of a decision: did it hold, and what is there to say of it?"""

from typing import ClassVar, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from copilot.analysis.untrusted import one_line
from copilot.domain.decision import Held
from copilot.tui.wording import PRINTABLE

_CHOICES: tuple[tuple[Held, str], ...] = (
    ("yes", "Yes, it held"),
    ("partly", "In part"),
    ("no", "No, it did not"),
)
_KEYS = "↑↓  choose    tab  note    enter  show what is recorded    esc  back"


class Became(NamedTuple):
    """What a person says of a decision."""

    held: Held
    note: str


class OutcomeDialog(ModalScreen[Became | None]):
    """Asks whether a decision has held; returns nothing where the person goes back.

    Args:
        title: The decision.
    """

    CSS_PATH = "outcome_dialog.tcss"
    HELP = "What became of the decision. It is shown once more before it is recorded."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "Back", id="outcome.back", tooltip="Record nothing"),
        Binding("up", "move('up')", "Up", id="outcome.up", show=False, priority=True),
        Binding("down", "move('down')", "Down", id="outcome.down", show=False, priority=True),
    ]

    def __init__(self, title: str) -> None:
        super().__init__()
        self._title = one_line(title)

    def compose(self) -> ComposeResult:
        """Yield the question, the answers and a field for the note."""
        with Vertical(classes="sheet"):
            yield Static(Content(f"Did it hold: {self._title}?"), classes="title", markup=False)
            yield OptionList(*(Option(Content(label)) for _, label in _CHOICES), compact=True)
            yield Input(
                placeholder="What happened, and how you know", compact=True, restrict=PRINTABLE
            )
            yield Static(_KEYS, classes="keys", markup=False)

    def on_mount(self) -> None:
        """Begin with the answers; none of them is chosen for the person."""
        self.query_one(OptionList).focus()

    @on(OptionList.OptionSelected)
    def _take(self) -> None:
        self.query_one(Input).focus()

    @on(Input.Submitted)
    def _answer(self, event: Input.Submitted) -> None:
        place = self.query_one(OptionList).highlighted
        if place is None:
            self.query_one(OptionList).focus()
        else:
            self.dismiss(Became(_CHOICES[place][0], event.value.strip()))

    def action_move(self, direction: str) -> None:
        """Choose another answer, also while the note is written."""
        answers = self.query_one(OptionList)
        if direction == "up":
            answers.action_cursor_up()
        else:
            answers.action_cursor_down()
