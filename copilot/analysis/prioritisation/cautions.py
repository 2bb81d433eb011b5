"""What a reader must know before trusting an order."""

from collections.abc import Iterator, Sequence

from copilot.analysis.prioritisation.method import Method, listed
from copilot.analysis.prioritisation.ranges import has_range
from copilot.analysis.prioritisation.stability import Ranking
from copilot.domain.roadmap_parts import Item, PlannedItem

NEAR = 0.75
"""Share of draws under which two neighbours are called tied."""
TIED_FACTOR = 2.0
"""Scores within this factor are usually tied (note on RICE, common misuse)."""

MUCH = 0.8
"""Part of the scale from which a confidence claims much."""


def cautions(items: Sequence[PlannedItem], ranking: Ranking, method: Method) -> list[str]:
    """Return cautions on a ranking, the gravest first."""
    return list(_all(items, ranking, method))


def _all(items: Sequence[PlannedItem], ranking: Ranking, method: Method) -> Iterator[str]:
    scored = ranking.items
    if len(scored) == 1:
        yield "Only one item is scored, so nothing is ranked: a score says nothing alone."
    yield from _near(ranking)
    yield from _points(scored, method, ranking.draws)
    yield from _turned(ranking)
    yield from _unsupported(items, method)
    if ranking.draws:
        yield (
            "Ends of ranges were taken for limits and inputs drawn independently. Ranges that"
            " people give are mostly too narrow, so the order is less firm than the shares say."
        )


def _near(ranking: Ranking) -> Iterator[str]:
    pairs, names = ranking.leads, {item.id: item.name for item in ranking.items}
    if ranking.draws:
        near = [lead for lead in pairs if lead.share is not None and lead.share < NEAR]
        said = "Nearly tied, the order turning in more than a quarter of draws"
    else:
        near = [lead for lead in pairs if lead.factor is not None and lead.factor < TIED_FACTOR]
        said = "Scores within a factor of two, which mostly means tied"
    if near:
        told = [f"{names[lead.first]} / {names[lead.second]}" for lead in near]
        more = f"; and {len(told) - 3} more" if len(told) > 3 else ""
        yield f"{said}: {'; '.join(told[:3])}{more}. Decide these on other grounds."


def _points(scored: Sequence[Item], method: Method, draws: int) -> Iterator[str]:
    points = [item.name for item in scored if not has_range(item, method)]
    if not points or len(scored) < 2:
        return
    if not draws:
        yield (
            "Every input is a point, so its range is unknown and nothing was varied. Write ranges,"
            " such as 3-5 or 2/3/6, to see how firm the order is."
        )
    else:
        yield (
            f"Points only, so taken as certain although they are not: {listed(points)}."
            " Their own ranges are unknown."
        )


def _turned(ranking: Ranking) -> Iterator[str]:
    names = {item.id: item.name for item in ranking.items}
    for first, second in ranking.turned[:2]:
        yield (
            f"{names[first]} has the higher score by likely values, but {names[second]} in most"
            " draws: its range leans the other way."
        )


def _unsupported(items: Sequence[PlannedItem], method: Method) -> Iterator[str]:
    scored = [item for item in items if item.score]
    bare = [item for item in scored if not item.evidence]
    if scored and len(bare) == len(scored):
        felt = ", so confidence is a feeling here" if "confidence" in method.limits else ""
        yield f"No item names evidence{felt}."
        return
    sure = [item.name for item in bare if _claims_much(item, method)]
    if sure:
        yield f"High confidence without evidence: {listed(sure)}."


def _claims_much(item: PlannedItem, method: Method) -> bool:
    limit, known = method.limits.get("confidence"), item.inputs.get("confidence")
    return bool(limit and known and known.likely >= MUCH * limit.high)
