"""Draw amounts from what is known of them."""

from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from copilot.analysis.prioritisation.method import Method
from copilot.domain.roadmap_parts import Estimate, Item

if TYPE_CHECKING:
    from collections.abc import Sequence

Draws = NDArray[np.float64]


def drawn(estimate: Estimate, generator: np.random.Generator, draws: int) -> Draws:
    """Return draws of an estimate; its ends are taken for limits.

    A point stays what it is. A range is drawn from evenly, since nothing is said of its
    inside; low, likely and high make a triangle with the likely value on top.
    """
    if estimate.shape == "point":
        return np.full(draws, estimate.likely)
    if estimate.shape == "range":
        return generator.uniform(estimate.low, estimate.high, draws)
    return generator.triangular(estimate.low, estimate.likely, estimate.high, draws)


def drawn_scores(
    items: "Sequence[Item]", method: Method, generator: np.random.Generator, draws: int
) -> Draws:
    """Return a score by item and draw; every input is drawn independently of all others."""
    scores = np.empty((len(items), draws))
    for at, item in enumerate(items):
        values: dict[str, Any] = {
            name: drawn(item.inputs[name], generator, draws) for name in method.needed
        }
        scores[at] = method.score(values)
    return rounded(scores)


def rounded(scores: Draws) -> Draws:
    """Return scores to twelve digits, so that equal ones are equal however they were computed."""
    mantissa, exponent = np.frexp(scores)
    return np.ldexp(np.round(mantissa, 12), exponent)


def ten_digits(value: float) -> float:
    """Return a number without the dust of its computation, as people write it."""
    return float(f"{value:.10g}")


def has_range(item: Item, method: Method) -> bool:
    """Tell whether any input of an item is more than a point."""
    return any(item.inputs[name].shape != "point" for name in method.needed)
