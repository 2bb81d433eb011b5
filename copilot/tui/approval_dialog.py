"""May a skill write, or send something out? Only a person says so."""

import json
from typing import ClassVar, Literal

from textual.binding import Binding, BindingType
from textual.content import Content

from copilot.analysis.untrusted import one_line
from copilot.domain.conversation import ApprovalAsked
from copilot.tui.question_sheet import Choice, QuestionSheet

Answer = Literal["once", "session", "always", "no"]

LONGEST = 300
"""Characters of a question that are shown."""
_CHOICES: tuple[Choice[Answer], ...] = (
    Choice("once", "y", "Yes, once"),
    Choice("session", "s", "Yes, for this session"),
    Choice("always", "a", "Yes, always until I quit"),
    Choice("no", "n", "No"),
)


class ApprovalDialog(QuestionSheet[Answer]):
    """Asks whether a skill may go on, and shows exactly with what.

    Args:
        asked: The skill, what it asks, and what it would be given.
    """

    HELP = "A skill wants to write, or to send something out. Nothing happens until you answer."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "answer('once')", "Once", id="approval.once", tooltip="Allow this call"),
        Binding("s", "answer('session')", "Session", id="approval.session", tooltip="This session"),
        Binding("a", "answer('always')", "Always", id="approval.always", tooltip="Until you quit"),
        Binding("n,escape", "answer('no')", "No", id="approval.no", tooltip="Do not run it"),
    ]

    def __init__(self, asked: ApprovalAsked) -> None:
        question = Content.assemble(
            (one_line(asked.name), "bold $primary"), ": ", one_line(asked.question, LONGEST)
        )
        exact = json.dumps(asked.arguments, indent=2, ensure_ascii=False, default=str)
        super().__init__(question, exact, _CHOICES)
