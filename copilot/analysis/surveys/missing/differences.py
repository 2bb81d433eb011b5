"""Compare a share between each group and everybody else."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from copilot.analysis.paired import holm
from copilot.analysis.surveys.closed.cells import LEAST_BASE
from copilot.analysis.surveys.closed.coding import Coded, Codes
from copilot.analysis.surveys.closed.crosstabs import association
from copilot.analysis.surveys.closed.groups import Groups, large_groups
from copilot.analysis.surveys.closed.reading import Mask

LEVEL = 0.05
_NO_SEED = 0
"""Tables of four cells need no draws."""


class Difference(NamedTuple):
    """A share in a group, beside the share in all other groups."""

    segment: str
    group: str
    about: str
    """The question it is about, if it is about one."""
    yes: int
    n: int
    other_yes: int
    other_n: int
    p: float

    @property
    def share(self) -> float:
        """In the group."""
        return self.yes / self.n

    @property
    def others(self) -> float:
        """In all other groups."""
        return self.other_yes / self.other_n


def differences(
    segment: str, coded: Coded, yes: Mask, base: Mask, about: str = ""
) -> list[Difference]:
    """Return each group of ten and more beside all others that have a known group.

    Of two groups there is one comparison only, told of the lower one.
    """
    groups = large_groups(segment, coded, base)
    sizes, counts = _per_group(groups, base), _per_group(groups, yes & base)
    found = [
        Difference(
            segment, name, about, int(counts[at]), int(sizes[at]),
            int(counts.sum() - counts[at]), int(sizes.sum() - sizes[at]),
            _p(counts, sizes, at),
        )
        for at, name in enumerate(groups.names)
        if sizes.sum() - sizes[at] >= LEAST_BASE
    ]  # fmt: skip
    return [min(found, key=lambda one: one.share)] if len(found) == 2 else found


def surviving(found: Sequence[Difference]) -> list[tuple[Difference, float]]:
    """Return those that survive Holm over all of them, each with its adjusted p."""
    if not found:
        return []
    adjusted = holm({str(at): one.p for at, one in enumerate(found)})
    pairs = zip(found, adjusted.values(), strict=True)
    return [(one, p) for one, p in pairs if p < LEVEL]


def _per_group(groups: Groups, rows: Mask) -> Codes:
    inside = groups.codes[rows & (groups.codes >= 0)]
    return np.bincount(inside, minlength=len(groups.names))


def _p(counts: Codes, sizes: Codes, at: int) -> float:
    mine = [counts[at], sizes[at] - counts[at]]
    every = [counts.sum(), (sizes - counts).sum()]
    table: Codes = np.array([mine, [every[0] - mine[0], every[1] - mine[1]]])
    found = association(table, _NO_SEED)
    return found.p if found else 1.0
