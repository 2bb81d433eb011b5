"""Review the ethics of a feature idea: rules decide the law, a person decides the rest."""

import asyncio
import re
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Literal, NamedTuple

from pydantic import BaseModel, Field
from pydantic.json_schema import SkipJsonSchema

from copilot.analysis.decisions.passages import COLLECTION
from copilot.analysis.review.citations import cited
from copilot.analysis.review.decided import alike, pointing_to
from copilot.analysis.review.stated_facts import in_force, regional, stated
from copilot.analysis.sentences import sentences
from copilot.analysis.triage.denial import denies
from copilot.analysis.untrusted import clean, inert, one_line
from copilot.domain.artifact import REVIEW, Artifact, Usage
from copilot.domain.document import Citation, Passage
from copilot.domain.feature import Fact
from copilot.domain.review import Review, review_of
from copilot.errors import MalformedReply
from copilot.skill import skill

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

    from copilot.analysis.review.reviewer import Idea
    from copilot.analysis.triage.catalogue import FactSpec
    from copilot.services import Services

QUESTIONS = 6
"""Facts a model is asked to look for; each costs a small one a second or more."""
SENTENCES = 40
"""Sentences a model is shown."""
DECIDED = 6
"""Passages of past decisions that are looked at."""
TITLE_LENGTH = 60
LEAST_WORDS = 3
"""Words an idea has at least once an order before it is taken away."""
_ORDER = re.compile(
    r"\A\s*(?:[\w',-]+\s+){0,6}?(?:review|check|assess|examine|look at)\b[^:.?!\n]{0,60}:\s+",
    re.IGNORECASE,
)


class ReviewEthics(BaseModel):
    """An idea to review."""

    idea: str = Field(description="the feature idea, in full", min_length=1)
    facts: list[str] = Field(
        [], description="what the person has said is so or not, each as name=yes or name=no"
    )
    region: list[str] = Field([], description="where it is used: eu, us-ca, us-co")
    keep: SkipJsonSchema[bool] = Field(
        True, description="keep the review in the workspace, under an id"
    )


class FactReading(BaseModel):
    """What a model has found on one question."""

    question: int = Field(description="number of the question")
    answer: Literal["yes", "no", "not stated"]
    sentence: int = Field(description="number of the sentence that says so, else 0")


class FactReadings(BaseModel):
    """What a model has found in a description."""

    answers: list[FactReading] = Field(max_length=QUESTIONS)


class _Reading(NamedTuple):
    facts: tuple[Fact, ...] = ()
    prompt: str | None = None
    usage: Usage | None = None
    unread: int = 0
    """Sentences the model was not shown."""
    failed: bool = False
    """The model's reply had no form that can be checked."""


@skill(
    prompts=("read_facts",),
    examples=(
        "ethics check: a camera that tells the teacher who is bored",
        "review this idea: the app predicts which employees will quit",
        "should we build a score that ranks tenants by their posts?",
    ),
)
async def review_ethics(request: ReviewEthics, services: "Services") -> Artifact:
    """Review whether a feature should and may be built: law, harms, conditions, recommendation.

    Someone describes a feature and wants it checked for ethics, fairness, risk or law.

    Rules decide what the EU AI Act makes of the facts. Facts are read by phrases and likeness;
    a model looks for those that would change the outcome. A person decides and signs.
    """
    from copilot.analysis.review.reviewer import Idea

    reviewer, today = services.reviewer, date.fromisoformat(services.today)
    where = regional(request.region, reviewer.books.catalogue.regions)
    said = in_force((*where, *stated(request.facts, reviewer.books.names)))
    idea = Idea(_without_order(clean(request.idea)), said)
    reading = await _read(idea, today, services)
    review = await asyncio.to_thread(reviewer.review, idea._replace(read=reading.facts), today)
    review, citations, missing = _cited(review, services)
    artifact = Artifact(
        kind=REVIEW,
        title=f"Ethics review: {one_line(review.description, TITLE_LENGTH)}",
        body=review,
        citations=citations,
        warnings=(*_dropped(missing), *_partly_read(reading), *_abroad(request.region)),
        provenance=services.provenance(reading.prompt, reading.usage),
    )
    return services.artifacts.keep(artifact) if request.keep else artifact


