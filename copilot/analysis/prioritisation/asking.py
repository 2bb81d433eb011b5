"""What only people can say: five questions at most, those that would change most first."""

from collections.abc import Iterator, Sequence

from copilot.analysis.prioritisation.columns import in_words
from copilot.analysis.prioritisation.dependencies import cycles
from copilot.analysis.prioritisation.method import Method, listed
from copilot.domain.counting import counted
from copilot.domain.roadmap_parts import PlannedItem

MOST = 5


def questions(
    items: Sequence[PlannedItem], method: Method, capacity: float | None, slots: int
) -> list[str]:
    """Return the questions on a list, grouped by what they ask for.

    Args:
        items: Those not done.
        method: The framework.
        capacity: What fits into Now, where somebody said so.
        slots: How many of the first ranks belong to Now.
    """
    return list(_all(items, method, capacity, slots))[:MOST]


def _all(
    items: Sequence[PlannedItem], method: Method, capacity: float | None, slots: int
) -> Iterator[str]:
    names = {item.id: item.name for item in items}
    for ring in cycles(items):
        who = listed([names[one] for one in ring])
        yield f"{who} wait for each other: which can begin without the others?"
    yield from _missing(items, method)
    yield from _blocked(items, slots)
    outside = list(dict.fromkeys(one for item in items for one in item.waits_for))
    if outside:
        yield f"Not in the list, but waited for: {listed(outside)}. Done, or still to come?"
    if not any(item.score for item in items):
        if not any(item.depends_on for item in items) and len(items) > 1:
            yield "Which of them wait for another one, have a real date, or are mandatory?"
    elif method.cost and capacity is None and len(items) > 2:
        unit = method.cost.replace("_", " ")
        yield f"How much {unit} can the team take on at once (--capacity)? {_as_yet(slots)}"


def _as_yet(slots: int) -> str:
    return f"Now has room for {counted(slots, 'item')} until somebody says."


def _missing(items: Sequence[PlannedItem], method: Method) -> Iterator[str]:
    for name in method.needed:
        lacking = [item.name for item in items if name in item.missing]
        if lacking:
            who = "all items" if len(lacking) == len(items) > 4 else listed(lacking)
            yield f"{in_words(name).capitalize()} of {who}: {method.asks[name]}?"


def _blocked(items: Sequence[PlannedItem], slots: int) -> Iterator[str]:
    """Yield where an item whose score is enough for Now waits for one that scores less."""
    known = {item.id: item for item in items}
    for item in items:
        if item.score is None or item.score.rank > slots or not _held(item):
            continue
        for one in item.depends_on:
            other = known.get(one)
            if other and other.score and other.score.rank > item.score.rank:
                yield (
                    f"{item.name} ranks {item.score.rank} and waits for {other.name}, which ranks"
                    f" {other.score.rank}: take {other.name} first?"
                )


def _held(item: PlannedItem) -> bool:
    return item.placement is not None and "waits for" in item.placement.reason
