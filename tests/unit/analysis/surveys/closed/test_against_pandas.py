"""What is printed of closed questions equals a computation that shares no code with it."""

from collections.abc import Sequence

import numpy as np
import pandas as pd
import pytest
from scipy import stats

from copilot.domain.survey_closed import (
    ChoiceResult,
    Closed,
    LikertResult,
    NpsResult,
    NumberResult,
    Share,
    SurveyTest,
)
from tests.unit.analysis.surveys.exports import by_pandas, made_up
from tests.unit.analysis.surveys.exports.opened import (
    NAMES,
    Export,
    exports,
    picks_of,
    table_of,
    values_of,
)


def is_share(share: Share, count: int, base: int) -> None:
    """Assert that a share is that of a count."""
    assert share.count == count
    assert share.share == pytest.approx(count / base)
    assert share.ci == pytest.approx(by_pandas.wilson(count, base), abs=1e-9)


@pytest.mark.parametrize("name", NAMES)
def test_shares_bases_and_intervals(name: str) -> None:
    export = exports()[name]
    seen = 0
    for closed in export.results.values():
        if not isinstance(closed.result, ChoiceResult):
            continue
        picks = picks_of(export, closed.column).dropna()
        assert (closed.n, closed.result.base) == (len(picks), len(picks))
        assert closed.missing == len(export.cells) - len(picks)
        assert {one.value for one in closed.result.options} == {*picks.columns}
        for one in closed.result.options:
            is_share(one, int(picks[one.value].sum()), len(picks))
            seen += 1
    assert seen >= 7


@pytest.mark.parametrize("name", NAMES)
def test_scales_medians_and_ends(name: str) -> None:
    export = exports()[name]
    scales = [one for one in export.results.values() if isinstance(one.result, LikertResult)]
    assert scales
    for closed in scales:
        column, result = export.columns[closed.column], closed.result
        assert isinstance(result, LikertResult)
        steps = by_pandas.steps_of(export.cells[closed.column], column.options).dropna()
        counts = steps.value_counts()
        for at, share in enumerate(result.options):
            is_share(share, int(counts.get(at, 0)), len(steps))
        ends = [column.options[int(steps.quantile(0.5, way))] for way in ("lower", "higher")]
        assert result.median == " to ".join(dict.fromkeys(ends))
        high, low = steps >= len(column.options) - 2, steps <= 1
        good, bad = (low, high) if column.is_reversed else (high, low)
        is_share(result.top2, int(good.sum()), len(steps))
        is_share(result.bottom2, int(bad.sum()), len(steps))
        aside = export.cells[closed.column].isin(column.apart).sum()
        assert sum(one.count or 0 for one in result.apart) == aside
        assert closed.missing == export.cells[closed.column].isna().sum()


def test_the_score_its_interval_and_its_parts() -> None:
    export = exports()["product"]
    closed = export.results[made_up.RECOMMEND]
    scores = by_pandas.score_of(export.cells[made_up.RECOMMEND])
    value, low, high = by_pandas.nps(scores)
    result = closed.result
    assert isinstance(result, NpsResult)
    assert (result.nps, *result.ci) == pytest.approx((value, low, high))
    n = int(scores.notna().sum())
    is_share(result.promoters, int((scores >= 9).sum()), n)
    is_share(result.passives, int(scores.isin([7, 8]).sum()), n)
    is_share(result.detractors, int((scores <= 6).sum()), n)
    stray = export.cells[made_up.RECOMMEND].notna() & scores.isna()
    assert result.out_of_scale == stray.sum() > 0


@pytest.mark.parametrize(("name", "column"), [("product", "Seats"), ("course", "Hours")])
def test_numbers(name: str, column: str) -> None:
    export = exports()[name]
    result = export.results[column].result
    values = export.cells[column].str.replace(",", "").astype(float).dropna()
    assert isinstance(result, NumberResult)
    assert result.mean == pytest.approx(values.mean())
    assert result.sd == pytest.approx(values.std())
    assert result.ci == pytest.approx(
        stats.t.interval(0.95, len(values) - 1, values.mean(), stats.sem(values))
    )
    found = (result.least, result.quartiles[0], result.median, result.quartiles[1], result.most)
    assert found == pytest.approx(tuple(values.quantile([0, 0.25, 0.5, 0.75, 1])))


def by_option(
    picked: pd.Series, groups: pd.Series, names: Sequence[str]
) -> by_pandas.Tested | None:
    """Return the test of one option; None where everybody or nobody picked it."""
    inside = groups.reindex(picked.index).isin(names)
    table = pd.crosstab(groups[inside[inside].index], picked[inside])
    if table.shape[1] < 2:
        return None
    found = by_pandas.crosstab_test(table)
    if found.p is None:
        p = by_pandas.permuted(groups[inside[inside].index], picked[inside])
        return found._replace(p=p)
    return found