def revised(artifact: Artifact, facts: Sequence[Fact], services: "Services") -> Artifact:
    """Return a review computed anew with what a person states, in the place of the old one.

    A fact stated as unknown is taken back.
    """
    today = date.fromisoformat(services.today)
    body = services.reviewer.revised(review_of(artifact), facts, today)
    body, citations, _ = _cited(body, services)
    anew = artifact.model_copy(update={"body": body, "citations": citations})
    return services.artifacts.keep(anew)


def _cited(
    review: Review, services: "Services"
) -> tuple[Review, tuple[Citation, ...], tuple[str, ...]]:
    """Return the review pointing to past decisions, its citations, and ids that point nowhere."""
    known, decided = services.reviewer.books.passages, _decided(review, services)
    review, leads = pointing_to(review, decided)
    return review, *cited(review, {**known, **leads})


def _decided(review: Review, services: "Services") -> list[Passage]:
    """Return what holds today of past decisions on something alike, a passage each."""
    if not services.knowledge.decided.exists or not review.description.strip():
        return []
    found = services.search.find(review.description, DECIDED, collection=COLLECTION)
    names = dict.fromkeys(passage.document for passage in alike(review.description, found))
    return [lead for name in names for lead in services.knowledge.decided.in_force(name)]


def _without_order(text: str) -> str:
    """Return the idea without the order before it, as in `review this idea: …`."""
    rest = _ORDER.sub("", text, count=1)
    return rest if len(rest.split()) >= LEAST_WORDS else text


async def _read(idea: "Idea", today: date, services: "Services") -> _Reading:
    """Let the model look for the facts that matter and that the signals have not found."""
    model = services.chat_model
    if model is None:
        return _Reading()
    wanted = await asyncio.to_thread(services.reviewer.worth_asking, idea, today, QUESTIONS)
    said = sentences(idea.description)
    if not wanted or not said:
        return _Reading()
    return await _asked(wanted, said, model, services)


async def _asked(
    wanted: Sequence["FactSpec"],
    said: Sequence[str],
    model: "BaseChatModel",
    services: "Services",
) -> _Reading:
    from copilot.llm.structured import ask_structured

    shown, prompt = said[:SENTENCES], services.prompts.get("read_facts")
    messages = prompt.fill(
        sentences=_numbered([inert(" ".join(text.split())) for text in shown]),
        questions=_numbered([spec.question for spec in wanted]),
    )
    try:
        found, usage = await ask_structured(model, messages, FactReadings)
    except MalformedReply:
        return _Reading(failed=True)
    facts = [_checked(answer, wanted, shown) for answer in found.answers]
    once = {fact.name: fact for fact in facts if fact}
    return _Reading(tuple(once.values()), prompt.reference, usage, len(said) - len(shown))


def _checked(answer: FactReading, wanted: Sequence["FactSpec"], said: Sequence[str]) -> Fact | None:
    """Return the fact; None where the sentence is not there, or cannot bear a no."""
    if answer.answer == "not stated" or not 1 <= answer.question <= len(wanted):
        return None
    if not 1 <= answer.sentence <= len(said):
        return None
    words = said[answer.sentence - 1]
    if answer.answer == "no" and not denies(words):
        return None
    name = wanted[answer.question - 1].name
    return Fact(name=name, value=answer.answer, evidence=words, reader="model")


def _numbered(lines: Sequence[str]) -> str:
    return "\n".join(f"{number}. {line}" for number, line in enumerate(lines, start=1))


def _dropped(missing: Sequence[str]) -> list[str]:
    names = ", ".join(missing)
    return [f"Citations that point to nothing were removed: {names}."] if missing else []


def _partly_read(reading: _Reading) -> list[str]:
    if reading.failed:
        return ["The model's reply could not be read; the review rests on phrases and likeness."]
    if not reading.unread:
        return []
    return [
        f"The model was shown the first {SENTENCES} sentences and not the other {reading.unread};"
        " phrases were looked for in all of them."
    ]


def _abroad(regions: Sequence[str]) -> list[str]:
    if not regions or "eu" in (region.strip().lower() for region in regions):
        return []
    return [
        "The EU AI Act is reviewed in any case: it also binds those outside whose output is used"
        " in the Union."
    ]
