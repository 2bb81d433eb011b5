"""Whether passages may hold an answer, before a model is asked."""

from collections.abc import Sequence

from copilot.domain.document import FoundPassage

NEAR, SURELY_NEAR = 0.24, 0.45
"""Cosines below which nothing is taken for an answer: of any question, and of one many of whose
words are in no passage. The first is the least of an answerable dev question in
evals/retrieval. A question near the subject but without an answer passes; there it is for the
model to say so."""
MANY = 0.5
"""Share of a question's words from which on they are many."""


def may_hold_answer(found: Sequence[FoundPassage], unknown_share: float) -> bool:
    """Tell whether the best of the passages is near enough to the question.

    Args:
        found: What a search found; without similarities only words count.
        unknown_share: Share of the question's words that no passage at all has, 0 to 1.
    """
    nearness = [hit.similarity for hit in found if hit.similarity is not None]
    if not found or not nearness:
        return bool(found) and unknown_share < MANY
    return max(nearness) >= (SURELY_NEAR if unknown_share >= MANY else NEAR)
