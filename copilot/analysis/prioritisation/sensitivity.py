"""By how much an input must change before two neighbours change places.

Closed forms: a score falls with the inverse of its divisor and is linear in every other input.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from copilot.analysis.prioritisation.method import Method, likely
from copilot.analysis.prioritisation.ranges import ten_digits
from copilot.domain.roadmap_parts import Estimate, Flip, Item


def flips(items: Sequence[Item], method: Method) -> list[Flip]:
    """Return, for each pair of neighbours, the value of each input at which their scores meet.

    Args:
        items: From the highest score down.
        method: The framework.
    """
    pairs = pairwise(items)
    return [flip for first, second in pairs for flip in _of_pair(first, second, method)]


def _of_pair(first: Item, second: Item, method: Method) -> Iterator[Flip]:
    scores = {one.id: float(method.score(likely(one))) for one in (first, second)}
    for item, other in ((first, second), (second, first)):
        for name in method.needed:
            at = meeting_point(item, name, scores[other.id], method)
            estimate = item.inputs[name]
            if at is None or not _possible(at, name, method):
                continue
            yield Flip(
                first=first.id,
                second=second.id,
                item=item.id,
                input=name,
                likely=estimate.likely,
                flips_at=ten_digits(at),
                within_range=_within(at, estimate),
            )


def meeting_point(item: Item, name: str, wanted: float, method: Method) -> float | None:
    """Return the value of one input that gives an item the wanted score; None where none does."""
    values = likely(item)
    score = float(method.score(values))
    if name == method.divisor:
        return values[name] * score / wanted if wanted > 0 and score > 0 else None
    slope = float(method.score({**values, name: values[name] + 1.0})) - score
    return values[name] + (wanted - score) / slope if slope else None


def _possible(value: float, name: str, method: Method) -> bool:
    limit = method.limits[name]
    return limit.low <= value <= limit.high and not (limit.open_below and value <= limit.low)


def _within(value: float, estimate: Estimate) -> bool:
    return estimate.shape != "point" and estimate.low <= value <= estimate.high
