"""The decisions of the log in a list: what is due first, then the newest."""

from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from copilot.domain.decision_log import Standing
from copilot.tui.decision_rows import row_text, says
from copilot.tui.kept_decisions import Shelf

LISTED = 500
"""Decisions shown at once; words find the others."""


class DecisionList(OptionList):
    """Decisions, each on two lines."""

    HELP = "Decisions, the newest first; what is due for review stands on top. Enter reads one."

    class Highlit(Message):
        """The cursor stands on another decision, or on none."""

        def __init__(self, standing: Standing | None) -> None:
            super().__init__()
            self.standing = standing

    def __init__(self) -> None:
        super().__init__(compact=True, markup=False)
        self._shelf: Shelf | None = None
        self._sought = ""
        self.rows: list[Standing] = []
        """What stands on each line."""

    @property
    def current(self) -> Standing | None:
        """The decision under the cursor."""
        place = self.highlighted
        return self.rows[place] if place is not None and place < len(self.rows) else None

    def show(self, shelf: Shelf, chosen: str = "") -> None:
        """Show the log; the cursor goes to the chosen decision, else stays on its own."""
        self._shelf = shelf
        self._draw(chosen)

    def find(self, sought: str) -> None:
        """Show only the decisions whose title and id say these words."""
        self._sought = sought
        self._draw()

    def on_resize(self) -> None:
        """Cut the lines anew."""
        self._draw()

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Tell which decision the cursor stands on."""
        event.stop()
        self.post_message(self.Highlit(self.current))

    def _draw(self, chosen: str = "") -> None:
        if self._shelf is None:
            return
        before = chosen or (self.current.entry.decision if self.current else "")
        words = self._sought.lower().split()
        found = [one for one in self._shelf.standings if says(one, words)]
        width = max(12, self.scrollable_content_region.width - 1)
        due = self._shelf.due
        self.rows = found[:LISTED]
        self.set_options(
            Option(row_text(one, width, due=one.entry.decision in due)) for one in self.rows
        )
        names = [one.entry.decision for one in self.rows]
        self.highlighted = names.index(before) if before in names else (0 if names else None)
        self.post_message(self.Highlit(self.current))
