"""Addresses of other copies of the log: what they may be, and how they are kept."""

import re
from pathlib import Path

from copilot.errors import InputError

_SCHEMES = ("https://", "ssh://", "git://", "file://")
_SCP = re.compile(r"\A\w[\w.-]*@\w[\w.-]*:[^:]+\Z")
_SECRET = re.compile(r"\A(?:\w+://[^/@]*:|https://)[^/@]*@")
_SSH_HOST = re.compile(r"\A\w+://(?:[^/@]*@)?-")


def check_address(url: str) -> None:
    """Refuse addresses that carry a secret, or that a transport could take for an option."""
    if _SECRET.match(url):
        raise InputError(
            "The address holds a password or a token, which would be kept in a file.",
            hint="Use ssh, or let git's credential helper hold it.",
        )
    known = url.startswith(_SCHEMES) or _SCP.match(url) or not re.search("::|://|@-", url)
    if not url.strip() or url.startswith("-") or _SSH_HOST.match(url) or not known:
        raise InputError(
            f"{url!r} is no place for a log.",
            hint=f"Give a folder, user@host:path, or {', '.join(_SCHEMES)}…",
        )


def absolute(url: str) -> str:
    """Return a folder's full path, so that it means the same from everywhere."""
    is_folder = "://" not in url and not _SCP.match(url)
    return str(Path(url).expanduser().resolve()) if is_folder else url
