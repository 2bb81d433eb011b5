"""Brainstorm ideas for a problem: a model writes by distinct lenses, code does the rest."""

import asyncio
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from pydantic import BaseModel, Field
from pydantic.json_schema import SkipJsonSchema

from copilot.analysis.grounding import cite
from copilot.analysis.ideation.cards import cards
from copilot.analysis.ideation.examples import shown
from copilot.analysis.ideation.gathering import Setting, Written, gathered
from copilot.analysis.ideation.lens import Lens
from copilot.analysis.ideation.lenses import Ask, asks, chosen
from copilot.analysis.ideation.problem import problem_of, whole
from copilot.analysis.ideation.verdicts import Judge
from copilot.analysis.untrusted import clean, delimited, inert, one_line
from copilot.domain.artifact import Artifact, Usage
from copilot.domain.document import Citation, Passage
from copilot.domain.idea import IDEAS, Ideas
from copilot.domain.survey import survey_of
from copilot.errors import MalformedReply, NotFound
from copilot.skill import skill

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

    from copilot.domain.prompt import Prompt
    from copilot.services import Services

SHOWN = 2_000
"""Characters of the problem a model is shown; a small one has to read them with every lens."""
POOL = 12
"""Passages that are looked through for those of the person's own documents."""
TITLE_LENGTH = 60
SPREAD_NOTE = "idea-spread#formula"
LIMITS = {"idea": 220, "title": 60, "must_be_true": 140, "cheapest_test": 180}
"""Characters of each field."""


class Brainstorm(BaseModel):
    """A problem to find ideas for."""

    problem: str = Field(
        description="the problem or question, in full; or a theme of a survey, as ID#t1",
        min_length=1,
    )
    count: int | None = Field(
        None, description="how many ideas to ask for, one or two a lens; 8 if not given", ge=1
    )
    lenses: list[str] = Field(
        [], description="ways of looking to use, such as no_ai or analogy; ours if not given"
    )
    keep: SkipJsonSchema[bool] = Field(
        True, description="keep the ideas in the workspace, under an id"
    )


class DraftedIdea(BaseModel):
    """One idea, as the model writes it; the bounds keep a small model from running on."""

    idea: str = Field(
        description="one sentence: who does what with which thing, so that what gets better",
        min_length=12,
        max_length=LIMITS["idea"],
    )
    title: str = Field(description="two to six words", min_length=3, max_length=LIMITS["title"])
    must_be_true: str = Field(
        description="what the idea rests on", min_length=3, max_length=LIMITS["must_be_true"]
    )
    cheapest_test: str = Field(
        description="what to try this week without building",
        min_length=3,
        max_length=LIMITS["cheapest_test"],
    )


class _Told(NamedTuple):
    """What the model has written over all lenses."""

    written: list[Written]
    silent: list[Lens]
    """Lenses whose reply could not be read."""
    usage: Usage


@skill(
    prompts=("brainstorm",),
    examples=(
        "brainstorm ways to get people to finish onboarding",
        "how might we help drivers report a wrong address?",
        "give me alternatives to a chatbot for returns",
    ),
)
async def brainstorm(request: Brainstorm, services: "Services") -> Artifact:
    """Brainstorm different ideas for a problem, each by another lens, with repeats removed.

    Someone asks for new ideas, alternatives or options, or asks "how might we".

    The model writes an idea a lens. Code removes repeats, measures the spread, and computes the
    scores; the order is no rank, and people choose. Without a model, the lenses become questions.
    """
    problem, model = _problem(request.problem, services), services.chat_model
    lenses = chosen(request.lenses, request.count)
    questions = asks(problem, lenses, request.count or len(lenses))
    if model is None:
        made = _for_people(problem, lenses, services)
    else:
        made = await _by_model(problem, questions, model, services)
    return services.artifacts.keep(made) if request.keep else made


def _problem(said: str, services: "Services") -> str:
    """Return the problem: what was said, or the theme of a kept survey that was named."""
    from copilot.analysis.surveys.problems import named_theme, problem_in, theme_of

    named = named_theme(said)
    if named is None:
        return problem_of(clean(said))
    summary = survey_of(services.artifacts.opened(named.survey))
    return problem_in(theme_of(summary, named.theme))


