"""What an empty session shows: a name, and three things to try."""

from collections.abc import Mapping

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from copilot.analysis.untrusted import one_line

SHOWN = 4
"""Skills offered; the others are behind `/`."""


class Welcome(Vertical):
    """The first words of an empty session.

    Args:
        skills: One sentence per skill name.
    """

    def __init__(self, skills: Mapping[str, str]) -> None:
        super().__init__()
        self._skills = skills

    def compose(self) -> ComposeResult:
        """Yield a title, an invitation and some skills."""
        yield Static("PM copilot", classes="title")
        yield Static(
            "Ask about a feature, a survey, a risk or a decision. Answers name their sources.",
            classes="invitation",
        )
        yield Static(self._offers(), classes="offers", markup=False)
        yield Static("/ every command    ctrl+j new line    f1 keys", classes="keys")

    def _offers(self) -> Content:
        chosen = list(self._skills.items())[:SHOWN]
        width = max((len(name) for name, _ in chosen), default=0) + 3
        lines = (
            Content.assemble(
                (f"/{one_line(name).replace('_', '-')}".ljust(width), "$primary"),
                Content(one_line(summary)).stylize("$quiet"),
            )
            for name, summary in chosen
        )
        return Content("\n").join(lines)
