"""How often the interval of a Net Promoter Score covers the true one."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from copilot.analysis.surveys.closed.intervals import nps_interval
from scripts.bench.row import Row

SEED = 20261125
DRAWS = 20_000
SPLITS = ((85, 10, 5), (40, 30, 30), (60, 35, 5))
"""True promoters, passives and detractors, in percent."""


def rows(draws: int = DRAWS) -> Iterator[Row]:
    """Yield how often NPS intervals cover the true score, the worst of three splits."""
    rng = np.random.default_rng(SEED)
    for n in (10, 30, 100):
        found = [_nps_coverage(rng, n, np.array(split) / 100, draws) for split in SPLITS]
        yield Row(
            f"coverage of NPS, n = {n}",
            f"{min(found):.3f} to {max(found):.3f}",
            "0.93 to 0.97",
            f"{len(SPLITS)} splits",
        )


def _nps_coverage(
    rng: np.random.Generator, n: int, split: NDArray[np.float64], draws: int
) -> float:
    truth = 100 * (split[0] - split[2])
    counts, times = np.unique(rng.multinomial(n, split, draws), axis=0, return_counts=True)
    ends = np.array([nps_interval(*map(float, count)) for count in counts])
    return float(times @ ((ends[:, 0] <= truth) & (truth <= ends[:, 1]))) / draws
