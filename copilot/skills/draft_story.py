"""Draft user stories from an idea or a specification, one for each thing it asks for."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from pydantic import BaseModel, Field
from pydantic.json_schema import SkipJsonSchema

from copilot.analysis.drafting.asking import asides, questions
from copilot.analysis.drafting.by_rule import criterion_by_rule, story_by_rule
from copilot.analysis.drafting.checking import StoryCheck
from copilot.analysis.drafting.plan import Plan, planned
from copilot.analysis.drafting.title import title_of
from copilot.analysis.grounding import cite
from copilot.analysis.requirements.coverage import coverage, holds_to
from copilot.analysis.requirements.reading import Source
from copilot.analysis.untrusted import clean, one_line
from copilot.domain.artifact import STORIES, Artifact, Usage
from copilot.domain.counting import counted
from copilot.domain.document import Citation, Passage
from copilot.domain.requirement import Requirement
from copilot.domain.review import review_of
from copilot.domain.story import Stories, Story
from copilot.domain.survey import survey_of
from copilot.errors import InputError, MalformedReply, ModelError, NotFound
from copilot.skill import skill

if TYPE_CHECKING:
    from copilot.llm.story_writer import StoryWriter, Written
    from copilot.services import Services

PASSAGES = 3
MOST_BY_MODEL = 12
"""Stories that a model writes at once; the rest is written by rules, from the same words."""
MOST_STORIES = 60
TITLE_LENGTH = 80
WITHOUT = "No model is set: the stories are made of the source's own words by rules."


class DraftStory(BaseModel):
    """An idea or a specification to turn into stories."""

    idea: str = Field(description="the feature idea or the specification, in full", min_length=3)
    persona: str | None = Field(None, description="who it is for")
    count: int | None = Field(None, description="how many stories at most", ge=1, le=MOST_STORIES)
    keep: SkipJsonSchema[bool] = Field(
        True, description="keep the stories in the workspace, under an id"
    )


class _Drafts(NamedTuple):
    stories: list[Story]
    usage: Usage | None = None
    prompt: str | None = None
    warnings: tuple[str, ...] = ()


@skill(
    prompts=("draft_story",),
    examples=(
        "story: guests can hide their age",
        "write a ticket for undo in the editor",
        "acceptance criteria for changing the delivery address after ordering",
    ),
)
async def draft_story(request: DraftStory, services: "Services") -> Artifact:
    """Draft user stories with Given/When/Then acceptance criteria from an idea or a spec.

    Someone describes a feature and wants a story, ticket, backlog item or criteria written for it.

    Code reads what is asked for and computes what has arrived in stories; a model writes them, and
    rules find fault with its words. Without a model, stories are made of the source's own words.
    """
    text, persona = clean(request.idea), one_line(request.persona or "", TITLE_LENGTH) or None
    source = services.source_reader.read(text)
    if not source.requirements:
        raise InputError(
            "The text asks for nothing, so there is nothing to write.",
            hint="Say what somebody should be able to do: pm-copilot draft-story 'the idea'",
        )
    plan = planned(source, services.ai_aspects, request.count)
    passages = [hit.passage for hit in services.search.find(text, PASSAGES)]
    known = [title_of(text, source.statements), *(one.text for one in passages)]
    check = services.story_check(source.statements, known)
    drafts = await _drafted(plan, check, passages, (text, persona), services)
    stories = check.checked([*drafts.stories, *plan.derived_stories(len(drafts.stories) + 1)])
    covered = coverage(plan.requirements, stories, source.statements)
    artifact = Artifact(
        kind=STORIES,
        title=_title(text, stories, source),
        body=Stories(
            stories=stories,
            statements=list(source.statements),
            requirements=plan.requirements,
            coverage=covered,
            questions=questions(plan, stories, covered),
        ),
        citations=_citations(stories, passages, text, services),
        warnings=(*source.remarks, *asides(source), *drafts.warnings),
        provenance=services.provenance(drafts.prompt, drafts.usage),
    )
    return services.artifacts.keep(artifact) if request.keep else artifact


def stories_from_review(name: str, services: "Services") -> Artifact:
    """Return the conditions of a kept ethics review as stories, without a model.

    Args:
        name: The id under which the workspace keeps the review.
        services: Where it is kept.

    Raises:
        NotFound: Nothing is kept under that id.
        InputError: It is no review, or has no conditions.
    """
    from copilot.analysis.review.stories import requirements_of, stories_of

    reviewed = services.artifacts.review(name)
    review = review_of(reviewed)
    body = Stories(stories=stories_of(review), requirements=requirements_of(review, name))
    if not body.stories:
        raise InputError(
            f"The review {name} has no conditions, so there is nothing to write.",
            hint="Draft from an idea: pm-copilot draft-story 'the idea'",
        )
    return _kept(body, reviewed, services)


def stories_from_survey(name: str, services: "Services") -> Artifact:
    """Return the themes of a kept survey summary as stories, without a model.

    Args:
        name: The id under which the workspace keeps the summary.
        services: Where it is kept.

    Raises:
        NotFound: Nothing is kept under that id.
        InputError: It is no survey, or nobody has read its answers.
    """
    from copilot.analysis.surveys.stories import requirements_of, statements_of, stories_of

    summed = services.artifacts.opened(name)
    summary = survey_of(summed)
    body = Stories(
        stories=stories_of(summary),
        statements=statements_of(summary),
        requirements=requirements_of(summary),
    )
    if not body.stories:
        raise InputError(
            f"The survey {name} has no themes that ask for anything.",
            hint="Have its answers read: pm-copilot summarize-survey FILE --model NAME",
        )
    return _kept(body, summed, services)


def _kept(body: Stories, origin: Artifact, services: "Services") -> Artifact:
    """Keep stories that were derived from another artifact, checked and with their coverage."""
    stories = services.story_check(body.statements).checked(body.stories)
    covered = coverage(body.requirements, stories, body.statements)
    cited = {source for story in stories for source in story.sources}
    artifact = Artifact(
        kind=STORIES,
        title=f"Stories from {origin.id}",
        body=body.model_copy(update={"stories": stories, "coverage": covered}),
        citations=tuple(one for one in origin.citations if one.id in cited),
        warnings=origin.warnings,
        provenance=services.provenance(),
    )
    return services.artifacts.keep(artifact)


async def _drafted(
    plan: Plan,
    check: StoryCheck,
    passages: Sequence[Passage],
    told: tuple[str, str | None],
    services: "Services",
) -> _Drafts:
    """Return the stories of the source's own requirements.

    Args:
        plan: What is to be written.
        check: What stories are held to.
        passages: Of the knowledge, for the model.
        told: The source, and who it is for.
        services: Where the model is.
    """
    text, persona = told
    by_rule = [
        story_by_rule(one, number, check.linter.words, persona, plan.source.statements)
        for number, one in enumerate(plan.to_write, 1)
    ]
    if services.chat_model is None:
        return _Drafts(by_rule, warnings=(WITHOUT,))
    from copilot.llm.story_writer import StoryWriter

    prompt = services.prompts.get("draft_story")
    writer = StoryWriter(services.chat_model, prompt, check, text, persona, passages)
    return await _by_model(writer, plan.to_write, by_rule)


async def _by_model(
    writer: "StoryWriter", requirements: Sequence[Requirement], by_rule: list[Story]
) -> _Drafts:
    stories, warnings, usage = list(by_rule), [], Usage(cost_usd=0.0)
    for at, requirement in enumerate(requirements[:MOST_BY_MODEL]):
        try:
            written = await writer.write(requirement, at + 1)
        except MalformedReply:
            warnings.append(f"The model wrote no story for {requirement.id}; rules have.")
            continue
        except ModelError as error:
            if at == 0:
                raise
            warnings.append(f"From {requirement.id} on rules have written: {error.message}")
            break
        stories[at], added = _holding(written.story, requirement)
        usage = usage.plus(written.usage)
        warnings += [*added, *_unknown(written)]
    if len(requirements) > MOST_BY_MODEL:
        rest = ", ".join(one.id for one in requirements[MOST_BY_MODEL:])
        warnings.append(f"Made by rules, since a model writes {MOST_BY_MODEL} at once: {rest}.")
    return _Drafts(stories, usage, writer.prompt.reference, tuple(warnings))


def _holding(story: Story, requirement: Requirement) -> tuple[Story, list[str]]:
    """Return the story with a criterion that says the requirement where none of its own does."""
    if holds_to(requirement, story):
        return story, []
    number = len(story.criteria) + 1
    added = criterion_by_rule(requirement, f"{story.id.replace('US', 'AC')}.{number}")
    told = f"{added.id} was added by rule: no criterion of the model held to {requirement.id}."
    return story.model_copy(update={"criteria": [*story.criteria, added]}), [told]


def _unknown(written: "Written") -> Iterator[str]:
    if written.unknown:
        numbers = ", ".join(map(str, written.unknown))
        yield f"Sources that point to nothing were removed: {numbers}."
    if written.unborne:
        count = counted(written.unborne, "passage")
        yield f"{written.story.id}: {count} named as a source and saying nothing of it, left out."


def _citations(
    stories: Sequence[Story], passages: Sequence[Passage], text: str, services: "Services"
) -> tuple[Citation, ...]:
    """Return one citation for each passage that a story names."""
    given = {passage.id: passage for passage in passages}
    cited: dict[str, Citation] = {}
    for story in stories:
        for name in (one for one in story.sources if "#" in one and one not in cited):
            try:
                passage = given.get(name) or services.knowledge.passage(name)
            except NotFound:  # other notes than the shipped ones are in use
                continue
            cited[name] = cite(passage, text if name in given else story.text)
    return tuple(cited.values())


def _title(text: str, stories: Sequence[Story], source: Source) -> str:
    if len(stories) == 1:
        return stories[0].title
    return f"Stories: {one_line(title_of(text, source.statements), TITLE_LENGTH)}"
