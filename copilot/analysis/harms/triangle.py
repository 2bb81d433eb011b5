"""The triangle of truth: business value, ethics and human impact, side by side.

The three corners are those of the note `triangle-of-truth`; the scale is that of the review, 1 to
4. A weak corner is never paid for by a strong one, so no mean is taken.
"""

import re
from collections.abc import Iterable

from copilot.analysis.harms.patterns import CornerName, HarmBook
from copilot.domain.feature import FeatureFacts
from copilot.domain.review import Corner, Harm, LegalOutcome, Outcome, Triangle

NOT_STATED = 2
STATED, MEASURED = 3, 4
BENEFIT = "states_benefit"
_FIGURE = re.compile(r"\d")
_BY_LAW: dict[Outcome, tuple[int, str]] = {
    "prohibited": (1, "the use is banned"),
    "unclear": (2, "what the law makes of it is not settled"),
    "high_risk": (3, "it is high-risk and may be used once the duties are met"),
    "exempt": (3, "it is a listed use that rests on an exemption"),
    "not_high_risk": (4, "it is neither banned nor high-risk"),
}
_BY_RESIDUAL = ((12, 1), (8, 2), (5, 3))
"""From this residual score on, no more than this."""


def triangle(
    book: HarmBook, facts: FeatureFacts, outcome: LegalOutcome, harms: Iterable[Harm]
) -> Triangle:
    """Return the three corners, each with the reason for its score."""
    harms = list(harms)
    level, law = _BY_LAW[outcome.outcome]
    ethics = _weighed(level, law, _worst(book, harms, "ethics"))
    unbarred = 1 if outcome.outcome == "prohibited" else 4
    told = "a banned use has no acceptable effect on people" if unbarred == 1 else ""
    human = _weighed(unbarred, told, _worst(book, harms, "human_impact"))
    return Triangle(business_value=_value(facts), ethics=ethics, human_impact=human)


def _value(facts: FeatureFacts) -> Corner:
    fact = facts.fact(BENEFIT)
    if fact.value != "yes":
        return Corner(score=NOT_STATED, why="Not stated: the description names no benefit.")
    said = f": “{fact.evidence}”" if fact.evidence else ""
    if _FIGURE.search(fact.evidence or ""):
        return Corner(score=MEASURED, why=f"Stated with a figure, which nobody has checked{said}.")
    return Corner(score=STATED, why=f"Stated, without a figure{said}.")


def _worst(book: HarmBook, harms: Iterable[Harm], corner: CornerName) -> Harm | None:
    mine = [harm for harm in harms if book.type(harm.type).corner == corner]
    return max(mine, key=lambda harm: (harm.residual_score, harm.score), default=None)


def _weighed(level: int, reason: str, worst: Harm | None) -> Corner:
    score = min(level, _limit(worst.residual_score)) if worst else level
    left = (
        f"what remains after mitigation is worst for {worst.who}"
        f" ({worst.score} of 16 as described, {worst.residual_score} after)"
        if worst
        else "no harm of this kind was found"
    )
    why = "; ".join(part for part in (reason, left) if part)
    return Corner(score=score, why=f"{why[0].upper()}{why[1:]}.")


def _limit(residual: int) -> int:
    return next((level for least, level in _BY_RESIDUAL if residual >= least), 4)
