"""The message that waits for the reply before it."""

from textual.content import Content
from textual.reactive import reactive
from textual.widgets import Static

from copilot.analysis.untrusted import one_line
from copilot.tui.request import Request


class QueuedLine(Static):
    """One waiting request, visible above the prompt; Escape takes it back."""

    request: reactive[Request | None] = reactive(None)

    def __init__(self) -> None:
        super().__init__(markup=False)

    def add(self, request: Request) -> None:
        """Let a request wait; a message joins the message that waits already."""
        before = self.request
        if before is None:
            self.request = request
        else:
            self.request = before.followed_by(request)

    def take(self) -> Request | None:
        """Return the waiting request and stop waiting."""
        request, self.request = self.request, None
        return request

    def watch_request(self, request: Request | None) -> None:
        """Show the request while there is one."""
        self.display = request is not None
        text = Content(one_line(request.text if request else ""))
        self.update(
            Content.assemble(("next  ", "$primary"), text, ("   esc takes it back", "$quiet"))
        )
