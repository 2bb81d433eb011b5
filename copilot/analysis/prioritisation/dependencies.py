"""What has to come first: cycles, and what mandatory work needs."""

from collections.abc import Iterable, Mapping, Sequence

from copilot.domain.roadmap_parts import Item


def cycles(items: Sequence[Item]) -> list[list[str]]:
    """Return the ids of items that wait for each other in a ring, one list a ring.

    Rings that share an item are one (strongly connected components, Tarjan 1972, without
    recursion, since lists are long).
    """
    waits = {item.id: item.depends_on for item in items}
    number: dict[str, int] = {}
    lowest: dict[str, int] = {}
    trail: list[str] = []
    rings = []
    for start in waits:
        stack = [] if start in number else [(start, iter(waits[start]))]
        if stack:
            _enter(start, number, lowest, trail)
        while stack:
            one, others = stack[-1]
            other = next((other for other in others if other in waits), None)
            if other is None:
                stack.pop()
                ring = _leave(one, number, lowest, trail)
                rings += [ring] if len(ring) > 1 else []
                if stack:
                    above = stack[-1][0]
                    lowest[above] = min(lowest[above], lowest[one])
            elif other not in number:
                _enter(other, number, lowest, trail)
                stack.append((other, iter(waits[other])))
            elif other in trail:
                lowest[one] = min(lowest[one], number[other])
    return [[one for one in waits if one in ring] for ring in rings]


def _enter(one: str, number: dict[str, int], lowest: dict[str, int], trail: list[str]) -> None:
    number[one] = lowest[one] = len(number)
    trail.append(one)


def _leave(
    one: str, number: Mapping[str, int], lowest: Mapping[str, int], trail: list[str]
) -> list[str]:
    if lowest[one] != number[one]:
        return []
    at = trail.index(one)
    ring = trail[at:]
    del trail[at:]
    return ring


def needed_by(wanted: Iterable[str], items: Mapping[str, Item]) -> dict[str, str]:
    """Return everything the wanted items wait for, each with who needs it."""
    found: dict[str, str] = {}
    left = list(wanted)
    while left:
        one = left.pop()
        for other in items[one].depends_on:
            if other in items and other not in found:
                found[other] = one
                left.append(other)
    return found
