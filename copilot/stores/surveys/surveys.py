"""Survey exports with what people say about them, and what is kept while they are read."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, NamedTuple

from copilot.analysis.surveys.assignments import SOURCES, Assignments
from copilot.analysis.surveys.columns.inferring import infer_columns
from copilot.analysis.surveys.columns.schema import with_schema
from copilot.analysis.surveys.naming import SUFFIXES, is_table, named_export
from copilot.analysis.surveys.open_questions import open_questions
from copilot.analysis.surveys.plan import Given
from copilot.analysis.surveys.table import Table
from copilot.domain.survey_parts import Column
from copilot.domain.survey_themes import CodebookTheme
from copilot.errors import InputError
from copilot.stores.batch_journal import BatchJournal
from copilot.stores.private_files import unwritable, write_private
from copilot.stores.surveys.codebook_file import read_codebook
from copilot.stores.surveys.labels_file import Labels, read_labels
from copilot.stores.surveys.population_file import read_population
from copilot.stores.surveys.reading import read_table
from copilot.stores.surveys.schema_file import read_schema, schema_text
from copilot.stores.surveys.steps import Steps
from copilot.stores.workspace import Workspace

if TYPE_CHECKING:
    from copilot.analysis.privacy.placeholders import Vault


PASTED = "pasted answers"


class Export(NamedTuple):
    """A file of answers, its columns typed."""

    name: str
    """Of the file, without its folder."""
    table: Table
    columns: tuple[Column, ...]


class Surveys:
    """Reads exports, and keeps what must outlive a run.

    Args:
        workspace: Where journals and placeholders are kept.
    """

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def read(self, file: str, schema: str | None = None) -> Export:
        """Return an export, its columns as they were found or as a schema says.

        Args:
            file: Its path, a message that names it, or the table itself: a header and rows.
            schema: Path of a file that says what columns hold.

        Raises:
            InputError: A file is not there, or cannot be read as what it should be.
        """
        name, table = _pasted(file) if is_table(file) else _stored(file)
        columns = infer_columns(table.frame)
        if schema:
            columns = with_schema(columns, read_schema(Path(schema).expanduser()))
        return Export(name, table, columns)

    def given(
        self,
        file: str,
        schema: str | None,
        questions: Sequence[str],
        book: tuple[str | None, str | None],
        population: str | None,
    ) -> Given:
        """Return an export with whatever a person has said of it in other files.

        Args:
            file: As in `read`.
            schema: As in `read`.
            questions: Open questions that are read; all where none is named.
            book: Paths of a code book, and of a person's labels.
            population: Path of a file that says what all users are.

        Raises:
            InputError: A file or a question is not there, or is not what it should be.
        """
        export = self.read(file, schema)
        asked = open_questions(export.columns, questions)
        themes, labels = _coded(book, export.table.rows, [one.name for one in asked])
        users = read_population(Path(population).expanduser()) if population else None
        return Given(
            export.name,
            export.table,
            export.columns,
            asked,
            themes,
            labels.of,
            users,
            (*export.table.remarks, *labels.remarks, *(users.remarks if users else ())),
        )

    def steps(self, about: Sequence[str]) -> Steps:
        """Return what a model has already read, in a run about the same things."""
        return Steps(BatchJournal(self._workspace.batches, about))

    def keep_vault(self, name: str, vault: "Vault") -> None:
        """Keep what placeholders stand for, on this machine alone.

        Args:
            name: Id of the summary that has the placeholders.
            vault: What they stand for.

        Raises:
            DiskFull: No space is left.
            LogError: The folder cannot be written to.
        """
        if vault.values:
            text = json.dumps(vault.model_dump(), ensure_ascii=False, indent=1)
            write_private(self._workspace.vaults / f"{name}.json", text + "\n")


def _coded(
    book: tuple[str | None, str | None], rows: int, columns: Sequence[str]
) -> tuple[list[CodebookTheme], Labels]:
    """Return the themes of a code book, and a person's labels; none where no file is given."""
    themes = read_codebook(Path(book[0]).expanduser()) if book[0] else []
    if not book[1]:
        return themes, Labels({})
    return themes, read_labels(Path(book[1]).expanduser(), themes, rows, columns)


def _pasted(text: str) -> tuple[str, Table]:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "pasted.csv"
        path.write_text(text, encoding="utf-8")
        try:
            return PASTED, read_table(path)
        except InputError as error:
            told = error.message.replace(str(path), f"What was pasted ({PASTED})")
            raise InputError(told, hint=error.hint) from error


def _stored(said: str) -> tuple[str, Table]:
    path = Path(named_file(said)).expanduser()
    return path.name, read_table(path)


def named_file(said: str) -> str:
    """Return the file that a message names, which may be nothing but its path.

    Raises:
        InputError: It names none.
    """
    if said.lower().endswith(SUFFIXES) and Path(said).expanduser().is_file():
        return said
    found = named_export(said)
    if found is None:
        raise InputError(
            "No survey is named.", hint="Name an export: pm-copilot summarize-survey FILE.csv"
        )
    return found


def write_schema(path: Path, columns: Sequence[Column]) -> None:
    """Write a schema for a person to correct.

    Raises:
        InputError: Something is there already, or cannot be written.
    """
    _write(path, [schema_text(columns)])


def write_codebook(path: Path, themes: Sequence[CodebookTheme]) -> None:
    """Write a code book for a person to correct.

    Raises:
        InputError: Something is there already, or cannot be written.
    """
    rows = [theme.model_dump() for theme in themes]
    _write(path, [json.dumps(rows, ensure_ascii=False, indent=1) + "\n"])


def write_assignments(path: Path, assignments: Sequence[Assignments]) -> None:
    """Write where every row has gone, one line a row and question.

    Raises:
        InputError: Something is there already, or cannot be written.
    """
    _write(path, (line for one in assignments for line in _lines(one)))


def write_page(path: Path, page: str) -> None:
    """Write a report.

    Raises:
        InputError: Something is there already, or cannot be written.
    """
    _write(path, [page])


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


def require_free(path: Path) -> None:
    """Refuse a path where something is.

    Raises:
        InputError: Something is there already.
    """
    if path.exists():
        raise InputError(f"{path} is there already.", hint="Give a name that is free.")


def _write(path: Path, parts: Sequence[str] | Iterator[str]) -> None:
    require_free(path)
    try:
        with path.open("x", encoding="utf-8") as file:
            file.writelines(parts)
    except OSError as error:
        path.unlink(missing_ok=True)
        raise unwritable(path, error) from error
