"""What the review recommends; a person decides and signs."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from copilot.domain.review import Harm, LegalOutcome, Recommendation, Requirement

TOO_MUCH = 12
"""Residual severity times likelihood that no condition makes good."""


class Advice(NamedTuple):
    """A recommendation and its reason, written so that a stranger could disagree."""

    recommendation: Recommendation
    why: str


def advice(
    outcome: LegalOutcome, harms: Iterable[Harm], conditions: Sequence[Requirement]
) -> Advice:
    """Return the recommendation.

    A ban stops; missing facts come before any weighing of harms; a harm that stays grave after
    its mitigations asks for another design, whatever the law says.
    """
    if outcome.outcome == "prohibited":
        points = ", ".join(f"Art. {point}" for point in outcome.points)
        return Advice("stop", f"The use is banned ({points}); no condition or consent cures it.")
    if outcome.outcome == "unclear" or outcome.missing_facts:
        asked = ", ".join(name.replace("_", " ") for name in outcome.missing_facts)
        return Advice("need_facts", f"Facts that decide are missing: {asked or 'see the reasons'}.")
    left = max(harms, key=lambda harm: harm.residual_score, default=None)
    if left is not None and left.residual_score >= TOO_MUCH:
        return Advice("redesign", _remains(left))
    return _permitted(outcome, conditions)


def _remains(harm: Harm) -> str:
    return (
        f"After every mitigation listed, the harm to {harm.who} stays at severity"
        f" {harm.residual[0]} and likelihood {harm.residual[1]}; the design itself has to change."
    )


def _permitted(outcome: LegalOutcome, conditions: Sequence[Requirement]) -> Advice:
    reasons = []
    if outcome.outcome == "high_risk":
        reasons.append("it is high-risk, so the duties come first")
    if outcome.outcome == "exempt":
        reasons.append("the exemption holds only with its written record")
    if outcome.transparency:
        reasons.append("people have to be told")
    if not reasons and conditions:
        reasons.append("harms remain that the conditions lower")
    if not reasons:
        return Advice("proceed", "Nothing found that a condition would have to lower.")
    text = "; ".join(reasons)
    return Advice("proceed_with_conditions", f"{text[0].upper()}{text[1:]}.")
