"""Answer questions from the knowledge, every statement with its passage."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from pydantic import BaseModel, Field

from copilot.analysis.answerability import may_hold_answer
from copilot.analysis.cautions import cautions
from copilot.analysis.grounding import Grounded, cite, ground, objections, unmentioned_names
from copilot.analysis.sentences import gathered, listed, numbered, with_neighbours
from copilot.analysis.untrusted import delimited, inert
from copilot.domain.artifact import Artifact, Body, Provenance
from copilot.domain.document import Citation, Passage
from copilot.skill import skill

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

    from copilot.services import Services

NO_ANSWER = "The knowledge does not answer this"
"""How an answer begins where the passages hold none; the prompt says so too."""
SHOWN = 3
"""Passages shown where there is no model to answer."""


class AskKnowledge(BaseModel):
    """A question to the knowledge."""

    question: str = Field(description="the question, complete in itself", min_length=1)
    collection: str | None = Field(None, description="search only this collection of documents")


class Answer(Body):
    """An answer, or the passages that may hold one."""

    question: str
    answer: str
    """Markdown; `[1]` is the first citation."""
    answered: bool
    passages: list[str] = []
    """Ids of the passages the answer was held against."""

    def markdown(self) -> str:
        """Return the answer."""
        return self.answer


class PickedSentences(BaseModel):
    """The sentences that answer a question, as a model chooses them."""

    sentences: list[int] = Field(description="numbers of sentences, best first", max_length=5)


@skill(
    prompts=("ask_knowledge", "pick_sentences"),
    examples=(
        "how is churn computed?",
        "what is a premortem",
        "which law covers cookies, and since when?",
        "how do I write a good press release?",
        "when should we stop an experiment",
        "what did we decide about the beta, and why?",
        "how do I write a decision record?",
    ),
)
async def ask_knowledge(request: AskKnowledge, services: "Services") -> Artifact:
    """Answer a question from the notes and the user's documents, with checked citations.

    Any question about law, frameworks, metrics, methods, risks, careers, cases, documents or what
    was decided and why, or about how something is done.

    A large model writes the answer; a small one chooses the sentences that are the answer;
    without a model the best passages are shown.
    """
    found = services.search.find(
        request.question, services.passage_budget, collection=request.collection
    )
    passages = services.knowledge.with_those_in_force([hit.passage for hit in found])
    notices = services.search.take_notices()
    model = services.chat_model
    if not may_hold_answer(found, services.search.unknown_share(request.question)):
        return _artifact(request, _no_answer(), (), notices, services.provenance())
    if model is None:
        return _best_passages(request, passages, notices, services.provenance())
    answer = _picked if services.has_small_model else _written
    return await answer(request, passages, notices, model, services)


async def _written(
    request: AskKnowledge,
    passages: Sequence[Passage],
    notices: list[str],
    model: "BaseChatModel",
    services: "Services",
) -> Artifact:
    """Let the model write, and check every marker, figure and clause."""
    from copilot.llm.prose import ask_prose

    prompt = services.prompts.get("ask_knowledge")
    messages = prompt.fill(
        question=inert(request.question),
        remark=_remark(unmentioned_names(request.question, passages)),
        passages=delimited(passages),
        today=services.today,
    )
    text, usage = await ask_prose(model, messages)
    grounded = ground(text, passages)
    warnings = [*notices, *_warnings(grounded), *objections(grounded.text, passages)]
    provenance = services.provenance(prompt.reference, usage)
    return _artifact(request, grounded, passages, warnings, provenance)


async def _picked(
    request: AskKnowledge,
    passages: Sequence[Passage],
    notices: list[str],
    model: "BaseChatModel",
    services: "Services",
) -> Artifact:
    """Let the model choose sentences, and write them down as they stand."""
    from copilot.llm.structured import ask_structured

    prompt, choices = services.prompts.get("pick_sentences"), numbered(passages)
    messages = prompt.fill(question=inert(request.question), sentences=listed(choices))
    picked, usage = await ask_structured(model, messages, PickedSentences)
    provenance = services.provenance(prompt.reference, usage)
    known = [number for number in picked.sentences if 1 <= number <= len(choices)]
    strange = unmentioned_names(request.question, passages)
    if not known or strange:
        warnings = [*notices, _nearest(passages), *([_remark(strange)] if strange else [])]
        return _artifact(request, _no_answer(), passages, warnings, provenance)
    grounded = ground(gathered(choices, with_neighbours(choices, known)), passages)
    return _artifact(request, grounded, passages, [*notices, *_warnings(grounded)], provenance)


def _best_passages(
    request: AskKnowledge, passages: Sequence[Passage], notices: list[str], provenance: Provenance
) -> Artifact:
    best = passages[:SHOWN]
    text = "\n\n".join(
        f"**{passage.title}** [{number}]\n\n{passage.text}"
        for number, passage in enumerate(best, start=1)
    )
    citations = tuple(cite(passage, request.question) for passage in best)
    warnings = [
        *notices,
        "No model is set, so these are the best passages and not an answer. "
        "Set one: pm-copilot setup",
    ]
    shown = Grounded(text, citations, (), 0)
    return _artifact(request, shown, passages, warnings, provenance, answered=False)


def _no_answer() -> Grounded:
    text = f"{NO_ANSWER}. Add a document that does, or ask in other words."
    return Grounded(text, (), (), 0)


def _nearest(passages: Sequence[Passage]) -> str:
    near = ", ".join(passage.id for passage in passages[:SHOWN])
    return f"The nearest passages are {near}."


def _remark(names: Sequence[str]) -> str:
    return f"The passages do not mention {' or '.join(names)}." if names else ""


def _warnings(grounded: Grounded) -> list[str]:
    warnings = []
    if grounded.removed:
        names = ", ".join(f"[{name}]" for name in grounded.removed)
        warnings.append(f"Citations that point to nothing were removed: {names}.")
    if grounded.addresses:
        warnings.append("Addresses were left out; those of the sources can be trusted.")
    if grounded.matched:
        warnings.append("The model cited nothing; the citations were matched to its words by code.")
    if not grounded.citations and not grounded.text.startswith(NO_ANSWER):
        warnings.append("No passage bears this answer; take it as the model's own words.")
    return warnings


def _artifact(
    request: AskKnowledge,
    grounded: Grounded,
    passages: Sequence[Passage],
    warnings: Sequence[str],
    provenance: Provenance,
    *,
    answered: bool | None = None,
) -> Artifact:
    citations: tuple[Citation, ...] = grounded.citations
    return Artifact(
        kind="ask_knowledge",
        title=request.question,
        body=Answer(
            question=request.question,
            answer=grounded.text,
            answered=bool(citations) if answered is None else answered,
            passages=[passage.id for passage in passages],
        ),
        citations=citations,
        warnings=(*warnings, *cautions(citations, passages, provenance.created.date())),
        provenance=provenance,
    )
