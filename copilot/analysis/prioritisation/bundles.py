"""The score of an item together with what it needs: why to take a low score early.

For work in sequence with precedence the ratio of the sums is the right measure (Sidney,
Operations Research 23, 1975): what a set brings, divided by what it takes.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from copilot.analysis.prioritisation.method import Method, likely
from copilot.domain.roadmap_parts import Item


class Pull(NamedTuple):
    """What makes an item come earlier than its own score would."""

    by: str
    """Id of the item that needs it."""
    score: float
    """Of that item with everything it needs."""


def pulls(wanting: Sequence[Item], items: Mapping[str, Item], method: Method) -> dict[str, Pull]:
    """Return the strongest pull on each item that others need.

    Args:
        wanting: Scored items that may pull what they need.
        items: All items, by id.
        method: The framework; one that divides by nothing knows no bundles.
    """
    found: dict[str, Pull] = {}
    for item in wanting if method.divisor else ():
        needs = [items[one] for one in closure(item, items)]
        whole = all(name in one.inputs for one in needs for name in method.needed)
        if not whole:
            continue
        pull = Pull(item.id, bundle_score([item, *needs], method))
        for one in needs:
            if one.id not in found or pull.score > found[one.id].score:
                found[one.id] = pull
    return found


def bundle_score(items: Sequence[Item], method: Method) -> float:
    """Return the sum of what items bring, divided by the sum of what they take."""
    takes = [item.inputs[method.divisor].likely for item in items]
    brings = [
        float(method.score(likely(item))) * cost for item, cost in zip(items, takes, strict=True)
    ]
    return sum(brings) / sum(takes)


def closure(item: Item, items: Mapping[str, Item]) -> list[str]:
    """Return the ids of everything an item waits for, however far away."""
    found: dict[str, None] = {}
    left = list(item.depends_on)
    while left:
        one = left.pop()
        if one in items and one not in found and one != item.id:
            found[one] = None
            left += items[one].depends_on
    return list(found)
