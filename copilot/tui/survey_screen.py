"""A survey summary on a screen: its pages are read, corrected, checked and exported."""

from collections.abc import Mapping
from typing import ClassVar

from textual import on, work
from textual.binding import Binding, BindingType
from textual.widgets import OptionList

from copilot.domain.survey import survey_of
from copilot.errors import CopilotError
from copilot.tui.complaint import complain
from copilot.tui.exporting import exported
from copilot.tui.help_screen import show_help
from copilot.tui.review_parts import PageName as PageTab
from copilot.tui.survey_pages import NAMES, PAGES, PageName
from copilot.tui.survey_rerun import SurveyRerun
from copilot.tui.survey_rows import SurveyRows

_ONLY_ON: Mapping[str, tuple[PageName, ...]] = {
    "type": ("columns",),
    "edit": ("book",),
    "merge": ("book",),
    "drop": ("book",),
    "undo": ("columns", "book"),
    "judge": ("check",),
    "write": ("columns", "book", "check"),
}
"""Pages on which an action works; the others work on all."""


class SurveyScreen(SurveyRerun):
    """A survey summary, and what a person does with it."""

    CSS_PATH = "survey_screen.tcss"
    HELP = "A survey summary. Its pages have the keys 1 to 6."
    BINDING_GROUP_TITLE = "Survey"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "back", "Back", id="survey.back", tooltip="Back"),
        *(
            Binding(str(at), f"page('{page}')", NAMES[page][0], id=f"survey.page.{page}")
            for at, page in enumerate(PAGES, 1)
        ),
        Binding("tab", "side", "Side", id="survey.side", tooltip="Rows or text", priority=True),
        Binding("t", "type", "Type", id="survey.type", tooltip="Say what the column holds"),
        Binding("e", "edit", "Edit", id="survey.edit", tooltip="Name and define the theme"),
        Binding("m", "merge", "Merge", id="survey.merge", tooltip="Take another theme into it"),
        Binding("d", "drop", "Drop", id="survey.drop", tooltip="Take it out of the code book"),
        Binding("u", "undo", "Undo", id="survey.undo", tooltip="Take the last change back"),
        Binding("y", "judge('yes')", "Yes", id="survey.yes", tooltip="The label is right"),
        Binding("n", "judge('no')", "No", id="survey.no", tooltip="The label is wrong"),
        Binding("s", "judge('skip')", "Skip", id="survey.skip", tooltip="Say nothing of it"),
        Binding("w", "write", "Write", id="survey.write", tooltip="Write it, or keep the check"),
        Binding("r", "again", "Again", id="survey.again", tooltip="Summarize it again"),
        Binding("x", "export", "Export", id="survey.export", tooltip="Markdown, JSON or HTML"),
        Binding("f1", "help", "Help", id="survey.help", tooltip="Keys"),
    ]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Return whether an action works on the page that is open."""
        pages = _ONLY_ON.get(action)
        return pages is None or self.page in pages

    @on(SurveyRows.Highlit)
    def _read(self) -> None:
        self.detail.show(self.rows.current)

    @on(OptionList.OptionSelected, "SurveyRows")
    def _turn_to_detail(self) -> None:
        self.turn_to_detail()

    @on(PageTab.Chosen)
    def _choose(self, event: PageTab.Chosen) -> None:
        self.open_page(PAGES[event.place])

    def action_back(self) -> None:
        """Leave the text, then the screen."""
        if self.detail.has_focus:
            self.turn_to_rows()
            return
        if self.work.waits(survey_of(self.artifact).open):
            self.notify("What is marked * waits here unwritten until you quit.", markup=False)
        self.dismiss()

    def action_page(self, page: PageName) -> None:
        """Open a page."""
        self.open_page(page)

    def action_side(self) -> None:
        """Go from the rows to the text, or back."""
        if self.detail.has_focus:
            self.turn_to_rows()
        else:
            self.turn_to_detail()

    def action_help(self) -> None:
        """Show the keys of this page."""
        show_help(self, (self.focused.HELP if self.focused else None) or self.HELP)

    @work(group="export", exclusive=True)
    async def action_export(self) -> None:
        """Write the summary to a file, in a format and at a place that a person chooses."""
        try:
            if told := await exported(self.app, self.desk, self.artifact):
                self.tell(told)
        except CopilotError as error:
            complain(self, error)
