"""Drafts as files: where they would be written, what would be replaced, and the writing."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from copilot.errors import InputError
from copilot.stores.exports.export_file import ExportFile
from copilot.stores.exports.exporting import exported, formats_of
from copilot.stores.private_files import unwritable, write_shared
from copilot.tui.open_draft import OpenDraft


class Export(NamedTuple):
    """Files that are ready to be written."""

    files: tuple[tuple[Path, bytes], ...]
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
    files = _placed(exported(draft.still_open, form), place)
    return Export(files, tuple(path for path, _ in files if _is_there(path)))


def write(export: Export) -> None:
    """Write files, each whole or not at all.

    Raises:
        LogError: One cannot be written.
    """
    for path, data in export.files:
        write_shared(path, data)


def _placed(files: Sequence[ExportFile], place: str) -> tuple[tuple[Path, bytes], ...]:
    if not place.strip():
        raise InputError("There is no path to write to.", hint="Name a file or a folder.")
    try:
        out = Path(place.strip()).expanduser().absolute()
    except RuntimeError as error:
        raise InputError(f"{place} is nobody's home.", hint="Write the path in full.") from error
    names_a_folder = place.strip().endswith("/") or (_is_there(out) and out.is_dir())
    if len(files) == 1 and not names_a_folder:
        return ((out, files[0].data),)
    if _is_there(out) and not out.is_dir():
        raise InputError(
            f"There are {len(files)} files to write, and {out} is a file.", hint="Name a folder."
        )
    return tuple((out / file.name, file.data) for file in files)


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except OSError as error:
        raise unwritable(path, error) from error
