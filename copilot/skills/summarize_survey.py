"""Summarize a survey: figures by code with intervals, themes measured, every row accounted for."""

import asyncio
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from pydantic import BaseModel, Field
from pydantic.json_schema import SkipJsonSchema

from copilot.domain.artifact import Artifact
from copilot.domain.survey import SURVEY
from copilot.skill import skill

if TYPE_CHECKING:
    from copilot.analysis.surveys.assignments import Assignments
    from copilot.analysis.surveys.plan import SurveyPlan
    from copilot.analysis.surveys.themes.features import Embed, Matrix
    from copilot.domain.survey_themes import CodebookTheme
    from copilot.llm.survey_reader import SurveyReader
    from copilot.llm.ways_of_reading import WayOfReading
    from copilot.services import Services
    from copilot.stores.surveys.steps import Steps

Tell = Callable[[str, int, int], None]
"""Told what is under way, how much of it is done, and how much there is."""
BY_SMALL = (
    "Themes and labels are by a small model, which is often wrong: intervals do not know that. "
    "Have a person check labels in the terminal UI before a share is used."
)


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
    population: SkipJsonSchema[str | None] = Field(
        None, description="what all users are: shares of groups, as YAML, JSON or CSV"
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


def _asked_first(services: "Services") -> str:
    from copilot.llm.sending import asked_first

    return asked_first(services.model_choice)


@skill(
    approval=_asked_first,
    prompts=("find_themes", "label_answers", "name_theme", "choose_themes"),
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
    plan: "SurveyPlan",
    services: "Services",
    tell: Tell = lambda *_: None,
    *,
    is_read: bool = True,
) -> Summed:
    """Return the summary of a survey; what a model has read is not asked again after a stop.

    Args:
        plan: What is to be read.
        services: The model, and where the summary is kept.
        tell: Told how far it is.
        is_read: Whether the model may read answers; where it may not, it is as if none were set.
    """
    from copilot.analysis.surveys.summing_up import summed_up
    from copilot.llm.survey_reading import read_survey

    readers = _readers(services) if is_read else ["none"]
    steps = services.surveys.steps([*readers, *plan.about()])
    reader = _reader(services, steps, tell) if is_read else None
    found, usage = await read_survey(plan, reader, _exact(services))
    summary = await asyncio.to_thread(summed_up, plan.known(), plan.ground, found)
    cost = usage.model_dump(exclude={"estimated"}) if usage else {}
    artifact = Artifact(
        kind=SURVEY,
        title=f"Survey: {plan.name}",
        body=summary.model_copy(update={"cost": cost}),
        warnings=(*plan.remarks, *([BY_SMALL] if usage and services.has_small_model else [])),
        provenance=services.provenance(reader.prompt if reader and usage else None, usage),
    )
    if plan.keep:
        artifact = services.artifacts.keep(artifact)
        services.surveys.keep_vault(artifact.id or "", plan.masker.vault)
        services.surveys.requests.keep(artifact.id or "", plan.asked)
    steps.close()
    themes = next((list(one.themes) for one in reversed(found) if one.themes), [])
    return Summed(artifact, [one.measured.assignments for one in found], themes)


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
    from copilot.analysis.surveys.masked_labels import masked_survey
    from copilot.analysis.surveys.plan import Means, Wishes, survey_plan

    tell("Reading the file", 0, 0)
    given = services.surveys.given(
        request.file,
        request.schema_file,
        request.question,
        (request.codebook, request.labels),
        request.population,
    )
    tell("Counting closed questions", 0, 0)
    own = given.names | frozenset(request.names)
    masker = services.masker(own)
    given, segments, masked = masked_survey(given, request.segment, masker, own)
    seed = request.seed
    ground = grounded(given.table, given.columns, segments, seed, given.population)
    means = Means(
        services.chat_model is not None,
        services.has_small_model,
        _exact(services),
        services.word_vectors.embed,
    )
    by = next(iter(segments), None)
    asked = {**request.model_dump(mode="json"), "file": given.path} if given.path else {}
    wishes = Wishes(by, request.sample, seed, request.keep, asked)

    def planned(done: int, total: int) -> None:
        tell("Masking and comparing answers", done, total)

    return survey_plan(given, ground._replace(masked=masked), masker, means, wishes, planned)


def _exact(services: "Services") -> "Embed":
    """Return the exact embedder, which is loaded where it is used first."""

    def embed(texts: "Sequence[str]") -> "Matrix":
        return (services.embedder or services.word_vectors).embed(texts)

    return embed


def _reader(services: "Services", steps: "Steps", tell: Tell) -> "SurveyReader | None":
    way = _way_of_reading(services)
    if way is None:
        return None
    from copilot.llm.survey_reader import SurveyReader

    return SurveyReader(way, steps.once, tell)


def _way_of_reading(services: "Services") -> "WayOfReading | None":
    """Return how the model in use reads; None where there is no model."""
    if services.chat_model is None:
        return None
    from copilot.llm.ways_of_reading import BitByBit, InBatches

    way = BitByBit if services.has_small_model else InBatches
    return way(services.chat_model, services.prompts.get)


def _readers(services: "Services") -> list[str]:
    """Return whatever decides how answers are read beside the survey itself."""
    choice = services.model_choice
    prompts = (services.prompts.get(name).reference for name in summarize_survey.prompts)
    size = "small" if services.has_small_model else "large"
    return [choice.label if choice else "none", size, services.settings.embedder, *prompts]
