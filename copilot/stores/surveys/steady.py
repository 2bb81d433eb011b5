"""A file that stays as it is while it is read."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from copilot.errors import InputError


@contextmanager
def steady(path: Path) -> Iterator[None]:
    """Refuse what was read in between, if the file changed meanwhile.

    Its hash and its rows are read one after the other, and would not be of the same file.

    Raises:
        InputError: Its size or time of change is another afterwards, or it is gone.
    """
    before = _state(path)
    yield
    if _state(path) != before:
        raise InputError(
            f"{path} changed while it was read.",
            hint="Wait until the export is whole, then run the same command again.",
        )


def _state(path: Path) -> tuple[int, int, int] | None:
    try:
        found = path.stat()
    except FileNotFoundError:
        return None
    return found.st_size, found.st_mtime_ns, found.st_ino
