"""Where the text of a record is written."""

import re
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.widgets import TextArea

from copilot.analysis.untrusted import clean
from copilot.domain.decision_text import BLANK

_BLANK = re.compile(re.escape(BLANK))


class RecordText(TextArea):
    """The Markdown of a record, below its short fields."""

    HELP = "The record in Markdown. Its first line, # …, is the title."
    BINDING_GROUP_TITLE = "Text"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+n", "next_blank", "Next blank", id="text.blank", tooltip="Next blank line"),
    ]

    def __init__(self) -> None:
        super().__init__(compact=True, tab_behavior="focus", highlight_cursor_line=False)

    async def _on_paste(self, event: events.Paste) -> None:
        event.stop()
        event.prevent_default()
        self.replace(clean(event.text), *self.selection, maintain_selection_offset=False)

    def begin(self, text: str) -> None:
        """Show a text; a blank title is replaced by what is typed first."""
        self.load_text(clean(text))
        if BLANK in self.text.partition("\n")[0]:
            self.action_next_blank()

    def rewrite(self, text: str) -> None:
        """Put another text in the place of all; undo brings the old one back."""
        self.replace(clean(text), (0, 0), self.document.end)
        self.move_cursor((0, 0))

    def action_next_blank(self) -> None:
        """Select the next blank, the first one after the last."""
        places = [
            (row, found.start())
            for row, line in enumerate(self.text.split("\n"))
            for found in _BLANK.finditer(line)
        ]
        if places:
            row, start = next((one for one in places if one >= self.selection.end), places[0])
            self.move_cursor((row, start))
            self.move_cursor((row, start + len(BLANK)), select=True, center=True)
