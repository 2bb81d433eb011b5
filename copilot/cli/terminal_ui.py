"""Open the terminal UI, and say afterwards how to come back."""

from typing import TYPE_CHECKING

from copilot.cli.face import Face
from copilot.errors import InputError, NotFound

if TYPE_CHECKING:
    from copilot.agent.agent import Agent


def open_terminal_ui(face: Face, *, last: bool, session: str | None) -> None:
    """Run the terminal UI until the person leaves it.

    Raises:
        InputError: This is not a terminal.
        NotFound: The session to go on with does not exist.
    """
    import gc
    import sys

    # Nothing is garbage before the first paint, and looking for it takes a tenth of a second.
    gc.disable()
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise InputError(
            "The terminal UI needs a terminal.", hint="In a pipe, ask: pm-copilot ask -"
        )
    from copilot.tui.app import CopilotApp

    services = face.services
    app = CopilotApp(services, lambda: _open_agent(face), _wanted(face, last, session))
    app.run()
    if app.session:
        face.say(f"To go on with this session: pm-copilot --session {app.session}")


def _open_agent(face: Face) -> "Agent":
    from copilot.agent.agent import Agent

    agent = Agent(face.services)
    face.services.search.refreshed()
    return agent


def _wanted(face: Face, last: bool, session: str | None) -> str | None:
    sessions = face.services.sessions
    if session:
        return sessions.summary(session).id
    if not last:
        return None
    recent = sessions.recent(1)
    if not recent:
        raise NotFound("There is no session yet.", hint="Start one: pm-copilot")
    return recent[0].id
