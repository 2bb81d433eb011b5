"""What stands on the screen of a survey, and where."""

from textual import events, getters
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from copilot.analysis.untrusted import one_line
from copilot.domain.artifact import Artifact
from copilot.domain.survey import survey_of
from copilot.tui.key_line import KeyLine
from copilot.tui.review_parts import PageNames
from copilot.tui.survey_check_page import first_open
from copilot.tui.survey_desk import SurveyDesk
from copilot.tui.survey_pages import PAGES, PageName, items_of, key_lines, page_names
from copilot.tui.survey_rows import SurveyDetail, SurveyRows

WIDTHS = [(0, "-narrow"), (76, "-medium"), (110, "-wide")]
"""Columns from which both sides fit beside each other, and from which they have room."""


class PageKeys(KeyLine):
    """The keys of the page that is open."""

    def call(self, *lines: str) -> None:
        """Name other keys, the longest line first."""
        self._lines = lines
        room = self.content_size.width
        fitting = next((line for line in lines if len(line) <= room), lines[-1])
        self.update(Content(fitting))


class SurveyLayout(Screen[None]):
    """The pages of a survey: rows on one side, what the chosen one says on the other.

    Args:
        desk: Keeps what a person does.
        artifact: The survey summary.
    """

    AUTO_FOCUS = "SurveyRows"
    HORIZONTAL_BREAKPOINTS = WIDTHS

    rows = getters.query_one(SurveyRows)
    detail = getters.query_one(SurveyDetail)

    def __init__(self, desk: SurveyDesk, artifact: Artifact) -> None:
        super().__init__()
        self.desk = desk
        self.artifact = artifact
        self.work = desk.work(artifact.id or "")
        self.page: PageName = PAGES[0]

    def compose(self) -> ComposeResult:
        """Yield what it is, the names of the pages, both sides, news and keys."""
        summary = survey_of(self.artifact)
        told = f"{self.artifact.title} · {summary.rows:,} rows"
        people = f" of {summary.respondents:,} people"
        told += people if summary.respondents != summary.rows else ""
        yield Static(Content(one_line(told, 300)), id="survey", markup=False)
        yield PageNames(len(PAGES))
        with Horizontal(id="sides"):
            yield SurveyRows()
            yield SurveyDetail()
        yield Static(id="news", markup=False)
        yield PageKeys(*key_lines(self.page))

    def on_mount(self) -> None:
        """Show the first page."""
        self.draw()

    def on_resize(self, event: events.Resize) -> None:
        """Name pages and keys in as many words as there is room for."""
        self._call()

    def open_page(self, page: PageName) -> None:
        """Show a page from its first row."""
        self.page = page
        self.turn_to_rows()
        waiting = first_open(survey_of(self.artifact), self.work) if page == "check" else None
        self.draw(waiting or ("", ""))
        if waiting and self.app.size.width < WIDTHS[1][0]:  # the answer is what matters
            self.turn_to_detail()

    def draw(self, chosen: tuple[str, str] | None = None) -> None:
        """Show the page as it is now; the cursor stays where it was unless it is told."""
        current = self.rows.current
        found = items_of(self.page, self.artifact, self.work)
        self.rows.show(found, chosen or (current.mark if current else None))
        self.detail.show(self.rows.current)
        self._call()

    def turn_to_rows(self) -> None:
        """Go to the rows."""
        self.remove_class("-reading")
        self.rows.focus()

    def turn_to_detail(self) -> None:
        """Go to what the chosen row says, which a narrow screen hides behind the rows."""
        self.add_class("-reading")
        self.detail.focus()

    def tell(self, news: str) -> None:
        """Say in a line or two what has just been done."""
        line = self.query_one("#news", Static)
        line.add_class("-used")
        line.update(Content(one_line(news, 600)))

    def _call(self) -> None:
        width = self.app.size.width  # the classes of the screen come after its size
        names = page_names(self.artifact, self.work, width)
        self.query_one(PageNames).call(names, PAGES.index(self.page))
        self.query_one(PageKeys).call(*key_lines(self.page))
