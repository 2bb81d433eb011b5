"""Keys and commands, read from the bindings and from the list of slash commands."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, ClassVar, NamedTuple

from textual.app import App, ComposeResult
from textual.binding import ActiveBinding, Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen, Screen
from textual.widgets import Static

from copilot.analysis.untrusted import one_line
from copilot.tui.slash_commands import SlashCommand

EVERYWHERE = "Everywhere"
"""Group of the keys that work on every screen."""


class Row(NamedTuple):
    """A key or a command, and what it does."""

    name: str
    meaning: str


class HelpScreen(ModalScreen[None]):
    """One page of help.

    Args:
        about: What the focused widget says of itself.
        keys: Rows of keys by group.
        commands: Every slash command.
    """

    CSS_PATH = "help_screen.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,f1,q", "dismiss", "Back", id="help.back", tooltip="Back to the session")
    ]

    def __init__(
        self, about: str, keys: Mapping[str, Sequence[Row]], commands: Iterable[SlashCommand]
    ) -> None:
        super().__init__()
        self._about = about
        named = [Row(f"/{one.name}", one.summary) for one in commands]
        self._sections = {**keys, **({"Commands": named} if named else {})}

    def compose(self) -> ComposeResult:
        """Yield a section per group."""
        with Vertical(classes="sheet"):
            yield Static("Keys and commands", classes="title")
            with VerticalScroll(can_focus=True):
                yield Static(Content(self._about), classes="about", markup=False)
                width = max(len(row.name) for rows in self._sections.values() for row in rows)
                for title, rows in self._sections.items():
                    yield Static(Content(title), classes="heading", markup=False)
                    yield Static(_table(rows, width + 3), markup=False)
            yield Static("esc  back", classes="keys")

    def on_mount(self) -> None:
        """Scroll with the arrow keys at once."""
        self.query_one(VerticalScroll).focus()


def show_help(screen: Screen[Any], about: str, commands: Iterable[SlashCommand] = ()) -> None:
    """Show the keys that work on a screen now, and the commands."""
    keys = rows_of_keys(screen.app, screen.active_bindings.values())
    screen.app.push_screen(HelpScreen(about, keys, commands))


def rows_of_keys(app: App[None], bindings: Iterable[ActiveBinding]) -> dict[str, list[Row]]:
    """Return a row per action that has an id, by the group of its owner."""
    keys: dict[tuple[str, str], list[str]] = {}
    meanings: dict[tuple[str, str], str] = {}
    for active in bindings:
        binding = active.binding
        if not binding.id or not active.enabled:
            continue
        place = (active.node.BINDING_GROUP_TITLE or EVERYWHERE, binding.id)
        keys.setdefault(place, []).append(app.get_key_display(binding))
        meanings[place] = binding.tooltip or binding.description
    groups: dict[str, list[Row]] = {}
    for place, names in keys.items():
        groups.setdefault(place[0], []).append(Row(", ".join(names), meanings[place]))
    return dict(sorted(groups.items(), key=lambda group: group[0] == EVERYWHERE))


def _table(rows: Sequence[Row], width: int) -> Content:
    return Content("\n").join(
        Content.assemble(
            (row.name.ljust(width), "$primary"),
            Content(one_line(row.meaning)).stylize("$quiet"),
        )
        for row in rows
    )
