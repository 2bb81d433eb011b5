"""The sources of the session."""

from collections.abc import Iterator
from textwrap import wrap
from typing import ClassVar, NamedTuple

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


class Source(NamedTuple):
    """A cited passage, with the number it has in the reply that cites it."""

    turn: str
    """What the user said in that turn."""
    number: int
    citation: Citation


class CitationsPanel(Vertical):
    """The cited passages, turn by turn, numbered as in the replies; hidden while empty."""

    class Opened(Message):
        """The user wants to read a passage."""

        def __init__(self, citation: Citation) -> None:
            super().__init__()
            self.citation = citation

    def __init__(self) -> None:
        super().__init__()
        self.sources: list[Source] = []
        self.display = False
        self._beside = False

    @property
    def citations(self) -> list[Citation]:
        """The cited passages in order."""
        return [source.citation for source in self.sources]

    def compose(self) -> ComposeResult:
        """Yield a heading and the list."""
        yield Static(classes="heading")
        yield CitationList(compact=True)

    def add(self, citation: Citation, turn: str) -> None:
        """List a passage under its turn; one listed there before takes the newer quote."""
        of_turn = [source for source in self.sources if source.turn == turn]
        known = [source for source in of_turn if source.citation.id == citation.id]
        if known:
            place = self.sources.index(known[0])
            self.sources[place] = known[0]._replace(citation=citation)
            return
        self.sources.append(Source(turn, len(of_turn) + 1, citation))
        self._show()

    def clear(self) -> None:
        """Forget every passage and hide."""
        self.sources.clear()
        self._show()

    def focus_list(self) -> None:
        """Go to the list, on the newest turn's first passage where none is chosen."""
        entries = self.query_one(CitationList)
        if entries.highlighted is None:
            newest = [source for source in self.sources if source.turn == self.sources[-1].turn]
            entries.highlighted = entries.get_option_index(_key(self.sources.index(newest[0])))
        entries.focus()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Ask for the chosen passage."""
        event.stop()
        place = int(str(event.option_id).removeprefix("source-"))
        self.post_message(self.Opened(self.sources[place].citation))

    def on_resize(self) -> None:
        """Give each passage two lines beside the conversation, one below it."""
        beside = self.screen.has_class("-wide")
        if beside != self._beside:
            self._beside = beside
            self._show()

    def _show(self) -> None:
        self.display = bool(self.sources)
        heading = f"Sources  {len(self.sources)}"
        self.query_one(".heading", Static).update(Content(heading))
        entries = self.query_one(CitationList)
        entries.clear_options()
        entries.add_options(list(self._options()))
        entries.scroll_end(animate=False)

    def _options(self) -> Iterator[Option]:
        """Yield the passages; with more than one turn, each turn's question above its own."""
        several = len({source.turn for source in self.sources}) > 1
        for place, source in enumerate(self.sources):
            if several and source.number == 1:
                question = Content(one_line(source.turn, COLUMNS)).stylize("$quiet")
                yield Option(question, disabled=True)
            entry = _entry(source.number, source.citation, self._beside)
            yield Option(entry, id=_key(place))


def _key(place: int) -> str:
    return f"source-{place}"


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
