"""Compare the answers to one question between the groups of one segment."""

from typing import NamedTuple

import numpy as np

from copilot.analysis.paired import holm
from copilot.analysis.surveys.closed.cells import LEAST_COUNT, SMALL_BASE, share_with_ends
from copilot.analysis.surveys.closed.coding import Coded, Codes, crosstab
from copilot.analysis.surveys.closed.crosstabs import Association, association, odd_cells
from copilot.analysis.surveys.closed.groups import Groups, large_groups
from copilot.analysis.surveys.closed.intervals import mean_interval
from copilot.analysis.surveys.closed.likert import ends
from copilot.analysis.surveys.closed.means import mean_test
from copilot.analysis.surveys.closed.nps import nps_result
from copilot.analysis.surveys.closed.ranks import RankTest, rank_test
from copilot.analysis.surveys.closed.reading import Levels, Mask, Numbers, Picks, Values
from copilot.domain.figures import figure
from copilot.domain.survey_closed import OddCell, SurveyTest
from copilot.domain.survey_words import points, points_within

_LEVEL = 0.05
_MOST_SAID = 6
"""Groups whose figures are in a note."""


class _Option(NamedTuple):
    """How groups differ in picking one option."""

    label: str
    table: Codes
    found: Association


def compare(
    answers: Picks | Levels | Values, segment: str, coded: Coded, *, seed: int
) -> SurveyTest | None:
    """Return the test of answers between groups of ten answers and more.

    None where there are not two such groups, or everybody answered alike.
    """
    groups = large_groups(segment, coded, _answered(answers))
    if len(groups.names) < 2:
        return None
    if isinstance(answers, Levels):
        return _compare_levels(answers, groups)
    if isinstance(answers, Values):
        return _compare_values(answers, groups)
    if answers.is_single:
        return _compare_single(answers, groups, seed)
    return _compare_options(answers, groups, seed)


def _answered(answers: Picks | Levels | Values) -> Mask:
    if isinstance(answers, Picks):
        return answers.base
    if isinstance(answers, Values):
        known: Mask = ~np.isnan(answers.values)
        return known
    return answers.codes >= 0


def _compare_single(answers: Picks, groups: Groups, seed: int) -> SurveyTest | None:
    table = np.stack([_per_group(groups, column) for column in answers.picked.T], axis=1)
    found = association(table, seed)
    if found is None:
        return None
    cells = odd_cells(table, groups.names, answers.labels)
    return _crosstab_test(groups, found, int(table.sum()), cells)


def _crosstab_test(groups: Groups, found: Association, n: int, cells: list[OddCell]) -> SurveyTest:
    return SurveyTest(
        segment=groups.segment,
        method=found.method,
        n=n,
        statistic=found.statistic,
        p=found.p,
        effect=found.effect,
        effect_name="Cramér's V",
        cells=tuple(cells),
        note=groups.note,
    )


def _compare_options(answers: Picks, groups: Groups, seed: int) -> SurveyTest | None:
    """Test option by option: picks of one person are not independent, so no table of all.

    The p is the least after Holm over the options, the effect that of the same option.
    """
    base = _per_group(groups, answers.base)
    tested = [
        _Option(label, table, found)
        for label, column in zip(answers.labels, answers.picked.T, strict=True)
        if (found := association(table := _of_option(groups, column, base), seed))
    ]
    if not tested:
        return None
    adjusted = list(holm({str(at): one.found.p for at, one in enumerate(tested)}).values())
    first = min(range(len(tested)), key=lambda at: (adjusted[at], -tested[at].found.effect))
    best = tested[first]
    cells = [
        cell
        for one, p in zip(tested, adjusted, strict=True)
        if p < _LEVEL
        for cell in _picked_cells(one, groups)
    ]
    found = best.found._replace(p=adjusted[first], method=f"{best.found.method} of each option")
    test = _crosstab_test(groups, found, int(base.sum()), cells)
    said = f"{len(tested)} options tested, Holm; “{best.label}” differs most."
    return test.model_copy(update={"note": f"{said} {groups.note}".strip()})


def _picked_cells(option: _Option, groups: Groups) -> list[OddCell]:
    cells = odd_cells(option.table, groups.names, (option.label, ""))
    return [cell for cell in cells if cell.value == option.label]


def _of_option(groups: Groups, picked: Mask, base: Codes) -> Codes:
    counts = _per_group(groups, picked)
    return np.stack([counts, base - counts], axis=1)


def _per_group(groups: Groups, rows: Mask) -> Codes:
    inside = groups.codes[rows & (groups.codes >= 0)]
    return np.bincount(inside, minlength=len(groups.names))


def _compare_levels(answers: Levels, groups: Groups) -> SurveyTest | None:
    table = crosstab(groups.codes, answers.codes, (len(groups.names), len(answers.labels)))
    found = rank_test(table)
    if found is None:
        return None
    said = _scores(table) if answers.is_nps else _top_shares(table, answers.labels)
    return _rank_test(groups, found, int(table.sum()), said)


def _compare_values(answers: Values, groups: Groups) -> SurveyTest | None:
    found = mean_test(answers.values, groups.codes, len(groups.names))
    if found is None:
        return None
    said = [_mean(answers.values[groups.codes == at]) for at in range(len(groups.names))]
    return _rank_test(groups, found, int((groups.codes >= 0).sum()), said)


def _rank_test(groups: Groups, found: RankTest, n: int, said: list[str]) -> SurveyTest:
    return SurveyTest(
        segment=groups.segment,
        method=found.method,
        n=n,
        statistic=found.statistic,
        p=found.p,
        effect=found.effect,
        effect_name=found.effect_name,
        note=f"{_told(groups.names, said)} {groups.note}".strip(),
    )


def _told(names: tuple[str, ...], said: list[str]) -> str:
    pairs = [f"“{name}” {what}" for name, what in zip(names, said, strict=True) if what]
    more = f"; and {len(pairs) - _MOST_SAID} more groups" if len(pairs) > _MOST_SAID else ""
    return f"{'; '.join(pairs[:_MOST_SAID])}{more}." if pairs else ""


def _scores(table: Codes) -> list[str]:
    """Return the NPS of each group with its interval."""
    results = [nps_result(row) for row in table]
    return [
        f"NPS {points(found.nps)} ({points_within(found.ci)})"
        + (", few answers" if row.sum() < SMALL_BASE else "")
        for row, found in zip(table, results, strict=True)
    ]


def _top_shares(table: Codes, labels: tuple[str, ...]) -> list[str]:
    """Return how many of each group are on the highest steps, whatever these mean."""
    size = len(ends(labels, is_reversed=False)[0])
    from_step = f"from “{labels[-size]}” up"
    counts = table[:, -size:].sum(axis=1)
    return [
        f"{share_with_ends(int(top), int(row.sum()))} {from_step}"
        if top == 0 or top >= LEAST_COUNT
        else f"under {LEAST_COUNT} people {from_step}"
        for row, top in zip(table, counts, strict=True)
    ]


def _mean(values: Numbers) -> str:
    mean = float(values.mean())
    ends_of_it = mean_interval(mean, float(values.std(ddof=1)), values.size)
    low, high = ends_of_it or (mean, mean)
    return f"mean {figure(mean)} ({figure(low)} to {figure(high)})"
