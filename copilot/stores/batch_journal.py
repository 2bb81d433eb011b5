"""What a batch has already done, so that it goes on where it was stopped."""

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from copilot.stores.private_files import make_private_folder, unwritable


class BatchJournal:
    """One file of finished lines; gone as soon as the batch is whole.

    Args:
        folder: Where journals are kept.
        about: Whatever changes the results: another value begins another batch.
    """

    def __init__(self, folder: Path, about: Iterable[str]) -> None:
        digest = hashlib.sha256("\0".join(about).encode()).hexdigest()[:16]
        self._path = folder / f"{digest}.jsonl"

    def finished(self) -> list[dict[str, Any]]:
        """Return the lines done before, in order; one that was cut off is done again."""
        if not self._path.is_file():
            return []
        *lines, rest = self._path.read_text(encoding="utf-8", errors="replace").split("\n")
        whole, torn = [], bool(rest)
        for line in lines:
            try:
                whole.append(dict(json.loads(line)))
            except (ValueError, TypeError):
                torn = True
                break
        if torn:
            self._path.write_text("".join(map(_line, whole)), encoding="utf-8")
        return whole

    def add(self, entry: dict[str, Any]) -> None:
        """Keep a finished line.

        Raises:
            LogError: The folder cannot be written to.
            DiskFull: No space is left.
        """
        make_private_folder(self._path.parent)
        try:
            with self._path.open("a", encoding="utf-8") as journal:
                journal.write(_line(entry))
        except OSError as error:
            raise unwritable(self._path.parent, error) from error

    def close(self) -> None:
        """Forget the batch, since it is whole."""
        self._path.unlink(missing_ok=True)


def _line(entry: dict[str, Any]) -> str:
    return json.dumps(entry, ensure_ascii=False) + "\n"
