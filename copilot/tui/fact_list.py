"""The facts of a review in a list, each corrected with one key."""

from collections.abc import Mapping
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from copilot.domain.feature import Fact, FactValue
from copilot.domain.review import Review
from copilot.tui.fact_rows import FactRow, row_text, sections


class FactList(OptionList):
    """Questions first, then what is known, then what is not.

    Args:
        meanings: What each fact that can be stated means.
    """

    HELP = "Facts of the review. Correct one with y, n or u; the review follows at once."
    BINDING_GROUP_TITLE = "Facts"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "answer('yes')", "Yes", id="facts.yes", tooltip="It is so"),
        Binding("n", "answer('no')", "No", id="facts.no", tooltip="It is not so"),
        Binding("u", "answer('unknown')", "Undo", id="facts.undo", tooltip="Take back your word"),
    ]

    class Answered(Message):
        """The user has stated a fact, or has taken back what they stated."""

        def __init__(self, fact: Fact) -> None:
            super().__init__()
            self.fact = fact

    class Highlit(Message):
        """The cursor stands on another fact, or on none."""

        def __init__(self, row: FactRow | None) -> None:
            super().__init__()
            self.row = row

    def __init__(self, meanings: Mapping[str, str]) -> None:
        super().__init__(compact=True, markup=False)
        self._meanings = meanings
        self._review: Review | None = None
        self._sought = ""
        self.rows: list[FactRow | None] = []
        """What stands on each line; None for a heading."""

    @property
    def current(self) -> FactRow | None:
        """The row under the cursor."""
        place = self.highlighted
        return self.rows[place] if place is not None and place < len(self.rows) else None

    def show(self, review: Review) -> None:
        """Show a review; the cursor stays on its fact."""
        self._review = review
        self._draw()

    def find(self, sought: str) -> None:
        """Show only the facts that say these words."""
        self._sought = sought
        self._draw()

    def go_to(self, letter: str) -> bool:
        """Put the cursor on a question; return whether there is one of this letter."""
        for place, row in enumerate(self.rows):
            if row is not None and row.letter == letter:
                self.highlighted = place
                return True
        return False

    def action_answer(self, value: FactValue) -> None:
        """State the fact under the cursor."""
        if (row := self.current) is not None:
            fact = Fact(name=row.fact.name, value=value, reader="person")
            self.post_message(self.Answered(fact))

    def on_resize(self) -> None:
        """Break the lines anew."""
        self._draw()

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Tell which fact the cursor stands on."""
        event.stop()
        self.post_message(self.Highlit(self.current))

    def _draw(self) -> None:
        if self._review is None:
            return
        before, offset = self.current, self.scroll_y
        width = max(12, self.scrollable_content_region.width - 1)
        options: list[Option] = []
        self.rows = []
        for section in sections(self._review, self._meanings, self._sought):
            heading = f"{chr(10) * bool(options)}{section.heading}  {len(section.rows)}"
            options.append(Option(Content(heading).stylize("$quiet bold"), disabled=True))
            options += [Option(row_text(row, width)) for row in section.rows]
            self.rows += [None, *section.rows]
        self.set_options(options)
        self.scroll_to(y=offset, animate=False)
        self.highlighted = self._place(before)
        if self.highlighted == 1:  # the first row: its heading belongs in sight
            self.scroll_to(y=0, animate=False)
        self.post_message(self.Highlit(self.current))

    def _place(self, before: FactRow | None) -> int | None:
        """Return where the fact stands now; a question that is answered has become a fact."""
        places = [place for place, row in enumerate(self.rows) if row is not None]
        if before is None or not places:
            return places[0] if places else None
        same = [place for place in places if _is_same(self.rows[place], before)]
        kind = [place for place in same if _is_asked(self.rows[place]) == _is_asked(before)]
        return next(iter((*kind, *same, *places)))


def _is_same(row: FactRow | None, other: FactRow) -> bool:
    return row is not None and row.fact.name == other.fact.name


def _is_asked(row: FactRow | None) -> bool:
    return row is not None and bool(row.letter)
