"""The sources of the session."""

from textwrap import wrap
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from copilot.analysis.untrusted import one_line
from copilot.domain.document import Citation

COLUMNS = 34
"""Width of an entry beside the conversation, less its number."""


class CitationList(OptionList):
    """The list inside the panel."""

    HELP = "Passages the replies lean on. Enter opens one."
    BINDING_GROUP_TITLE = "Sources"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "select", "Open", id="citations.open", tooltip="Read the passage")
    ]


class CitationsPanel(Vertical):
    """Every cited passage, once; hidden while there is none."""

    class Opened(Message):
        """The user wants to read a passage."""

        def __init__(self, citation: Citation) -> None:
            super().__init__()
            self.citation = citation

    def __init__(self) -> None:
        super().__init__()
        self.citations: list[Citation] = []
        self.display = False
        self._beside = False

    def compose(self) -> ComposeResult:
        """Yield a heading and the list."""
        yield Static(classes="heading")
        yield CitationList(compact=True)

    def add(self, citation: Citation) -> None:
        """List a passage; one listed before takes the newer quote."""
        known = [one.id for one in self.citations]
        if citation.id in known:
            self.citations[known.index(citation.id)] = citation
            return
        self.citations.append(citation)
        number = len(self.citations)
        self.query_one(CitationList).add_option(Option(_entry(number, citation, self._beside)))
        self._show()

    def clear(self) -> None:
        """Forget every passage and hide."""
        self.citations.clear()
        self.query_one(CitationList).clear_options()
        self._show()

    def focus_list(self) -> None:
        """Go to the list, on the passage cited last where none is chosen."""
        entries = self.query_one(CitationList)
        if entries.highlighted is None:
            entries.highlighted = len(self.citations) - 1
        entries.focus()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Ask for the chosen passage."""
        event.stop()
        self.post_message(self.Opened(self.citations[event.option_index]))

    def on_resize(self) -> None:
        """Give each passage two lines beside the conversation, one below it."""
        beside = self.screen.has_class("-wide")
        if beside == self._beside:
            return
        self._beside = beside
        entries = self.query_one(CitationList)
        place = entries.highlighted
        entries.set_options(
            Option(_entry(number, citation, beside))
            for number, citation in enumerate(self.citations, 1)
        )
        entries.highlighted = place

    def _show(self) -> None:
        self.display = bool(self.citations)
        heading = f"Sources  {len(self.citations)}"
        self.query_one(".heading", Static).update(Content(heading))


def _entry(number: int, citation: Citation, beside: bool) -> Content:
    title, below = one_line(citation.title), one_line(_origin(citation))
    if beside:
        title, below = _hung(title, lines=2), _hung(below, lines=1)
    return Content.assemble(
        (f"{number}  ", "$primary"),
        Content(title),
        "\n   " if beside else "  ",
        Content(below).stylize("$quiet"),
    )


def _origin(citation: Citation) -> str:
    return citation.clause or citation.source or citation.id


def _hung(text: str, lines: int) -> str:
    return "\n   ".join(wrap(text, COLUMNS, max_lines=lines, placeholder="…"))
