"""An ethics review on a screen: its facts can be corrected, and all the rest follows."""

import asyncio
from typing import ClassVar

from textual import on, work
from textual.binding import Binding, BindingType
from textual.widgets import Input

from copilot.domain.feature import Fact
from copilot.domain.review import review_of
from copilot.errors import CopilotError
from copilot.tui.complaint import complain
from copilot.tui.desk import Desk
from copilot.tui.fact_list import FactList
from copilot.tui.fact_rows import in_words
from copilot.tui.kept_reviews import OpenReview
from copilot.tui.passage_screen import PassageScreen
from copilot.tui.review_layout import PAGES, ReviewLayout
from copilot.tui.review_pages import change, verdict
from copilot.tui.review_parts import PageName
from copilot.tui.review_sources import ReviewSources

_ANSWERED = {"yes": "yes", "no": "no", "unknown": "your word is taken back"}


class ReviewScreen(ReviewLayout):
    """A review whose facts can be corrected.

    Returns the verdict where it was changed, else nothing.

    Args:
        desk: Computes the review anew, and writes it to files.
        opened: The review.
    """

    CSS_PATH = "review_screen.tcss"
    HELP = "An ethics review. Correct its facts; everything else follows at once."
    BINDING_GROUP_TITLE = "Review"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "back", "Back", id="review.back", tooltip="Back to the session"),
        Binding("slash", "find", "Find", id="review.find", tooltip="Find a fact by words"),
        *(
            Binding(letter, f"question('{letter}')", "Question", id=f"review.question.{letter}")
            for letter in "abcde"
        ),
        *(
            Binding(str(place + 1), f"page({place})", name, id=f"review.page.{name}")
            for place, name in enumerate(PAGES)
        ),
        Binding("tab", "side", "Side", id="review.side", tooltip="Facts or pages", priority=True),
        Binding("x", "export", "Export", id="review.export", tooltip="Review and draft to files"),
        Binding("r", "record", "Record", id="review.record", tooltip="Decide, and record it"),
    ]

    def __init__(self, desk: Desk, opened: OpenReview) -> None:
        super().__init__(opened)
        self._desk = desk
        self._first = opened.artifact
        self._turn = asyncio.Lock()

    @on(FactList.Answered)
    @work(group="revise")
    async def _answered(self, event: FactList.Answered) -> None:
        async with self._turn:  # an answer is put to what the one before has made of the review
            before = review_of(self.artifact)
            said = {fact.name for fact in before.said}
            if event.fact.value == "unknown" and event.fact.name not in said:
                self.tell(f"{in_words(event.fact.name)}: you have said nothing to take back.")
                return
            await self._revise(event.fact)

    async def _revise(self, fact: Fact) -> None:
        before = self.artifact
        try:
            self.artifact = await self._desk.revise(before, fact)
        except CopilotError as error:
            complain(self, error)
            return
        self.show()
        said = f"{in_words(fact.name)}: {_ANSWERED[fact.value]}."
        self.tell(f"{said} {change(review_of(before), review_of(self.artifact))}")

    @on(Input.Changed)
    def _find(self, event: Input.Changed) -> None:
        self.facts.find(event.value.strip())

    @on(Input.Submitted)
    def _found(self) -> None:
        self.facts.focus()

    @on(PageName.Chosen)
    def _choose(self, event: PageName.Chosen) -> None:
        self.action_page(event.place)

    @on(ReviewSources.Opened)
    @work(group="passage", exclusive=True)
    async def _open(self, event: ReviewSources.Opened) -> None:
        try:
            passage = await self._desk.passage(event.citation.id)
        except CopilotError as error:
            complain(self, error)
        else:
            self.app.push_screen(PassageScreen(event.citation, passage))

    def action_back(self) -> None:
        """Leave the search, then the screen."""
        if self.sought.has_focus or self.sought.value:
            self._forget_search()
        else:
            changed = self.verdict.said != verdict(review_of(self._first))
            self.dismiss(" ".join(self.verdict.said) if changed else "")

    def action_find(self) -> None:
        """Search the facts."""
        self.turn_to_facts()
        self.sought.focus()

    def action_question(self, letter: str) -> None:
        """Go to a question, to be answered with y or n."""
        self._forget_search()
        if not self.facts.go_to(letter):
            self.tell(f"There is no question {letter}.")

    def action_side(self) -> None:
        """Go from the facts to the pages, or back."""
        if self.facts.has_focus or self.sought.has_focus:
            self.action_page(self._place)
        else:
            self.turn_to_facts()

    def action_page(self, place: int) -> None:
        """Open a page."""
        self.open_page(place)

    def _forget_search(self) -> None:
        self.sought.value = ""
        self.facts.find("")
        self.turn_to_facts()

    @work(group="write")
    async def action_export(self) -> None:
        """Write the review to the workspace, as Markdown and as JSON, with a draft record."""
        try:
            text, data, draft = await self._desk.export_review(self.artifact)
        except CopilotError as error:
            complain(self, error)
        else:
            self.tell(f"Written: {text.name}, {data.name} and {draft.name}")
            self.notify(f"Written to {text}, {data.name} and {draft.name}", markup=False)

    @work(group="record", exclusive=True)
    async def action_record(self) -> None:
        """Open the record of a decision on the idea, drafted from the review."""
        from copilot.tui.decision_form import DecisionForm

        log = self._desk.decisions
        try:
            beginning = await log.drafted(str(self.artifact.id))
        except CopilotError as error:
            complain(self, error)
            return
        if made := await self.app.push_screen_wait(DecisionForm(log, beginning)):
            self.tell(f"{made.said} {made.more}")