def _for_people(problem: str, lenses: Sequence[Lens], services: "Services") -> Artifact:
    """Return the lenses as questions, where there is no model to answer them."""
    told = (
        "No model is set, so these are questions for people and no ideas. "
        "For ideas: pm-copilot setup, or pm-copilot models pull."
    )
    body = Ideas(problem=one_line(problem, SHOWN), cards=cards(problem, lenses))
    return _artifact(body, _notes([lens.note for lens in lenses], services), (told,), services)


async def _by_model(
    problem: str,
    questions: Sequence[Ask],
    model: "BaseChatModel",
    services: "Services",
) -> Artifact:
    prompt, passages = services.prompts.get("brainstorm"), _own_passages(problem, services)
    told = await _asked(problem, passages, questions, prompt, model)
    asked = list(dict.fromkeys(one.lens for one in questions))
    body = await asyncio.to_thread(_gathered, problem, told.written, asked, passages, services)
    spoken = [lens.note for lens in asked if lens not in told.silent]
    citations = (
        *(cite(passage, problem) for passage in passages),
        *_notes([*spoken, SPREAD_NOTE], services),
    )
    warnings = tuple(_warnings(problem, told.silent, services))
    provenance = services.provenance(prompt.reference, told.usage)
    made = _artifact(body, citations, warnings, services)
    return made.model_copy(update={"provenance": provenance})


async def _asked(
    problem: str,
    passages: Sequence[Passage],
    questions: Sequence[Ask],
    prompt: "Prompt",
    model: "BaseChatModel",
) -> _Told:
    """Ask lens by lens, none seeing what another wrote.

    Raises:
        MalformedReply: No lens has given a reply that can be read.
    """
    from copilot.llm.structured import ask_structured

    told, failure = _Told([], [], Usage(cost_usd=0.0)), None
    for one in questions:
        messages = prompt.fill(
            problem=inert(problem[:SHOWN]),
            passages=delimited(passages),
            examples=shown(),
            asks=one.angle.asks,
            begins=one.angle.begins,
        )
        try:
            found, usage = await ask_structured(model, messages, DraftedIdea)
        except MalformedReply as error:
            failure = error
            told.silent.append(one.lens)
            continue
        told.written.append(_written(one, found))
        told = told._replace(usage=told.usage.plus(usage))
    if failure and not told.written:
        raise failure
    return told


def _written(ask: Ask, drafted: DraftedIdea) -> Written:
    fields = {
        name: whole(one_line(text, LIMITS[name]), LIMITS[name])
        for name, text in drafted.model_dump().items()
    }
    return Written(ask, **fields)


def _gathered(
    problem: str,
    written: Sequence[Written],
    asked: Sequence[Lens],
    passages: Sequence[Passage],
    services: "Services",
) -> Ideas:
    judge = Judge(services.reviewer, problem, date.fromisoformat(services.today))
    embed = services.embedder.embed if services.embedder else None
    return gathered(written, asked, Setting(one_line(problem, SHOWN), passages, judge, embed))


def _own_passages(problem: str, services: "Services") -> list[Passage]:
    """Return what the person's own documents and decisions say; notes would only be repeated."""
    found = [hit.passage for hit in services.search.find(problem, POOL)]
    own = [passage for passage in found if passage.collection != "notes"]
    return own[: services.passage_budget]


def _notes(ids: Iterable[str], services: "Services") -> tuple[Citation, ...]:
    """Return citations of the notes that describe the lenses, as far as they are here."""

    def known() -> Iterator[Citation]:
        for name in dict.fromkeys(ids):
            try:
                passage = services.knowledge.passage(name)
            except NotFound:
                continue
            yield cite(passage, passage.title)

    return tuple(known())


def _warnings(problem: str, silent: Sequence[Lens], services: "Services") -> Iterator[str]:
    if silent:
        names = ", ".join(lens.name for lens in silent)
        yield f"The model's reply could not be read, so these lenses gave nothing: {names}."
    if services.embedder is None:
        yield (
            "No embedder is set: likeness was told by words in common, which finds repeats only "
            "where they use the same words."
        )
    if len(problem) > SHOWN:
        yield f"The model was shown the first {SHOWN:,} characters of {len(problem):,}."


def _artifact(
    body: Ideas, citations: Iterable[Citation], warnings: Iterable[str], services: "Services"
) -> Artifact:
    return Artifact(
        kind=IDEAS,
        title=f"Ideas: {one_line(body.problem, TITLE_LENGTH)}",
        body=body,
        citations=tuple(citations),
        warnings=tuple(warnings),
        provenance=services.provenance(),
    )
