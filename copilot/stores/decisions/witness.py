"""The witness: what the log has been seen to hold, written down outside the repository.

A chain of hashes notices neither a tail that was cut off nor a history that was written anew.
So the user's state folder keeps a line for every commit, in the order of arrival. A commit is
announced before the branch moves and confirmed after, so that a crash between the two does not
look like a missing tail.
"""

import hashlib
import json
import os
from pathlib import Path
from typing import Any

from copilot.domain.decision_log import Seen
from copilot.errors import LogError
from copilot.stores.private_files import make_private_folder, settle, unwritable, write_private

_TAIL_BYTES = 4096
"""Enough for the last two lines."""


class Witness:
    """The file of one log.

    Args:
        folder: The user's state folder for witnesses.
        log: The log's own folder; a log at another place has another witness.
    """

    def __init__(self, folder: Path, log: Path) -> None:
        name = hashlib.sha256(str(log.resolve()).encode()).hexdigest()[:16]
        self.path = folder / f"{name}.jsonl"
        self._log = log

    def announce(self, commit: str) -> None:
        """Write down that the branch is about to move to a commit.

        Raises:
            LogError: The state folder cannot be written to.
        """
        self._append([{"next": commit}])

    def confirm(self, seen: list[Seen]) -> None:
        """Write down commits that the log now holds, the newest last."""
        self._append([_line(one) for one in seen])

    def begin_anew(self, seen: list[Seen]) -> None:
        """Forget what was seen before, and write down what is seen now."""
        write_private(self.path, "".join(map(_written, map(_line, seen))))

    def last(self) -> Seen | None:
        """Return the newest commit confirmed; None where none ever was."""
        return self._tail()[0]

    def announced(self) -> str | None:
        """Return the commit announced and not confirmed; mostly there is none."""
        return self._tail()[1]

    def all(self) -> list[Seen]:
        """Return every commit confirmed, in the order of arrival."""
        try:
            lines = self.path.read_bytes().split(b"\n") if self.path.is_file() else []
        except OSError as error:
            raise _unreadable(self.path, error) from error
        return [one for one in map(_seen, lines) if isinstance(one, Seen)]

    def _tail(self) -> tuple[Seen | None, str | None]:
        """Return the last commits of both kinds; mostly they stand in the last lines."""
        reach = _TAIL_BYTES
        while True:
            lines, is_all = self._last_lines(reach)
            last, announced = _newest(lines)
            if last or is_all:
                return last, announced
            reach *= 16

    def _last_lines(self, reach: int) -> tuple[list[bytes], bool]:
        """Return the lines within so many bytes of the end, and whether there are no others."""
        try:
            with self.path.open("rb") as file:
                size = file.seek(0, os.SEEK_END)
                file.seek(max(0, size - reach))
                return file.read().split(b"\n"), size <= reach
        except FileNotFoundError:
            return [], True
        except OSError as error:
            raise _unreadable(self.path, error) from error

    def _append(self, lines: list[dict[str, Any]]) -> None:
        make_private_folder(self.path.parent)
        is_new = not self.path.exists()
        try:
            handle = os.open(self.path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
            try:
                _write_all(handle, "".join(map(_written, lines)).encode())
                os.fsync(handle)
            finally:
                os.close(handle)
            if is_new:
                settle(self.path.parent)
        except OSError as error:
            raise unwritable(self.path, error) from error


def _newest(lines: list[bytes]) -> tuple[Seen | None, str | None]:
    """Return the last commit confirmed, and the one announced after it."""
    last: Seen | None = None
    announced: str | None = None
    for found in map(_seen, lines):
        if isinstance(found, Seen):
            last, announced = found, None
        elif found:
            announced = found
    return last, announced


def _write_all(handle: int, content: bytes) -> None:
    """Write every byte, however many a call takes."""
    while content:
        content = content[os.write(handle, content) :]


def _written(line: dict[str, Any]) -> str:
    """Return a line that begins with its newline, so that one torn before it does no harm."""
    return f"\n{json.dumps(line)}"


def _line(seen: Seen) -> dict[str, Any]:
    return {name: value for name, value in seen._asdict().items() if value != ""}


def _seen(line: bytes) -> Seen | str | None:
    """Return a commit confirmed, the name of one announced, or None for a torn line."""
    try:
        found = json.loads(line)
        if "next" in found:
            return str(found["next"])
        return Seen(str(found["commit"]), int(found["total"]), *map(str, _rest(found)))
    except (ValueError, KeyError, TypeError):
        return None


def _rest(found: dict[str, Any]) -> tuple[Any, Any]:
    return found.get("record", ""), found.get("blob", "")


def _unreadable(path: Path, error: OSError) -> LogError:
    return LogError(
        f"{path}, the witness of the decision log, cannot be read: {error.strerror}.",
        hint="Check its rights: pm-copilot doctor",
    )
