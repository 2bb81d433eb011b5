"""The conversation as it scrolls by."""

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll

from copilot.domain.conversation import Message
from copilot.tui.notice import Notice
from copilot.tui.turn import Turn
from copilot.tui.welcome import Welcome

KEPT = 60
"""Turns on the screen; older ones stay in the session."""


class Transcript(VerticalScroll):
    """The turns of a session; follows the newest line until the user scrolls away."""

    HELP = "The conversation. Type to go back to the prompt."
    BINDING_GROUP_TITLE = "Conversation"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("end", "scroll_end", "Newest", id="transcript.end", tooltip="Follow the reply")
    ]

    def on_mount(self) -> None:
        """Follow the bottom."""
        self.anchor()

    @property
    def turns(self) -> list[Turn]:
        """The turns on the screen, oldest first."""
        return list(self.query_children(Turn))

    async def begin(self, question: str) -> Turn:
        """Add a turn and return it."""
        await self.query_children(Welcome).remove()
        turn = Turn(question)
        await self.mount(turn)
        for old in self.turns[:-KEPT]:
            await old.remove()
        self.anchor()
        return turn

    async def recall(self, messages: Sequence[Message]) -> None:
        """Show a past session instead, its newest turns only where it is long."""
        await self.remove_children()
        turns = list(_by_turn(messages))
        if len(turns) > KEPT:
            left = len(turns) - KEPT
            note = Notice(f"{left} earlier turns are not shown.", "/export writes all.")
            await self.mount(note)
        for question, answers in turns[-KEPT:]:
            turn = await self.begin(question)
            await turn.recall(answers)


def _by_turn(messages: Sequence[Message]) -> Iterable[tuple[str, list[Message]]]:
    question, answers = "", list[Message]()
    for message in messages:
        if message.role != "user":
            answers.append(message)
            continue
        if question or answers:
            yield question, answers
        question, answers = message.text, []
    if question or answers:
        yield question, answers
