"""What a record still lacks, told while it is written."""

import re
from collections.abc import Iterable

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from copilot.analysis.untrusted import one_line

_CODE = re.compile(r"`([^`]+)`")


class Guidance(VerticalScroll, can_focus=False):
    """What is missing, then what a reader will miss."""

    def compose(self) -> ComposeResult:
        """Yield the text."""
        yield Static(markup=False)

    def show(self, missing: Iterable[str], advice: Iterable[str]) -> None:
        """Show what is missing now."""
        needed = [_line("✕", "$error", text) for text in missing]
        wished = [_line("·", "$quiet", text).stylize("$quiet") for text in advice]
        ready = Content("✓ It can be recorded: ctrl+s").stylize("$primary")
        head = [Content("Missing").stylize("bold $error"), *needed] if needed else [ready]
        tail = [Content("\nA reader will miss").stylize("bold"), *wished] if wished else []
        self.query_one(Static).update(Content("\n").join([*head, *tail]))


def _line(sign: str, tone: str, text: str) -> Content:
    """Return a sentence behind a sign, what is to be written without its backticks."""
    words = one_line(text, 400)
    parts = [
        Content(part).stylize("$primary") if place % 2 else Content(part)
        for place, part in enumerate(_CODE.split(words))
    ]
    return Content.assemble((f"{sign} ", tone), *parts)
