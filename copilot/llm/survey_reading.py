"""The open questions of a survey, read: by a person's labels, a model, or nobody."""

import asyncio
from typing import TYPE_CHECKING, NamedTuple

from copilot.analysis.privacy.masking import payload_is_clean
from copilot.analysis.surveys.coding import Coding, coding_of_labels
from copilot.analysis.surveys.plan import SurveyPlan
from copilot.analysis.surveys.planning import QuestionPlan
from copilot.analysis.surveys.read_question import ReadQuestion, read_question
from copilot.analysis.surveys.themes.features import Remembered
from copilot.domain.artifact import Usage
from copilot.llm.survey_reader import SurveyReader

if TYPE_CHECKING:
    from copilot.analysis.surveys.themes.features import Embed


class ReadSurvey(NamedTuple):
    """All open questions, read."""

    questions: list[ReadQuestion]
    usage: Usage | None
    """What a model took; None where none has read."""


class _Coded(NamedTuple):
    """A question as it was read, by whomever."""

    coding: Coding | None
    stability: float | None = None
    usage: Usage | None = None


async def read_survey(plan: SurveyPlan, reader: SurveyReader | None, embed: "Embed") -> ReadSurvey:
    """Return the open questions of a survey with what is known of their themes.

    Args:
        plan: What is read; a person's labels in it go before a model's.
        reader: Reads answers that are masked and clean; None where no model is set.
        embed: Gives vectors of themes.
    """
    found: list[ReadQuestion] = []
    total = None
    for question in plan.questions:
        by = await _coded(question, plan, reader, embed)
        found.append(
            await asyncio.to_thread(read_question, question, by.coding, by.stability, plan.ground)
        )
        if by.usage:
            total = (total or Usage(cost_usd=0.0)).plus(by.usage)
    return ReadSurvey(found, total)


async def _coded(
    question: QuestionPlan, plan: SurveyPlan, reader: SurveyReader | None, embed: "Embed"
) -> _Coded:
    answers = question.answers
    labels = plan.labels.get(answers.question.name)
    if labels is not None:
        return _Coded(coding_of_labels(answers, plan.themes, labels, plan.sample, plan.seed))
    if reader is None or not answers.n:
        return _Coded(None)

    def may_send(text: str) -> bool:
        return payload_is_clean(text, plan.masker)

    if not may_send(question.wording):
        return _Coded(None)
    found = await reader.read(question, may_send, Remembered(embed), plan.seed, plan.themes)
    return _Coded(found.coding, found.stability, found.usage)
