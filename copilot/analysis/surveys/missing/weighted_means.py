"""Means under weights, and how many people of a simple random sample would be as exact."""

from typing import NamedTuple

import numpy as np

from copilot.analysis.surveys.closed.reading import Mask, Numbers
from copilot.analysis.surveys.closed.weights import effective_size
from copilot.analysis.surveys.missing.weighting import Weighting


class Mean(NamedTuple):
    """A weighted mean with its effective n."""

    value: float
    effective: float


def weighted_mean(values: Numbers, base: Mask, weighting: Weighting) -> Mean:
    """Return a mean of rows, and the simple sample that would be as exact.

    The linearised variance of a ratio with people as clusters (Cochran, Sampling Techniques,
    1977, section 6.5) takes weights as given. Weights made by raking are known better than that
    where groups differ, so it errs on the side of wide intervals; so does taking no more than
    Kish's effective n, below which answers that happen to be alike in heavy groups may lead.

    Args:
        values: One a row, such as 1 and 0 for a share.
        base: Rows that count; without one that has a weight the effective n is 0.
        weighting: Of the rows.
    """
    weights = weighting.rows * base
    total = float(weights.sum())
    if total <= 0:
        return Mean(0.0, 0.0)
    mean = float(weights @ values) / total
    of_people = np.bincount(weighting.people, weights=weights)
    excess = np.bincount(weighting.people, weights=weights * (values - mean))
    people = int((of_people > 0).sum())
    variance = people / max(people - 1, 1) * float((excess**2).sum()) / total**2
    if variance <= 0:
        return Mean(mean, effective_size(of_people.astype(float)))
    spread = float(weights @ (values - mean) ** 2) / total
    return Mean(mean, min(spread / variance, effective_size(weights)))
