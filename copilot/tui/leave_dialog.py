"""What shall become of an unfinished record?"""

from typing import ClassVar, Literal

from textual.binding import Binding, BindingType
from textual.content import Content

from copilot.tui.question_sheet import Choice, QuestionSheet

Fate = Literal["discard", "stay", "keep"]
_CHOICES: tuple[Choice[Fate], ...] = (
    Choice("discard", "d", "Throw it away"),
    Choice("stay", "esc", "Go on writing"),
    Choice("keep", "k", "Keep it until I quit, and leave"),
)


class LeaveDialog(QuestionSheet[Fate]):
    """Asks before an unfinished record is left."""

    HELP = "The record is not recorded yet."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("d", "answer('discard')", "Discard", id="leave.discard", tooltip="Throw it away"),
        Binding("escape", "answer('stay')", "Stay", id="leave.stay", tooltip="Go on writing"),
        Binding("k", "answer('keep')", "Keep", id="leave.keep", tooltip="Keep it until you quit"),
    ]

    def __init__(self) -> None:
        super().__init__(Content("Nothing is recorded yet. Leave the text?"), "", _CHOICES)
