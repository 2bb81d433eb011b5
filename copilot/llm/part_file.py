"""Write a large download to a part file that can be taken up again."""

import errno
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from copilot.errors import DiskFull, SetupError

Progress = Callable[[int, int], None]
"""Called with the bytes there are and the bytes there will be."""

BLOCK = 1024 * 1024


def size_of(path: Path) -> int:
    """Return the bytes a file has, 0 where it does not exist."""
    return path.stat().st_size if path.exists() else 0


@contextmanager
def continued(part: Path, start: int) -> Iterator[BinaryIO]:
    """Open a part file of mode 600 for writing at `start`; what lies beyond is cut off.

    Raises:
        DiskFull: No space is left.
        SetupError: The file cannot be written.
    """
    with writing(part):
        handle = os.open(part, os.O_WRONLY | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o600)
        with os.fdopen(handle, "wb") as file:
            if size_of(part) != start:
                file.truncate(start)
            file.seek(start)
            yield file


@contextmanager
def writing(path: Path) -> Iterator[None]:
    """Translate what the disk refuses while `path` is written.

    Raises:
        DiskFull: No space is left.
        SetupError: The file cannot be written.
    """
    try:
        yield
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise DiskFull(
                f"No space is left for {path}.",
                hint="Free some space, then pull again: it goes on where it stopped.",
            ) from error
        raise SetupError(
            f"{path} cannot be written: {error.strerror or error}.",
            hint="See where models go with: pm-copilot where",
        ) from error
