"""May a skill write? Only a person says so."""

import json
from collections.abc import Mapping
from typing import Any, ClassVar, Literal

from textual.binding import Binding, BindingType
from textual.content import Content

from copilot.analysis.untrusted import one_line
from copilot.tui.question_sheet import Choice, QuestionSheet

Answer = Literal["once", "session", "always", "no"]

_CHOICES: tuple[Choice[Answer], ...] = (
    Choice("once", "y", "Yes, once"),
    Choice("session", "s", "Yes, for this session"),
    Choice("always", "a", "Yes, always until I quit"),
    Choice("no", "n", "No"),
)


class ApprovalDialog(QuestionSheet[Answer]):
    """Asks whether a skill may go on, and shows exactly with what.

    Args:
        name: The skill.
        arguments: What it would be given.
    """

    HELP = "A skill wants to write. Nothing happens until you answer."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "answer('once')", "Once", id="approval.once", tooltip="Allow this call"),
        Binding("s", "answer('session')", "Session", id="approval.session", tooltip="This session"),
        Binding("a", "answer('always')", "Always", id="approval.always", tooltip="Until you quit"),
        Binding("n,escape", "answer('no')", "No", id="approval.no", tooltip="Do not write"),
    ]

    def __init__(self, name: str, arguments: Mapping[str, Any]) -> None:
        asked = Content.assemble("Allow ", (one_line(name), "bold $primary"), "?")
        exact = json.dumps(arguments, indent=2, ensure_ascii=False, default=str)
        super().__init__(asked, exact, _CHOICES)
