"""Draws, against their distributions."""

import numpy as np
import pytest

from copilot.analysis.prioritisation.ranges import drawn, rounded
from tests.unit.analysis.prioritisation.lists import point, span, triangle

DRAWS = 200_000


def generator() -> np.random.Generator:
    return np.random.default_rng(7)


def test_a_point_stays_a_point() -> None:
    assert set(drawn(point(3.0), generator(), 50)) == {3.0}


def test_a_range_is_drawn_from_evenly() -> None:
    found = drawn(span(100, 200), generator(), DRAWS)
    assert (found.min() >= 100, found.max() <= 200) == (True, True)
    assert np.quantile(found, [0.1, 0.5, 0.9]) == pytest.approx([110, 150, 190], abs=0.5)


def test_three_points_make_a_triangle() -> None:
    """Quantile q is low + √(q(high - low)(likely - low)) below the likely value."""
    found = drawn(triangle(2, 3, 6), generator(), DRAWS)
    assert found.mean() == pytest.approx((2 + 3 + 6) / 3, abs=0.01)
    below, above = 2 + np.sqrt(0.1 * 4 * 1), 6 - np.sqrt(0.1 * 4 * 3)
    assert np.quantile(found, [0.1, 0.9]) == pytest.approx([below, above], abs=0.01)


def test_scores_that_differ_by_a_hair_of_computation_are_equal() -> None:
    first, second = rounded(np.array([0.1 + 0.2, 0.3]))
    assert first == second
    assert rounded(np.array([1.0, 1.000001]))[0] != rounded(np.array([1.0, 1.000001]))[1]
