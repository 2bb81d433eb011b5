"""Files that leave the screen of a survey: reports, code books, schemas, and where they go."""

import json
from collections.abc import Sequence
from pathlib import Path

from copilot.analysis.surveys.naming import SUFFIXES
from copilot.domain.artifact import Artifact
from copilot.domain.survey import survey_of
from copilot.domain.survey_parts import Column
from copilot.domain.survey_themes import CodebookTheme
from copilot.errors import InputError
from copilot.stores.exports.export_file import ExportFile, file_name, stem, text_file
from copilot.stores.exports.exporting import exported
from copilot.stores.exports.places import free_path, is_there, placed
from copilot.stores.exports.written import written
from copilot.stores.private_files import unwritable
from copilot.stores.survey_page import survey_page
from copilot.stores.surveys.written_files import write_codebook, write_schema
from copilot.tui.draft_exports import Export
from copilot.tui.draft_exports import write as write

HTML = "html"
FORMS = ("markdown", "json", HTML)
"""Formats of a survey summary."""
_LONGEST_LINE = 10_000
"""Characters of a file's first line that are looked at."""
OFFERED = 200
"""Paths that are offered to somebody who writes one."""


def proposed_place(artifact: Artifact, form: str, folder: Path) -> str:
    """Return where a summary would be written in a format."""
    ending = {"markdown": "md"}.get(form, form)
    return str(folder / f"{stem(artifact)}.{ending}")


def prepared(artifact: Artifact, form: str, place: str) -> Export:
    """Return a summary as a file; nothing is written yet.

    Args:
        artifact: What is exported.
        form: One of `FORMS`.
        place: A file, or a folder that is there.

    Raises:
        InputError: It cannot be exported to that place.
    """
    files = placed(_exported(artifact, form), place)
    return Export(files, tuple(path for path, _ in files if is_there(path)))


def free_place(artifact: Artifact, ending: str, folder: Path) -> str:
    """Return a path that is free, named after the survey's file: `sx.codebook.json`."""
    name = file_name(Path(survey_of(artifact).file).stem)
    return str(free_path(folder, name, f".{ending}"))


def exports_like(said: str) -> list[str]:
    """Return paths that begin as what is written: exports, the newest first, then folders."""
    base, slash, start = said.strip().rpartition("/")
    try:
        folder = Path(f"{base}{slash}" or ".").expanduser()
        found = [one for one in folder.iterdir() if one.name.lower().startswith(start.lower())]
        shown = [one for one in found if start or not one.name.startswith(".")]
        files = [one for one in shown if one.name.lower().endswith(SUFFIXES) and _is_export(one)]
        files.sort(key=lambda one: one.stat().st_mtime, reverse=True)
        folders = sorted(f"{one.name}/" for one in shown if one.is_dir())
    except (OSError, RuntimeError):  # no such folder, one that nobody may read, nobody's home
        return []
    names = [*(one.name for one in files), *folders]
    return [f"{base}{slash}{name}" for name in names[:OFFERED]]


def _is_export(path: Path) -> bool:
    """Return whether a path is a file, and holds no themes of rows, which a summary has written."""
    if not path.is_file():
        return False
    if path.suffix.lower() != ".jsonl":
        return True
    try:
        with path.open(encoding="utf-8") as file:
            first = json.loads(file.readline(_LONGEST_LINE))
    except (OSError, ValueError):
        return True
    return not (isinstance(first, dict) and {"row", "themes"} <= first.keys())


def is_file(said: str) -> bool:
    """Return whether a path that a person wrote is a file."""
    try:
        return Path(said.strip()).expanduser().is_file()
    except (OSError, RuntimeError):
        return False


def codebook_written(place: str, themes: Sequence[CodebookTheme]) -> Path:
    """Write a code book and return its path.

    Raises:
        InputError: The path is none, or something is there already.
        LogError: It cannot be written.
    """
    path = _path(place)
    write_codebook(path, themes)
    return path


def schema_written(place: str, columns: Sequence[Column]) -> Path:
    """Write a schema and return its path.

    Raises:
        InputError: The path is none, or something is there already.
        LogError: It cannot be written.
    """
    path = _path(place)
    write_schema(path, columns)
    return path


def _exported(artifact: Artifact, form: str) -> Sequence[ExportFile]:
    if form != HTML:
        return exported(artifact, form)
    safe = written(artifact)
    page = survey_page(survey_of(safe), safe.provenance, title=safe.title, warnings=safe.warnings)
    return [text_file(f"{stem(artifact)}.html", page)]


def _path(place: str) -> Path:
    """Return the path a person names, its folder made where it is missing."""
    if not place.strip():
        raise InputError("There is no path to write to.", hint="Name a file.")
    try:
        path = Path(place.strip()).expanduser().absolute()
    except RuntimeError as error:
        raise InputError(f"{place} is nobody's home.", hint="Write the path in full.") from error
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        is_there(path)
    except OSError as error:
        raise unwritable(path.parent, error) from error
    return path
