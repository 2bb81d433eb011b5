"""On what a story or a statement rests, in full."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from copilot.analysis.untrusted import clean, one_line
from copilot.tui.open_draft import Source
from copilot.tui.passage_screen import unwrapped

_GONE = "It does not stand in the draft or in the knowledge, so nobody can look it up here."


class DraftSourcesScreen(ModalScreen[None]):
    """The sources that a part of a draft names.

    Args:
        sources: Each in full.
    """

    CSS_PATH = "draft_sources.tcss"
    HELP = "On what a part of the draft rests. Escape goes back."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,s", "dismiss", "Back", id="sources.back", tooltip="Back to the draft")
    ]

    def __init__(self, sources: Sequence[Source]) -> None:
        super().__init__()
        self._sources = sources

    def compose(self) -> ComposeResult:
        """Yield each source, where it stands, and the way back."""
        with Vertical(classes="sheet"):
            yield Static("Sources", classes="title")
            with VerticalScroll(can_focus=True):
                parts = [part for one in self._sources for part in (_source(one), Content(""))]
                yield Static(Content("\n").join(parts[:-1]), markup=False)
            yield Static("esc  back", classes="keys")

    def on_mount(self) -> None:
        """Scroll with the arrow keys at once."""
        self.query_one(VerticalScroll).focus()


def _source(source: Source) -> Content:
    head = Content(one_line(source.name, 80)).stylize("bold $primary")
    if not source.where:
        return Content("\n").join([head, Content(_GONE).stylize("$warning")])
    where = Content(f"  {one_line(source.where)}").stylize("$quiet")
    return Content.assemble(head, where, "\n", Content(unwrapped(clean(source.text))))
