"""What stands on the screen on which a record is written, and where."""

from textual import getters
from textual.app import ComposeResult
from textual.containers import Container, Vertical
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from copilot.analysis.untrusted import one_line
from copilot.domain.decision import Header, listed
from copilot.tui.guidance import Guidance
from copilot.tui.header_fields import HeaderFields
from copilot.tui.kept_decisions import Beginning, Made
from copilot.tui.key_line import KeyLine
from copilot.tui.record_text import RecordText

WIDTHS = [(0, "-narrow"), (76, "-medium"), (110, "-wide")]
"""Columns from which fields and text fit beside each other, and from which they have room."""
_KEYS = (
    "ctrl+s  show and record   ctrl+n  next blank   ctrl+e  editor   tab  next field"
    "   f1  keys   esc  leave",
    "ctrl+s record  ctrl+n next blank  ctrl+e editor  tab field  esc leave",
    "ctrl+s record  ctrl+n blank  esc",
)
"""Keys in a line, for wide, medium and narrow screens."""


class FormLayout(Screen[Made | None]):
    """Short fields and what is missing on one side, the text on the other.

    Args:
        beginning: Where the record begins.
    """

    AUTO_FOCUS = "RecordText"
    HORIZONTAL_BREAKPOINTS = WIDTHS

    fields = getters.query_one(HeaderFields)
    guidance = getters.query_one(Guidance)
    text = getters.query_one(RecordText)

    def __init__(self, beginning: Beginning) -> None:
        super().__init__()
        self.beginning = beginning

    def compose(self) -> ComposeResult:
        """Yield what it is, both sides, and the keys."""
        yield Static(Content(one_line(self.beginning.heading)), id="heading", markup=False)
        yield Static(id="facts", markup=False)
        with Container(id="sides"):
            with Vertical(id="about"):
                yield HeaderFields()
                yield Guidance()
            yield RecordText()
        yield Static(id="news", markup=False)
        yield KeyLine(*_KEYS)

    def tell(self, news: str) -> None:
        """Say in a line what has just been done."""
        line = self.query_one("#news", Static)
        line.add_class("-used")
        line.update(Content(one_line(news, 400)))

    def show_facts(self, header: Header) -> None:
        """Show what has no field: the day, the author, and what else the header holds."""
        parts = (
            str(header.date),
            f"recorded as {self.beginning.author}",
            f"supersedes {listed(header.supersedes)}" if header.supersedes else "",
            f"drafted by {header.ai.model}" if header.ai else "",
            f"evidence {', '.join(header.evidence)}" if header.evidence else "",
        )
        said = Content(" · ".join(one_line(part) for part in parts if part))
        self.query_one("#facts", Static).update(said)
