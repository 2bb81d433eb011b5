"""What the rules of the ethics review make of an idea, and of the problem it is for."""

from datetime import date
from typing import NamedTuple

from copilot.analysis.review.reviewer import Idea, Reviewer
from copilot.domain.review import LegalOutcome, Outcome, Triangle

GRAVE: tuple[Outcome, ...] = ("prohibited", "high_risk")
"""The gravest first."""
_SAID = {
    "prohibited": "No: the EU AI Act prohibits this",
    "high_risk": "High-risk under the EU AI Act",
}


class Verdict(NamedTuple):
    """An idea as the rules see it."""

    triangle: Triangle
    outcome: Outcome
    said: str
    """A plain no or warning; empty where the rules object to nothing."""


class Judge:
    """Puts ideas for one problem to the rules.

    Args:
        reviewer: What computes ethics reviews.
        problem: The problem, which may itself be objected to.
        today: The day for which the law is read.
    """

    def __init__(self, reviewer: Reviewer, problem: str, today: date) -> None:
        self._reviewer = reviewer
        self._problem = problem
        self._today = today
        self._of_problem = self._law(problem)

    @property
    def on_problem(self) -> str:
        """What the rules object to in the problem itself; empty where they do not."""
        said = _said(self._of_problem)
        return f"The problem as it is told: {said[0].lower()}{said[1:]}" if said else ""

    def verdict(self, idea: str) -> Verdict:
        """Return the scores of an idea, and an objection to it.

        The scores are of the idea's own words. The law is also read of idea and problem together,
        since an idea often leaves out what the problem has said; what the problem alone would
        bring about is not held against the idea.
        """
        review = self._reviewer.review(Idea(idea), self._today)
        alone = review.eu_ai_act
        together = self._law(f"{self._problem} {idea}")
        added = _rank(together) < min(_rank(self._of_problem), _rank(alone))
        law = together if added else alone
        return Verdict(review.triangle, law.outcome, _said(law, in_context=added))

    def _law(self, text: str) -> LegalOutcome:
        return self._reviewer.review(Idea(text), self._today).eu_ai_act


def _rank(law: LegalOutcome) -> int:
    return GRAVE.index(law.outcome) if law.outcome in GRAVE else len(GRAVE)


def _said(law: LegalOutcome, *, in_context: bool = False) -> str:
    if law.outcome not in _SAID:
        return ""
    points = f", {', '.join(law.points)}" if law.points else ""
    read = "idea and problem read together; " if in_context else ""
    return f"{_SAID[law.outcome]} ({read}as described{points})."
