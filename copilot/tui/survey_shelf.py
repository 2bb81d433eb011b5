"""Survey summaries that the workspace keeps, as their screens need them."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import PurePath
from typing import TYPE_CHECKING, Any, NamedTuple

from copilot.domain.artifact import Artifact
from copilot.domain.survey import SURVEY, SurveySummary, survey_of
from copilot.errors import CopilotError, InputError

if TYPE_CHECKING:
    from copilot.services import Services

READ = 100
"""Newest summaries that are listed."""
_BESIDE = {
    "schema_file": "schema",
    "codebook": "code book",
    "labels": "labels",
    "population": "population",
}
"""Fields of a request that name a file, and how these are called."""
PREFIX = f"{SURVEY.replace('_', '-')}-"
"""How ids of summaries begin."""


class SurveyEntry(NamedTuple):
    """A summary in the list."""

    id: str
    title: str = ""
    rows: int = 0
    themes: int = 0
    clusters: int = 0
    closed: int = 0
    created: datetime | None = None
    asked: str = ""
    """What was asked beside the file, in a few words; empty where it was the file alone."""
    trouble: str = ""
    """Why it cannot be opened; mostly empty."""


class SurveyShelf(NamedTuple):
    """What is kept, the newest first, and when it was looked at."""

    entries: tuple[SurveyEntry, ...]
    now: datetime
    older: int = 0
    """Further summaries, which are not listed."""


class KeptSurveys:
    """The survey summaries of the workspace.

    Args:
        services: Where they are kept.
    """

    def __init__(self, services: "Services") -> None:
        self._services = services

    def shelf(self) -> SurveyShelf:
        """Return what is kept; a damaged summary is listed too, with what is wrong."""
        names = [one for one in self._services.artifacts.names() if one.startswith(PREFIX)]
        entries = tuple(self._entry(name) for name in names[:READ])
        return SurveyShelf(entries, self._services.clock(), len(names[READ:]))

    def opened(self, name: str) -> Artifact:
        """Return one summary.

        Raises:
            NotFound: It is gone, or its file is damaged.
            InputError: It is no survey summary.
        """
        artifact = self._services.artifacts.opened(name)
        if not isinstance(artifact.body, SurveySummary):
            raise InputError(
                f"{name} is no survey summary.", hint="Make one: pm-copilot summarize-survey FILE"
            )
        return artifact

    def keep_check(
        self, name: str, column: str, verdicts: Mapping[int, bool]
    ) -> tuple[Artifact, str]:
        """Keep a person's check of the labels of a question; return the summary and a sentence.

        Raises:
            NotFound: The summary is gone, or its file is damaged.
            InputError: Nothing was checked.
        """
        from copilot.analysis.surveys.label_check import (
            agreement,
            agreement_sentence,
            checked_summary,
        )

        artifact = self.opened(name)
        summary = survey_of(artifact)
        if not verdicts:
            raise InputError("No label was checked.", hint="y agrees with a label, n does not.")
        body = checked_summary(summary, column, verdicts)
        kept = self._services.artifacts.keep(artifact.model_copy(update={"body": body}))
        found = next(one for one in body.open if one.column == column)
        return kept, agreement_sentence(agreement(found.checkable))

    def _entry(self, name: str) -> SurveyEntry:
        try:
            artifact = self.opened(name)
        except CopilotError as error:
            return SurveyEntry(name, trouble=error.message)
        summary = survey_of(artifact)
        return SurveyEntry(
            name,
            artifact.title,
            summary.rows,
            sum(len(one.themes) for one in summary.open),
            sum(len(one.clusters) for one in summary.open),
            len(summary.closed),
            artifact.provenance.created,
            asked_told(self._services.surveys.requests.read(name)),
        )


def asked_told(request: Mapping[str, Any]) -> str:
    """Return what was asked of a survey beside its file: `by Plan, labels coded.jsonl`.

    Args:
        request: Fields as they were kept; none where they were not.
    """
    told = [f"“{name}”" for name in request.get("question", ())]
    told += [f"by {name}" for name in request.get("segment", ())]
    told += [
        f"{word} {PurePath(str(request[field])).name}"
        for field, word in _BESIDE.items()
        if request.get(field)
    ]
    told += [f"sample {request['sample']}"] if request.get("sample") else []
    told += [f"seed {request['seed']}"] if request.get("seed", 1) != 1 else []
    return ", ".join(told)
