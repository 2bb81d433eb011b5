"""Survey exports with what people say about them, and what is kept while they are read."""

import json
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from pydantic import ValidationError

from copilot.analysis.privacy.placeholders import Vault
from copilot.analysis.surveys.columns.inferring import infer_columns
from copilot.analysis.surveys.columns.schema import with_schema
from copilot.analysis.surveys.naming import is_table
from copilot.analysis.surveys.open_questions import open_questions
from copilot.analysis.surveys.plan import Given
from copilot.analysis.surveys.table import Table
from copilot.domain.survey_parts import Column
from copilot.domain.survey_themes import CodebookTheme
from copilot.errors import InputError, NotFound
from copilot.stores.batch_journal import BatchJournal
from copilot.stores.private_files import write_private
from copilot.stores.surveys.codebook_file import read_codebook
from copilot.stores.surveys.labels_file import Labels, read_labels
from copilot.stores.surveys.named_file import named_file
from copilot.stores.surveys.population_file import read_population
from copilot.stores.surveys.reading import read_table
from copilot.stores.surveys.requests import SurveyRequests
from copilot.stores.surveys.schema_file import read_schema
from copilot.stores.surveys.steps import Steps
from copilot.stores.workspace import Workspace

PASTED = "pasted answers"


class Export(NamedTuple):
    """A file of answers, its columns typed."""

    path: str
    """Where it was read, in full; empty where answers were pasted."""
    table: Table
    columns: tuple[Column, ...]

    @property
    def name(self) -> str:
        """Of the file, without its folder."""
        return Path(self.path).name or PASTED


class Surveys:
    """Reads exports, and keeps what must outlive a run.

    Args:
        workspace: Where journals and placeholders are kept.
    """

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self.requests = SurveyRequests(workspace)
        """What was asked for each kept summary."""

    def read(self, file: str, schema: str | None = None) -> Export:
        """Return an export, its columns as they were found or as a schema says.

        Args:
            file: Its path, a message that names it, or the table itself: a header and rows.
            schema: Path of a file that says what columns hold.

        Raises:
            InputError: A file is not there, or cannot be read as what it should be.
        """
        path, table = _pasted(file) if is_table(file) else _stored(file)
        columns = infer_columns(table.frame)
        if schema:
            columns = with_schema(columns, read_schema(Path(schema).expanduser()))
        return Export(path, table, columns)

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
            export.path,
        )

    def steps(self, about: Sequence[str]) -> Steps:
        """Return what a model has already read, in a run about the same things."""
        return Steps(BatchJournal(self._workspace.batches, about))

    def keep_vault(self, name: str, vault: Vault) -> None:
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

    def vault(self, name: str) -> Vault:
        """Return what the placeholders of a kept summary stand for.

        Args:
            name: Id of the summary.

        Raises:
            NotFound: Nothing was masked in it, or it was not made in this workspace.
            InputError: The file is damaged.
        """
        path = next(
            (one for one in self._workspace.vaults.glob("*.json") if one.stem == name), None
        )
        if path is None:
            raise NotFound(
                f"No placeholders are kept here for {name}: nothing was masked in it, or it was"
                " made elsewhere.",
                hint="See kept summaries: pm-copilot, then F6",
            )
        try:
            return Vault.model_validate_json(path.read_bytes())
        except ValidationError as error:
            raise InputError(
                f"{path} is damaged: it does not say what placeholders stand for.",
                hint="Summarize the export again: pm-copilot summarize-survey FILE",
            ) from error


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
            return "", read_table(path)
        except InputError as error:
            told = error.message.replace(str(path), f"What was pasted ({PASTED})")
            raise InputError(told, hint=error.hint) from error


def _stored(said: str) -> tuple[str, Table]:
    path = named_file(said)
    return str(path.absolute()), read_table(path)
