"""Join what several readers say of a feature.

A person outweighs the signals, and the signals outweigh the model. What the model alone has read
counts only where the rules ask for it; elsewhere it is shown, with what would follow, and asked.
"""

from collections.abc import Container, Iterable, Sequence
from typing import NamedTuple

from copilot.domain.feature import Fact, FactValue, FeatureFacts
from copilot.domain.review_parts import Disagreement


class Merged(NamedTuple):
    """The facts that count, and where readers differ."""

    facts: FeatureFacts
    disagreements: tuple[Disagreement, ...]


def merged(
    signals: FeatureFacts, model: Iterable[Fact], person: Iterable[Fact], asked: Container[str]
) -> Merged:
    """Return the facts that count and the disagreements, what counts first in each.

    Args:
        signals: Read by phrases and likeness.
        model: Read by the model.
        person: Said by a person.
        asked: Facts that the rules ask for, since they keep the outcome open.
    """
    said, read = _by_name(person), _by_name(model)
    settled = [read[name] for name in read if name in asked and signals.value(name) == "unknown"]
    facts = signals.corrected(settled).corrected(said.values())
    names = dict.fromkeys([*said, *read])
    readings = {
        name: [one for one in (said.get(name), signals.fact(name), read.get(name)) if one]
        for name in names
    }
    differing = (
        Disagreement(fact=name, readings=tuple(heard))
        for name in names
        if len(heard := _heard(readings[name], counted=facts.value(name))) > 1
    )
    return Merged(facts, tuple(differing))


def _heard(readings: Sequence[Fact], counted: FactValue) -> list[Fact]:
    """Return the readings to show where they differ; a yes of the model differs from silence."""
    known = [fact for fact in readings if fact.value != "unknown"]
    if len({fact.value for fact in known}) > 1:
        return known
    overlooked = counted == "unknown" and any(fact.value == "yes" for fact in known)
    return list(readings) if overlooked else []


def _by_name(facts: Iterable[Fact]) -> dict[str, Fact]:
    return {fact.name: fact for fact in facts}
