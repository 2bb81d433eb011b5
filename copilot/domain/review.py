"""An ethics review: legal outcome, overlays, harms, precedents, triangle, recommendation."""

from pydantic import computed_field

from copilot.domain import review_text
from copilot.domain.artifact import Artifact, Body
from copilot.domain.feature import Fact
from copilot.domain.review_parts import (
    FIRST,
    Corner,
    Disagreement,
    FactQuestion,
    FrameworkFinding,
    Harm,
    LegalOutcome,
    Mitigation,
    Outcome,
    Overlay,
    Part,
    Precedent,
    Reason,
    Recommendation,
    Requirement,
    Scale,
    Triangle,
)
from copilot.errors import InputError

__all__ = [
    "FIRST",
    "Corner",
    "Disagreement",
    "FactQuestion",
    "FrameworkFinding",
    "Harm",
    "LegalOutcome",
    "Mitigation",
    "Outcome",
    "Overlay",
    "Part",
    "Precedent",
    "Reason",
    "Recommendation",
    "Requirement",
    "Review",
    "Scale",
    "Triangle",
    "review_of",
]


class Review(Body):
    """The content of an ethics review."""

    description: str
    facts: tuple[Fact, ...]
    eu_ai_act: LegalOutcome
    overlays: tuple[Overlay, ...] = ()
    frameworks: tuple[FrameworkFinding, ...] = ()
    harms: tuple[Harm, ...] = ()
    """Ranked; a reviewer must read the first eight."""
    precedents: tuple[Precedent, ...] = ()
    triangle: Triangle
    open_questions: tuple[str, ...] = ()
    not_assessed: tuple[str, ...] = ()
    recommendation: Recommendation
    why: str = ""
    """Reason of the recommendation, written so that a stranger could disagree."""
    requirements: tuple[Requirement, ...] = ()
    questions: tuple[FactQuestion, ...] = ()
    """What a person can answer so that the review is computed anew, five at most."""
    disagreements: tuple[Disagreement, ...] = ()
    said: tuple[Fact, ...] = ()
    """What a person has stated; with `read`, enough to compute the review anew."""
    read: tuple[Fact, ...] = ()
    """What a model has read, counted or not."""
    rules_version: str = ""

    @computed_field  # type: ignore[prop-decorator]
    @property
    def conditions(self) -> tuple[str, ...]:
        """The requirements as lines."""
        return tuple(row.written() for row in self.requirements)

    def markdown(self) -> str:
        """Return what a compliance colleague reads: the outcome first, the signature last."""
        sections = (
            review_text.idea(self.description),
            review_text.verdict(self.eu_ai_act, self.recommendation, self.why),
            review_text.reasons(self.eu_ai_act, self.facts),
            review_text.disagreement_list(self.disagreements),
            review_text.changes(self.eu_ai_act),
            review_text.transparency(self.eu_ai_act),
            review_text.regimes(self.overlays, self.frameworks),
            review_text.harm_table(self.harms),
            review_text.checklist(self.conditions),
            review_text.precedent_list(self.precedents),
            review_text.corners(self.triangle),
            review_text.bullets("Open questions", self.open_questions),
            review_text.bullets("Not assessed", self.not_assessed),
            review_text.signature(),
        )
        return "\n\n".join(section for section in sections if section)


def review_of(artifact: Artifact) -> Review:
    """Return the content of an ethics review.

    Raises:
        InputError: The artifact is another one.
    """
    if not isinstance(artifact.body, Review):
        raise InputError(f"{artifact.title} is no ethics review.", hint="Choose a review.")
    return artifact.body
