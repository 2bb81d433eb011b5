"""A draft to go through, block by block: what was found stands where it was found."""

from collections.abc import Iterator, Sequence

from textual import events
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from copilot.tui.draft_blocks import Block

SHORTEST = 3
"""Lines of a block that stay together however low the screen is."""


class DraftDocument(OptionList):
    """A draft; the cursor stands on a story, on a criterion, or on a finding."""

    HELP = "The draft. n goes to the next finding; what you do is done to where the cursor stands."

    class Highlit(Message):
        """The cursor stands on another block."""

    def __init__(self) -> None:
        super().__init__(compact=True, markup=False)
        self.blocks: Sequence[Block] = ()
        self._of_options: list[int | None] = []
        """The block that each line of the list is of; None for empty ones."""

    @property
    def place(self) -> int:
        """The place of the block under the cursor."""
        at = self.highlighted
        found = self._of_options[at] if at is not None and at < len(self._of_options) else None
        return found or 0

    @property
    def current(self) -> Block | None:
        """The block under the cursor."""
        return self.blocks[self.place] if self.place < len(self.blocks) else None

    def show(self, blocks: Sequence[Block], place: int = 0) -> None:
        """Show a draft, the cursor on one of its blocks."""
        self.blocks = blocks
        self._draw(place)

    def on_resize(self, event: events.Resize) -> None:
        """Wrap the text anew."""
        self._draw(self.place)

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Tell that the cursor has moved."""
        event.stop()
        self.post_message(self.Highlit())

    def go_to_finding(self, step: int) -> bool:
        """Go to the next finding, or with -1 to the one before; return whether there is one."""
        return self._go([at for at, one in enumerate(self.blocks) if one.finding], step)

    def go_to_story(self, step: int) -> bool:
        """Go to the next story, or with -1 to the one before; return whether there is one."""
        is_there = self._go([at for at, one in enumerate(self.blocks) if one.begins_story], step)
        if is_there:  # a story is read from its beginning down
            self.call_after_refresh(self.scroll_to_highlight, top=True)
        return is_there

    def _go(self, places: Sequence[int], step: int) -> bool:
        ahead = [at for at in places if (at > self.place if step > 0 else at < self.place)]
        if not places:
            return False
        around = places[0] if step > 0 else places[-1]
        self._stand_on((ahead[0] if step > 0 else ahead[-1]) if ahead else around)
        return True

    def _stand_on(self, place: int) -> None:
        self.highlighted = self._of_options.index(place) if place in self._of_options else None

    def _draw(self, place: int) -> None:
        width = self.scrollable_content_region.width - 1
        options = list(self._options_of(max(1, width), max(SHORTEST, self.size.height - 1)))
        self._of_options = [at for at, _ in options]
        self.set_options(option for _, option in options)
        self._stand_on(min(place, max(0, len(self.blocks) - 1)))

    def _options_of(self, width: int, height: int) -> Iterator[tuple[int | None, Option]]:
        """Yield each block, in pieces where it is higher than the screen."""
        for at, block in enumerate(self.blocks):
            if block.is_apart:
                yield None, Option(Content(" "), disabled=True)
            lines = [piece for line in block.lines for piece in line.wrapped(width)]
            for start in range(0, len(lines), height):
                yield at, Option(Content("\n").join(lines[start : start + height]))
