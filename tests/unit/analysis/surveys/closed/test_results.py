"""Closed questions of whole exports, against pandas and scipy."""

import numpy as np
import pandas as pd
import polars as pl
import pytest
from scipy.stats import chi2_contingency, kruskal, mannwhitneyu
from statsmodels.stats.proportion import proportion_confint

from copilot.analysis.surveys.closed.correcting import number_of_tests
from copilot.analysis.surveys.closed.results import closed_results
from copilot.domain.survey_closed import (
    ChoiceResult,
    Closed,
    DateResult,
    LikertResult,
    NpsResult,
    NumberResult,
)
from copilot.domain.survey_parts import Column
from copilot.errors import InputError
from tests.unit.analysis.surveys.closed.sheets import column, sheet

AGREEMENT = ("Strongly disagree", "Disagree", "Neutral", "Agree", "Strongly agree")
TOOLS = ("Search", "Export, PDF", "Chat", "Yes, daily")


def in_app(rows: int, seed: int) -> pl.DataFrame:
    """An in-app NPS export: labelled scores, a plan, a date, some codes of no answer."""
    draw = np.random.default_rng(seed)
    scores = draw.integers(0, 11, rows)
    labels = [f"{score} - {'likely' if score > 6 else 'unlikely'}" for score in scores]
    return sheet(
        score=np.where(draw.random(rows) < 0.1, "99", labels).tolist(),
        plan=draw.choice(["free", "pro", "team"], rows, p=[0.6, 0.3, 0.1]).tolist(),
        when=[f"2025-0{month}-01 10:00" for month in draw.integers(1, 10, rows)],
    )


def panel(rows: int, seed: int) -> pl.DataFrame:
    """A questionnaire with a scale, picks in one cell, amounts with a currency."""
    draw = np.random.default_rng(seed)
    steps = draw.choice([*AGREEMENT, "Don't know"], rows)
    picked = draw.random((rows, len(TOOLS))) < [0.6, 0.3, 0.2, 0.1]
    return sheet(
        easy=steps.tolist(),
        tools=["; ".join(t for t, p in zip(TOOLS, row, strict=True) if p) for row in picked],
        spent=[f"${amount:,.2f}" for amount in draw.lognormal(7, 1, rows)],
        region=draw.choice(["North", "South"], rows).tolist(),
    )


def grid(rows: int, seed: int) -> pl.DataFrame:
    """An export with a column for each option and some who stopped before."""
    draw = np.random.default_rng(seed)
    asked = draw.random(rows) < 0.8
    ticks = {
        f"tool_{at}": [str(int(tick)) if was else None for tick, was in zip(
            draw.random(rows) < 0.2 * (at + 1), asked, strict=True)]
        for at in range(3)
    }  # fmt: skip
    return sheet(**ticks, role=draw.choice(["dev", "ops", "boss"], rows).tolist())


def only(found: tuple[Closed, ...], name: str) -> Closed:
    (one,) = [closed for closed in found if closed.column == name]
    return one


def counts(result: ChoiceResult) -> dict[str, int | None]:
    return {share.value: share.count for share in result.options}


def shares(result: ChoiceResult) -> dict[str, float | None]:
    return {share.value: share.share for share in result.options}


def test_an_in_app_export_agrees_with_pandas() -> None:
    frame = in_app(600, 3)
    columns = [column("score", "nps"), column("plan", "segment"), column("when", "date")]
    found = closed_results(frame, columns, ["plan"])
    table = pd.DataFrame(frame.to_dict(as_series=False))
    score = pd.to_numeric(table["score"].str.extract(r"^(\d+)")[0])
    plans = table["plan"][score <= 10]
    score = score[score <= 10]

    nps = only(found, "score")
    assert isinstance(nps.result, NpsResult)
    assert nps.n == len(score)
    assert nps.result.out_of_scale == len(table) - len(score)
    assert nps.result.nps == pytest.approx(100 * ((score >= 9).mean() - (score <= 6).mean()))
    assert nps.result.ci[0] < nps.result.nps < nps.result.ci[1]
    expected = kruskal(*(score[plans == plan] for plan in ("free", "pro", "team")))
    assert nps.tests[0].p == pytest.approx(expected.pvalue)
    plan = only(found, "plan").result
    assert isinstance(plan, ChoiceResult)
    assert counts(plan) == dict(table["plan"].value_counts())
    assert only(found, "when").result == DateResult(first="2025-01-01", last="2025-09-01")


