"""Tests of crosstabs, against scipy's."""

import numpy as np
import pytest
from scipy.stats import chi2_contingency, fisher_exact

from copilot.analysis.surveys.closed.crosstabs import (
    RESAMPLES,
    association,
    odd_cells,
    residuals,
)


def test_a_well_filled_table_has_scipys_chi_square() -> None:
    table = np.array([[30, 20, 50], [40, 40, 20]])
    expected = chi2_contingency(table, correction=False)
    found = association(table, 1)
    assert found is not None
    assert found.method == "chi-square"
    assert (found.statistic, found.p) == pytest.approx((expected.statistic, expected.pvalue))
    # Bergsma (2013): phi² less its expectation, over the lesser corrected side less one
    phi = expected.statistic / 200 - 2 / 199
    assert found.effect == pytest.approx((phi / ((2 - 1 / 199) - 1)) ** 0.5)


def test_a_thin_table_of_four_cells_has_fishers_test() -> None:
    table = np.array([[10, 0], [7, 5]])
    found = association(table, 1)
    assert found is not None
    assert found.method == "Fisher's exact test"
    assert found.p == pytest.approx(fisher_exact(table).pvalue)


def test_a_thin_table_is_permuted_and_the_seed_repeats_it() -> None:
    table = np.array([[8, 1, 1], [2, 6, 4], [1, 3, 9]])
    found = association(table, 1)
    assert found is not None
    assert found.method.startswith("permutation")
    assert found == association(table, 1)
    assert found.p != getattr(association(table, 2), "p", None)
    assert found.p == pytest.approx(chi2_contingency(table).pvalue, abs=0.01)


def test_no_permutation_test_is_surer_than_its_draws() -> None:
    found = association(np.array([[20, 0, 1], [0, 20, 1], [1, 1, 4]]), 1)
    assert found is not None
    assert found.method.startswith("permutation")
    assert found.p == 1 / (1 + RESAMPLES)


def test_a_thin_table_of_a_million_is_permuted_too() -> None:
    found = association(np.array([[500_000, 499_990, 3], [1_000, 990, 1]]), 1)
    assert found is not None
    assert 0.001 < found.p <= 1


@pytest.mark.parametrize("table", [[[10, 0], [20, 0]], [[10, 5], [0, 0]]])
def test_where_nothing_varies_there_is_nothing_to_test(table: list[list[int]]) -> None:
    assert association(np.array(table), 1) is None


def test_groups_that_are_alike_have_no_effect() -> None:
    found = association(np.array([[50, 50], [100, 100]]), 1)
    assert found is not None
    assert (found.statistic, found.effect) == (0.0, 0.0)


def test_residuals_of_four_cells_are_the_root_of_chi_square() -> None:
    table = np.array([[30, 70], [50, 50]])
    root = chi2_contingency(table, correction=False).statistic ** 0.5
    assert np.abs(residuals(table)) == pytest.approx(np.full((2, 2), root))
    assert residuals(table)[0, 0] < 0


def test_the_cell_that_stands_out_is_named_with_its_share() -> None:
    table = np.array([[80, 10, 10], [40, 30, 30], [40, 30, 30]])
    first = odd_cells(table, ("free", "pro", "team"), ("a", "b", "c"))[0]
    assert (first.group, first.value, first.share) == ("free", "a", 0.8)
    assert first.of_all == pytest.approx(160 / 300)


def test_cells_of_one_to_four_persons_are_not_shown() -> None:
    cells = odd_cells(np.array([[96, 4], [50, 50]]), ("free", "pro"), ("a", "b"))
    assert {(cell.group, cell.value) for cell in cells} == {
        ("free", "a"), ("pro", "a"), ("pro", "b"),
    }  # fmt: skip
