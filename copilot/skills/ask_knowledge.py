"""Answer questions from the knowledge, every statement with its passage."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from pydantic import BaseModel, Field

from copilot.analysis.grounding import (
    cite,
    ground,
    unborne_figures,
    unknown_clauses,
    unmentioned_names,
)
from copilot.analysis.untrusted import delimited
from copilot.domain.artifact import Artifact, Body, Provenance
from copilot.domain.document import Citation, FoundPassage, Passage
from copilot.skill import skill

if TYPE_CHECKING:
    from copilot.services import Services

NEAR, SURELY_NEAR = 0.24, 0.45
"""Cosines below which nothing is taken for an answer: of any question, and of one of whose words
many are in no passage. The first is the least of an answerable question in the dev half of
evals/retrieval. A question near the subject but without an answer passes; there the prompt asks
the model to say so."""
MANY = 0.5
NO_ANSWER = "The knowledge does not answer this"
"""What the prompt tells the model to write where the passages hold no answer."""


class AskKnowledge(BaseModel):
    """A question to the knowledge."""

    question: str = Field(description="the question, complete in itself", min_length=1)
    collection: str | None = Field(None, description="search only this collection of documents")


class Answer(Body):
    """An answer, or the passages that may hold one."""

    question: str
    answer: str
    """Markdown; `[1]` is the first citation. Empty where nothing was found."""
    answered: bool
    passages: list[str] = []
    """Ids of the passages the answer was held against."""

    def markdown(self) -> str:
        """Return the answer."""
        return self.answer


@skill(
    prompts=("ask_knowledge",),
    examples=(
        "how is churn computed?",
        "what is a premortem",
        "which law covers cookies, and since when?",
        "how do I write a good press release?",
        "when should we stop an experiment",
    ),
)
async def ask_knowledge(request: AskKnowledge, services: "Services") -> Artifact:
    """Answer a question from the notes and the user's documents, with checked citations.

    Any question about law, frameworks, metrics, methods, risks, careers or cases, or about how
    something is done.

    Without a model it returns the best passages.
    """
    found = services.search.find(
        request.question, services.passage_budget, collection=request.collection
    )
    passages = [hit.passage for hit in found]
    if not _is_near(found, services.search.unknown_share(request.question)):
        return _artifact(
            request, _nothing_found(request), services.provenance(), warnings=_notices(services)
        )
    if services.chat_model is None:
        return _best_passages(services, request, passages)
    return await _answered(services, request, passages)


async def _answered(
    services: "Services", request: AskKnowledge, passages: Sequence[Passage]
) -> Artifact:
    from copilot.llm.prose import ask_prose

    prompt = services.prompts.get("ask_knowledge")
    strange_names = unmentioned_names(request.question, passages)
    messages = prompt.fill(
        question=request.question,
        remark=_remark(strange_names),
        passages=delimited(passages),
        today=services.clock().date().isoformat(),
    )
    text, usage = await ask_prose(services.chat_model, messages)
    grounded = ground(text, passages)
    body = Answer(
        question=request.question,
        answer=grounded.text,
        answered=bool(grounded.citations),
        passages=[passage.id for passage in passages],
    )
    warnings = [*_notices(services), *_warnings(grounded.removed, grounded.matched)]
    strangers = unknown_clauses(grounded.text, passages)
    if strangers:
        warnings.append(f"Not in any passage given, so check before use: {', '.join(strangers)}.")
    figures = unborne_figures(grounded.text, passages)
    if figures:
        warnings.append(f"Figures that stand in no passage: {', '.join(figures)}.")
    if strange_names:
        warnings.append(_remark(strange_names))
    if not grounded.citations and not grounded.text.startswith(NO_ANSWER):
        warnings.append("No passage bears this answer; take it as the model's own words.")
    provenance = services.provenance(prompt.reference, usage)
    return _artifact(request, body, provenance, grounded.citations, warnings)


def _is_near(found: Sequence[FoundPassage], unknown_share: float) -> bool:
    """Tell whether the passages may hold an answer: near enough, and not about other things."""
    nearness = [hit.similarity for hit in found if hit.similarity is not None]
    if not found or not nearness:
        return bool(found) and unknown_share < MANY
    return max(nearness) >= (SURELY_NEAR if unknown_share >= MANY else NEAR)


def _remark(names: Sequence[str]) -> str:
    return f"The passages do not mention {' or '.join(names)}." if names else ""


def _nothing_found(request: AskKnowledge) -> Answer:
    text = "The knowledge has nothing on this. Add a document that does, or ask in other words."
    return Answer(question=request.question, answer=text, answered=False)


def _best_passages(
    services: "Services", request: AskKnowledge, passages: Sequence[Passage]
) -> Artifact:
    parts = [
        f"**{passage.title}** [{number}]\n\n{passage.text}"
        for number, passage in enumerate(passages[:3], start=1)
    ]
    body = Answer(
        question=request.question,
        answer="\n\n".join(parts),
        answered=False,
        passages=[passage.id for passage in passages],
    )
    citations = tuple(cite(passage, request.question) for passage in passages[:3])
    warnings = [
        *_notices(services),
        "No model is set, so these are the best passages and not an answer. "
        "Set one: pm-copilot setup",
    ]
    return _artifact(request, body, services.provenance(), citations, warnings)


def _warnings(removed: Sequence[str], matched: int) -> list[str]:
    warnings = []
    if removed:
        names = ", ".join(f"[{name}]" for name in removed)
        warnings.append(f"Citations that point to nothing were removed: {names}.")
    if matched:
        warnings.append("The model cited nothing; the citations were matched to its words by code.")
    return warnings


def _notices(services: "Services") -> list[str]:
    notices = list(dict.fromkeys(services.search.notices))
    services.search.notices.clear()
    return notices


def _artifact(
    request: AskKnowledge,
    body: Answer,
    provenance: Provenance,
    citations: tuple[Citation, ...] = (),
    warnings: Sequence[str] = (),
) -> Artifact:
    return Artifact(
        kind="ask_knowledge",
        title=request.question,
        body=body,
        citations=citations,
        warnings=tuple(warnings),
        provenance=provenance,
    )
