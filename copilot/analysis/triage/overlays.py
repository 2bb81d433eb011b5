"""Duties of other regimes and findings of frameworks, beside the outcome under the EU AI Act."""

from collections.abc import Iterable, Iterator, Sequence

from copilot.analysis.triage.logic import Facts, explained, holds
from copilot.analysis.triage.rules import Duty
from copilot.analysis.triage.wording import named
from copilot.domain.feature import FeatureFacts
from copilot.domain.review import FrameworkFinding, Overlay

REGIMES = frozenset({"GDPR", "CCPA", "Colorado"})
"""Law in force; the others are frameworks that ask and bind nobody."""


def overlays(facts: FeatureFacts, duties: Sequence[Duty]) -> tuple[Overlay, ...]:
    """Return the duties of other laws that the facts bring about, in the order of the rules."""
    return tuple(
        Overlay(regime=duty.regime, clause=duty.item, why=why, citation=duty.note)
        for duty, why in _holding(facts, duties)
        if duty.regime in REGIMES
    )


def findings(facts: FeatureFacts, duties: Sequence[Duty]) -> tuple[FrameworkFinding, ...]:
    """Return what frameworks have to say on the facts, in the order of the rules."""
    return tuple(
        FrameworkFinding(framework=duty.regime, item=duty.item, finding=why, citation=duty.note)
        for duty, why in _holding(facts, duties)
        if duty.regime not in REGIMES
    )


def _holding(facts: FeatureFacts, duties: Iterable[Duty]) -> Iterator[tuple[Duty, str]]:
    known: Facts = {fact.name: fact for fact in facts.facts}
    for duty in duties:
        if holds(duty.when, known) == "yes" and holds(duty.unless, known) != "yes":
            yield duty, duty.why.format(evidence=named(explained(duty.when, known)))
