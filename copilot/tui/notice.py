"""One sentence of the program itself inside the transcript."""

from typing import Literal

from textual.content import Content
from textual.widgets import Static

from copilot.analysis.untrusted import clean

Tone = Literal["quiet", "warning", "failed"]
_MARKS: dict[Tone, str] = {"quiet": "·", "warning": "!", "failed": "✕"}


class Notice(Static):
    """A message with the next step under it.

    Args:
        message: What happened.
        hint: What to do next.
        tone: How loud it is.
    """

    def __init__(self, message: str, hint: str = "", tone: Tone = "quiet") -> None:
        lines = [clean(message), *([clean(hint)] if hint else [])]
        first, *rest = (Content(line) for line in lines)
        shown = Content.assemble(f"{_MARKS[tone]} ", first)
        for line in rest:
            shown = Content.assemble(shown, "\n  ", line.stylize("$quiet"))
        super().__init__(shown, classes=f"-{tone}", markup=False)
        self.message = lines[0]
