"""The keys of a screen in one line."""

from textual import events
from textual.content import Content
from textual.widgets import Static


class KeyLine(Static):
    """Names keys in as many words as there is room for.

    Args:
        lines: The same keys, the longest line first.
    """

    def __init__(self, *lines: str) -> None:
        super().__init__(classes="keys", markup=False)
        self._lines = lines

    def on_resize(self, event: events.Resize) -> None:
        """Show the longest line that fits, else the shortest."""
        room = self.content_size.width
        fitting = next((line for line in self._lines if len(line) <= room), self._lines[-1])
        self.update(Content(fitting))
