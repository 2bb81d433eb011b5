"""Write files whole or not at all; the user's own only for their owner to read."""

import errno
import os
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from copilot.errors import DiskFull, LogError


def make_private_folder(folder: Path) -> Path:
    """Create the folder and its missing parents with mode 700, and return it."""
    missing = [part for part in (folder, *folder.parents) if not part.exists()]
    try:
        for part in reversed(missing):
            part.mkdir(mode=0o700, exist_ok=True)
            settle(part.parent)
    except OSError as error:
        raise unwritable(folder, error) from error
    return folder


def write_private(path: Path, content: str | bytes) -> None:
    """Write a file with mode 600: beside it first, then renamed over it.

    Raises:
        DiskFull: No space is left; the old file stands.
        LogError: The folder cannot be written to.
    """
    make_private_folder(path.parent)
    _write_whole(path, content, 0o600)


def write_shared(path: Path, content: str | bytes) -> None:
    """Write a file that a repository shares, with mode 644, in the same way.

    Raises:
        DiskFull: No space is left; the old file stands.
        LogError: The folder cannot be written to.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise unwritable(path.parent, error) from error
    _write_whole(path, content, 0o644)


def write_aside(path: Path, data: bytes, mode: int, prefix: str) -> None:
    """Write a file beside its place, make it last, then rename it there.

    The new name lasts once its folder is settled.

    Raises:
        OSError: It was not written, and nothing is left of it.
    """
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=prefix)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
            os.fchmod(file.fileno(), mode)
        Path(name).replace(path)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise


def settle(folder: Path) -> None:
    """Make new names in a folder outlast a power cut."""
    if os.name == "nt":  # where folders cannot be opened
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def unwritable(path: Path, error: OSError) -> LogError:
    """Return the error a person should see for a failed write."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return DiskFull(
            f"No space is left while writing {path}; what was there before is unchanged.",
            hint="Free some space, then run the command again. See: pm-copilot doctor",
        )
    return LogError(
        f"{path} cannot be written: {error.strerror}.", hint="See where files go: pm-copilot where"
    )


@contextmanager
def sqlite_errors(path: Path) -> Iterator[None]:
    """Turn SQLite's errors about a file into errors of this project.

    Raises:
        DiskFull: No space is left.
        LogError: The file is damaged, locked for too long, or cannot be written.
    """
    try:
        yield
    except sqlite3.Error as error:
        if getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_FULL:
            raise unwritable(path, OSError(errno.ENOSPC, "disk full")) from error
        raise LogError(
            f"The file {path} cannot be used: {error}.",
            hint=f"If it stays so, set it aside: mv {path} {path}.damaged",
        ) from error


def _write_whole(path: Path, content: str | bytes, mode: int) -> None:
    data = content.encode("utf-8") if isinstance(content, str) else content
    try:
        write_aside(path, data, mode, f".{path.name}.")
        settle(path.parent)
    except OSError as error:
        raise unwritable(path, error) from error