def test_a_questionnaire_agrees_with_pandas() -> None:
    frame = panel(500, 4)
    tools = Column(name="tools", type="multi", confidence=1.0, separator=";")
    columns = [
        column("easy", "likert", "|".join(AGREEMENT), "Don't know"),
        tools,
        column("spent", "number"),
        column("region", "segment"),
    ]
    found = closed_results(frame, columns, ["region"])
    table = pd.DataFrame(frame.to_dict(as_series=False))

    easy = only(found, "easy")
    step = table["easy"].map({name: at for at, name in enumerate(AGREEMENT)})
    known, where = step.dropna(), table["region"][step.notna()]
    assert isinstance(easy.result, LikertResult)
    assert easy.n == len(known)
    assert easy.result.median == AGREEMENT[int(known.median())]
    assert easy.result.top2.share == pytest.approx((known >= 3).mean())
    ends = proportion_confint(int((known >= 3).sum()), len(known), method="wilson")
    assert easy.result.top2.ci == pytest.approx(ends)
    north, south = known[where == "North"], known[where == "South"]
    expected = mannwhitneyu(north, south, method="asymptotic").pvalue
    assert easy.tests[0].p == pytest.approx(expected)

    picked = table["tools"].str.get_dummies("; ")
    answered = picked.any(axis=1).sum()
    multi = only(found, "tools")
    assert isinstance(multi.result, ChoiceResult)
    assert multi.result.base == answered
    assert counts(multi.result) == dict(picked.sum())
    assert shares(multi.result) == pytest.approx(dict(picked.sum() / answered))
    spent = only(found, "spent").result
    amounts = pd.to_numeric(table["spent"].str.replace(r"[$,]", "", regex=True))
    assert isinstance(spent, NumberResult)
    assert spent.mean == pytest.approx(amounts.mean())
    assert spent.sd == pytest.approx(amounts.std())
    assert spent.quartiles == pytest.approx(tuple(amounts.quantile([0.25, 0.75])))


def test_an_export_with_a_column_for_each_option_agrees_with_pandas() -> None:
    frame = grid(500, 5)
    columns = [
        Column(name=f"tool_{at}", type="multi", confidence=1.0, question="Tools?", option=f"T{at}")
        for at in range(3)
    ]
    (found,) = closed_results(frame, columns, ["role"])
    table = pd.DataFrame(frame.to_dict(as_series=False))
    asked = table["tool_0"].notna()
    assert isinstance(found.result, ChoiceResult)
    assert (found.column, found.n, found.missing) == ("Tools?", asked.sum(), (~asked).sum())
    for at in range(3):
        count = (table[f"tool_{at}"] == "1").sum()
        assert counts(found.result)[f"T{at}"] == count
        assert shares(found.result)[f"T{at}"] == pytest.approx(count / asked.sum())
    least = min(
        chi2_contingency(pd.crosstab(table["role"][asked], table[f"tool_{at}"][asked]),
                         correction=False).pvalue
        for at in range(3)
    )  # fmt: skip
    assert found.tests[0].p == pytest.approx(min(1.0, 3 * least))


def test_two_segments_are_tested_against_each_other_once() -> None:
    frame = sheet(plan=["free", "pro"] * 40, role=["dev"] * 50 + ["ops"] * 30)
    columns = [column("plan", "segment"), column("role", "segment")]
    found = closed_results(frame, columns, ["plan", "role"])
    assert number_of_tests(found) == 1
    assert only(found, "role").tests[0].segment == "plan"


def test_noise_is_called_a_difference_as_often_as_the_level_allows() -> None:
    draw = np.random.default_rng(6)
    names = [f"q{at}" for at in range(200)]
    frame = sheet(
        plan=draw.choice(["free", "pro"], 300).tolist(),
        **{name: draw.choice(["a", "b", "c"], 300).tolist() for name in names},
    )
    found = closed_results(frame, [column(name, "single") for name in names], ["plan"])
    tests = [test for closed in found for test in closed.tests]
    assert number_of_tests(found) == len(tests) == 200
    # Binomial(200, 1/20) is between 3 and 18 in all but 1 of 100 draws.
    assert 3 <= sum(test.p < 0.05 for test in tests) <= 18
    assert all(test.p_adjusted is not None and test.p_adjusted >= test.p for test in tests)


def test_a_column_that_is_not_what_it_is_said_to_be_is_counted_as_it_stands() -> None:
    frame = sheet(q=["red"] * 6 + ["green"] * 6)
    for kind in ("nps", "likert", "number", "date"):
        (found,) = closed_results(frame, [Column(name="q", type=kind, confidence=1.0)])
        assert isinstance(found.result, ChoiceResult)
        assert found.result.base == 12
        assert found.notes[0].endswith("counted as they stand: “green”, “red”.")


def test_an_empty_survey_has_empty_results() -> None:
    frame = sheet(a=[], b=[], c=[])
    columns = [column("a", "nps"), column("b", "single"), column("c", "multi")]
    found = closed_results(frame, columns, ["a"])
    assert [closed.n for closed in found] == [0, 0, 0]
    assert all(closed.result == ChoiceResult(base=0, options=()) for closed in found)


def test_a_segment_with_one_group_is_said_not_to_be_compared() -> None:
    frame = sheet(q=["a", "b"] * 20, plan=["free"] * 40)
    (found,) = closed_results(frame, [column("q", "single")], ["plan"])
    assert found.tests == ()
    assert found.notes[-1].startswith("Not compared by “plan”: ")


def test_an_unknown_segment_is_refused() -> None:
    with pytest.raises(InputError, match="“Plan”"):
        closed_results(sheet(q=["a"]), [column("q", "single")], ["Plan"])
