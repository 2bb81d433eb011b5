"""A question that only a person may answer: nothing happens before, and no key slips through."""

from time import monotonic
from typing import ClassVar, Generic, NamedTuple, TypeVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from copilot.analysis.untrusted import clean

GRACE = 0.5
"""Seconds in which keys are ignored: they were meant for what was on the screen before."""
Answered = TypeVar("Answered", bound=str)


class Choice(NamedTuple, Generic[Answered]):
    """One of the answers."""

    answer: Answered
    key: str
    label: str


class QuestionSheet(ModalScreen[Answered]):
    """Asks a question and shows exactly what it is about; the last answer is the careful one.

    Args:
        asked: The question.
        exact: What it is about, word by word.
        choices: The answers.
        remark: What to think of before answering.
    """

    CSS_PATH = "question_sheet.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("pageup", "page(-1)", "Page up", id="question.page_up", show=False),
        Binding("pagedown", "page(1)", "Page down", id="question.page_down", show=False),
    ]

    def __init__(
        self,
        asked: Content,
        exact: str,
        choices: tuple[Choice[Answered], ...],
        remark: str = "",
    ) -> None:
        super().__init__()
        self._asked = asked
        self._exact = clean(exact)
        self._choices = choices
        self._remark = clean(remark)
        self._shown_at = 0.0

    def compose(self) -> ComposeResult:
        """Yield the question, what it is about, and the answers."""
        with Vertical(classes="sheet"):
            yield Static(self._asked, classes="title", markup=False)
            with VerticalScroll(can_focus=False):
                yield Static(self._shown(), classes="exact", markup=False)
            if self._remark:
                yield Static(Content(self._remark), classes="remark", markup=False)
            yield OptionList(*(Option(_line(one)) for one in self._choices), compact=True)
            yield Static("pgup pgdn  read on", classes="keys", markup=False)

    def on_mount(self) -> None:
        """Start the time of grace, on the careful answer."""
        self._shown_at = monotonic()
        self.query_one(VerticalScroll).display = bool(self._exact)
        self.call_after_refresh(self._tell_of_more)
        answers = self.query_one(OptionList)
        answers.highlighted = len(self._choices) - 1
        answers.focus()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Answer with the chosen line."""
        event.stop()
        self.action_answer(self._choices[event.option_index].answer)

    def action_answer(self, answer: Answered) -> None:
        """Answer, unless the question has only just come up."""
        if self.is_past_grace:
            self.dismiss(answer)

    @property
    def is_past_grace(self) -> bool:
        """Whether keys are taken for an answer."""
        return monotonic() - self._shown_at >= GRACE

    def _shown(self) -> Content:
        """Return what it is about, as it is shown."""
        return Content(self._exact)

    def _tell_of_more(self) -> None:
        self.query_one(".keys").display = self.query_one(VerticalScroll).max_scroll_y > 0

    def action_page(self, direction: int) -> None:
        """Scroll what it is about."""
        scroller = self.query_one(VerticalScroll)
        scroller.scroll_relative(y=direction * scroller.size.height, animate=False)


def _line(choice: Choice[Answered]) -> Content:
    return Content.assemble((f"{choice.key}  ", "$primary"), choice.label)
