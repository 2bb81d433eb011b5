"""The kept survey summaries, the newest first."""

from datetime import datetime
from typing import ClassVar

from textual import getters, on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import Screen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from copilot.analysis.untrusted import one_line
from copilot.domain.artifact import Artifact
from copilot.domain.counting import counted
from copilot.errors import CopilotError
from copilot.tui.complaint import complain
from copilot.tui.help_screen import show_help
from copilot.tui.key_line import KeyLine
from copilot.tui.survey_desk import SurveyDesk
from copilot.tui.survey_shelf import SurveyEntry, SurveyShelf
from copilot.tui.wording import age

_NONE = (
    "No survey summaries yet\n\n"
    "A summary is kept when a survey is summarized, and opens here with F6.\n\n"
    "n  summarizes an export: csv, tsv, xlsx or jsonl"
)


_KIND = "Survey: "
"""How titles begin; in a list of surveys that says nothing."""


class SurveyListScreen(Screen[None]):
    """The list of survey summaries; Enter opens one.

    Args:
        desk: Reads them.
    """

    CSS_PATH = "survey_screen.tcss"
    AUTO_FOCUS = "OptionList"
    HELP = "Kept survey summaries, the newest first. Enter opens one."
    BINDING_GROUP_TITLE = "Surveys"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "dismiss", "Back", id="surveys.back", tooltip="Back"),
        Binding("n", "new", "New", id="surveys.new", tooltip="Summarize an export"),
        Binding("f1", "help", "Help", id="surveys.help", tooltip="Keys"),
    ]

    listed = getters.query_one(OptionList)

    def __init__(self, desk: SurveyDesk) -> None:
        super().__init__()
        self.desk = desk
        self.shelf: SurveyShelf | None = None
        """What is kept; None until it was looked at."""

    def compose(self) -> ComposeResult:
        """Yield the list, a text for where there is none, news, and the keys."""
        yield Static("Surveys", id="survey", markup=False)
        yield OptionList(compact=True, markup=False)
        yield Static(id="none", markup=False)
        yield Static(id="news", markup=False)
        yield KeyLine(
            "enter  open   n  summarize an export   f1  keys   esc  back",
            "enter open  n new  f1  esc",
        )

    def on_screen_resume(self) -> None:
        """List the summaries, the one that was open or that the conversation made chosen."""
        self.list_surveys(self._chosen or self.desk.made)

    @work(group="list", exclusive=True)
    async def list_surveys(self, chosen: str = "") -> None:
        """Read anew what is kept."""
        try:
            self.shelf = await self.desk.shelf()
        except CopilotError as error:
            complain(self, error)
            return
        self._draw(chosen)

    def on_resize(self) -> None:
        """Cut the lines anew."""
        self._draw(self._chosen)

    @property
    def _chosen(self) -> str:
        entries = self.shelf.entries if self.shelf else ()
        place = self.listed.highlighted
        return entries[place].id if place is not None and place < len(entries) else ""

    def _draw(self, chosen: str) -> None:
        if self.shelf is None:
            return
        entries, now = self.shelf.entries, self.shelf.now
        self.listed.display = bool(entries)
        self.query_one("#none", Static).update(Content("" if entries else _NONE))
        width = max(12, self.listed.scrollable_content_region.width or self.size.width - 2)
        self.listed.set_options(Option(_row(one, width, now)) for one in entries)
        names = [one.id for one in entries]
        self.listed.highlighted = names.index(chosen) if chosen in names else (0 if names else None)
        if self.shelf.older:
            self._tell(f"{self.shelf.older} older summaries are kept too, and are not listed.")

    @on(OptionList.OptionSelected)
    @work(group="open", exclusive=True)
    async def _open(self, event: OptionList.OptionSelected) -> None:
        if self.shelf is None:
            return
        name = self.shelf.entries[event.option_index].id
        try:
            artifact = await self.desk.opened(name)
        except CopilotError as error:
            complain(self, error)
            self._tell(f"{error.message} Its file was left as it was.")
            return
        self._show(artifact)

    @work(group="new", exclusive=True)
    async def action_new(self) -> None:
        """Ask for an export, summarize it, and open the summary."""
        # Most who come here read, and what a run needs would weigh on them.
        from copilot.tui.survey_file_dialog import FileDialog
        from copilot.tui.survey_run_screen import SurveyRunScreen

        asked = "Which export shall be summarized?"
        file = await self.app.push_screen_wait(FileDialog(self.desk, asked))
        if file is None:
            return
        run = SurveyRunScreen(self.desk.runs, {"file": file})
        found = await self.app.push_screen_wait(run)
        if isinstance(found, str):
            self._tell(found)
        else:
            self.desk.made = found.id or ""
            self._show(found)

    def _show(self, artifact: Artifact) -> None:
        from copilot.tui.survey_screen import SurveyScreen

        self.app.push_screen(SurveyScreen(self.desk, artifact))

    def action_help(self) -> None:
        """Show the keys."""
        show_help(self, self.HELP)

    def _tell(self, news: str) -> None:
        line = self.query_one("#news", Static)
        line.add_class("-used")
        line.update(Content(one_line(news, 400)))


def _row(entry: SurveyEntry, width: int, now: datetime) -> Content:
    sign, tone = ("✕ ", "$error") if entry.trouble else ("● ", "$primary")
    name = (
        one_line(entry.id if entry.trouble else entry.title.removeprefix(_KIND), 300) or "Untitled"
    )
    below = "damaged" if entry.trouble else _below(entry, now)
    return Content.assemble(
        (sign, tone),
        Content(name).truncate(width - 2, ellipsis=True).stylize("bold"),
        "\n  ",
        Content(below).truncate(width - 2, ellipsis=True).stylize("$quiet"),
    )


def _below(entry: SurveyEntry, now: datetime) -> str:
    parts = (
        _when(entry.created, now) if entry.created else "",
        entry.asked,
        f"{entry.rows:,} rows",
        counted(entry.themes, "theme") if entry.themes else "",
        f"{counted(entry.clusters, 'cluster')}, nobody has read them" if entry.clusters else "",
        f"{entry.closed} closed" if entry.closed else "",
    )
    return " · ".join(part for part in parts if part)


def _when(created: datetime, now: datetime) -> str:
    """Return when a summary was made, to the minute; the day too where it was another one."""
    here = created.astimezone()
    is_today = here.date() == now.astimezone().date()
    return f"{here:%H:%M}" if is_today else f"{here:%d %b %H:%M}, {age(created, now)}"
