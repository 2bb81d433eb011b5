"""What stands on the screen of drafts, and where."""

from textual import getters
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from copilot.analysis.untrusted import one_line
from copilot.tui.draft_document import DraftDocument
from copilot.tui.draft_list import DraftList
from copilot.tui.key_line import KeyLine

WIDTHS = [(0, "-narrow"), (76, "-medium"), (110, "-wide")]
"""Columns from which list and draft fit beside each other, and from which they have room."""
_KEYS = (
    "n N  finding   ] [  story   a  accept   m  mute   .  all   e  edit   s  sources   x  export"
    "   f1  keys   esc  back",
    "n finding  ] story  a accept  m mute  . all  e edit  x export  f1  esc back",
    "n ] go  a m . e edit  x export  f1 esc",
)
"""Keys in a line, for wide, medium and narrow screens."""


class DraftsLayout(Screen[None]):
    """The drafts on one side, the chosen one on the other."""

    AUTO_FOCUS = "DraftList"
    HORIZONTAL_BREAKPOINTS = WIDTHS

    drafts = getters.query_one(DraftList)
    document = getters.query_one(DraftDocument)

    def compose(self) -> ComposeResult:
        """Yield both sides, a line for news, and the keys."""
        with Horizontal(id="sides"):
            yield DraftList()
            yield DraftDocument()
        yield Static(id="news", markup=False)
        yield KeyLine(*_KEYS)

    def turn_to_document(self) -> None:
        """Go to the draft, which a narrow screen hides behind the list."""
        self.add_class("-reading")
        self.document.focus()

    def turn_to_list(self) -> None:
        """Go to the list."""
        self.remove_class("-reading")
        self.drafts.focus()

    def tell(self, news: str) -> None:
        """Say in a line what has just been done."""
        line = self.query_one("#news", Static)
        line.add_class("-used")
        line.update(Content(one_line(news, 400)))
