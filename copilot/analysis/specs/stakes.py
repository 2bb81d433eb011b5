"""What is at stake with a feature, by which the length of its specification is chosen."""

from typing import NamedTuple

from copilot.domain.review import Harm, Review
from copilot.domain.spec import Stakes

MANY = 12
"""Requirements from which a feature is more than a small one."""
GRAVE = 8
"""Score of a harm, severity times likelihood, from which stakes are high."""


class Judged(NamedTuple):
    """The stakes, and why."""

    stakes: Stakes
    why: str


def judged(review: Review, requirements: int, *, has_model: bool) -> Judged:
    """Return what is at stake, by the ethics review, the model and the size.

    Args:
        review: Of the source.
        requirements: How many the source has.
        has_model: Whether a model decides, suggests or writes.
    """
    outcome = review.eu_ai_act.outcome
    gravest = max(review.harms, key=lambda harm: harm.score, default=None)
    worst = gravest.score if gravest else 0
    if outcome in ("prohibited", "high_risk"):
        named = outcome.replace("_", "-")
        if has_model:
            return Judged("high", f"The EU AI Act: {named}.")
        return Judged("medium", f"If a model does it, the EU AI Act may call it {named}.")
    if gravest and worst >= GRAVE and has_model:
        return Judged("high", f"A grave harm is possible ({worst} of 16): {_told(gravest)}.")
    if has_model or worst >= GRAVE:
        return Judged("medium", "A model decides, suggests or writes." if has_model else "Harm.")
    if requirements >= MANY:
        return Judged("medium", f"{requirements} requirements hang together.")
    return Judged("low", "No model decides, and no grave harm was found by rules.")


def _told(harm: Harm) -> str:
    """Return whom a harm meets, without what stands in brackets, and what it is."""
    return f"{harm.who.split(' (')[0]} {harm.harm.rstrip('.')}"
