"""What one skill was asked and gave back: a line that opens on demand."""

import json
from collections.abc import Mapping
from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.reactive import reactive
from textual.widgets import Static

from copilot.analysis.untrusted import clean, one_line

LONGEST_RESULT = 8000
"""Characters of a result that are shown; the session keeps the whole."""


class ToolActivity(Vertical, can_focus=True):
    """One call of a skill, folded to a line.

    Args:
        name: The skill.
        arguments: What it was given; None where that is no longer known.
    """

    HELP = "A skill at work. Enter shows what it was given and what it gave back."
    BINDING_GROUP_TITLE = "Skill"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "enter,space", "turn_over", "Open or fold", id="tool.toggle", tooltip="Show details"
        )
    ]

    opened = reactive(False, init=False, toggle_class="-open")

    def __init__(self, name: str, arguments: Mapping[str, Any] | None = None) -> None:
        super().__init__()
        self._skill = one_line(name)
        self._arguments = arguments
        self._summary = "working…"
        self._result = ""
        self._state = "-running"

    def compose(self) -> ComposeResult:
        """Yield the line and, below it, the details."""
        yield Static(classes="line", markup=False)
        yield Static(classes="details", markup=False)

    def on_mount(self) -> None:
        """Draw the line."""
        self._draw()

    def finish(self, summary: str, artifact: Mapping[str, Any] | None, *, failed: bool) -> None:
        """Show how the call ended.

        Args:
            summary: One sentence.
            artifact: The envelope the skill returned, None where there is none.
            failed: Did the skill fail?
        """
        self._summary = one_line(summary)
        self._result = _shown(artifact) if artifact is not None else clean(summary)
        self._state = "-failed" if failed else "-done"
        self._draw()

    def break_off(self) -> None:
        """Say that the call will not end any more, where it has not ended."""
        if self._state == "-running":
            self.finish("stopped", None, failed=True)

    def action_turn_over(self) -> None:
        """Open or fold the details."""
        self.opened = not self.opened

    def on_click(self) -> None:
        """Open or fold on a click."""
        self.action_turn_over()

    def watch_opened(self) -> None:
        """Turn the arrow."""
        self._draw()

    def _draw(self) -> None:
        for state in ("-running", "-done", "-failed"):
            self.set_class(state == self._state, state)
        arrow = "▾" if self.opened else "▸"
        line = Content.assemble((f"{arrow} {self._skill}", "bold"), "  ", Content(self._summary))
        self.query_one(".line", Static).update(line)
        self.query_one(".details", Static).update(Content(self._details()))

    def _details(self) -> str:
        given = _shown(self._arguments) if self._arguments else "nothing recorded"
        return f"Given\n{given}\n\nGave back\n{self._result or '…'}"


def _shown(value: Mapping[str, Any]) -> str:
    text = json.dumps(value, indent=2, ensure_ascii=False, default=str)
    cut = text if len(text) <= LONGEST_RESULT else f"{text[:LONGEST_RESULT]}\n…"
    return clean(cut)
