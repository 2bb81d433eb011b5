"""Weights that make respondents look like a known population, and what they cost."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from copilot.analysis.surveys.closed.coding import Codes
from copilot.analysis.surveys.closed.reading import Mask, Numbers

_ROUNDS = 100
_CLOSE = 1e-6
"""How far a weighted share may be from its margin."""
MOST = 5.0
"""Times the mean weight: a person who stands for more is a matter of chance."""


class Margin(NamedTuple):
    """What is known of the groups of one column."""

    codes: Codes
    """Of each person the group; -1 where it is not known."""
    shares: Numbers
    """Of all users, summing to 1. Who is in a group of none of them gets no weight."""


class Weights(NamedTuple):
    """A weight for each person; those above 0 have mean 1."""

    values: Numbers
    cut: int
    """How many stand at five times the mean, beyond which nobody is weighted."""

    def shares(self, margin: Margin) -> Numbers:
        """Return the share of each group by weight, of those whose group is known."""
        return _shares(self.values, margin)

    @property
    def people(self) -> int:
        """How many have a weight above 0."""
        return int((self.values > 0).sum())

    @property
    def effective_n(self) -> float:
        """How many people of a simple random sample would say as much (Kish 1965)."""
        return effective_size(self.values)

    @property
    def design_effect(self) -> float:
        """How many times larger weights make a variance; 1 where nobody has a weight."""
        return self.people / self.effective_n if self.people else 1.0


def rake(margins: Sequence[Margin]) -> Weights:
    """Return weights under which each column has its known shares.

    Iterative proportional fitting (Deming and Stephan 1940), with weights cut at five times
    their mean. People without a group in a column keep their weight there. A group that nobody
    is in cannot be made up for: the others have their shares of the rest.

    Args:
        margins: One a column, one at least, and in each somebody is in a group of some of all
            users. Where nobody is in such groups in all columns, all weights are 0.
    """
    targets = [margin._replace(shares=reachable(margin)) for margin in margins]
    weights = np.ones(len(margins[0].codes))
    if not _counting(margins).any():
        return Weights(np.zeros_like(weights), 0)
    for _ in range(_ROUNDS):
        for target in targets:
            weights = _fitted(weights, target)
        weights = _cut(weights)
        if _farthest(weights, targets) < _CLOSE:
            break
    weights = weights / weights[weights > 0].mean()
    at_most = int((weights >= MOST * (1 - 1e-3)).sum())
    return Weights(weights, at_most)


def effective_size(weights: Numbers) -> float:
    """Return how large a simple random sample would be as exact (Kish 1965); 0 for no weights."""
    squares = float((weights**2).sum())
    return float(weights.sum()) ** 2 / squares if squares > 0 else 0.0


def reachable(margin: Margin) -> Numbers:
    """Return the shares that weights are to have: groups that nobody is in have none."""
    known = margin.codes[margin.codes >= 0]
    has_somebody = np.bincount(known, minlength=len(margin.shares)) > 0
    shares = np.where(has_somebody, margin.shares, 0.0)
    wanted: Numbers = shares / shares.sum()
    return wanted


def _counting(margins: Sequence[Margin]) -> Mask:
    """Return who is in no group of none of all users, in any of the columns."""
    counts: Mask = np.ones(len(margins[0].codes), dtype=bool)
    for margin in margins:
        counts &= np.append(margin.shares > 0, True)[margin.codes]  # the last for no group
    return counts


def _shares(weights: Numbers, margin: Margin) -> Numbers:
    known = margin.codes >= 0
    sums = np.bincount(margin.codes[known], weights=weights[known], minlength=len(margin.shares))
    found: Numbers = sums / max(float(sums.sum()), 1e-12)
    return found


def _fitted(weights: Numbers, margin: Margin) -> Numbers:
    now = _shares(weights, margin)
    factors = np.divide(margin.shares, now, out=np.ones_like(now), where=now > 0)
    fitted: Numbers = weights * np.append(factors, 1.0)[margin.codes]  # the last for no group
    return fitted


def _cut(weights: Numbers) -> Numbers:
    """Return weights of which none is above so many times their mean, which falls with them."""
    for _ in range(_ROUNDS):
        most = MOST * weights[weights > 0].mean()
        if weights.max() <= most * (1 + _CLOSE):
            break
        weights = np.minimum(weights, most)
    return weights


def _farthest(weights: Numbers, margins: Sequence[Margin]) -> float:
    gaps = (np.abs(_shares(weights, margin) - margin.shares) for margin in margins)
    return max(float(gap.max()) for gap in gaps)
