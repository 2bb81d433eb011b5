"""Summarizing a survey from its screens: what was asked before, what would be sent, the run.

Nothing of surveys is imported here: few sessions summarize one.
"""

import asyncio
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from copilot.analysis.surveys.plan import SurveyPlan
    from copilot.domain.artifact import Artifact
    from copilot.llm.sending import Sending
    from copilot.services import Services
    from copilot.stores.surveys.requests import FileState

Tell = Callable[[str, int, int], None]
"""Told what is under way, how much of it is done, and how much there is; 0 where none can say."""


class SurveyRuns:
    """Runs of the summariser, each off the screen's own thread as far as it computes.

    Args:
        services: Models and stores.
    """

    def __init__(self, services: "Services") -> None:
        self._services = services

    async def asked(self, name: str) -> dict[str, Any]:
        """Return the request of a kept summary; empty where it was not kept."""
        return await asyncio.to_thread(lambda: self._services.surveys.requests.read(name))

    async def state(self, file: str, sha256: str) -> "FileState":
        """Return whether an export is still the one that was summarized."""
        return await asyncio.to_thread(lambda: _state(file, sha256))

    async def reader(self) -> str:
        """Return the label of the model that would read; empty where there is none."""
        choice = await asyncio.to_thread(lambda: self._services.model_choice)
        return choice.label if choice else ""

    async def planned(self, fields: Mapping[str, Any], tell: Tell) -> "SurveyPlan":
        """Return what will be read; nothing leaves the machine yet."""
        return await asyncio.to_thread(lambda: _planned(self._services, fields, tell))

    async def sending(self, plan: "SurveyPlan") -> "Sending | None":
        """Return what would leave the machine, for a person to approve."""
        return await asyncio.to_thread(lambda: _sending(self._services, plan))

    async def summarized(self, plan: "SurveyPlan", tell: Tell, *, is_read: bool) -> "Artifact":
        """Return the kept summary; what a model has read is kept after every batch.

        Args:
            plan: What is to be read.
            tell: Told how far it is.
            is_read: Whether the model may read answers.
        """
        from copilot.skills.summarize_survey import summarized

        return (await summarized(plan, self._services, tell, is_read=is_read)).artifact


def _state(file: str, sha256: str) -> "FileState":
    from copilot.stores.surveys.requests import state_of

    return state_of(file, sha256)


def _planned(services: "Services", fields: Mapping[str, Any], tell: Tell) -> "SurveyPlan":
    from copilot.skills.summarize_survey import SummarizeSurvey, planned_survey, summarize_survey

    request = cast(SummarizeSurvey, summarize_survey.parse(dict(fields)))
    return planned_survey(request, services, tell)


def _sending(services: "Services", plan: "SurveyPlan") -> "Sending | None":
    from copilot.llm.sending import sending

    return sending(plan, services.model_choice)
