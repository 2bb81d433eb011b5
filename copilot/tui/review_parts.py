"""Parts of the review's screen: the verdict on top, a page of text, the names of the pages."""

from collections.abc import Callable, Sequence

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from copilot.domain.artifact import Artifact
from copilot.domain.review import Review
from copilot.tui.review_pages import TONES, verdict

LONGEST_LINE = 96
"""Columns of a page, however wide the screen."""
FLASH = 0.8
"""Seconds for which a changed verdict is marked."""


class Verdict(Vertical):
    """The outcome and the recommendation; always in sight."""

    def __init__(self) -> None:
        super().__init__()
        self.said = ("", "")

    def compose(self) -> ComposeResult:
        """Yield a line for each."""
        yield Static(classes="outcome", markup=False)
        yield Static(classes="advice", markup=False)

    def show(self, review: Review) -> None:
        """Show the verdict of a review, and mark it for a moment where it has changed."""
        before, self.said = self.said, verdict(review)
        outcome, advice = self.said
        tone = TONES[review.eu_ai_act.outcome]
        self.query_one(".outcome", Static).update(Content(outcome).stylize(f"bold {tone}"))
        self.query_one(".advice", Static).update(Content(advice))
        if any(before) and before != self.said:
            self.add_class("-changed")
            self.set_timer(FLASH, lambda: self.remove_class("-changed"))


class Page(VerticalScroll, can_focus=True):
    """A page of text about a review.

    Args:
        write: Writes the page for a number of columns.
        artifact: The review.
        name: Name of the page.
    """

    HELP = "What follows from the facts. The arrow keys scroll."
    BINDING_GROUP_TITLE = "Page"

    def __init__(
        self, write: Callable[[Artifact, int], Content], artifact: Artifact, name: str
    ) -> None:
        super().__init__(id=name)
        self._write = write
        self._artifact = artifact

    def compose(self) -> ComposeResult:
        """Yield the text."""
        yield Static(markup=False)

    def show(self, artifact: Artifact) -> None:
        """Show a review; the place on the page stays."""
        self._artifact = artifact
        width = min(LONGEST_LINE, self.scrollable_content_region.width)
        if width > 0:
            self.query_one(Static).update(self._write(artifact, width))

    def on_resize(self) -> None:
        """Break the lines anew."""
        self.show(self._artifact)


class PageName(Static):
    """The name of a page, with the key that opens it."""

    class Chosen(Message):
        """The name was clicked."""

        def __init__(self, place: int) -> None:
            super().__init__()
            self.place = place

    def __init__(self, place: int) -> None:
        super().__init__(markup=False)
        self._place = place

    def call(self, name: str, is_open: bool) -> None:
        """Show the name."""
        self.set_class(is_open, "-open")
        text = Content.assemble((f"{self._place + 1} ", "$primary"), Content(name))
        self.update(text)

    def on_click(self) -> None:
        """Open the page."""
        self.post_message(self.Chosen(self._place))


class PageNames(Horizontal):
    """The names of all pages in a line.

    Args:
        count: How many pages there are.
    """

    def __init__(self, count: int) -> None:
        super().__init__()
        self._count = count

    def compose(self) -> ComposeResult:
        """Yield the names."""
        for place in range(self._count):
            yield PageName(place)

    def call(self, names: Sequence[str], opened: int) -> None:
        """Show the names, one of them as open."""
        for place, (part, name) in enumerate(zip(self.query(PageName), names, strict=True)):
            part.call(name, place == opened)
