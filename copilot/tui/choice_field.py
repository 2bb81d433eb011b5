"""A field with a few words to choose from, which takes one line and no typing."""

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

UNSAID = "not said"


class ChoiceField(Static, can_focus=True):
    """One of a few words; the arrow keys and Space choose another.

    Args:
        words: The words; an empty one stands for no answer.
        name: Name of the field.
    """

    HELP = "Left, right or Space chooses another word."
    BINDING_GROUP_TITLE = "Choice"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right,space", "turn(1)", "Next", id="choice.next", tooltip="Next word"),
        Binding("left", "turn(-1)", "Back", id="choice.back", tooltip="The word before"),
    ]

    class Changed(Message):
        """Another word was chosen."""

    def __init__(self, words: Sequence[str], name: str) -> None:
        super().__init__(markup=False, name=name)
        self._words = words
        self._value = words[0]

    @property
    def value(self) -> str:
        """The chosen word."""
        return self._value

    @value.setter
    def value(self, word: str) -> None:
        self._value = word if word in self._words else self._words[0]
        self.update(Content.assemble(("‹ ", "$quiet"), self._value or UNSAID, (" ›", "$quiet")))

    def on_mount(self) -> None:
        """Show the first word."""
        self.value = self._value

    def on_click(self) -> None:
        """Choose the next word."""
        self.action_turn(1)

    def action_turn(self, step: int) -> None:
        """Choose another word."""
        place = self._words.index(self._value) + step
        self.value = self._words[place % len(self._words)]
        self.post_message(self.Changed())
