"""Tests of crosstabs of groups against answers without an order."""

from typing import NamedTuple

import numpy as np

from copilot.analysis.surveys.closed.cells import LEAST_COUNT
from copilot.analysis.surveys.closed.coding import Codes
from copilot.analysis.surveys.closed.reading import Numbers
from copilot.domain.survey_closed import OddCell

RESAMPLES = 1_999
"""Tables that a permutation test draws."""
_LEAST_EXPECTED = 5
"""Below it the chi-squared distribution is a poor likeness (Cochran 1954)."""
_LEVEL = 0.05


class Association(NamedTuple):
    """How far groups differ in a table."""

    method: str
    statistic: float | None
    p: float
    effect: float
    """Cramér's V without its bias, 0 to 1."""


def association(table: Codes, seed: int) -> Association | None:
    """Return the test that fits a table of groups by answers; None where nothing varies.

    Chi-square; where an expected count is under 5, Fisher's exact test of a table of four
    cells, or else a permutation test of tables with the same margins.
    """
    filled = _filled(table)
    if min(filled.shape) < 2:
        return None
    expected = _expected(filled)
    statistic = float(_statistic(filled[None], expected)[0])
    effect = cramers_v(statistic, int(filled.sum()), (filled.shape[0], filled.shape[1]))
    if expected.min() >= _LEAST_EXPECTED:
        return Association("chi-square", statistic, _chi_square_p(statistic, filled), effect)
    if filled.shape == (2, 2):
        return Association("Fisher's exact test", None, _fisher_p(filled), effect)
    p = _permutation_p(filled, expected, statistic, seed)
    return Association(f"permutation of chi-square, {RESAMPLES:,} tables", statistic, p, effect)


def cramers_v(statistic: float, n: int, shape: tuple[int, int]) -> float:
    """Return Cramér's V less its bias, 0 to 1 (Bergsma, J. Korean Stat. Society 42, 2013)."""
    rows, columns = shape
    phi = max(0.0, statistic / n - (rows - 1) * (columns - 1) / (n - 1))
    rows_less = rows - (rows - 1) ** 2 / (n - 1)
    columns_less = columns - (columns - 1) ** 2 / (n - 1)
    least = min(rows_less, columns_less) - 1
    return float(min(1.0, (phi / least) ** 0.5)) if least > 0 else 0.0


def residuals(table: Codes) -> Numbers:
    """Return adjusted standardised residuals, about standard normal (Haberman 1973).

    They are 0 in rows and columns that hold all or nothing.
    """
    n = max(int(table.sum()), 1)
    down, across = table.sum(axis=1, keepdims=True) / n, table.sum(axis=0, keepdims=True) / n
    variance = n * down * across * (1 - down) * (1 - across)
    excess = table - n * down * across
    safe = np.where(variance > 0, variance, 1.0)
    return np.where(variance > 0, excess / np.sqrt(safe), 0.0)


def odd_cells(table: Codes, names: tuple[str, ...], labels: tuple[str, ...]) -> list[OddCell]:
    """Return cells that stand out after Bonferroni over the table, the oddest first.

    Cells of one to four persons are left out, whatever they say.
    """
    of_cells = residuals(table)
    shown = (np.abs(of_cells) > _critical(table.size)) & ((table == 0) | (table >= LEAST_COUNT))
    order = sorted(np.argwhere(shown).tolist(), key=lambda at: -abs(of_cells[at[0], at[1]]))
    base, total = table.sum(axis=1), table.sum()
    return [
        OddCell(
            group=names[row],
            value=labels[column],
            share=float(table[row, column] / base[row]),
            of_all=float(table[:, column].sum() / total),
            residual=float(of_cells[row, column]),
        )
        for row, column in order
    ]


def _critical(cells: int) -> float:
    from scipy.stats import norm

    return float(norm.isf(_LEVEL / 2 / max(cells, 1)))


def _filled(table: Codes) -> Codes:
    filled: Codes = table[table.sum(axis=1) > 0][:, table.sum(axis=0) > 0]
    return filled


def _expected(table: Codes) -> Numbers:
    expected: Numbers = np.outer(table.sum(axis=1), table.sum(axis=0)) / table.sum()
    return expected


def _statistic(tables: Codes, expected: Numbers) -> Numbers:
    squares: Numbers = ((tables - expected) ** 2 / expected).sum(axis=(1, 2))
    return squares


def _chi_square_p(statistic: float, table: Codes) -> float:
    from scipy.stats import chi2

    return float(chi2.sf(statistic, (table.shape[0] - 1) * (table.shape[1] - 1)))


def _fisher_p(table: Codes) -> float:
    from scipy.stats import fisher_exact

    return float(fisher_exact(table).pvalue)


def _permutation_p(table: Codes, expected: Numbers, statistic: float, seed: int) -> float:
    """Return the share of tables that are as uneven, the one at hand counted in."""
    from scipy.stats import random_table

    margins = random_table(table.sum(axis=1), table.sum(axis=0))
    drawn = margins.rvs(size=RESAMPLES, random_state=np.random.default_rng(seed))
    as_uneven = _statistic(drawn, expected) >= statistic * (1 - 1e-9)
    return float((1 + as_uneven.sum()) / (1 + RESAMPLES))
