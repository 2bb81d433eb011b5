"""Draft a decision record: words of the person, in their places; a person records it."""

import json
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Annotated, NamedTuple

from pydantic import BaseModel, Field
from pydantic.json_schema import SkipJsonSchema

from copilot.analysis.decisions.asking import questions
from copilot.analysis.decisions.drafting import drafted
from copilot.analysis.decisions.speech import opens_with_order, without_order
from copilot.analysis.decisions.standing import merged, standing, supposed_reason
from copilot.analysis.decisions.telling import Told, read_told
from copilot.analysis.untrusted import clean, inert, one_line
from copilot.domain.artifact import DRAFT, Artifact, Body, Usage
from copilot.domain.decision import AiPart
from copilot.domain.decision_text import record_text
from copilot.domain.lettering import lettered
from copilot.errors import MalformedReply
from copilot.skill import skill

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

    from copilot.services import Services

SHOWN = 6_000
"""Characters a model is shown; rules read all."""
TITLE_LENGTH = 80
_UNSEEN = frozenset(["id", "ai"])
"""Fields of a record's header that say nothing to whoever reads the draft."""


class DraftDecision(BaseModel):
    """A decision to write down."""

    text: str = Field(
        description="what was decided, in the person's own words, in full", min_length=1
    )
    keep: SkipJsonSchema[bool] = Field(
        True, description="keep the draft in the workspace, under an id"
    )


Words = Annotated[str, Field(max_length=240)]
"""Words of the text; the bound keeps a small model from running on."""
Few = Annotated[str, Field(max_length=120)]


class DecisionWords(BaseModel):
    """The words of a text for each part of a decision, as the model finds them."""

    title: str = Field(description="at most eight words", max_length=80)
    decided: Words = Field(description="what is done from now on")
    because: Words = Field(description="why")
    other_options: list[Few] = Field(description="ways not taken", max_length=5)
    consequences: list[Words] = Field(description="what it brings or costs", max_length=3)
    dissent: Words = Field(description="who disagreed, and what they said")
    would_change: Words = Field(description="what would make them decide otherwise")
    deciders: list[Annotated[str, Field(max_length=60)]] = Field(
        description="who decided, by name or role", max_length=6
    )


class DraftedDecision(Body):
    """A record that a person may complete and record; nothing is recorded by it."""

    record: str
    """The whole Markdown of the record, front matter included."""
    missing: list[str]
    """What it must have and does not."""
    advice: list[str]
    """What a reader will miss."""
    questions: list[str]
    """What only people can say, the gravest first."""
    kept_as: str = ""
    """Id under which the workspace keeps it."""

    def markdown(self) -> str:
        """Return the record, the questions, and how it is recorded."""
        _, front, text = self.record.split("---\n", 2)
        title, _, sections = text.strip().partition("\n\n")
        asked = lettered(self.questions)
        parts = (
            title,
            "\n".join(_header_lines(front)),
            sections,
            "**Still open**\n\n" + "\n\n".join(asked) if asked else "",
            "Nothing is recorded yet. To record it: "
            f"`pm-copilot decisions add {self.kept_as or 'ID'}`, or F4 in the terminal UI.",
        )
        return "\n\n".join(part for part in parts if part)


class _Found(NamedTuple):
    told: Told
    title: str = ""
    supposed: str = ""
    """What the model takes for the reason, and the text does not call one."""
    ai: AiPart | None = None
    usage: Usage | None = None
    warnings: tuple[str, ...] = ()


@skill(
    prompts=("draft_decision",),
    examples=(
        "record this decision: the beta stays closed until June",
        "please log that we chose the cheaper vendor",
        "we decided against dark mode, document that",
    ),
)
async def draft_decision(request: DraftDecision, services: "Services") -> Artifact:
    """Draft a decision record from what was decided, with questions about what is missing.

    Someone tells what was decided and wants it recorded, logged, documented or written down as a
    decision.

    A model only finds words; code looks each up in the text, and rules find what they can alone.
    """
    text = without_order(clean(request.text))
    rules = read_told(text, is_ordered=opens_with_order(clean(request.text)))
    found = await _found(text, rules, services)
    today = date.fromisoformat(services.today)
    draft = drafted(found.told, found.title, text, today, found.ai)
    artifact = Artifact(
        kind=DRAFT,
        title=f"Decision: {one_line(draft.decision.title or text, TITLE_LENGTH)}",
        body=DraftedDecision(
            record=record_text(draft.decision),
            missing=list(draft.missing),
            advice=list(draft.advice),
            questions=questions(draft.decision, text, found.supposed),
        ),
        warnings=found.warnings,
        provenance=services.provenance(found.ai.prompt if found.ai else None, found.usage),
    )
    return services.artifacts.keep(artifact) if request.keep else artifact


async def _found(text: str, rules: Told, services: "Services") -> _Found:
    """Return the parts of the decision, by the model and the rules, or by the rules alone."""
    model = services.chat_model
    if model is None:
        return _Found(rules)
    try:
        return await _asked(text, rules, model, services)
    except MalformedReply:
        told = "The model's reply could not be read; the parts were found by rules alone."
        return _Found(rules, warnings=(told,))


async def _asked(text: str, rules: Told, model: "BaseChatModel", services: "Services") -> _Found:
    from copilot.llm.structured import ask_structured

    prompt = services.prompts.get("draft_decision")
    words, usage = await ask_structured(model, prompt.fill(text=inert(text[:SHOWN])), DecisionWords)
    standing_words, dropped = standing(_told(words), text)
    told = merged(standing_words, rules, text)
    label = services.provenance(prompt.reference).model or ""
    return _Found(
        told,
        words.title,
        supposed_reason(standing_words, told),
        AiPart(model=label, prompt=prompt.reference),
        usage,
        (*_dropped(dropped), *_unread(text)),
    )


def _told(words: DecisionWords) -> Told:
    return Told(
        chosen=words.decided,
        because=words.because,
        options=tuple(words.other_options),
        consequences=tuple(words.consequences),
        would_change=words.would_change,
        dissent=words.dissent,
        deciders=tuple(words.deciders),
    )


def _header_lines(front: str) -> Iterator[str]:
    """Yield the front matter as a list for people."""
    for line in front.splitlines():
        name, _, value = line.partition(": ")
        if name not in _UNSEEN:
            yield f"- {name.replace('-', ' ').capitalize()}: {_for_people(value)}"


def _for_people(value: str) -> str:
    try:
        read = json.loads(value)
    except ValueError:
        return value
    return ", ".join(map(str, read)) if isinstance(read, list) else str(read)


def _dropped(names: tuple[str, ...]) -> list[str]:
    if not names:
        return []
    return [f"Words of the model that do not stand in the text were left out: {', '.join(names)}."]


def _unread(text: str) -> list[str]:
    if len(text) <= SHOWN:
        return []
    return [f"The model was shown the first {SHOWN:,} characters of {len(text):,}; rules read all."]
