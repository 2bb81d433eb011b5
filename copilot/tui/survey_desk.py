"""What the screens of surveys ask of the floors below, always off the screen's own thread.

Nothing of surveys is imported here: few sessions open one.
"""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, TypeVar

from copilot.tui.survey_runs import SurveyRuns

if TYPE_CHECKING:
    from copilot.domain.artifact import Artifact
    from copilot.domain.survey_parts import Column
    from copilot.domain.survey_themes import CodebookTheme
    from copilot.services import Services
    from copilot.tui.draft_exports import Export
    from copilot.tui.survey_shelf import KeptSurveys, SurveyShelf
    from copilot.tui.survey_work import SurveyWork

Told = TypeVar("Told")
SURVEY = "summarize_survey"
"""Kind of the artifacts; said here again, since the noun itself would weigh on every start."""
EXPORTS = "exports"
"""Folder of the workspace that files go to unless somebody names another."""


class SurveyDesk:
    """The kept survey summaries, and what a person has done to them and not written yet.

    Args:
        services: Where summaries are kept.
    """

    def __init__(self, services: "Services") -> None:
        self._services = services
        self._work: dict[str, SurveyWork] = {}
        self.runs = SurveyRuns(services)
        """Summarizes surveys."""
        self.made: str = ""
        """Id of the summary that was made last, by the conversation or on a screen of surveys."""

    async def shelf(self) -> "SurveyShelf":
        """Return what is kept."""
        return await self._of_surveys(lambda surveys: surveys.shelf())

    async def opened(self, name: str) -> "Artifact":
        """Return one summary."""
        return await self._of_surveys(lambda surveys: surveys.opened(name))

    async def keep_check(
        self, name: str, column: str, verdicts: "Mapping[int, bool]"
    ) -> "tuple[Artifact, str]":
        """Keep what a person found who checked labels; return the summary and a sentence."""
        return await self._of_surveys(lambda surveys: surveys.keep_check(name, column, verdicts))

    def work(self, name: str) -> "SurveyWork":
        """Return what a person has done to a summary; it is held while the program runs."""
        if name not in self._work:
            from copilot.tui.survey_work import SurveyWork

            self._work[name] = SurveyWork()
        return self._work[name]

    async def formats(self, _: "Artifact") -> list[str]:
        """Return the formats in which any summary can be exported."""
        return await asyncio.to_thread(lambda: list(_files().FORMS))

    async def export_place(self, artifact: "Artifact", form: str) -> str:
        """Return where a summary would be written in a format."""
        return await asyncio.to_thread(
            lambda: _files().proposed_place(artifact, form, self._folder)
        )

    async def prepared(self, artifact: "Artifact", form: str, place: str) -> "Export":
        """Return a summary as a file that is ready to be written."""
        return await asyncio.to_thread(lambda: _files().prepared(artifact, form, place))

    async def write(self, export: "Export") -> None:
        """Write the file of a summary."""
        await asyncio.to_thread(lambda: _files().write(export))

    async def free_place(self, artifact: "Artifact", ending: str) -> str:
        """Return a path of the workspace that is free, for what goes with an export."""
        return await asyncio.to_thread(lambda: _files().free_place(artifact, ending, self._folder))

    async def exports_like(self, said: str) -> list[str]:
        """Return paths of exports and folders that begin as what is written."""
        return await asyncio.to_thread(lambda: _files().exports_like(said))

    async def is_file(self, said: str) -> bool:
        """Return whether a path that a person wrote is a file."""
        return await asyncio.to_thread(lambda: _files().is_file(said))

    async def write_codebook(self, place: str, themes: "Sequence[CodebookTheme]") -> Path:
        """Write a code book that a person has signed off."""
        return await asyncio.to_thread(lambda: _files().codebook_written(place, themes))

    async def write_schema(self, place: str, columns: "Sequence[Column]") -> Path:
        """Write what a person says of the columns."""
        return await asyncio.to_thread(lambda: _files().schema_written(place, columns))

    @property
    def _folder(self) -> Path:
        return self._services.workspace.root / EXPORTS

    async def _of_surveys(self, ask: "Callable[[KeptSurveys], Told]") -> Told:
        return await asyncio.to_thread(lambda: ask(_kept(self._services)))


def _kept(services: "Services") -> "KeptSurveys":
    from copilot.tui.survey_shelf import KeptSurveys

    return KeptSurveys(services)


def _files() -> ModuleType:
    from copilot.tui import survey_files

    return survey_files
