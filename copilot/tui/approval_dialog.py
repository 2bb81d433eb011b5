"""May a skill write? Only a person says so."""

import json
from collections.abc import Mapping
from time import monotonic
from typing import Any, ClassVar, Literal

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from copilot.analysis.untrusted import clean, one_line

Answer = Literal["once", "session", "always", "no"]
GRACE = 0.5
"""Seconds in which keys are ignored: they were meant for the prompt."""

_CHOICES: tuple[tuple[Answer, str, str], ...] = (
    ("once", "y", "Yes, once"),
    ("session", "s", "Yes, for this session"),
    ("always", "a", "Yes, always until I quit"),
    ("no", "n", "No"),
)


class ApprovalDialog(ModalScreen[Answer]):
    """Asks whether a skill may go on, and shows exactly with what.

    Args:
        name: The skill.
        arguments: What it would be given.
    """

    CSS_PATH = "approval_dialog.tcss"
    HELP = "A skill wants to write. Nothing happens until you answer."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "answer('once')", "Once", id="approval.once", tooltip="Allow this call"),
        Binding("s", "answer('session')", "Session", id="approval.session", tooltip="This session"),
        Binding("a", "answer('always')", "Always", id="approval.always", tooltip="Until you quit"),
        Binding("n,escape", "answer('no')", "No", id="approval.no", tooltip="Do not write"),
        Binding("pageup", "page(-1)", "Page up", id="approval.page_up", show=False),
        Binding("pagedown", "page(1)", "Page down", id="approval.page_down", show=False),
    ]

    def __init__(self, name: str, arguments: Mapping[str, Any]) -> None:
        super().__init__()
        self._skill = one_line(name)
        self._arguments = arguments
        self._shown_at = 0.0

    def compose(self) -> ComposeResult:
        """Yield the question, the arguments and the answers."""
        with Vertical(classes="sheet"):
            asked = Content.assemble("Allow ", (self._skill, "bold $primary"), "?")
            yield Static(asked, classes="title", markup=False)
            with VerticalScroll(can_focus=False):
                yield Static(Content(self._exact()), classes="arguments", markup=False)
            yield OptionList(
                *(Option(_choice(key, label), id=name) for name, key, label in _CHOICES),
                compact=True,
            )

    def on_mount(self) -> None:
        """Start the time of grace, on the careful answer."""
        self._shown_at = monotonic()
        answers = self.query_one(OptionList)
        answers.highlighted = len(_CHOICES) - 1
        answers.focus()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Answer with the chosen line."""
        event.stop()
        self.action_answer(_CHOICES[event.option_index][0])

    def action_answer(self, answer: Answer) -> None:
        """Answer, unless the dialog has only just come up."""
        if self.is_past_grace:
            self.dismiss(answer)

    @property
    def is_past_grace(self) -> bool:
        """Whether keys are taken for an answer."""
        return monotonic() - self._shown_at >= GRACE

    def action_page(self, direction: int) -> None:
        """Scroll the arguments."""
        scroller = self.query_one(VerticalScroll)
        scroller.scroll_relative(y=direction * scroller.size.height, animate=False)

    def _exact(self) -> str:
        return clean(json.dumps(self._arguments, indent=2, ensure_ascii=False, default=str))


def _choice(key: str, label: str) -> Content:
    return Content.assemble((f"{key}  ", "$primary"), label)
