"""Which answers go together with an outcome, such as NPS."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from copilot.analysis.surveys.closed.cells import SMALL_BASE
from copilot.analysis.surveys.closed.coding import Codes, crosstab
from copilot.analysis.surveys.closed.correcting import benjamini_hochberg
from copilot.analysis.surveys.closed.questions import closed_questions
from copilot.analysis.surveys.closed.ranks import midranks
from copilot.analysis.surveys.closed.reading import Levels, Numbers, Values
from copilot.analysis.surveys.closed.results import read
from copilot.domain.survey_parts import Column, Interval
from copilot.errors import InputError

if TYPE_CHECKING:
    import polars as pl

RESAMPLES = 1_000
_TAILS = (0.025, 0.975)
_MOST_STEPS = 50
"""For the interval, numbers of more distinct values are put in as many classes of equal size."""
_SCALES = ("nps", "likert", "number")


class Driver(NamedTuple):
    """A question whose answers go up or down with an outcome; association, not cause."""

    column: str
    outcome: str
    n: int
    """People who answered both."""
    rho: float
    """Spearman's rank correlation, -1 to 1."""
    ci: Interval
    p: float
    p_adjusted: float
    """After Benjamini and Hochberg, over all drivers."""
    message: str


def drivers(
    frame: "pl.DataFrame", columns: Sequence[Column], outcome: Column, seed: int
) -> tuple[Driver, ...]:
    """Return how Likert, number and NPS columns go together with an outcome, closest first.

    Columns with fewer than 30 answers beside the outcome, or with one answer only, are left
    out. A scale on which agreeing is bad is taken as it stands, not turned round.

    Args:
        frame: Text cells, one row an answer sheet.
        columns: What they hold.
        outcome: An NPS or Likert column, or a number.
        seed: Of 1,000 multinomial resamples a column.

    Raises:
        InputError: The outcome is not on a scale.
    """
    of_outcome = _values(frame, outcome)
    if of_outcome is None:
        raise InputError(
            f"“{outcome.name}” is not on a scale, so nothing can go up or down with it.",
            hint="Choose a column of scores, agreement or numbers, or correct it with --schema.",
        )
    found = [
        driver
        for column in columns
        if column.type in _SCALES and column.name != outcome.name
        if (driver := _driver(frame, column, outcome.name, of_outcome, seed))
    ]
    adjusted = benjamini_hochberg([driver.p for driver in found])
    told = [_told(driver._replace(p_adjusted=p)) for driver, p in zip(found, adjusted, strict=True)]
    return tuple(sorted(told, key=lambda driver: -abs(driver.rho)))


def _driver(
    frame: "pl.DataFrame", column: Column, outcome: str, of_outcome: Numbers, seed: int
) -> Driver | None:
    values = _values(frame, column)
    if values is None:
        return None
    both = ~np.isnan(values) & ~np.isnan(of_outcome)
    first, second = values[both], of_outcome[both]
    if first.size < SMALL_BASE or min(np.ptp(first), np.ptp(second)) <= 0:
        return None
    rho = _rho(first, second)
    steps, of_steps = _classes(first), _classes(second)
    table = crosstab(steps, of_steps, (int(steps.max()) + 1, int(of_steps.max()) + 1))
    ci = _interval(table, seed)
    return Driver(column.name, outcome, first.size, rho, ci, _p(rho, first.size), 1.0, "")


def _values(frame: "pl.DataFrame", column: Column) -> Numbers | None:
    """Return the step or the number of each row, NaN where blank; None without a scale."""
    answers = read(frame, closed_questions([column])[0]).answers if _is_scale(column) else None
    if isinstance(answers, Levels):
        return np.where(answers.codes >= 0, answers.codes, np.nan)
    return answers.values if isinstance(answers, Values) else None


def _is_scale(column: Column) -> bool:
    return column.type in _SCALES


def _rho(first: Numbers, second: Numbers) -> float:
    """Return Spearman's rho of numbers of which none is missing: Pearson's of mid-ranks."""
    from scipy.stats import rankdata

    return float(np.corrcoef(rankdata(first), rankdata(second))[0, 1])


def _classes(known: Numbers) -> Codes:
    """Return classes for resampling, so that a resample is a table of counts."""
    edges = np.unique(known)
    if len(edges) > _MOST_STEPS:
        edges = np.unique(np.quantile(known, np.linspace(0, 1, _MOST_STEPS + 1)[:-1]))
    classes: Codes = np.searchsorted(edges, known, side="right") - 1
    return classes


def _spearman(tables: Codes) -> Numbers:
    """Return Spearman's rho of each table of counts: Pearson's of mid-ranks.

    Args:
        tables: Tables by rows by columns.
    """
    down, across = tables.sum(axis=2), tables.sum(axis=1)
    n = down.sum(axis=1, keepdims=True)
    rank_down, rank_across = midranks(down) - (n + 1) / 2, midranks(across) - (n + 1) / 2
    together = np.einsum("tij,ti,tj->t", tables, rank_down, rank_across)
    spread = (down * rank_down**2).sum(axis=1) * (across * rank_across**2).sum(axis=1)
    return np.where(spread > 0, together / np.sqrt(np.where(spread > 0, spread, 1.0)), 0.0)


def _interval(table: Codes, seed: int) -> Interval:
    n = int(table.sum())
    shares = table.ravel() / n
    drawn = np.random.default_rng(seed).multinomial(n, shares, size=RESAMPLES)
    low, high = np.quantile(_spearman(drawn.reshape(RESAMPLES, *table.shape)), _TAILS)
    return float(low), float(high)


def _p(rho: float, n: int) -> float:
    """Return the two-sided p of Student's approximation (Kendall and Stuart 1973)."""
    from scipy.stats import t

    if abs(rho) >= 1:
        return 0.0
    return float(2 * t.sf(abs(rho) * ((n - 2) / (1 - rho**2)) ** 0.5, n - 2))


def _told(driver: Driver) -> Driver:
    low, high = driver.ci
    ends = f"{driver.rho:.2f}, {low:.2f} to {high:.2f}"
    if low <= 0 <= high or driver.p_adjusted >= 0.05:
        said = f"“{driver.column}” shows no clear link with “{driver.outcome}” ({ends})."
    else:
        way = "higher" if driver.rho > 0 else "lower"
        said = (
            f"Who is higher on “{driver.column}” is {way} on “{driver.outcome}” ({ends}): "
            "they go together, which is not proof that one causes the other."
        )
    return driver._replace(message=said)
