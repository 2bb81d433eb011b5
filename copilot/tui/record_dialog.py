"""Is this what shall be recorded? It stays for good, so only a person says yes."""

from typing import ClassVar, Literal

from textual.binding import Binding, BindingType
from textual.content import Content

from copilot.analysis.untrusted import one_line
from copilot.tui.question_sheet import Choice, QuestionSheet

Word = Literal["yes", "no"]
_CHOICES: tuple[Choice[Word], ...] = (
    Choice("yes", "y", "Yes, record it"),
    Choice("no", "n", "No, write nothing"),
)


class RecordDialog(QuestionSheet[Word]):
    """Shows exactly what would be written, and in whose name.

    Args:
        what: What is recorded, such as `decision`.
        text: The record, word by word.
        author: Who would have recorded it.
        remark: What to think of before answering.
    """

    HELP = "What would be recorded, word by word. Nothing is written until you answer."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "answer('yes')", "Yes", id="record.yes", tooltip="Record it"),
        Binding("n,escape", "answer('no')", "No", id="record.no", tooltip="Write nothing"),
    ]

    def __init__(self, what: str, text: str, author: str, remark: str = "") -> None:
        who = (one_line(author), "bold $primary")
        asked = Content.assemble(f"Record this {what} as ", who, "?")
        super().__init__(asked, text, _CHOICES, remark)
