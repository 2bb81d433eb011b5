"""The bottom line: state, session, tokens, model."""

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.reactive import reactive
from textual.widgets import Static

from copilot.analysis.untrusted import one_line
from copilot.domain.conversation import Token, ToolEnd, ToolStart, TurnEvent
from copilot.tui.wording import NOTHING, tokens

RESTING = ("ready", "getting ready")


class StatusLine(Horizontal):
    """What the copilot is doing, and with what."""

    state = reactive("ready", init=False)
    session_title = reactive("", init=False)
    model = reactive("", init=False)
    before = reactive(NOTHING, init=False)
    """Tokens of the session's earlier turns."""
    turn = reactive(NOTHING, init=False)
    """Tokens of the turn under way."""

    def compose(self) -> ComposeResult:
        """Yield one field per fact."""
        yield Static("○ ready", id="state", markup=False)
        for field in ("session", "spent", "model"):
            yield Static(id=field, markup=False)

    def settle(self) -> None:
        """Count the turn under way among the earlier ones."""
        self.before, self.turn = self.before.plus(self.turn), NOTHING

    def watch_state(self, state: str) -> None:
        """Show what is going on."""
        busy = state not in RESTING
        self.set_class(busy, "-busy")
        self._put("state", f"{'●' if busy else '○'} {state}")

    def watch_session_title(self, title: str) -> None:
        """Show the session's title."""
        self._put("session", title)

    def watch_model(self, label: str) -> None:
        """Show the model."""
        self._put("model", label)

    def watch_before(self) -> None:
        """Show the session's tokens."""
        self._put("spent", tokens(self.before.plus(self.turn)))

    def watch_turn(self) -> None:
        """Show the session's tokens while they grow."""
        self.watch_before()

    def _put(self, field: str, text: str) -> None:
        self.query_one(f"#{field}", Static).update(Content(one_line(text)))


def doing(event: TurnEvent) -> str:
    """Return what the copilot does at this event; empty where that stays the same."""
    match event:
        case Token():
            return "writing"
        case ToolStart(name=name):
            return f"running {name}"
        case ToolEnd():
            return "thinking"
        case _:
            return ""
