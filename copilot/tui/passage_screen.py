"""A cited passage, in full."""

import re
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from copilot.analysis.untrusted import clean, one_line
from copilot.domain.document import Citation, Passage


class PassageScreen(ModalScreen[None]):
    """The text a citation points to, its quote highlighted.

    Args:
        citation: What the reply said.
        passage: What the passage says.
    """

    CSS_PATH = "passage_screen.tcss"
    HELP = "A cited passage. Escape goes back."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "dismiss", "Back", id="passage.back", tooltip="Back to the session")
    ]

    def __init__(self, citation: Citation, passage: Passage) -> None:
        super().__init__()
        self._citation = citation
        self._passage = passage

    def compose(self) -> ComposeResult:
        """Yield the origin, the text and the way back."""
        with Vertical(classes="sheet"):
            yield Static(Content(clean(self._passage.title)), classes="title", markup=False)
            with VerticalScroll(can_focus=True):
                yield Static(self._origin(), classes="origin", markup=False)
                yield Static(self._text(), classes="text", markup=False)
            yield Static("esc  back", classes="keys")

    def on_mount(self) -> None:
        """Scroll with the arrow keys at once."""
        self.query_one(VerticalScroll).focus()

    def _origin(self) -> Content:
        passage = self._passage
        clause = self._citation.clause or " · ".join(passage.clauses)
        day = f"as of {passage.as_of:%d %B %Y}" if passage.as_of else ""
        source = " · ".join(part for part in (passage.source, day) if part)
        lines = [
            Content(one_line(clause)).stylize("$primary"),
            Content(one_line(source)).stylize("$quiet"),
            Content(one_line(passage.url or passage.document)).stylize("$quiet"),
        ]
        return Content("\n").join(line for line in lines if line.plain)

    def _text(self) -> Content:
        text = unwrapped(clean(self._passage.text))
        place = find_quote(text, clean(self._citation.quote))
        content = Content(text)
        return content.stylize("on $highlight", *place) if place else content


def unwrapped(text: str) -> str:
    """Return the text with hard-wrapped lines joined; lists, quotes and tables keep theirs."""
    return re.sub(r"(?<=\S) *\n(?=[A-Za-z(\"'*_`\[](?![*_ ]))", " ", text)


def find_quote(text: str, quote: str) -> tuple[int, int] | None:
    """Return where the quote stands in the text, however its lines are broken."""
    words = quote.split()
    if not words:
        return None
    found = re.search(r"\s+".join(map(re.escape, words)), text, re.IGNORECASE)
    return found.span() if found else None
