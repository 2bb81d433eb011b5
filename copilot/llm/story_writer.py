"""Have a model write the story of a requirement, and mend it where rules find fault with it."""

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, NamedTuple

from langchain_core.messages import AIMessage, HumanMessage
from langchain_core.messages.utils import convert_to_messages
from pydantic import BaseModel, Field

from copilot.analysis.drafting.checking import StoryCheck
from copilot.analysis.drafting.tidying import tidied, with_benefit_apart, without_copies
from copilot.analysis.requirements.content import nearness
from copilot.analysis.requirements.coverage import holds_to, lost_numbers
from copilot.analysis.untrusted import delimited, inert
from copilot.domain.artifact import Usage
from copilot.domain.document import Passage
from copilot.domain.prompt import Prompt
from copilot.domain.requirement import Requirement
from copilot.domain.story import Criterion, Story
from copilot.llm.structured import ask_structured

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

REPAIRS = 2
SHOWN = 4_000
"""Characters of the source that a model is shown."""
BORNE = 0.3
"""Share of content words, of the shorter one, that a story and its source have in common."""
_FIELDS = ("title", "as_a", "i_want", "so_that")
TOLD = 6
"""Findings that a model is told at once."""

LONGEST = 160
"""Characters of a line."""
Line = Annotated[str, Field(max_length=LONGEST)]
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


class Written(NamedTuple):
    """A story by a model, and what it took."""

    story: Story
    usage: Usage
    unknown: tuple[int, ...] = ()
    """Numbers of passages that do not exist."""
    unborne: int = 0
    """Passages that the model named and that say nothing of the story."""


class StoryWriter(NamedTuple):
    """Writes stories of one source."""

    model: "BaseChatModel"
    prompt: Prompt
    check: StoryCheck
    idea: str
    """The whole source, as a person wrote it."""
    persona: str | None = None
    passages: Sequence[Passage] = ()

    async def write(self, requirement: Requirement, number: int) -> Written:
        """Return the story of a requirement; of several tries, the one with the fewest faults.

        Raises:
            MalformedReply: The model writes no story, however often it is asked.
        """
        asked = convert_to_messages(self._messages(requirement))
        drafted, usage = await ask_structured(self.model, asked, DraftedStory)
        best = self._written(drafted, requirement, number, usage)
        faults = self._faults(best.story, requirement)
        for _ in range(REPAIRS):
            if not faults:
                break
            asked = [*asked, AIMessage(drafted.model_dump_json()), HumanMessage(_request(faults))]
            drafted, more = await ask_structured(self.model, asked, DraftedStory)
            usage = usage.plus(more)
            anew = self._written(drafted, requirement, number, usage)
            left = self._faults(anew.story, requirement)
            if len(left) < len(faults):
                best, faults = anew, left
            else:
                break
        return best._replace(story=self._without_copies(best.story), usage=usage)

    def _messages(self, requirement: Requirement) -> list[tuple[str, str]]:
        filled = self.prompt.fill(
            idea=inert(self.idea[:SHOWN]),
            persona=f"Written for: {inert(self.persona)}" if self.persona else "",
            passages=delimited(self.passages),
            requirement=inert(requirement.text),
        )
        return list(filled)

    def _written(
        self, drafted: DraftedStory, requirement: Requirement, number: int, usage: Usage
    ) -> Written:
        criteria = [
            Criterion(id=f"AC-{number:03}.{at}", **criterion.model_dump())
            for at, criterion in enumerate(drafted.criteria, 1)
        ]
        fields = {name: tidied(name, str(getattr(drafted, name))) for name in _FIELDS}
        parts = with_benefit_apart(fields["i_want"], fields["so_that"])
        fields |= {"i_want": parts[0], "so_that": parts[1]}
        story = Story(
            id=f"US-{number:03}",
            criteria=criteria,
            assumptions=[*dict.fromkeys(drafted.assumptions)],
            **fields,
        )
        numbers = dict.fromkeys(drafted.sources)
        known = [self.passages[at - 1] for at in numbers if 1 <= at <= len(self.passages)]
        borne = [passage.id for passage in known if _bears(passage, story)]
        unknown = tuple(at for at in numbers if not 1 <= at <= len(self.passages))
        sourced = story.model_copy(update={"sources": [requirement.id, *borne]})
        return Written(sourced, usage, unknown, len(known) - len(borne))

    def _faults(self, story: Story, requirement: Requirement) -> list[str]:
        found = [one for one in self.check.findings(story) if one.is_open]
        told = [f"{one.at or 'story'}: {one.message} {one.fix}".strip() for one in found]
        return [*_lost(story, requirement), *_broken_off(story), *self._copied(story), *told]

    def _copied(self, story: Story) -> list[str]:
        own = without_copies(story.so_that, self.prompt.system)
        return [f"so_that: “{story.so_that}” is of the example"] if own != story.so_that else []

    def _without_copies(self, story: Story) -> Story:
        """Return the story without a benefit that belongs to the example of the prompt."""
        own = without_copies(story.so_that, self.prompt.system)
        return story.model_copy(update={"so_that": own})


def _bears(passage: Passage, story: Story) -> bool:
    """Return whether a passage speaks of what a story does."""
    said = f"{story.title} {story.text} {story.criteria_text}"
    return nearness(said, f"{passage.title} {passage.text}") >= BORNE


def _lost(story: Story, requirement: Requirement) -> list[str]:
    if holds_to(requirement, story):
        return []
    figures = lost_numbers(requirement, story)
    what = f"the figures {', '.join(figures)} of" if figures else "what is said in"
    return [f"criteria: none of them holds to {what} the requirement: {requirement.text}"]


def _broken_off(story: Story) -> list[str]:
    """Return a fault for each field that ended only because no more letters were allowed."""
    full = [name for name in ("i_want", "so_that") if len(getattr(story, name)) >= LONGEST - 3]
    return [f"{name}: it breaks off; say it in 20 words at most" for name in full]


def _request(faults: Sequence[str]) -> str:
    listed = "\n".join(f"- {json.dumps(fault, ensure_ascii=False)}" for fault in faults[:TOLD])
    return f"These faults were found:\n{listed}\nWrite the whole object again without them."
