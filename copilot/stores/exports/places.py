"""Where exported files go: a file that is named, or a folder that is there or has to be."""

from collections.abc import Sequence
from pathlib import Path

from copilot.errors import InputError
from copilot.stores.exports.export_file import ExportFile
from copilot.stores.private_files import unwritable

Placed = tuple[tuple[Path, bytes], ...]
"""Files with their contents, not written yet."""


def placed(files: Sequence[ExportFile], place: str) -> Placed:
    """Return each file's place.

    Args:
        files: What was exported.
        place: A file, or a folder that is there, ends in a slash, or has to hold several files.

    Raises:
        InputError: There is no such place, or several files are to become one.
    """
    if not place.strip():
        raise InputError("There is no path to write to.", hint="Name a file or a folder.")
    try:
        out = Path(place.strip()).expanduser()
    except RuntimeError as error:
        raise InputError(f"{place} is nobody's home.", hint="Write the path in full.") from error
    names_a_folder = place.strip().endswith("/") or (is_there(out) and out.is_dir())
    if len(files) == 1 and not names_a_folder:
        return ((out, files[0].data),)
    if is_there(out) and not out.is_dir():
        raise InputError(
            f"There are {len(files)} files to write, and {out} is a file.", hint="Name a folder."
        )
    return tuple((out / file.name, file.data) for file in files)


def is_there(path: Path) -> bool:
    """Return whether a path exists.

    Raises:
        LogError: Nobody may look.
    """
    try:
        return path.exists()
    except OSError as error:
        raise unwritable(path, error) from error


def free_path(folder: Path, stem: str, suffix: str) -> Path:
    """Return a path that is free: `a.md`, else `a-2.md`, and so on.

    Raises:
        LogError: Nobody may look.
    """
    path, number = folder / f"{stem}{suffix}", 2
    while is_there(path) or path.is_symlink():
        path, number = folder / f"{stem}-{number}{suffix}", number + 1
    return path
