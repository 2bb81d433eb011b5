"""Summarize a survey: figures by code with intervals, themes measured, every row accounted for."""

import asyncio
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from pydantic import BaseModel, Field
from pydantic.json_schema import SkipJsonSchema

from copilot.domain.artifact import Artifact, Usage
from copilot.domain.survey import SURVEY
from copilot.skill import skill

if TYPE_CHECKING:
    from copilot.analysis.surveys.assignments import Assignments
    from copilot.analysis.surveys.coding import Coding
    from copilot.analysis.surveys.measuring import MeasuredQuestion
    from copilot.analysis.surveys.open_questions import AskedOpenly
    from copilot.analysis.surveys.plan import SurveyPlan
    from copilot.analysis.surveys.planning import QuestionPlan
    from copilot.analysis.surveys.themes.features import Embed
    from copilot.domain.survey_parts import CodebookTheme
    from copilot.services import Services
    from copilot.stores.surveys.steps import Steps

Tell = Callable[[str, int, int], None]
"""Told what is under way, how much of it is done, and how much there is."""
EXACT = 20_000
"""Answers up to which the slow, exact embedder is worth its time."""
SMALL_DISCOVERY, SMALL_SAMPLE = 80, 120
"""Answers of a question that a small model on this machine reads, so that it ends in minutes."""
BY_SMALL = (
    "Themes and labels are by a small model, which is often wrong: intervals do not know that. "
    "Have a person check labels in the terminal UI before a share is used."
)
UNREAD = (
    "No model is set, so nobody has read these answers: {n:,} are listed as failed. "
    "Name a model, or give a code book with labels: --codebook, --labels."
)
NO_LABELS = "{n:,} answers of the sample could not be labelled, so nothing is measured."
NO_THEMES = "No theme was found in two answers or more; {n:,} answers are listed as failed."


class SummarizeSurvey(BaseModel):
    """A survey export to summarize."""

    file: str = Field(
        description="path of the export (csv, tsv, xlsx, jsonl), or its rows with their header",
        min_length=1,
    )
    question: list[str] = Field([], description="open questions to read; all where none is named")
    segment: list[str] = Field([], description="columns whose groups are compared")
    seed: SkipJsonSchema[int] = Field(1, description="same seed, same figures")
    sample: SkipJsonSchema[int | None] = Field(
        None, description="answers of a question that are labelled", ge=20
    )
    schema_file: SkipJsonSchema[str | None] = Field(None, description="types of the columns")
    codebook: SkipJsonSchema[str | None] = Field(None, description="themes to use, as JSON")
    labels: SkipJsonSchema[str | None] = Field(
        None, description="a person's labels, instead of a model's"
    )
    names: SkipJsonSchema[list[str]] = Field([], description="names to mask beside those found")
    keep: SkipJsonSchema[bool] = Field(
        True, description="keep the summary in the workspace, under an id"
    )


class Summed(NamedTuple):
    """A summary, and what is written beside it."""

    artifact: Artifact
    assignments: "list[Assignments]"
    themes: "list[CodebookTheme]"
    """The code book that was used last."""


def may_be_meant(services: "Services", said: str) -> bool:
    """Return whether a message may ask for a summary; a small model takes any question for it."""
    from copilot.analysis.surveys.naming import is_table, named_export

    return not services.has_small_model or is_table(said) or named_export(said) is not None


@skill(
    prompts=("find_themes", "label_answers"),
    offered_if=may_be_meant,
    examples=(
        "summarize the survey in feedback.csv",
        "read the export nps_october.xlsx, by country",
        "survey.csv: themes of the open answers, please",
    ),
)
async def summarize_survey(request: SummarizeSurvey, services: "Services") -> Artifact:
    """Summarize a survey export: closed questions, themes with intervals, quotes, who is missing.

    Someone names an export file (csv, xlsx) of survey answers and wants it summarized.

    Code computes every figure and masks personal data; a model only names themes and labels a
    sample. Without a model: closed questions, clusters, and no shares of themes.
    """
    plan = await asyncio.to_thread(planned_survey, request, services)
    summed = await summarized(plan, services)
    return summed.artifact


async def summarized(
    plan: "SurveyPlan", services: "Services", tell: Tell = lambda *_: None
) -> Summed:
    """Return the summary of a survey; what a model has read is not asked again after a stop.

    Args:
        plan: What is to be read.
        services: The model, and where the summary is kept.
        tell: Told how far it is.
    """
    from copilot.analysis.surveys.summing_up import summed_up

    steps = services.surveys.steps([*_readers(services), *plan.about()])
    read = [await _read(one, plan, steps, services, tell) for one in plan.questions]
    usage = _sum([one.usage for one in read if one.usage])
    summary = summed_up(plan.known(), plan.ground, [one.measured for one in read])
    cost = usage.model_dump(exclude={"estimated"}) if usage else {}
    artifact = Artifact(
        kind=SURVEY,
        title=f"Survey: {plan.name}",
        body=summary.model_copy(update={"sample": sum(one.sample for one in read), "cost": cost}),
        warnings=(*plan.remarks, *([BY_SMALL] if usage and services.has_small_model else [])),
        provenance=services.provenance(
            services.prompts.get("label_answers").reference if usage else None, usage
        ),
    )
    if plan.keep:
        artifact = services.artifacts.keep(artifact)
        services.surveys.keep_vault(artifact.id or "", plan.masker.vault)
    steps.close()
    themes = next((list(one.themes) for one in reversed(read) if one.themes), [])
    return Summed(artifact, [one.measured.assignments for one in read], themes)


