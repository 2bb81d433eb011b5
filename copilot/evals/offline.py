"""Keep the network out of a replay: what is not recorded fails instead of being fetched."""

import socket
import sys
from typing import Any

from copilot.errors import RecordingError

_ASKED = frozenset(
    f"socket.{name}"
    for name in (
        "connect",
        "getaddrinfo",
        "gethostbyaddr",
        "gethostbyname",
        "getnameinfo",
        "sendmsg",
        "sendto",
    )
)
_refusing = False


def refuse_network() -> None:
    """Refuse every connection of this process from now on; it cannot be undone."""
    global _refusing
    if not _refusing:
        _refusing = True
        sys.addaudithook(_refuse)


def _refuse(event: str, arguments: tuple[Any, ...]) -> None:
    if event not in _ASKED:
        return
    family = getattr(arguments[0], "family", None) if arguments else None
    if family is not None and family == getattr(socket, "AF_UNIX", None):
        return
    raise RecordingError(
        f"A replay tried to reach the network ({event}), and that is not allowed.",
        hint="Record what it needs: pm-copilot evals record SUITE",
    )
