"""Join several rankings into one, and trade relevance against diversity."""

from collections.abc import Mapping, Sequence

RANK_CONSTANT = 10
"""k of reciprocal rank fusion (Cormack, Clarke and Büttcher, SIGIR 2009, use 60 for long lists);
10 did better on the dev questions of evals/retrieval."""


def fuse(
    rankings: Sequence[Sequence[str]],
    weights: Sequence[float] | None = None,
    *,
    constant: int = RANK_CONSTANT,
) -> list[tuple[str, float]]:
    """Return (id, score) by reciprocal rank fusion, best first.

    Args:
        rankings: Ids, best first, one list a searcher.
        weights: One weight a ranking; equal where not given.
        constant: k in `sum(weight / (k + rank))`, rank from 1.
    """
    scores: dict[str, float] = {}
    for ranking, weight in zip(rankings, weights or [1.0] * len(rankings), strict=True):
        for rank, key in enumerate(ranking, start=1):
            scores[key] = scores.get(key, 0.0) + weight / (constant + rank)
    return sorted(scores.items(), key=lambda item: (-item[1], item[0]))


def diversify(
    relevance: Mapping[str, float],
    vectors: Mapping[str, Sequence[float]],
    count: int,
    *,
    balance: float = 0.5,
) -> list[str]:
    """Return up to `count` ids by maximal marginal relevance.

    Args:
        relevance: Score of each id, on the scale of a cosine.
        vectors: Unit vector of each id.
        count: How many to pick.
        balance: 1 looks at relevance only, 0 at novelty only (Carbonell and Goldstein 1998).
    """
    picked: list[str] = []
    left = dict(relevance)
    while left and len(picked) < count:
        best = max(
            left,
            key=lambda key: balance * left[key] - (1 - balance) * _nearest(key, picked, vectors),
        )
        picked.append(best)
        del left[best]
    return picked


def _nearest(key: str, picked: Sequence[str], vectors: Mapping[str, Sequence[float]]) -> float:
    return max((_dot(vectors[key], vectors[other]) for other in picked), default=0.0)


def _dot(left: Sequence[float], right: Sequence[float]) -> float:
    return sum(a * b for a, b in zip(left, right, strict=True))
