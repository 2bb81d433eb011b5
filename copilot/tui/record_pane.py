"""One decision in full: its facts, then its text."""

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from copilot.analysis.untrusted import clean
from copilot.tui.decision_rows import facts
from copilot.tui.kept_decisions import Opened
from copilot.tui.prose import Prose

EMPTY = """\
## Nothing is recorded yet

A decision log keeps what was decided, why, what else there was and who disagreed, so that nobody \
has to remember it.

Each record is a git commit. It is superseded by a later one and never edited, and it shows where \
somebody has changed it afterwards. On its review date you write down whether it held.

- **n** writes the first record.
- In the conversation: `/draft-decision we decided …`
- From an ethics review: **F3**, then **r**.
"""


class RecordPane(VerticalScroll, can_focus=True):
    """A record as Markdown, below a line or two of facts."""

    HELP = "The record. The arrow keys scroll."
    BINDING_GROUP_TITLE = "Record"

    def compose(self) -> ComposeResult:
        """Yield facts and text."""
        yield Static(classes="facts", markup=False)
        yield Prose()

    async def show(self, opened: Opened) -> None:
        """Show a decision from its beginning."""
        await self._say(facts(opened), opened.decision.text)

    async def explain(self, text: str) -> None:
        """Show a text in the place of a record."""
        await self._say(Content(""), text)

    async def _say(self, above: Content, text: str) -> None:
        line = self.query_one(".facts", Static)
        line.display = bool(above.plain)
        line.update(above)
        await self.query_one(Prose).update(clean(text))
        self.scroll_home(animate=False)
