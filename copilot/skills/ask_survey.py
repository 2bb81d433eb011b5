"""Ask about a survey that was summarized: answers are computed results, with their rows."""

import asyncio
from typing import TYPE_CHECKING

from pydantic import BaseModel, Field

from copilot.domain.artifact import Artifact, Body
from copilot.domain.markdown import inert, quoted
from copilot.domain.survey import SURVEY, survey_of
from copilot.domain.survey_themes import Quote
from copilot.errors import NotFound
from copilot.skill import skill

if TYPE_CHECKING:
    from copilot.domain.survey import SurveySummary
    from copilot.services import Services

KIND = "ask_survey"
NO_ANSWER = "The survey does not answer this."


class AskSurvey(BaseModel):
    """A question to a kept survey summary."""

    question: str = Field(description="the question, complete in itself", min_length=1)
    survey: str | None = Field(None, description="id of the summary; the newest where not given")


class SurveyFinding(BaseModel):
    """A computed result that answers the question, with answers that show it."""

    text: str
    quotes: list[Quote] = []


class SurveyAnswer(Body):
    """What a survey says to a question."""

    question: str
    survey: str
    """Id of the summary it is from."""
    findings: list[SurveyFinding]
    notes: list[str] = []
    """What it cannot say, and what there is instead."""

    def markdown(self) -> str:
        """Return the findings, each with its quotes and their rows."""
        told = [inert(note) for note in self.notes]
        if not self.findings:
            whole = f"It is told whole: pm-copilot export {self.survey} --help"
            return "\n\n".join([NO_ANSWER, *told, whole])
        parts = [_told(one) for one in self.findings]
        source = f"From {self.survey}; computed, nothing was written for it."
        return "\n\n".join([*parts, *told, source])


def _told(finding: SurveyFinding) -> str:
    quotes = [f"  > {quoted(one.text)} (row {one.row:,})" for one in finding.quotes]
    return "\n".join([f"- {inert(finding.text)}", *quotes])


def has_survey(services: "Services", _: str) -> bool:
    """Return whether the workspace keeps a survey summary."""
    return _newest(services) is not None


@skill(
    offered_if=has_survey,
    examples=(
        "what do new users complain about in the survey, with numbers?",
        "what is the NPS of the survey we loaded?",
        "how many respondents mention the price?",
    ),
)
async def ask_survey(request: AskSurvey, services: "Services") -> Artifact:
    """Answer a question about a summarized survey from its computed results, with row numbers.

    Someone asks what respondents say, think or complain about, how many, or how groups differ, in
    a survey that was summarized before.

    Nothing is written by a model: the answer is made of results, and says where there is none.
    """
    name = request.survey or _newest(services)
    if name is None:
        raise NotFound(
            "No survey was summarized in this workspace yet.",
            hint="Summarize one: pm-copilot summarize-survey FILE",
        )
    summary = survey_of(services.artifacts.opened(name))
    body = await asyncio.to_thread(_answer, request.question, name, summary, services)
    return Artifact(kind=KIND, title=f"Survey {name}", body=body, provenance=services.provenance())


def _newest(services: "Services") -> str | None:
    prefix = f"{SURVEY.replace('_', '-')}-"
    return next((name for name in services.artifacts.names() if name.startswith(prefix)), None)


def _answer(
    question: str, name: str, summary: "SurveySummary", services: "Services"
) -> SurveyAnswer:
    from copilot.analysis.surveys.asking import answering
    from copilot.analysis.surveys.findings import findings

    embed = services.embedder.embed if services.embedder else None
    reply = answering(question, findings(summary), embed)
    found = [SurveyFinding(text=one.text, quotes=list(one.quotes[:2])) for one in reply.findings]
    return SurveyAnswer(question=question, survey=name, findings=found, notes=reply.notes)
