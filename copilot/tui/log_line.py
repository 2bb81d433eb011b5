"""One line on the log itself: how much it holds, where it stands, whether it is whole."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from copilot.analysis.untrusted import one_line
from copilot.domain.counting import counted
from copilot.domain.decision_log import LogHead, Verification

SHORT = 12
"""Digits of a commit that are shown."""
ROOMY = 60
"""Columns from which the head is shown as well."""
_WORDS = {"ok": "ok", "ok_unanchored": "ok, but not witnessed on this machine"}


class LogLine(Static, can_focus=True):
    """Count, head and verdict; Enter shows everything that the check has found."""

    HELP = "Whether the log is what was recorded. Enter shows what the check has found."
    BINDING_GROUP_TITLE = "Log"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", "Findings", id="log.open", tooltip="Show what the check found")
    ]

    class Opened(Message):
        """The user wants to see what the check has found."""

    def __init__(self) -> None:
        super().__init__(markup=False)
        self._head: LogHead | None = None
        self._said, self._tone = "", "$quiet"

    def place(self, head: LogHead | None) -> None:
        """Show where the log stands."""
        self._head = head
        self._tell("", "$quiet")

    def on_resize(self) -> None:
        """Leave room for the verdict."""
        self._tell(self._said, self._tone)

    def check(self) -> None:
        """Show that the log is being checked."""
        self._tell("checking…", "$quiet")

    def show(self, found: Verification | None) -> None:
        """Show the verdict; None where there is no log to check."""
        if found is None:
            self._tell("", "$quiet")
        elif found.is_ok:
            self._tell(_WORDS[found.verdict], "$primary")
        else:
            first = found.problems[0].what if found.problems else ""
            self._tell(f"{found.verdict.replace('_', ' ')}: {first}".rstrip(": "), "$error")

    def action_open(self) -> None:
        """Ask for the findings."""
        self.post_message(self.Opened())

    def on_click(self) -> None:
        """Ask for the findings."""
        self.action_open()

    def _tell(self, said: str, tone: str) -> None:
        self._said, self._tone = said, tone
        verdict = Content(f" · {one_line(said, 400)}" if said else "").stylize(tone)
        self.update(Content.assemble(Content(self._where).stylize("$quiet"), verdict))

    @property
    def _where(self) -> str:
        if self._head is None:
            return "Nothing recorded"
        count = counted(self._head.count, "decision")
        return f"{count} · head {self._head.commit[:SHORT]}" if self.size.width >= ROOMY else count
