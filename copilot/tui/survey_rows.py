"""Both sides of a page of a survey: the rows, and what the chosen one has to say."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from copilot.tui.survey_items import LONGEST_LINE, NARROWEST, Item


class SurveyRows(OptionList):
    """The rows of a page."""

    HELP = "What there is on this page. Enter reads the chosen one."

    class Highlit(Message):
        """The cursor stands on another row."""

    def __init__(self) -> None:
        super().__init__(compact=True, markup=False)
        self._items: Sequence[Item] = ()

    @property
    def items(self) -> Sequence[Item]:
        """What there is to choose from."""
        return self._items

    @property
    def current(self) -> Item | None:
        """The row under the cursor."""
        place = self.highlighted
        return self._items[place] if place is not None and place < len(self._items) else None

    def show(self, items: Sequence[Item], chosen: tuple[str, str] | None = None) -> None:
        """Show the rows of a page; the cursor goes to the chosen one, else to the first."""
        self._items = items
        self._draw(chosen)

    def on_resize(self) -> None:
        """Draw the rows anew."""
        self._draw(self.current.mark if self.current else None)

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Tell that the cursor stands elsewhere."""
        event.stop()
        self.post_message(self.Highlit())

    def _draw(self, chosen: tuple[str, str] | None) -> None:
        width = max(NARROWEST, self.scrollable_content_region.width - 1)
        self.set_options(Option(item.row(width)) for item in self._items)
        marks = [item.mark for item in self._items]
        self.highlighted = marks.index(chosen) if chosen in marks else (0 if marks else None)


class SurveyDetail(VerticalScroll, can_focus=True):
    """What the chosen row has to say."""

    HELP = "What the chosen row has to say. The arrow keys scroll."

    def __init__(self) -> None:
        super().__init__()
        self._item: Item | None = None

    def compose(self) -> ComposeResult:
        """Yield the text."""
        yield Static(markup=False)

    def show(self, item: Item | None) -> None:
        """Show a row; another one from its beginning."""
        if item is None or self._item is None or item.mark != self._item.mark:
            self.scroll_home(animate=False)
        self._item = item
        self._draw()

    def on_resize(self) -> None:
        """Break the lines anew."""
        self._draw()

    def _draw(self) -> None:
        width = min(LONGEST_LINE, self.scrollable_content_region.width - 1)
        if width <= 0:
            return
        lines = self._item.detail(width) if self._item else ()
        text = Content("\n").join(piece for line in lines for piece in line.wrapped(width))
        self.query_one(Static).update(text)
