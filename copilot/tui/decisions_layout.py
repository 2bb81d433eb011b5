"""What stands on the screen of the decision log, and where."""

from textual import getters
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Input, Static

from copilot.analysis.untrusted import one_line
from copilot.tui.decision_list import DecisionList
from copilot.tui.key_line import KeyLine
from copilot.tui.log_line import LogLine
from copilot.tui.record_pane import RecordPane
from copilot.tui.wording import PRINTABLE

WIDTHS = [(0, "-narrow"), (76, "-medium"), (110, "-wide")]
"""Columns from which list and record fit beside each other, and from which they have room."""
_KEYS = (
    "n  new   s  supersede   o  outcome   /  find   enter  read   v  verify   c  checkpoint"
    "   esc  back",
    "n new  s supersede  o outcome  / find  v verify  c checkpoint  esc back",
    "n new  / find  enter  f1 keys  esc",
)
"""Keys in a line, for wide, medium and narrow screens."""


class DecisionsLayout(Screen[None]):
    """The log across, its decisions on one side, the chosen record on the other."""

    AUTO_FOCUS = "DecisionList"
    HORIZONTAL_BREAKPOINTS = WIDTHS

    log_line = getters.query_one(LogLine)
    entries = getters.query_one(DecisionList)
    sought = getters.query_one(Input)
    record = getters.query_one(RecordPane)

    def compose(self) -> ComposeResult:
        """Yield the log, both sides, and the keys."""
        yield LogLine()
        with Horizontal(id="sides"):
            with Vertical(id="entries"):
                yield Input(placeholder="/ find a decision", compact=True, restrict=PRINTABLE)
                yield DecisionList()
            yield RecordPane()
        yield Static(id="news", markup=False)
        yield KeyLine(*_KEYS)

    def turn_to_record(self) -> None:
        """Go to the record, which a narrow screen hides behind the list."""
        self.add_class("-reading")
        self.record.focus()

    def turn_to_list(self) -> None:
        """Go to the list."""
        self.remove_class("-reading")
        self.entries.focus()

    def tell(self, news: str) -> None:
        """Say in a line what has just been done."""
        line = self.query_one("#news", Static)
        line.add_class("-used")
        line.update(Content(one_line(news, 400)))
