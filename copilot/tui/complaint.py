"""An expected error as a passing message."""

from textual.widget import Widget

from copilot.analysis.untrusted import clean
from copilot.errors import CopilotError


def complain(widget: Widget, error: CopilotError) -> None:
    """Show what happened and what to do next; nothing on the screen is lost."""
    text = clean(f"{error.message}\n{error.hint}".strip())
    widget.notify(text, severity="error", markup=False)
