"""Draft a first user story from an idea."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

from pydantic import BaseModel, Field

from copilot.analysis.grounding import cite
from copilot.analysis.untrusted import delimited, inert
from copilot.domain.artifact import Artifact
from copilot.domain.document import Passage
from copilot.domain.review import review_of
from copilot.domain.story import Criterion, Stories, Story
from copilot.errors import InputError, SetupError
from copilot.skill import skill

if TYPE_CHECKING:
    from copilot.services import Services

PASSAGES = 3


class DraftStory(BaseModel):
    """An idea to turn into a story."""

    idea: str = Field(description="the feature idea, complete in itself", min_length=3)
    persona: str | None = Field(None, description="who it is for")


Line = Annotated[str, Field(max_length=160)]
"""One short sentence; the bound keeps a small model from running on."""


class DraftedCriterion(BaseModel):
    """One acceptance criterion, as the model writes it."""

    given: list[Line] = Field(description="what is true before", min_length=1, max_length=2)
    when: Line = Field(description="the one event")
    then: list[Line] = Field(description="what can be observed", min_length=1, max_length=2)


class DraftedStory(BaseModel):
    """A story, as the model writes it."""

    title: str = Field(description="at most eight words", max_length=80)
    as_a: str = Field(description="the role that gains, such as 'ward nurse'", max_length=80)
    i_want: Line = Field(description="one capability, starting with 'to'")
    so_that: Line = Field(description="the benefit, with a subject, such as 'I can explain it'")
    criteria: list[DraftedCriterion] = Field(min_length=3, max_length=3)
    sources: list[int] = Field(description="numbers of passages used", max_length=3)
    assumptions: list[Line] = Field(max_length=3)


@skill(
    prompts=("draft_story",),
    examples=(
        "story: guests can hide their age",
        "write a ticket for undo in the editor",
        "acceptance criteria for changing the delivery address after ordering",
    ),
)
async def draft_story(request: DraftStory, services: "Services") -> Artifact:
    """Draft a user story with three Given/When/Then acceptance criteria from a feature idea.

    Someone describes a feature and wants a story, ticket, backlog item or criteria written for it.
    """
    if services.chat_model is None:
        raise SetupError(
            "Drafting a story needs a model, and none is set.",
            hint="Set one: pm-copilot setup, or pull the embedded one: pm-copilot models pull",
        )
    from copilot.llm.structured import ask_structured

    passages = [hit.passage for hit in services.search.find(request.idea, PASSAGES)]
    prompt = services.prompts.get("draft_story")
    messages = prompt.fill(
        idea=inert(request.idea),
        persona=f"Written for: {inert(request.persona)}" if request.persona else "",
        passages=delimited(passages),
    )
    drafted, usage = await ask_structured(services.chat_model, messages, DraftedStory)
    known, dropped = _sources(drafted.sources, passages)
    story = _story(drafted, known)
    return Artifact(
        kind="draft_story",
        title=story.title,
        body=Stories(stories=[story]),
        citations=tuple(cite(passage, request.idea) for passage in known),
        warnings=_warnings(dropped),
        provenance=services.provenance(prompt.reference, usage),
    )


def stories_from_review(name: str, services: "Services") -> Artifact:
    """Return the conditions of a kept ethics review as stories, without a model.

    Args:
        name: The id under which the workspace keeps the review.
        services: Where it is kept.

    Raises:
        NotFound: Nothing is kept under that id.
        InputError: It is no review, or has no conditions.
    """
    from copilot.analysis.review.stories import stories_of

    reviewed = services.artifacts.review(name)
    stories = stories_of(review_of(reviewed))
    if not stories:
        raise InputError(
            f"The review {name} has no conditions, so there is nothing to write.",
            hint="Draft from an idea: pm-copilot draft-story 'the idea'",
        )
    cited = {source for story in stories for source in story.sources}
    return Artifact(
        kind="draft_story",
        title=f"Stories from {name}",
        body=Stories(stories=stories),
        citations=tuple(one for one in reviewed.citations if one.id in cited),
        warnings=reviewed.warnings,
        provenance=services.provenance(),
    )


def _sources(
    numbers: Sequence[int], passages: Sequence[Passage]
) -> tuple[list[Passage], list[int]]:
    """Return the passages that exist, and the numbers that point to none."""
    unique = dict.fromkeys(numbers)
    known = [passages[number - 1] for number in unique if 1 <= number <= len(passages)]
    return known, [number for number in unique if not 1 <= number <= len(passages)]


def _story(drafted: DraftedStory, known: Sequence[Passage]) -> Story:
    criteria = [
        Criterion(id=f"AC-001.{number}", **criterion.model_dump())
        for number, criterion in enumerate(drafted.criteria, start=1)
    ]
    return Story(
        id="US-001",
        sources=[passage.id for passage in known],
        criteria=criteria,
        **drafted.model_dump(exclude={"criteria", "sources"}),
    )


def _warnings(dropped: Sequence[int]) -> tuple[str, ...]:
    if not dropped:
        return ()
    return (f"Sources that point to nothing were removed: {', '.join(map(str, dropped))}.",)
