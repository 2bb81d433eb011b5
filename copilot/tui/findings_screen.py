"""Everything that a check of the decision log has found."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from copilot.analysis.untrusted import one_line
from copilot.domain.decision_log import Verification

SHOWN = 100
"""Problems shown; the command line tells all."""
LONGEST = 1_000
"""Characters of one finding."""


class FindingsScreen(ModalScreen[None]):
    """Problems first, then what a reader should know and need not worry about.

    Args:
        found: What the check has found.
    """

    CSS_PATH = "findings_screen.tcss"
    HELP = "What the check of the log has found. Escape goes back."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,v", "dismiss", "Back", id="findings.back", tooltip="Back to the log")
    ]

    def __init__(self, found: Verification) -> None:
        super().__init__()
        self._found = found

    def compose(self) -> ComposeResult:
        """Yield the verdict and the findings."""
        verdict = self._found.verdict.replace("_", " ")
        with Vertical(classes="sheet"):
            yield Static(Content(f"The log: {verdict}"), classes="title", markup=False)
            with VerticalScroll(can_focus=True):
                yield Static(self._findings(), classes="findings", markup=False)
            yield Static("esc  back", classes="keys")

    def on_mount(self) -> None:
        """Scroll with the arrow keys at once."""
        self.query_one(VerticalScroll).focus()

    def _findings(self) -> Content:
        problems = [one_line(problem.what, LONGEST) for problem in self._found.problems[:SHOWN]]
        rest = len(self._found.problems) - len(problems)
        lines = [
            *(Content.assemble(("✕ ", "$error"), Content(what)) for what in problems),
            *([Content(f"… and {rest} more: pm-copilot decisions verify")] if rest else []),
            *(_note(note) for note in self._found.notes),
        ]
        whole = f"{self._found.count} decisions, each as it was recorded."
        return Content("\n").join(lines or [Content(whole)])


def _note(note: str) -> Content:
    return Content.assemble(("· ", "$quiet"), Content(one_line(note, LONGEST)).stylize("$quiet"))
