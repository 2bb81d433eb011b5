"""Conditions of the harm book, over the facts of a feature."""

from typing import Annotated, Any, TypeAlias

from pydantic import PlainValidator

from copilot.analysis.triage import logic
from copilot.domain.feature import Fact, FactValue, FeatureFacts


def _parsed(raw: Any) -> logic.Condition:
    return raw if isinstance(raw, logic.Condition) else logic.parsed(raw)


Condition: TypeAlias = Annotated[logic.Condition, PlainValidator(_parsed)]
"""A condition, written as the rules of the triage write theirs."""


def truth(condition: logic.Condition, facts: FeatureFacts) -> FactValue:
    """Return whether a condition holds."""
    return logic.holds(condition, {fact.name: fact for fact in facts.facts})


def holds(condition: logic.Condition, facts: FeatureFacts) -> bool:
    """Tell whether a condition holds for certain."""
    return truth(condition, facts) == "yes"


def names(condition: logic.Condition) -> set[str]:
    """Return the names of all facts that a condition looks at."""
    return set(logic.named(condition))


def settled_by(condition: logic.Condition, facts: FeatureFacts) -> set[str]:
    """Return the unknown facts each of which could alone make a condition hold."""
    known = {fact.name: fact for fact in facts.facts}
    return {
        name for name in logic.undecided(condition, known) if _could_hold(condition, facts, name)
    }


def _could_hold(condition: logic.Condition, facts: FeatureFacts, name: str) -> bool:
    answers = (Fact(name=name, value="yes"), Fact(name=name, value="no"))
    return any(holds(condition, facts.corrected([answer])) for answer in answers)