class _Read(NamedTuple):
    """A question that was read, by whomever."""

    measured: "MeasuredQuestion"
    themes: "Sequence[CodebookTheme]" = ()
    sample: int = 0
    usage: Usage | None = None
    """What a model took; None where none has read."""


def planned_survey(
    request: SummarizeSurvey, services: "Services", tell: Tell = lambda *_: None
) -> "SurveyPlan":
    """Return what will be read of a survey; nothing leaves the machine yet.

    Args:
        request: The survey.
        services: Stores and embedders.
        tell: Told how far it is.

    Raises:
        InputError: A file, a question or a segment is not there, or is not what it should be.
    """
    from copilot.analysis.surveys.ground import grounded
    from copilot.analysis.surveys.open_questions import open_questions
    from copilot.analysis.surveys.plan import SurveyPlan, names_in

    tell("Reading the file", 0, 3)
    export = services.surveys.read(request.file, request.schema_file)
    asked = open_questions(export.columns, request.question)
    themes = services.surveys.code_book(request.codebook)
    names = [one.name for one in asked]
    labels = services.surveys.labels(request.labels, themes, export.table.rows, names)
    tell("Counting closed questions", 1, 3)
    ground = grounded(export.table, export.columns, request.segment, request.seed)
    tell("Masking and comparing answers", 2, 3)
    frame = export.table.frame
    masker = services.masker(names_in(frame, export.columns) | frozenset(request.names))
    for one in asked:
        masker.reserve(one.answers(frame))
    plan = SurveyPlan(
        export.name,
        export.table,
        ground,
        [],
        themes,
        labels.of,
        masker,
        (*export.table.remarks, *labels.remarks, *ground.marks),
        request.sample,
        request.seed,
        request.keep,
    )
    by = request.segment[0] if request.segment else None
    return plan._replace(questions=[_question(one, plan, by, services) for one in asked])


def _question(
    asked: "AskedOpenly", plan: "SurveyPlan", by: str | None, services: "Services"
) -> "QuestionPlan":
    from copilot.analysis.surveys.answers import read_answers
    from copilot.analysis.surveys.planning import Wanted, planned

    answers = read_answers(plan.ground.setting, asked, plan.masker)
    wanted = Wanted(sample=plan.sample)
    if services.has_small_model:
        wanted = Wanted(SMALL_DISCOVERY, plan.sample or SMALL_SAMPLE)
    if plan.themes:
        wanted = wanted._replace(discovery=0)
    strata = plan.ground.surroundings.segments[by] if by else None
    is_read = asked.name in plan.labels or services.chat_model is not None
    embed = _embed(services) if is_read and answers.n <= EXACT else services.word_vectors.embed
    return planned(answers, embed, wanted, strata, plan.seed)


def _embed(services: "Services") -> "Embed":
    """Return the exact embedder, each text embedded once."""
    from copilot.analysis.surveys.themes.features import Remembered

    exact = services.embedder or services.word_vectors
    return Remembered(exact.embed)


async def _read(
    question: "QuestionPlan", plan: "SurveyPlan", steps: "Steps", services: "Services", tell: Tell
) -> _Read:
    from copilot.analysis.surveys.measuring import measured, unread
    from copilot.analysis.surveys.planning import clustered

    coding, stability, usage = await _coding(question, plan, steps, services, tell)
    if coding is None or not coding.themes or not coding.read:
        found = clustered(question)
        why = UNREAD if coding is None else NO_LABELS if coding.themes else NO_THEMES
        count = len(coding.failed) if coding and coding.themes else found.n
        nothing = unread(question.answers, found, why.format(n=count))
        return _Read(nothing, usage=usage)
    around = plan.ground.surroundings
    done = await asyncio.to_thread(measured, question.answers, coding, question.features, around)
    told = done.question.model_copy(update={"stability": stability})
    return _Read(done._replace(question=told), coding.themes, len(coding.read), usage)


async def _coding(
    question: "QuestionPlan", plan: "SurveyPlan", steps: "Steps", services: "Services", tell: Tell
) -> "tuple[Coding | None, float | None, Usage | None]":
    """Return who has read what, how stable the themes are, and what a model took."""
    from copilot.analysis.privacy.masking import payload_is_clean
    from copilot.analysis.surveys.coding import coding_of_labels

    answers, seed = question.answers, plan.seed
    labels = plan.labels.get(answers.question.name)
    if labels is not None:
        return coding_of_labels(answers, plan.themes, labels, plan.sample, seed), None, None
    if services.chat_model is None or not answers.n:
        return None, None, None
    from copilot.llm.survey_reader import SMALL, BatchSizes, SurveyReader

    prompts = services.prompts
    reader = SurveyReader(
        services.chat_model,
        prompts.get("find_themes"),
        prompts.get("label_answers"),
        answers.question.name,
        steps.once,
        tell,
        SMALL if services.has_small_model else BatchSizes(),
    )

    def may_send(text: str) -> bool:
        return payload_is_clean(text, plan.masker)

    found = await reader.read(question, may_send, _embed(services), seed, plan.themes)
    return found.coding, found.stability, found.usage


def _readers(services: "Services") -> list[str]:
    """Return who reads answers, and by which prompts."""
    choice = services.model_choice
    prompts = (services.prompts.get(name).reference for name in summarize_survey.prompts)
    return [choice.label if choice else "none", *prompts]


def _sum(usages: "Sequence[Usage]") -> Usage | None:
    total = Usage(cost_usd=0.0)
    for usage in usages:
        total = total.plus(usage)
    return total if usages else None
