"""One sentence of the program itself inside the transcript."""

from typing import Literal

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from copilot.analysis.untrusted import clean

Tone = Literal["quiet", "warning", "failed"]
_MARKS: dict[Tone, str] = {"quiet": "·", "warning": "!", "failed": "✕"}


class Notice(Horizontal):
    """A message with the next step under it.

    Args:
        message: What happened.
        hint: What to do next.
        tone: How loud it is.
    """

    def __init__(self, message: str, hint: str = "", tone: Tone = "quiet") -> None:
        super().__init__(classes=f"-{tone}")
        self.message = clean(message)
        self._hint = clean(hint)
        self._mark = _MARKS[tone]

    def compose(self) -> ComposeResult:
        """Yield a mark and the words."""
        yield Static(self._mark, classes="sign")
        yield Static(self._words(), classes="words", markup=False)

    def _words(self) -> Content:
        message = Content(self.message)
        if not self._hint:
            return message
        return Content.assemble(message, "\n", Content(self._hint).stylize("$quiet"))
