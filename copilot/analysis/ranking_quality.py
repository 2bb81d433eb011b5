"""How good a ranking is, given the ids that should have been found."""

from collections.abc import Collection, Sequence
from math import log2


def ndcg(ranked: Sequence[str], relevant: Collection[str], depth: int = 10) -> float:
    """Return normalised discounted cumulative gain at `depth`, 0 to 1, binary relevance.

    Järvelin and Kekäläinen (2002); the discount is log2(rank + 1).
    """
    gains = (1 / log2(rank + 1) for rank, key in enumerate(ranked[:depth], 1) if key in relevant)
    ideal = sum(1 / log2(rank + 1) for rank in range(1, min(len(relevant), depth) + 1))
    return sum(gains) / ideal if ideal else 0.0


def recall(ranked: Sequence[str], relevant: Collection[str], depth: int = 10) -> float:
    """Return the share of relevant ids among the first `depth`, 0 to 1."""
    found = len(set(ranked[:depth]) & set(relevant))
    return found / len(relevant) if relevant else 0.0
