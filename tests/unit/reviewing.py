"""Ideas of which the outcome is plain, and services whose rules are read once a run."""

from datetime import date
from pathlib import Path
from typing import Any

from copilot.analysis.review.reviewer import Idea, Reviewer
from copilot.analysis.triage.rules import Effect, Rule
from copilot.domain.feature import Fact, FactValue
from copilot.domain.review import Review
from tests.doubles import SmallServices

TODAY = date(2026, 11, 22)
BANNED = "The police use live face recognition of passers-by in public streets to find suspects."
CREDIT = "A credit score decides on consumer loans from the payment history of each applicant."
DISEASE = "It predicts each patient's risk of a disease for the clinicians who treat them."
SPELLING = "A spell checker marks typing errors in emails."
GERMAN = "Eine Kamera erkennt die Stimmung der Schüler im Unterricht und meldet sie dem Lehrer."
PLAIN = {
    BANNED: "prohibited",
    CREDIT: "high_risk",
    DISEASE: "unclear",
    SPELLING: "not_high_risk",
}


def rule(point: str, effect: Effect, when: str, unless: str = "never") -> Rule:
    """Return a rule of our own on one fact."""
    written = {"id": point, "clause": f"EU AI Act {point}", "point": point, "effect": effect}
    found = {"when": when, "unless": unless, "applies_from": TODAY, "note": "a#b"}
    return Rule.model_validate({**written, **found, "text": "So ({evidence}).", "version": "1"})


RULES = (rule("5(1)(z)", "prohibited", "grave"), rule("III.9", "area", "serious", "spared"))


def said(**values: FactValue) -> tuple[Fact, ...]:
    """Return facts as a person states them."""
    return tuple(Fact(name=name, value=value, reader="person") for name, value in values.items())


def reviewed(reviewer: Reviewer, description: str, **values: FactValue) -> Review:
    """Return the review of a description with what a person states."""
    return reviewer.review(Idea(description, said(**values)), TODAY)


class ReviewServices(SmallServices):
    """Small services with a reviewer that other tests share.

    Args:
        reviewer: The reviewer.
        notes: The folder of notes.
        workspace: The workspace's folder.
        given: What `Services` takes beside.
    """

    def __init__(self, reviewer: Reviewer, notes: Path, workspace: Path, **given: Any) -> None:
        super().__init__(notes, workspace, **given)
        self.reviewer = reviewer
