"""Files that people ask for beside a summary; none ever takes the place of another."""

import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from copilot.analysis.surveys.assignments import SOURCES, Assignments
from copilot.domain.survey_parts import Column
from copilot.domain.survey_themes import CodebookTheme
from copilot.errors import InputError
from copilot.stores.private_files import unwritable
from copilot.stores.surveys.schema_file import schema_text


def write_schema(path: Path, columns: Sequence[Column]) -> None:
    """Write a schema for a person to correct.

    Raises:
        InputError: Something is there already.
        LogError: It cannot be written.
    """
    _write(path, [schema_text(columns)])


def write_codebook(path: Path, themes: Sequence[CodebookTheme]) -> None:
    """Write a code book for a person to correct.

    Raises:
        InputError: Something is there already.
        LogError: It cannot be written.
    """
    rows = [theme.model_dump() for theme in themes]
    _write(path, [json.dumps(rows, ensure_ascii=False, indent=1) + "\n"])


def write_assignments(path: Path, assignments: Sequence[Assignments]) -> None:
    """Write where every row has gone, one line a row and question.

    Raises:
        InputError: Something is there already.
        LogError: It cannot be written.
    """
    _write(path, (line for one in assignments for line in _lines(one)))


def write_page(path: Path, page: str) -> None:
    """Write a report.

    Raises:
        InputError: Something is there already.
        LogError: It cannot be written.
    """
    _write(path, [page])


def require_free(path: Path) -> None:
    """Refuse a path where something is, a link to nothing among it.

    Raises:
        InputError: Something is there already.
    """
    if path.is_symlink() or path.exists():
        raise _taken(path)


def _lines(assignments: Assignments) -> Iterator[str]:
    column = json.dumps(assignments.column, ensure_ascii=False)
    sources = [json.dumps(source) for source in SOURCES]
    for at, (source, has) in enumerate(
        zip(assignments.sources.tolist(), assignments.themes.tolist(), strict=True), 1
    ):
        keys = [key for key, is_it in zip(assignments.keys, has, strict=True) if is_it]
        yield (
            f'{{"row": {at}, "column": {column}, "themes": {json.dumps(keys)},'
            f' "source": {sources[source]}}}\n'
        )


def _write(path: Path, parts: Iterable[str]) -> None:
    try:
        file = path.open("x", encoding="utf-8")
    except FileExistsError as error:
        raise _taken(path) from error
    except OSError as error:
        raise unwritable(path, error) from error
    try:
        with file:
            file.writelines(parts)
    except OSError as error:
        path.unlink(missing_ok=True)  # it is ours, and only half of it is there
        raise unwritable(path, error) from error


def _taken(path: Path) -> InputError:
    return InputError(f"{path} is there already.", hint="Give a name that is free.")
