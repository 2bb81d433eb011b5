"""A list read by Kano: categories with their doubts, and no rank."""

from collections.abc import Iterator, Sequence

from copilot.analysis.prioritisation.kano import FEW
from copilot.analysis.prioritisation.method import listed
from copilot.domain.roadmap import Roadmap
from copilot.domain.roadmap_parts import Item, PlannedItem

_ORDER = ("must-be", "performance", "attractive", "indifferent", "reverse", "questionable")
"""In which categories are shown; it is an order of reading, and no rank."""
_MANY_QUESTIONABLE = 0.1


def kano_roadmap(items: Sequence[Item], remarks: Sequence[str]) -> Roadmap:
    """Return items by category; those without answers are named."""
    lines = [
        PlannedItem(**dict(item), missing=[] if item.kano or item.done else ["answers"])
        for item in items
    ]
    return Roadmap(
        framework="kano",
        method="Kano",
        formula="",
        items=sorted(lines, key=_place),
        cautions=[*_cautions(lines), *remarks],
        questions=list(_questions(lines)),
    )


def _place(line: PlannedItem) -> int:
    result = line.kano
    if result is None:
        return len(_ORDER)
    counts: dict[str, int] = result.counts
    first: str = result.category or max(counts, key=lambda name: counts[name])
    return _ORDER.index(first)


def _cautions(lines: Sequence[PlannedItem]) -> Iterator[str]:
    read = [line for line in lines if line.kano]
    few = [line.name for line in read if line.kano and 0 < line.kano.answers < FEW]
    if few:
        yield f"Under {FEW} answers, too few even for a rough reading: {listed(few)}."
    open_ = [line.name for line in read if line.kano and _is_open(line)]
    if open_:
        yield f"Chance may have put the first category before the second: {listed(open_)}."
    unclear = [line.name for line in read if _share(line, "questionable") >= _MANY_QUESTIONABLE]
    if unclear:
        yield f"Many answers contradict themselves, so reword the question: {listed(unclear)}."
    against = [line.name for line in read if line.kano and line.kano.category == "reverse"]
    if against:
        yield f"Most would rather not have it: {listed(against)}."
    given = [line.name for line in read if line.kano and line.kano.source == "given"]
    if given:
        yield f"Category as written in the list, with no answers to check it by: {listed(given)}."
    if read:
        yield "Count by segment too: segments that disagree look indifferent together."


def _is_open(line: PlannedItem) -> bool:
    assert line.kano is not None
    no_first = line.kano.category is None and line.kano.source == "answers"
    return no_first or line.kano.runner_up is not None


def _share(line: PlannedItem, category: str) -> float:
    result = line.kano
    return result.counts.get(category, 0) / result.answers if result and result.answers else 0.0


def _questions(lines: Sequence[PlannedItem]) -> Iterator[str]:
    lacking = [line.name for line in lines if line.missing]
    if lacking:
        yield (
            f"{listed(lacking)}. How would customers feel with it, and how without it: like,"
            " expect, neutral, can live with, dislike? One pair of answers a person."
        )
    if len(lacking) < len(lines):
        yield (
            "What does each take, and whom does it reach? With reach, impact, confidence and effort"
            " the list can be ranked (--framework rice)."
        )
