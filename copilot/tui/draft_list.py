"""The list of kept drafts, the newest first."""

from collections.abc import Sequence
from datetime import datetime

from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from copilot.analysis.untrusted import one_line
from copilot.domain.artifact import STORIES
from copilot.domain.counting import counted
from copilot.tui.open_draft import DraftEntry, DraftShelf
from copilot.tui.wording import age

INDENT = 2
NARROWEST = 12


class DraftList(OptionList):
    """Drafts, each on two lines."""

    HELP = "Stories and specifications, the newest first. Enter reads one."

    class Highlit(Message):
        """The cursor stands on another draft, or on none."""

    def __init__(self) -> None:
        super().__init__(compact=True, markup=False)
        self._shelf: DraftShelf | None = None

    @property
    def entries(self) -> Sequence[DraftEntry]:
        """What stands in the list."""
        return self._shelf.entries if self._shelf else ()

    @property
    def current(self) -> DraftEntry | None:
        """The draft under the cursor."""
        place = self.highlighted
        return self.entries[place] if place is not None and place < len(self.entries) else None

    def show(self, shelf: DraftShelf, chosen: str = "") -> None:
        """Show what is kept; the cursor goes to the chosen draft, else stays on its own."""
        before = chosen or (self.current.id if self.current else "")
        self._shelf = shelf
        self._draw(before)

    def on_resize(self) -> None:
        """Cut the lines anew."""
        self._draw(self.current.id if self.current else "")

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Tell that the cursor stands elsewhere."""
        event.stop()
        self.post_message(self.Highlit())

    def _draw(self, chosen: str) -> None:
        if self._shelf is None:
            return
        width = max(NARROWEST, self.scrollable_content_region.width - 1 - INDENT)
        now = self._shelf.now
        self.set_options(Option(_row(one, width, now)) for one in self.entries)
        names = [one.id for one in self.entries]
        self.highlighted = names.index(chosen) if chosen in names else (0 if names else None)


def _row(entry: DraftEntry, width: int, now: datetime) -> Content:
    sign, tone = _sign(entry)
    title = entry.id if entry.trouble else entry.title
    return Content.assemble(
        (sign.ljust(INDENT), tone),
        Content(one_line(title, width) or "Untitled").stylize("bold"),
        "\n" + " " * INDENT,
        Content(_below(entry, width, now)).stylize("$error" if entry.trouble else "$quiet"),
    )


def _sign(entry: DraftEntry) -> tuple[str, str]:
    if entry.trouble:
        return "✕", "$error"
    return ("!", "$warning") if entry.findings or entry.questions else ("●", "$primary")


def _below(entry: DraftEntry, width: int, now: datetime) -> str:
    """Return kind and counts in as many words as there is room for."""
    if entry.trouble:
        return "damaged"
    kind = counted(entry.parts, "story", "stories") if entry.kind == STORIES else "spec"
    counts = (
        counted(entry.findings, "finding") if entry.findings else "",
        counted(entry.questions, "question") if entry.questions else "",
    )
    short = (
        f"{entry.findings} open" if entry.findings else "",
        f"{entry.questions} asked" if entry.questions else "",
    )
    then = age(entry.created, now) if entry.created else ""
    lines = (_joined(kind, *counts, then), _joined(kind, *counts), _joined(kind, *short))
    return next((line for line in lines if len(line) <= width), one_line(lines[-1], width))


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)
