"""Which answers are read: a probability sample to measure with, another to find themes in.

The two are kept apart, because answers chosen for being different from one another say nothing
about how common anything is.
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from copilot.analysis.surveys.themes.clusters import spread

Rows = NDArray[np.int64]
"""Places of answers, from 0, in rising order."""
ALL_UP_TO = 1_500
MEASURED = 1_000
PER_STRATUM = 30
DISCOVERY = (200, 400)


class Sample(NamedTuple):
    """Drawn answers, and how many answers each stands for."""

    rows: Rows
    weights: NDArray[np.float64]
    """1 / inclusion probability, in the order of the rows; they sum to all answers."""


def measured_sample(
    total: int, seed: int, *, size: int | None = None, strata: Sequence[str | None] | None = None
) -> Sample:
    """Draw a probability sample without replacement.

    Args:
        total: How many answers there are.
        seed: Same seed, same sample.
        size: How many to draw; by default all of 1,500 or fewer, else 1,000.
        strata: The segment of each answer. Each segment gets its proportional part, small ones
            up to 30 answers where the size allows it, which the weights make up for.
    """
    wanted = min(total, size if size is not None else total if total <= ALL_UP_TO else MEASURED)
    if wanted >= total:
        return Sample(np.arange(total), np.ones(total))
    rng = np.random.default_rng(seed)
    places = _places(total, strata)
    takes = _allocated([len(rows) for rows in places], wanted)
    shares = list(zip(places, takes, strict=True))
    rows = np.concatenate([rng.choice(rows, take, replace=False) for rows, take in shares])
    weight = np.concatenate([np.full(take, len(rows) / max(take, 1)) for rows, take in shares])
    order = np.argsort(rows)
    # Where strata outnumber the sample, those drawn stand for the others too.
    return Sample(rows[order], weight[order] * total / weight.sum())


def discovery_sample(
    assigned: NDArray[np.int64],
    seed: int,
    *,
    apart_from: Rows | None = None,
    size: int | None = None,
) -> Rows:
    """Draw answers to find themes in, spread over clusters.

    Args:
        assigned: The cluster of each answer, as `Clusters.assign` gives it.
        seed: Same seed, same sample.
        apart_from: The measured sample; its answers are used only where too few others are left.
        size: How many; by default a tenth of the answers, 200 at least and 400 at most.
    """
    total = len(assigned)
    low, high = DISCOVERY
    wanted = min(total, size if size is not None else max(low, min(high, total // 10)))
    taken = np.zeros(total, dtype=bool)
    if apart_from is not None:
        taken[apart_from] = True
    free, rest = np.flatnonzero(~taken), np.flatnonzero(taken)
    first = free[spread(assigned[free], min(wanted, len(free)), seed)]
    second = rest[spread(assigned[rest], wanted - len(first), seed)]
    return np.sort(np.concatenate([first, second]))


def _places(total: int, strata: Sequence[str | None] | None) -> list[Rows]:
    if strata is None:
        return [np.arange(total)]
    names, codes = np.unique([name or "" for name in strata], return_inverse=True)
    return [np.flatnonzero(codes == code) for code in range(len(names))]


def _allocated(sizes: Sequence[int], wanted: int) -> list[int]:
    """Share `wanted` out: a floor for each stratum, the rest in proportion, all used up.

    Every stratum gets at least one answer where there are as many answers as strata, for a
    stratum without any could not be weighed. Beyond that, one that is smaller than its equal
    part of half the sample is taken up to `PER_STRATUM`.
    """
    if len(sizes) > wanted:
        return _rounded(np.array(sizes, dtype=float), wanted, np.zeros(len(sizes)), sizes)
    floor = min(PER_STRATUM, max(1, wanted // (2 * len(sizes))))
    least = np.minimum(sizes, floor).astype(float)
    return _rounded(np.array(sizes, dtype=float), wanted, least, sizes)


def _rounded(
    sizes: NDArray[np.float64], wanted: int, least: NDArray[np.float64], most: Sequence[int]
) -> list[int]:
    """Return whole numbers that sum to `wanted`, each between its least and its most."""
    takes = np.maximum(least, np.floor(sizes * wanted / sizes.sum()))
    while takes.sum() > wanted:
        takes[np.argmax(np.where(takes > least, takes / sizes, -1))] -= 1
    while takes.sum() < wanted:
        takes[np.argmax(np.where(takes < np.asarray(most), sizes / (takes + 1), -1))] += 1
    return [int(take) for take in takes]
