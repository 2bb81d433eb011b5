"""Weights that make respondents look like a known population, and what they cost."""

from collections.abc import Mapping
from typing import NamedTuple

import numpy as np

from copilot.analysis.surveys.closed.cells import quoted
from copilot.analysis.surveys.closed.coding import Coded
from copilot.analysis.surveys.closed.reading import Numbers
from copilot.errors import InputError

_ROUNDS = 100
_CLOSE = 1e-6
"""How far a weighted share may be from its margin."""
_TRIM = 5.0
"""Times the mean weight: a person who stands for more is a matter of chance."""


class Weights(NamedTuple):
    """A weight for each row, with mean 1."""

    values: Numbers
    design_effect: float
    """How many times larger variances are than without weights (Kish 1965)."""
    effective_n: float
    """How many answers of a simple random sample would say as much."""
    farthest: float
    """The largest distance of a weighted share from its margin that trimming has left."""


def rake(groups: Mapping[str, Coded], margins: Mapping[str, Mapping[str, float]]) -> Weights:
    """Return weights under which each segment has its known shares.

    Iterative proportional fitting (Deming and Stephan 1940), with weights cut at five times
    their mean. Rows without a group in a segment keep their weight there.

    Args:
        groups: Who is in which group, of each segment; one row at least.
        margins: Shares, percents or numbers of each group among all; brought to sum to 1.

    Raises:
        InputError: A margin has a group that nobody is in, or lacks one that somebody is in.
    """
    targets = {name: _targets(name, groups[name], shares) for name, shares in margins.items()}
    rows = len(next(iter(groups.values())).codes)
    weights = np.ones(rows)
    for _ in range(_ROUNDS):
        for name, target in targets.items():
            weights = _fitted(weights, groups[name], target)
        weights = _trimmed(weights)
        if _farthest(weights, groups, targets) < _CLOSE:
            break
    weights = weights / weights.mean()
    effect = float((weights**2).mean())
    return Weights(weights, effect, rows / effect, _farthest(weights, groups, targets))


def _targets(name: str, coded: Coded, shares: Mapping[str, float]) -> Numbers:
    unnamed = [label for label in coded.labels if label not in shares]
    empty = [label for label, share in shares.items() if share and label not in coded.labels]
    if unnamed or empty:
        nobody = f"names {quoted(empty)}, where nobody answered."
        said = f"says nothing of {quoted(unnamed)}." if unnamed else nobody
        raise InputError(
            f"The margin of “{name}” {said}",
            hint="Give a share for every group that has answers; join groups that have none.",
        )
    target = np.array([shares[label] for label in coded.labels], dtype=float)
    if not (target > 0).all() or not np.isfinite(target).all():
        raise InputError(
            f"A share of “{name}” is not above 0.", hint="Leave such rows out of the file first."
        )
    shares_of_all: Numbers = target / target.sum()
    return shares_of_all


def _shares(weights: Numbers, coded: Coded) -> Numbers:
    known = coded.codes >= 0
    sums = np.bincount(coded.codes[known], weights=weights[known], minlength=len(coded.labels))
    found: Numbers = sums / sums.sum()
    return found


def _fitted(weights: Numbers, coded: Coded, target: Numbers) -> Numbers:
    factors = np.append(target / _shares(weights, coded), 1.0)  # the last for rows without a group
    fitted: Numbers = weights * factors[coded.codes]
    return fitted


def _trimmed(weights: Numbers) -> Numbers:
    """Return weights of which none is above so many times their mean, which falls with them."""
    for _ in range(_ROUNDS):
        most = _TRIM * weights.mean()
        if weights.max() <= most * (1 + _CLOSE):
            break
        weights = np.minimum(weights, most)
    return weights


def _farthest(
    weights: Numbers, groups: Mapping[str, Coded], targets: Mapping[str, Numbers]
) -> float:
    gaps = (np.abs(_shares(weights, groups[name]) - target) for name, target in targets.items())
    return max((float(gap.max()) for gap in gaps), default=0.0)
