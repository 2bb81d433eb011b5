"""A theme of the code book, to be named and defined."""

from collections.abc import Mapping
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from copilot.analysis.untrusted import one_line
from copilot.domain.survey_themes import CodebookTheme
from copilot.tui.wording import PRINTABLE

_FIELDS: Mapping[str, str] = {
    "name": "Name",
    "definition": "Definition: what its answers have in common",
    "include": "Include",
    "exclude": "Exclude",
}
_KEYS = "tab  next field   enter  take it   esc  back"
_LONGEST = 2_000
"""Letters of a field."""


class ThemeDialog(ModalScreen[CodebookTheme | None]):
    """Asks for name and definition; returns nothing where the person goes back.

    Args:
        theme: As it is.
    """

    CSS_PATH = "survey_dialogs.tcss"
    HELP = "What the theme is, so that two readers would label the same answers."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "Back", id="theme.back", tooltip="Change nothing"),
    ]

    def __init__(self, theme: CodebookTheme) -> None:
        super().__init__()
        self._theme = theme

    def compose(self) -> ComposeResult:
        """Yield a field for each part."""
        with Vertical(classes="sheet"):
            yield Static("Theme", classes="title")
            with VerticalScroll(can_focus=False):
                for field, label in _FIELDS.items():
                    yield Static(Content(label), classes="label", markup=False)
                    yield Input(
                        one_line(getattr(self._theme, field), _LONGEST),
                        id=field,
                        compact=True,
                        restrict=PRINTABLE,
                        select_on_focus=False,
                    )
            yield Static(classes="trouble", markup=False)
            yield Static(_KEYS, classes="keys", markup=False)

    def on_mount(self) -> None:
        """Begin with the name."""
        self.query_one("#name", Input).focus()

    @on(Input.Submitted)
    def _take(self) -> None:
        said = {field: self.query_one(f"#{field}", Input).value.strip() for field in _FIELDS}
        if said["name"]:
            self.dismiss(self._theme.model_copy(update=said))
            return
        line = self.query_one(".trouble", Static)
        line.update(Content("A theme needs a name."))
        line.display = True
        self.query_one("#name", Input).focus()
