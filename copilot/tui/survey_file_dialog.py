"""Which export? A path is written, and what is there is offered."""

from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from copilot.analysis.untrusted import one_line
from copilot.tui.key_line import KeyLine
from copilot.tui.survey_desk import SurveyDesk
from copilot.tui.wording import PRINTABLE

_KEYS = ("↑↓  choose   tab  complete   enter  take it   esc  back", "↑↓  tab  enter take  esc")
_NONE = "No export here begins so: csv, tsv, txt, xlsx, xls or jsonl."


class FileDialog(ModalScreen[str | None]):
    """Asks for an export; returns its path, or nothing where the person goes back.

    Args:
        desk: Looks into folders.
        asked: What is asked.
        said: A path to begin with.
    """

    CSS_PATH = "survey_dialogs.tcss"
    HELP = "The path of an export. ~ is your home, a folder ends in /."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "Back", id="file.back", tooltip="Summarize nothing"),
        Binding("up", "move('up')", "Up", id="file.up", show=False, priority=True),
        Binding("down", "move('down')", "Down", id="file.down", show=False, priority=True),
        Binding("tab", "take", "Take over", id="file.take", tooltip="Complete", priority=True),
    ]

    def __init__(self, desk: SurveyDesk, asked: str, said: str = "") -> None:
        super().__init__()
        self._desk = desk
        self._asked = one_line(asked, 300)
        self._said = one_line(said, 1_000)
        self.offers: list[str] = []
        """Paths that begin as what is written."""

    def compose(self) -> ComposeResult:
        """Yield the question, the path, what is there, a line for trouble, and the keys."""
        with Vertical(classes="sheet"):
            yield Static(Content(self._asked), classes="title", markup=False)
            yield Input(
                self._said,
                placeholder="~/Downloads/export.csv",
                compact=True,
                restrict=PRINTABLE,
                select_on_focus=False,
            )
            yield OptionList(compact=True, markup=False)
            yield Static(classes="trouble", markup=False)
            yield KeyLine(*_KEYS)

    def on_mount(self) -> None:
        """Offer what is there, and begin with the path."""
        self.query_one(OptionList).can_focus = False
        self.query_one(Input).focus()
        self._offer()

    @on(Input.Changed)
    @work(group="offer", exclusive=True)
    async def _offer(self) -> None:
        self.offers = await self._desk.exports_like(self.query_one(Input).value)
        options = self.query_one(OptionList)
        options.set_options(Option(Content(one_line(one, 400))) for one in self.offers)
        options.highlighted = 0 if self.offers else None
        self._complain("" if self.offers else _NONE)

    @on(Input.Submitted)
    @work(group="take", exclusive=True)
    async def _submit(self, event: Input.Submitted) -> None:
        """Take a file that is there; go into a folder; else take what is offered."""
        said = event.value.strip()
        if said and await self._desk.is_file(said):
            self._answer(said)
            return
        # What is listed may still be of an earlier text, and is no answer to this one.
        offers = await self._desk.exports_like(said)
        offered = self._offered if self._offered in offers else next(iter(offers), "")
        if offered and not offered.endswith("/") and await self._desk.is_file(offered):
            self._answer(offered)
        elif offered:
            self._take(offered)
        else:
            self._complain(f"{said} is not there." if said else _NONE)

    @on(OptionList.OptionSelected)
    def _click(self) -> None:
        self.action_take()

    def action_take(self) -> None:
        """Put what is offered in the place of what is written."""
        if offered := self._offered:
            self._take(offered)

    def _take(self, offered: str) -> None:
        field = self.query_one(Input)
        field.value = offered
        field.action_end()

    def _answer(self, path: str) -> None:
        if self.app.screen is self:  # else the screen above would be the one that goes
            self.dismiss(path)

    def action_move(self, direction: str) -> None:
        """Choose another of what is offered, while the path is written."""
        options = self.query_one(OptionList)
        if direction == "up":
            options.action_cursor_up()
        else:
            options.action_cursor_down()

    @property
    def _offered(self) -> str:
        """What is chosen of the offers; nothing where they are of another text than this."""
        place = self.query_one(OptionList).highlighted
        offered = self.offers[place] if place is not None and place < len(self.offers) else ""
        said = self.query_one(Input).value.strip()
        return offered if offered.lower().startswith(said.lower()) else ""

    def _complain(self, trouble: str) -> None:
        line = self.query_one(".trouble", Static)
        line.update(Content(one_line(trouble, 300)))
        line.display = bool(trouble)
