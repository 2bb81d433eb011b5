"""The folder that an export goes to: empty, or holding nothing but an earlier export."""

import json
import re
from collections.abc import Collection
from pathlib import Path

from copilot.domain.decision_log import CHECKPOINT
from copilot.errors import InputError
from copilot.stores.private_files import unwritable

LISTING = "decisions.json"
PAGE = "index.html"
_RECORD = re.compile(r"\A\d{4,}-.*\.md\Z")


def make_room(folder: Path, coming: Collection[str]) -> None:
    """Remove the records of an earlier export that are not written any more.

    Args:
        folder: Where the export goes.
        coming: Names of the files that will be written.

    Raises:
        InputError: The folder holds what no export has written.
        LogError: The folder cannot be read or written to.
    """
    try:
        present = _visible(folder)
        ours = _earlier(folder)
        if foreign := sorted(present - ours):
            raise _occupied(folder, foreign)
        for name in present - set(coming):
            (folder / name).unlink()
    except OSError as error:
        raise unwritable(folder, error) from error


def _visible(folder: Path) -> set[str]:
    """Return what is in a folder; hidden entries, such as a repository's, are in nobody's way."""
    if not folder.exists():
        return set()
    return {path.name for path in folder.iterdir() if not path.name.startswith(".")}


def _earlier(folder: Path) -> set[str]:
    """Return the names of the files that an earlier export has written."""
    try:
        listing = json.loads((folder / LISTING).read_text("utf-8"))
        if not listing["checkpoint"].startswith(f"{CHECKPOINT}:"):
            return set()
        names = {str(one["file"]) for one in listing["decisions"]}
    except (OSError, ValueError, LookupError, TypeError, AttributeError):  # no listing of ours
        return set()
    return {LISTING, PAGE, *filter(_RECORD.match, names)}


def _occupied(folder: Path, foreign: list[str]) -> InputError:
    return InputError(
        f"{folder} holds what no export has written: {foreign[0]}"
        f"{f' and {len(foreign) - 1} more' if foreign[1:] else ''}.",
        hint="Choose an empty folder, or a new one: pm-copilot decisions export DIR",
    )
