"""May masked answers leave this machine? Only a person says so, who can read every one."""

from typing import ClassVar, Literal

from textual.binding import Binding, BindingType
from textual.content import Content

from copilot.analysis.untrusted import one_line
from copilot.llm.sending import Sending
from copilot.tui.question_sheet import Choice, QuestionSheet

Allowed = Literal["send", "alone", "stop"]
_CHOICES: tuple[Choice[Allowed], ...] = (
    Choice("send", "y", "Yes, send them"),
    Choice("alone", "w", "No; go on without a model"),
    Choice("stop", "n", "No; stop"),
)
_HOLES = "Masking misses rare names, and people known by their role: read before you send."


class SendingDialog(QuestionSheet[Allowed]):
    """Shows every masked answer as a model would be shown it, and asks.

    Args:
        sent: What would be sent, and to whom.
    """

    HELP = "These answers would leave this machine. Nothing is sent until you answer."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "answer('send')", "Send", id="sending.yes", tooltip="Send them"),
        Binding("w", "answer('alone')", "Without", id="sending.alone", tooltip="Without a model"),
        Binding("n,escape", "answer('stop')", "Stop", id="sending.no", tooltip="Send nothing"),
    ]

    def __init__(self, sent: Sending) -> None:
        asking = (f"Question: {' '.join(one.split())}" for one in sent.questions)
        answers = (f"{at:,}  {' '.join(one.split())}" for at, one in enumerate(sent.answers, 1))
        lines = [*asking, "", *answers]
        asked = Content(one_line(sent.question, 300))
        super().__init__(asked, "\n".join(lines), _CHOICES, _HOLES)
