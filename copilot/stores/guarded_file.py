"""Replace a file only where it still says what was read."""

import hashlib
from pathlib import Path

from copilot.errors import InputError, WorkspaceBusy
from copilot.stores.private_files import make_private_folder, write_shared

WAIT_SECONDS = 10.0


def replace_if_unchanged(path: Path, content: str, was: str, locks: Path) -> None:
    """Replace a shared file, with one writer at a time, unless it has changed since it was read.

    Args:
        path: The file.
        content: What it is to say.
        was: What was read from it, with its own line ends.
        locks: The folder for locks, of this user alone.

    Raises:
        InputError: It has changed, or is gone; it stays as it is.
        WorkspaceBusy: Another process still writes it after ten seconds.
    """
    from filelock import FileLock, Timeout

    try:
        with FileLock(_lock_of(path, locks), timeout=WAIT_SECONDS, mode=0o600):
            if _hash_of(path) != hashlib.sha256(was.encode("utf-8")).digest():
                raise InputError(
                    f"{path} has changed since it was read, so nothing was written.",
                    hint=f"Run the command again; it reads {path} anew.",
                )
            write_shared(path, content)
    except Timeout as error:
        raise WorkspaceBusy(
            f"Another process has been writing to {path} for {WAIT_SECONDS:.0f} seconds.",
            hint="Run the command again when it is done.",
        ) from error


def _lock_of(path: Path, folder: Path) -> Path:
    """Return a lock that all names of a file share, outside its own folder."""
    name = hashlib.sha256(str(path.resolve()).encode("utf-8")).hexdigest()[:32]
    return make_private_folder(folder) / f"{name}.lock"


def _hash_of(path: Path) -> bytes:
    try:
        return hashlib.sha256(path.read_bytes()).digest()
    except OSError:
        return b""
