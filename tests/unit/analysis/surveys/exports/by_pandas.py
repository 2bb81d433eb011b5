"""The figures of closed questions once more, by pandas, scipy and statsmodels alone."""

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
import pandas as pd
from scipy import stats
from statsmodels.stats.contingency_tables import Table

LEAST = 10
"""Answers of a group that is compared."""


class Tested(NamedTuple):
    """A test; p is None where only chance draws give it."""

    method: str
    statistic: float | None
    p: float | None
    effect: float


def wilson(count: int, base: int) -> tuple[float, float]:
    """Return the interval of a share."""
    found = stats.binomtest(count, base).proportion_ci(method="wilson")
    return float(found.low), float(found.high)


def score_of(cells: pd.Series) -> pd.Series:
    """Return scores from 0 to 10; NaN where there is none."""
    scores = cells.str.extract(r"^(\d+)(?: - .*)?$")[0].astype(float)
    return scores.where(scores.between(0, 10))


def nps(scores: pd.Series) -> tuple[float, float, float]:
    """Return the score and its interval: three answers added, half of them passive."""
    signs = pd.cut(scores.dropna(), [-1, 6, 8, 10], labels=[-1, 0, 1]).astype(int)
    weights = np.r_[np.ones(len(signs)), 0.75, 1.5, 0.75]
    values = np.r_[signs, 1, 0, -1]
    mean = np.average(values, weights=weights)
    variance = np.average((values - mean) ** 2, weights=weights)
    low, high = stats.norm(mean, (variance / weights.sum()) ** 0.5).interval(0.95)
    return 100 * float(signs.mean()), 100 * float(low), 100 * float(high)


def steps_of(cells: pd.Series, options: Sequence[str]) -> pd.Series:
    """Return the place of each answer on a scale, from 0."""
    folded = [option.casefold() for option in options]
    return cells.str.strip().str.casefold().map({name: at for at, name in enumerate(folded)})


def large(groups: pd.Series, answered: pd.Series) -> list[str]:
    """Return the groups of ten answers and more, the largest first."""
    sizes = groups[answered].value_counts()
    return [str(name) for name in sizes[sizes >= LEAST].index]


def rank_test(values: pd.Series, groups: pd.Series) -> Tested:
    """Return Mann-Whitney of two groups, Kruskal-Wallis of more."""
    names = large(groups, values.notna())
    parts = [values[(groups == name) & values.notna()] for name in names]
    if len(parts) == 2:
        u, p = stats.mannwhitneyu(*parts, alternative="two-sided", method="asymptotic")
        delta = np.sign(np.subtract.outer(parts[0].to_numpy(), parts[1].to_numpy())).mean()
        return Tested("Mann-Whitney", float(u), float(p), float(delta))
    h, p = stats.kruskal(*parts)
    return Tested("Kruskal-Wallis", float(h), float(p), float(h) / (sum(map(len, parts)) - 1))


def welch(values: pd.Series, groups: pd.Series) -> Tested:
    """Return Welch's t of two groups, with Hedges' g."""
    first, second = (values[groups == name].dropna() for name in large(groups, values.notna()))
    t, p = stats.ttest_ind(first, second, equal_var=False)
    freedom = len(first) + len(second) - 2
    pooled = ((len(first) - 1) * first.var() + (len(second) - 1) * second.var()) / freedom
    g = (first.mean() - second.mean()) / pooled**0.5 * (1 - 3 / (4 * freedom - 1))
    return Tested("Welch's t", float(t), float(p), float(g))


def crosstab_test(table: pd.DataFrame) -> Tested:
    """Return chi-square with the unbiased V, or Fisher's test of four small cells."""
    filled = table.loc[table.sum(axis=1) > 0, table.sum(axis=0) > 0]
    chi2, p, _, expected = stats.chi2_contingency(filled, correction=False)
    v = _unbiased_v(float(chi2), filled)
    if expected.min() >= 5:
        return Tested("chi-square", float(chi2), float(p), v)
    if filled.shape == (2, 2):
        return Tested("Fisher's exact test", None, float(stats.fisher_exact(filled)[1]), v)
    return Tested("permutation of chi-square, 1,999 tables", float(chi2), None, v)


def permuted(groups: pd.Series, values: pd.Series, draws: int = 600) -> float:
    """Return the p-value of chi-square by shuffling who answered what."""
    rng = np.random.default_rng(5)
    rows, columns = pd.factorize(groups)[0], pd.factorize(values)[0]
    shape = (rows.max() + 1, columns.max() + 1)
    expected = np.outer(np.bincount(rows), np.bincount(columns)) / len(rows)

    def statistic(of: np.ndarray[Any, Any]) -> float:
        table = np.bincount(rows * shape[1] + of, minlength=shape[0] * shape[1]).reshape(shape)
        return float(((table - expected) ** 2 / expected).sum())

    seen = statistic(columns)
    as_large = sum(statistic(rng.permutation(columns)) >= seen - 1e-9 for _ in range(draws))
    return (1 + as_large) / (1 + draws)


def residuals(table: pd.DataFrame) -> pd.DataFrame:
    """Return adjusted standardised residuals."""
    return pd.DataFrame(Table(table.to_numpy()).standardized_resids, table.index, table.columns)


def holm(p_values: Sequence[float]) -> list[float]:
    """Return p-values after Holm."""
    rising = pd.Series(p_values).sort_values(kind="stable")
    adjusted = (rising * np.arange(len(rising), 0, -1)).cummax().clip(upper=1)
    return [float(p) for p in adjusted.sort_index()]


def benjamini_hochberg(p_values: Sequence[float]) -> list[float]:
    """Return p-values after Benjamini and Hochberg."""
    return [float(p) for p in stats.false_discovery_control(p_values)]


def spearman(first: pd.Series, second: pd.Series) -> tuple[float, float, int]:
    """Return rho, its p, and of how many."""
    both = pd.concat([first, second], axis=1).dropna()
    rho, p = stats.spearmanr(both.iloc[:, 0], both.iloc[:, 1])
    return float(rho), float(p), len(both)


def _unbiased_v(chi2: float, table: pd.DataFrame) -> float:
    """Return Cramér's V as Bergsma (2013) corrects it."""
    n, (r, k) = table.to_numpy().sum(), table.shape
    phi2 = max(0.0, chi2 / n - (k - 1) * (r - 1) / (n - 1))
    return float((phi2 / min(_less(k, n) - 1, _less(r, n) - 1)) ** 0.5)


def _less(size: int, n: int) -> float:
    return size - (size - 1) ** 2 / (n - 1)
