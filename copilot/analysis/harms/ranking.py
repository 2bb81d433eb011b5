"""Which harms come first."""

from collections import Counter
from collections.abc import Iterable, Sequence

from copilot.domain.review import Harm

GRAVE_ENOUGH = 6
"""Severity times likelihood from which on a harm makes a feature more than mild."""
OF_MILD = 2
"""So many harms are told of a feature that has none grave enough."""


def ranked(harms: Iterable[Harm]) -> tuple[Harm, ...]:
    """Return the harms that are worth telling, the worst first.

    Order: severity times likelihood, then severity, then kinds not yet seen, then people whom the
    output is about before others, then the order in which they came. One harm of a kind is told
    of the same people, the worst. A mild feature gets two at most: a long list would hide that
    there is little to fear.
    """
    worst = sorted(_one_a_kind(harms), key=lambda harm: (-harm.score, -harm.severity))
    seen: Counter[str] = Counter()
    repeats = []
    for harm in worst:
        repeats.append(seen[harm.type])
        seen[harm.type] += 1
    order = sorted(
        range(len(worst)),
        key=lambda at: (-worst[at].score, -worst[at].severity, repeats[at], not worst[at].direct),
    )
    return tuple(_without_trifles([worst[at] for at in order]))


def is_mild(harms: Iterable[Harm]) -> bool:
    """Tell whether none of the harms is grave enough to make a feature more than mild."""
    return all(harm.score < GRAVE_ENOUGH for harm in harms)


def _one_a_kind(harms: Iterable[Harm]) -> list[Harm]:
    kept: dict[tuple[str, str], Harm] = {}
    for harm in harms:
        same = kept.setdefault((harm.who, harm.type), harm)
        if harm.score > same.score:
            kept[harm.who, harm.type] = harm
    return list(kept.values())


def _without_trifles(harms: Sequence[Harm]) -> Sequence[Harm]:
    return harms[:OF_MILD] if is_mild(harms) else harms
