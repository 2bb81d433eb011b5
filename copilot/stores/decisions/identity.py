"""Who records: by the settings, else as git knows the user, else by the login name."""

import getpass
import re
import socket
from typing import NamedTuple

from dulwich.config import StackedConfig

from copilot.errors import SetupError

_FORM = re.compile(r"\A\s*([^<>\n\0]+?)\s*<([^<>\s@]+@[^<>\s]+)>\s*\Z")


class Author(NamedTuple):
    """A person as git names them."""

    identity: str
    """`Name <mail>`."""
    guessed: bool
    """Whether nobody has said so."""

    @property
    def name(self) -> str:
        """The name alone."""
        return self.identity.partition(" <")[0]


def author_of(setting: str | None) -> Author:
    """Return who records.

    Args:
        setting: `Name <mail>` where the settings say so.

    Raises:
        SetupError: The setting has another form.
    """
    if setting:
        found = _FORM.match(setting)
        if not found:
            raise SetupError(
                f"The author {setting!r} is not of the form 'Name <mail>'.",
                hint="export PM_COPILOT_AUTHOR='Ada Example <ada@example.org>'",
            )
        return Author(f"{found[1]} <{found[2]}>", guessed=False)
    known = _git_identity()
    if known:
        return Author(known, guessed=False)
    login = _login()
    return Author(f"{login} <{login}@{socket.gethostname()}>", guessed=True)


def _git_identity() -> str | None:
    config = StackedConfig.default()
    try:
        name = config.get((b"user",), b"name").decode("utf-8", errors="replace")
        mail = config.get((b"user",), b"email").decode("utf-8", errors="replace")
    except KeyError:
        return None
    return f"{name} <{mail}>" if _FORM.match(f"{name} <{mail}>") else None


def _login() -> str:
    try:
        return re.sub(r"[^\w.-]", "-", getpass.getuser()) or "unknown"
    except (OSError, KeyError):
        return "unknown"
