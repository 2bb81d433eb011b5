"""Markdown written by somebody else: nothing in it is opened, loaded or obeyed."""

from typing import TYPE_CHECKING

from textual import on
from textual.widgets import Markdown

from copilot.analysis.untrusted import clean

if TYPE_CHECKING:
    from markdown_it import MarkdownIt


class Prose(Markdown):
    """A Markdown text that keeps its links shut and shows raw HTML as it is written."""

    def __init__(self, text: str = "", *, classes: str | None = None) -> None:
        super().__init__(clean(text), classes=classes, open_links=False, parser_factory=_parser)

    @on(Markdown.LinkClicked)
    def _name_the_link(self, event: Markdown.LinkClicked) -> None:
        event.stop()
        address = clean(event.href)
        self.app.copy_to_clipboard(address)
        self.notify(f"{address}\nCopied, not opened.", title="Link", markup=False)


def _parser() -> "MarkdownIt":
    from markdown_it import MarkdownIt

    return MarkdownIt("gfm-like", {"html": False})
