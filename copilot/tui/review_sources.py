"""The sources of a review: incidents first, then the passages."""

from collections.abc import Iterator

from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from copilot.analysis.untrusted import one_line
from copilot.domain.artifact import Artifact
from copilot.domain.document import Citation
from copilot.domain.review import review_of
from copilot.tui.citations_panel import CitationList
from copilot.tui.review_pages import hung, numbers

INDENT = 4


class ReviewSources(CitationList):
    """What a review cites, numbered as on its pages."""

    HELP = "What the review leans on. Enter opens a passage."

    class Opened(Message):
        """The user wants to read a passage."""

        def __init__(self, citation: Citation) -> None:
            super().__init__()
            self.citation = citation

    def __init__(self, artifact: Artifact) -> None:
        super().__init__(compact=True, markup=False, id="sources")
        self._artifact = artifact

    def show(self, artifact: Artifact) -> None:
        """Show the sources of a review; the cursor stays on its passage."""
        self._artifact = artifact
        chosen = self.highlighted_option.id if self.highlighted_option else None
        width = max(20, self.scrollable_content_region.width - 1)
        options = list(self._options_of(artifact, width))
        self.set_options(options)
        names = [option.id for option in options]
        self.highlighted = names.index(chosen) if chosen in names else (1 if names else None)

    def on_resize(self) -> None:
        """Break the lines anew."""
        self.show(self._artifact)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Ask for the chosen passage."""
        event.stop()
        cited = {citation.id: citation for citation in self._artifact.citations}
        if event.option_id in cited:
            self.post_message(self.Opened(cited[event.option_id]))

    def _options_of(self, artifact: Artifact, width: int) -> Iterator[Option]:
        known = numbers(artifact)
        told = {row.id: row.why for row in review_of(artifact).precedents if row.id in known}
        if told:
            yield _heading(f"It has happened before  {len(told)}")
        for name, why in told.items():
            yield Option(_numbered(known[name], why, "", width), id=name)
        passages = [citation for citation in artifact.citations if citation.id not in told]
        if passages:
            yield _heading(f"{chr(10) * bool(told)}Passages  {len(passages)}")
        for citation in passages:
            below = citation.clause or citation.source
            text = _numbered(known[citation.id], citation.title, below, width)
            yield Option(text, id=citation.id)


def _heading(text: str) -> Option:
    return Option(Content(text).stylize("$quiet bold"), disabled=True)


def _numbered(number: int, text: str, below: str, width: int) -> Content:
    second = f"\n{' ' * INDENT}{one_line(below, width - INDENT)}" if below else ""
    return Content.assemble(
        (str(number).ljust(INDENT), "$primary"),
        Content(hung(text, width, INDENT)),
        Content(second).stylize("$quiet"),
    )
