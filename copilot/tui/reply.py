"""One reply, streamed and at last replaced by its checked text."""

import asyncio
import contextlib

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.timer import Timer
from textual.widgets.markdown import MarkdownStream

from copilot.analysis.untrusted import StreamCleaner, clean
from copilot.tui.prose import Prose

BEAT = 0.05
"""Seconds between two writes: a write per token would starve the keyboard."""


class Reply(Vertical):
    """A reply that grows while tokens come.

    Args:
        text: The whole reply of a past turn; empty for one that is still to come.
    """

    def __init__(self, text: str = "") -> None:
        super().__init__()
        self.text = clean(text)
        self._waiting: list[str] = []
        self._cleaner = StreamCleaner()
        self._stream: MarkdownStream | None = None
        self._writing = asyncio.Lock()
        self._beat: Timer | None = None

    def compose(self) -> ComposeResult:
        """Yield the Markdown."""
        yield Prose(self.text)

    def feed(self, token: str) -> None:
        """Take one piece of the reply; it shows with the next beat."""
        if self._beat is None:
            self._beat = self.set_interval(BEAT, self._write)
        piece = self._cleaner.feed(token)
        self.text += piece
        self._waiting.append(piece)

    async def finish(self, checked: str | None = None) -> None:
        """End the stream with one full update.

        Args:
            checked: The text to show instead of what was streamed.
        """
        if self._beat:
            self._beat.stop()
        rest = self._cleaner.end()
        self.text = self.text + rest if checked is None else clean(checked)
        async with self._writing:
            await self._end_stream()
            await self._prose.update(self.text)

    @property
    def _prose(self) -> Prose:
        return self.query_one(Prose)

    async def _write(self) -> None:
        piece = "".join(self._waiting)
        self._waiting.clear()
        if not piece:
            return
        async with self._writing:
            if self._stream is None:
                self._stream = Prose.get_stream(self._prose)
            await self._stream.write(piece)

    async def _end_stream(self) -> None:
        if self._stream is None:
            return
        # A stream stopped before its task first ran ends in a cancellation of its own.
        with contextlib.suppress(asyncio.CancelledError):
            await self._stream.stop()
        self._stream = None
