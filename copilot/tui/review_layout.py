"""What stands on the screen of an ethics review, and where."""

from textual import events, getters, on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.screen import Screen
from textual.widgets import ContentSwitcher, Input, Static

from copilot.analysis.untrusted import one_line
from copilot.domain.review import review_of
from copilot.tui.fact_list import FactList
from copilot.tui.fact_rows import explained
from copilot.tui.kept_reviews import OpenReview
from copilot.tui.key_line import KeyLine
from copilot.tui.review_pages import conditions_page, harms_page, headings, outcome_page
from copilot.tui.review_parts import Page, PageNames, Verdict
from copilot.tui.review_sources import ReviewSources
from copilot.tui.wording import PRINTABLE

WIDTHS = [(0, "-narrow"), (76, "-medium"), (110, "-wide")]
"""Columns from which both sides fit beside each other, and from which they have room."""
PAGES = ("outcome", "harms", "sources", "conditions")
_KEYS = (
    "y n u  answer   a-e  question   /  find   1-4  page   tab  side"
    "   x  export   r  decision record   esc  back",
    "ynu answer  a-e question  / find  1-4 page  tab side  x export  r record  esc",
    "ynu answer / find 1-4 tab x r esc",
)
"""Keys in a line, for wide, medium and narrow screens."""


class ReviewLayout(Screen[str]):
    """A verdict across, facts on one side, what follows from them on the other.

    Args:
        opened: The review.
    """

    AUTO_FOCUS = "FactList"
    HORIZONTAL_BREAKPOINTS = WIDTHS

    facts = getters.query_one(FactList)
    sought = getters.query_one(Input)
    verdict = getters.query_one(Verdict)
    sources = getters.query_one(ReviewSources)

    def __init__(self, opened: OpenReview) -> None:
        super().__init__()
        self._meanings = opened.meanings
        self.artifact = opened.artifact
        self._place = 0

    def compose(self) -> ComposeResult:
        """Yield the verdict, both sides, and the keys."""
        idea = one_line(review_of(self.artifact).description)
        yield Static(Content(idea), id="idea", markup=False)
        yield Verdict()
        with Horizontal(id="sides"):
            with Vertical(id="facts"):
                yield Input(placeholder="/ find a fact", compact=True, restrict=PRINTABLE)
                yield FactList(self._meanings)
                yield Static(id="meaning", markup=False)
            with Vertical(id="pages"):
                yield PageNames(len(PAGES))
                with ContentSwitcher(initial=PAGES[0]):
                    yield Page(outcome_page, self.artifact, PAGES[0])
                    yield Page(harms_page, self.artifact, PAGES[1])
                    yield ReviewSources(self.artifact)
                    yield Page(conditions_page, self.artifact, PAGES[3])
        yield Static(id="news", markup=False)
        yield KeyLine(*_KEYS)

    def on_mount(self) -> None:
        """Show the review."""
        self.show()

    def on_resize(self, event: events.Resize) -> None:
        """Name the pages in as many words as there is room for."""
        self._name_pages()

    def show(self) -> None:
        """Show the review as it is now, on both sides."""
        review = review_of(self.artifact)
        self.verdict.show(review)
        self.facts.show(review)
        self.sources.show(self.artifact)
        for page in self.query(Page):
            page.show(self.artifact)
        self._name_pages()

    def open_page(self, place: int) -> None:
        """Show a page and go to it."""
        self._place = place
        pages = self.query_one(ContentSwitcher)
        pages.current = PAGES[place]
        self.add_class("-reading")
        self._name_pages()
        pages.query_one(f"#{PAGES[place]}").focus()

    def turn_to_facts(self) -> None:
        """Go to the facts, which a narrow screen hides behind the page."""
        self.remove_class("-reading")
        self.facts.focus()

    def _name_pages(self) -> None:
        names = headings(self.artifact, counted=self.has_class("-wide"))
        self.query_one(PageNames).call(names, self._place)

    def tell(self, news: str) -> None:
        """Say in a line what has just been done."""
        line = self.query_one("#news", Static)
        line.add_class("-used")
        line.update(Content(one_line(news, 400)))

    @on(FactList.Highlit)
    def _explain(self, event: FactList.Highlit) -> None:
        text = explained(event.row) if event.row else Content("Nothing says these words.")
        self.query_one("#meaning", Static).update(text)
