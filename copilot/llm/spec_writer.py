"""Have a model propose what a specification lacks; what it invents is left out."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Annotated, Literal, NamedTuple

from pydantic import BaseModel, Field

from copilot.analysis.drafting.invention import Told, invented
from copilot.analysis.drafting.tidying import is_copied
from copilot.analysis.requirements.content import numbers, share, stems
from copilot.analysis.specs.composing import Proposal
from copilot.analysis.untrusted import inert
from copilot.domain.artifact import Usage
from copilot.domain.counting import counted
from copilot.domain.prompt import Prompt
from copilot.domain.requirement import Requirement, Statement
from copilot.errors import MalformedReply, ModelError
from copilot.llm.structured import ask_structured

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

SHOWN = 4_000
"""Characters of the source that a model is shown."""
AT_ONCE = 5
"""Requirements of which a model is asked at once."""
MOST = 20
"""Requirements of which a model is asked at all."""
REPEATED = 0.85
"""Share of its content words that a sentence has from another one that it only repeats."""
ABOUT_IT = 0.5
"""Share of a requirement's content words that what is seen of it has."""
_OBSERVED = re.compile(
    r"(?:after|when|with|without|if|once|on|at|while|before|as soon as)\b[^,]{3,160},\s+"
    r"(?!(?:with|without|using|by|which|who|that|and|or|in|on|at|for)\b)\w+ .+",
    re.IGNORECASE | re.DOTALL,
)
"""A situation, and behind it a clause that says what is seen."""
_OF_THE_SOURCE = re.compile(r"\b(?:the|this) (?:source|text|document)\b", re.IGNORECASE)
"""A sentence that only tells what the source does not say."""
_CLAUSE_END = re.compile(r"[;.]\s+")
EACH = 2
"""Sentences that are taken for a section."""

Line = Annotated[str, Field(max_length=200)]
Silent = Literal["problem", "evidence", "users", "goals", "non_goals", "risks", "rollout"]


class DraftedProposal(BaseModel):
    """A sentence for a section of which the source says nothing."""

    section: Silent
    text: Line = Field(description="one sentence without figures and names")


class Proposals(BaseModel):
    """What a model proposes."""

    proposals: list[DraftedProposal] = Field(max_length=10)


class DraftedConsequence(BaseModel):
    """What can be seen if a requirement is met."""

    requirement: str = Field(description="its id", max_length=20)
    seen: Line = Field(description="what a tester can see")


class Consequences(BaseModel):
    """What can be seen if requirements are met."""

    consequences: list[DraftedConsequence] = Field(max_length=AT_ONCE)


class Supplement(NamedTuple):
    """What a model has added, and what it took."""

    proposals: tuple[Proposal, ...] = ()
    consequences: Mapping[str, tuple[str, ...]] = {}
    usage: Usage | None = None
    warnings: tuple[str, ...] = ()


class SpecWriter(NamedTuple):
    """Completes the specification of one source."""

    model: "BaseChatModel"
    proposing: Prompt
    testing: Prompt
    source: str
    """As the person wrote it."""
    statements: Sequence[Statement] = ()
    """The same, read."""

    async def supplement(
        self, silent: Sequence[str], requirements: Sequence[Requirement]
    ) -> Supplement:
        """Return proposals for silent sections, and consequences of requirements.

        Args:
            silent: Keys of the sections of which the source says nothing.
            requirements: Those of the source.
        """
        usage, dropped, failed = Usage(cost_usd=0.0), 0, 0
        proposals: list[Proposal] = []
        if silent:
            try:
                found, spent = await self._proposals(silent)
                proposals = [*self._sound(found, silent)]
                dropped += sum(one.section in silent for one in found) - len(proposals)
                usage = usage.plus(spent)
            except ModelError as error:
                _unless_nothing_came(error, usage)
                failed += 1
        seen: dict[str, tuple[str, ...]] = {}
        for start in range(0, min(len(requirements), MOST), AT_ONCE):
            group = requirements[start : start + AT_ONCE]
            try:
                told, spent = await self._consequences(group)
            except ModelError as error:
                _unless_nothing_came(error, usage)
                failed += 1
                continue
            usage = usage.plus(spent)
            sound = dict(self._seen(told, group))
            dropped += len(told) - len(sound)
            seen |= sound
        return Supplement(tuple(proposals), seen, usage, (*_told(dropped, failed),))

    async def _proposals(self, silent: Sequence[str]) -> tuple[list[DraftedProposal], Usage]:
        messages = self.proposing.fill(
            source=inert(self.source[:SHOWN]), silent="\n".join(f"- {key}" for key in silent)
        )
        found, usage = await ask_structured(self.model, messages, Proposals)
        return found.proposals, usage

    def _sound(self, found: Sequence[DraftedProposal], silent: Sequence[str]) -> Iterator[Proposal]:
        """Yield what invents nothing, in the order of the sections, each sentence once."""
        told = Told(self.source)
        for key in silent:
            mine = dict.fromkeys(one.text.strip() for one in found if one.section == key)
            sound = [text for text in mine if text and not any(invented(text, told))]
            worth = [text for text in sound if self._adds_something(text)]
            yield from (Proposal(key, text) for text in worth[:EACH])

    def _adds_something(self, text: str) -> bool:
        """Return whether a sentence is neither of the prompt's example nor the source's own."""
        clauses = (part.strip() for part in _CLAUSE_END.split(text))
        is_copy = any(is_copied(clause, self.proposing.system) for clause in clauses)
        if is_copy or _OF_THE_SOURCE.search(text):
            return False
        return all(share(stems(text), stems(one.text)) < REPEATED for one in self.statements)

    async def _consequences(
        self, group: Sequence[Requirement]
    ) -> tuple[list[DraftedConsequence], Usage]:
        messages = self.testing.fill(
            source=inert(self.source[:SHOWN]),
            requirements="\n".join(f"{one.id}: {inert(one.text)}" for one in group),
        )
        found, usage = await ask_structured(self.model, messages, Consequences)
        return found.consequences, usage

    def _seen(
        self, found: Sequence[DraftedConsequence], group: Sequence[Requirement]
    ) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Yield what keeps to its requirement: its figures are there, and no others."""
        known, told = {one.id: one for one in group}, Told(self.source)
        for one in found:
            meant = known.get(one.requirement.strip(" :"))
            if meant is None or any(invented(one.seen, told)):
                continue
            if _is_seen_of(one.seen, meant.text):
                yield meant.id, (one.seen.strip(),)


def _unless_nothing_came(error: ModelError, usage: Usage) -> None:
    """Raise the error of a model that has not said a word; later ones lose only their part."""
    if not isinstance(error, MalformedReply) and not usage.output_tokens:
        raise error


def _is_seen_of(seen: str, text: str) -> bool:
    """Return whether a sentence says what is seen of a requirement, and keeps its numbers."""
    said, wanted = stems(seen), stems(text)
    is_about_it = share(wanted, said) >= ABOUT_IT and numbers(text) <= numbers(seen)
    return is_about_it and _OBSERVED.match(seen.strip()) is not None


def _told(dropped: int, failed: int) -> Iterator[str]:
    if dropped > 0:
        yield (
            f"Left out of what the model wrote: {dropped} sentences with figures or names that the"
            " source does not have, without the requirement's own, or that add nothing."
        )
    if failed:
        replies = counted(failed, "reply", "replies")
        yield f"{replies} of the model could not be read or did not come; that part is missing."
