"""Facts of the harm book that follow from facts of the rules and from the legal outcome."""

from collections.abc import Iterator, Mapping

from copilot.analysis.harms.patterns import Derived
from copilot.analysis.harms.when import holds
from copilot.analysis.triage import logic
from copilot.domain.feature import Fact, FeatureFacts
from copilot.domain.review import LegalOutcome

LISTED = "listed"
"""Stands, in conditions, for: high-risk by a point of Annex III."""
PRODUCT = "6(1)"
"""The point by which products are high-risk."""


def with_derived(
    facts: FeatureFacts, derived: Mapping[str, Derived], outcome: LegalOutcome
) -> FeatureFacts:
    """Return the facts and what follows from them, each with the words that show it.

    Only what holds is derived: that nobody wrote of children does not show that there are none.
    A fact that is known under its own name stays as it is.
    """
    known = facts.corrected(_of_law(outcome))
    unknown = (name for name in derived if facts.value(name) == "unknown")
    found = [_followed(name, derived[name], known) for name in unknown]
    return facts.corrected([fact for fact in found if fact is not None])


def _of_law(outcome: LegalOutcome) -> Iterator[Fact]:
    found = outcome.points if outcome.outcome in {"prohibited", "high_risk"} else ()
    yield from (Fact(name=point, value="yes") for point in found)
    listed = outcome.outcome == "high_risk" and any(point.startswith("III.") for point in found)
    yield Fact(name=LISTED, value="yes" if listed else "no")
    if PRODUCT not in found:
        yield Fact(name=PRODUCT, value="no")


def _followed(name: str, row: Derived, facts: FeatureFacts) -> Fact | None:
    if not holds(row.when, facts) or (row.unless and holds(row.unless, facts)):
        return None
    grounds = logic.explained(row.when, {fact.name: fact for fact in facts.facts})
    shown = next((fact for fact in grounds if fact.evidence), grounds[0])
    return Fact(name=name, value="yes", evidence=shown.evidence, reader=shown.reader)
