"""Join what several readers say of a feature.

A person outweighs the signals, and the signals outweigh the model. A yes that the model alone has
read counts only where the rules ask for it; everything else is shown, with what would follow, and
asked.
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
    settled = [fact for fact in read.values() if _settles(fact, signals, asked)]
    facts = signals.corrected(settled).corrected(said.values())
    names = dict.fromkeys([*said, *read])
    readings = {
        name: [one for one in (said.get(name), signals.fact(name), read.get(name)) if one]
        for name in names
    }
    differing = (
        Disagreement(fact=name, readings=tuple(heard))
        for name in names
        if len(heard := _heard(readings[name], facts.value(name), is_asked=name in asked)) > 1
    )
    return Merged(facts, tuple(differing))


def _settles(fact: Fact, signals: FeatureFacts, asked: Container[str]) -> bool:
    """Tell whether a model's reading counts; its no never does, or a planted order could clear."""
    return fact.value == "yes" and fact.name in asked and signals.value(fact.name) == "unknown"


def _heard(readings: Sequence[Fact], counted: FactValue, *, is_asked: bool) -> list[Fact]:
    """Return the readings to show where they differ; a model's finding differs from silence."""
    known = [fact for fact in readings if fact.value != "unknown"]
    if len({fact.value for fact in known}) > 1:
        return known
    found = any(fact.value == "yes" or is_asked for fact in known)
    return list(readings) if counted == "unknown" and found else []


def _by_name(facts: Iterable[Fact]) -> dict[str, Fact]:
    return {fact.name: fact for fact in facts}
