"""Scores turned into how likely a label is (Platt 1999)."""

from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

Float = NDArray[np.float64]
Real = TypeVar("Real", np.float32, np.float64)
STEPS = 25
_PULL = 1e-3
"""Keeps the slope finite where scores tell labels apart without an error."""


def sigmoid(values: NDArray[Real]) -> NDArray[Real]:
    """Return 1 / (1 + exp(-values)), in the precision given and without overflow."""
    likely: NDArray[Real] = np.tanh(values / 2)
    likely /= 2
    likely += 0.5
    return likely


def calibrated(scores: Float, labels: NDArray[np.bool_]) -> tuple[Float, Float]:
    """Return slope and shift a column, so that sigmoid(slope * score + shift) is a likelihood.

    Logistic regression on one score, by Newton's method, against Platt's smoothed targets. A
    score that goes against its labels gets slope 0, and with it the same likelihood everywhere.

    Args:
        scores: Held-out scores, shape (n, T).
        labels: What they should tell, shape (n, T).

    Returns:
        Two arrays of shape (T,).
    """
    positives = labels.sum(axis=0)
    negatives = len(labels) - positives
    target = np.where(labels, (positives + 1) / (positives + 2), 1 / (negatives + 2))
    centre, scale = scores.mean(axis=0), scores.std(axis=0) + 1e-9
    x = (scores - centre) / scale
    slope, shift = np.ones(x.shape[1]), np.log((positives + 1) / (negatives + 1))
    for _ in range(STEPS):
        step_slope, step_shift = _newton_step(x, target, slope, shift)
        slope, shift = slope - step_slope, shift - step_shift
    base = np.log((positives + 1) / (negatives + 1))
    shift = np.where(slope > 0, shift, base)
    slope = np.maximum(slope, 0.0) / scale
    return slope, shift - slope * centre


def _newton_step(x: Float, target: Float, slope: Float, shift: Float) -> tuple[Float, Float]:
    """Return what to take from slope and shift; steps are cut to 1, so that none overshoots."""
    likely = sigmoid(x * slope + shift)
    error, weight = likely - target, likely * (1 - likely)
    g1, g0 = (error * x).sum(axis=0) + _PULL * slope, error.sum(axis=0)
    h11 = (weight * x * x).sum(axis=0) + _PULL
    h01, h00 = (weight * x).sum(axis=0), weight.sum(axis=0) + _PULL
    determinant = h11 * h00 - h01 * h01 + 1e-12
    first = (h00 * g1 - h01 * g0) / determinant
    second = (h11 * g0 - h01 * g1) / determinant
    return np.clip(first, -1, 1), np.clip(second, -1, 1)