def expected(export: Export, closed: Closed, test: SurveyTest) -> by_pandas.Tested:
    """Return a test as pandas and scipy have it."""
    groups = export.cells[test.segment].str.strip()
    if not isinstance(closed.result, ChoiceResult):
        values = values_of(export, closed)
        is_welch = closed.type == "number" and len(by_pandas.large(groups, values.notna())) == 2
        return (by_pandas.welch if is_welch else by_pandas.rank_test)(values, groups)
    picks = picks_of(export, closed.column)
    table = table_of(picks, groups)
    if closed.type != "multi":
        found = by_pandas.crosstab_test(table)
        if found.p is None:
            inside = groups.isin(table.index) & picks.notna().any(axis=1)
            p = by_pandas.permuted(groups[inside], picks[inside].idxmax(axis=1))
            assert test.p == pytest.approx(p, abs=0.06)
            return found._replace(p=test.p)
        return found
    options = (by_option(picks[one].dropna(), groups, list(table.index)) for one in table)
    tested = [one for one in options if one is not None]
    adjusted = by_pandas.holm([1.0 if one.p is None else one.p for one in tested])
    best = min(range(len(tested)), key=lambda at: (adjusted[at], -tested[at].effect))
    method = f"{tested[best].method} of each option"
    return tested[best]._replace(p=adjusted[best], method=method)


@pytest.mark.parametrize("name", NAMES)
def test_tests_effects_and_their_correction(name: str) -> None:
    export = exports()[name]
    pairs = [(one, test) for one in export.results.values() for test in one.tests]
    wanted = [expected(export, *pair) for pair in pairs]
    assert len(pairs) >= 7
    adjusted = by_pandas.benjamini_hochberg([one.p or 0.0 for one in wanted])
    for (closed, test), one, p in zip(pairs, wanted, adjusted, strict=True):
        told = f"{closed.column} by {test.segment}"
        assert test.method == one.method, told
        assert test.statistic == (one.statistic and pytest.approx(one.statistic)), told
        assert test.p == pytest.approx(one.p, rel=1e-6), told
        assert test.p_adjusted == pytest.approx(p, rel=1e-6), told
        assert test.effect == pytest.approx(one.effect, abs=1e-9), told


@pytest.mark.parametrize("name", NAMES)
def test_cells_that_stand_out(name: str) -> None:
    export = exports()[name]
    for closed in export.results.values():
        for test in closed.tests:
            if not isinstance(closed.result, ChoiceResult) or closed.type == "multi":
                continue
            table = table_of(
                picks_of(export, closed.column), export.cells[test.segment].str.strip()
            )
            limit = stats.norm.isf(0.025 / table.size)
            odd = by_pandas.residuals(table).stack()
            odd = odd[(odd.abs() > limit) & ~table.stack().between(1, 4)]
            is_told = (test.p_adjusted or 0) < 0.05
            cells = {(one.group, one.value): one.residual for one in test.cells}
            assert cells == pytest.approx(odd.to_dict() if is_told else {})
            for one in test.cells:
                row, column = table.loc[one.group], table[one.value]
                assert one.share == pytest.approx(row[one.value] / row.sum())
                assert one.of_all == pytest.approx(column.sum() / table.to_numpy().sum())


def test_the_scores_that_are_told_of_groups() -> None:
    export = exports()["product"]
    scores = by_pandas.score_of(export.cells[made_up.RECOMMEND])
    [by_plan, _] = export.results[made_up.RECOMMEND].tests
    for plan in ("Free", "Team", "Enterprise"):
        value, low, high = by_pandas.nps(scores[export.cells["Plan"] == plan])
        assert f"“{plan}” NPS {value:+.0f} ({low:+.0f} to {high:+.0f})" in by_plan.note


@pytest.mark.parametrize("name", NAMES)
def test_what_goes_along_with_an_outcome(name: str) -> None:
    export = exports()[name]
    found = export.driving
    assert found
    wanted = []
    for one in found:
        pair = [values_of(export, export.results[at]) for at in (one.column, one.outcome)]
        rho, p, n = by_pandas.spearman(*pair)
        assert (one.rho, one.p, one.n) == pytest.approx((rho, p, n), rel=1e-6)
        both = pd.concat(pair, axis=1).dropna().to_numpy()
        assert one.ci == pytest.approx(resampled(both), abs=0.03)
        wanted.append(p)
    adjusted = by_pandas.benjamini_hochberg(wanted)
    assert [one.p_adjusted for one in found] == pytest.approx(adjusted, rel=1e-6)


def resampled(both: np.ndarray[tuple[int, int], np.dtype[np.float64]]) -> tuple[float, float]:
    """Return the bootstrap interval of Spearman's rho, by drawing people."""
    rng = np.random.default_rng(9)
    drawn = [both[rng.integers(0, len(both), len(both))] for _ in range(300)]
    rhos = [np.corrcoef(stats.rankdata(one, axis=0), rowvar=False)[0, 1] for one in drawn]
    low, high = np.quantile(rhos, [0.025, 0.975])
    return float(low), float(high)
