"""Point a review to what was decided before on something alike."""

import re
from collections.abc import Sequence

from copilot.analysis.decisions.passages import LEAD
from copilot.domain.document import FoundPassage, Passage
from copilot.domain.review import Precedent, Review

ALIKE = 0.45
"""Cosine of idea and decision from which they are about the same thing."""
SHARED = 0.3
"""Share of the idea's longer words that a decision has, where no embedder compares them."""
SHOWN = 2
_WORD = re.compile(r"[a-z]{5,}")


def alike(idea: str, found: Sequence[FoundPassage]) -> list[Passage]:
    """Return the passages that are about the same thing as the idea, the nearest first."""
    words = set(_WORD.findall(idea.lower()))
    return [hit.passage for hit in found if _is_alike(hit, words)]


def pointing_to(review: Review, passages: Sequence[Passage]) -> tuple[Review, dict[str, Passage]]:
    """Return the review with the decisions among its precedents, and their passages by id.

    Args:
        review: Without any.
        passages: Of decisions; one each is shown, the one that says what was decided.
    """
    leads = {one.document: one for one in passages if one.id.endswith(f"#{LEAD}")}
    shown = list(leads.values())[:SHOWN]
    rows = tuple(Precedent(id=one.id, why=_why(one)) for one in shown)
    pointed = review.model_copy(update={"precedents": (*review.precedents, *rows)})
    return pointed, {one.id: one for one in shown}


def _is_alike(hit: FoundPassage, words: set[str]) -> bool:
    if hit.similarity is not None:
        return hit.similarity >= ALIKE
    shared = words & set(_WORD.findall(hit.passage.indexed_text.lower()))
    return bool(words) and len(shared) / len(words) >= SHARED


def _why(lead: Passage) -> str:
    """Return the sentence that says what was decided, and whether it still holds."""
    said = re.split(r"\s(?:Options considered|It is a|Confidence was|It is to be)\b", lead.text)[0]
    return said.strip()
