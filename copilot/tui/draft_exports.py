"""Drafts as files: where they would be written, what would be replaced, and the writing."""

from pathlib import Path
from typing import NamedTuple

from copilot.stores.exports.exporting import exported, formats_of
from copilot.stores.exports.places import Placed, is_there, placed
from copilot.stores.private_files import write_shared
from copilot.tui.open_draft import OpenDraft


class Export(NamedTuple):
    """Files that are ready to be written."""

    files: Placed
    there: tuple[Path, ...]
    """Those that would be replaced."""

    @property
    def said(self) -> str:
        """What was written, in few words."""
        first = self.files[0][0]
        return str(first) if len(self.files) == 1 else f"{len(self.files)} files in {first.parent}"


def formats(draft: OpenDraft) -> list[str]:
    """Return the formats in which a draft can be exported."""
    return formats_of(draft.artifact)


def proposed_place(draft: OpenDraft, form: str, folder: Path) -> str:
    """Return where a draft would be written: a file of the folder, or a folder for several.

    Raises:
        InputError: It cannot be exported so.
    """
    files = exported(draft.still_open, form)
    name = files[0].name if len(files) == 1 else f"{draft.name}-{form}"
    return str(folder / name)


def prepared(draft: OpenDraft, form: str, place: str) -> Export:
    """Return a draft as files; nothing is written yet.

    Args:
        draft: What is exported; findings that were accepted or muted are left out.
        form: The format.
        place: A file, or a folder that is there or has to hold several files.

    Raises:
        InputError: It cannot be exported so, or not to that place.
    """
    files = placed(exported(draft.still_open, form), place)
    return Export(files, tuple(path for path, _ in files if is_there(path)))


def write(export: Export) -> None:
    """Write files, each whole or not at all.

    Raises:
        LogError: One cannot be written.
    """
    for path, data in export.files:
        write_shared(path, data)
