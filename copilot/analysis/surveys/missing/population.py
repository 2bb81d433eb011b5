"""Compare respondents with all users."""

from collections.abc import Mapping
from typing import NamedTuple

from copilot.analysis.paired import holm
from copilot.analysis.surveys.closed.cells import LEAST_BASE, quoted, share_with_ends
from copilot.analysis.surveys.closed.coding import Coded
from copilot.analysis.surveys.closed.intervals import wilson
from copilot.analysis.surveys.missing.differences import LEVEL
from copilot.domain.figures import percent
from copilot.domain.survey_parts import MissingVoice
from copilot.errors import InputError

_HINT = "Give each group its share or its number, for example: free: 0.8, pro: 0.2."


class _Rarer(NamedTuple):
    group: str
    found: int
    share_of_all: float
    p: float


def rarer_than_among_all(
    segment: str, coded: Coded, population: Mapping[str, float]
) -> list[MissingVoice]:
    """Return groups that are rarer among respondents than among all users.

    Each share is tested with the binomial test against its share of the population, Holm
    over the groups. Respondents of groups that the population does not name are left out.

    Args:
        segment: Name of the column.
        coded: Who is in which group.
        population: Shares, percents or numbers of each group; they are brought to sum to 1.

    Raises:
        InputError: The figures are no shares of anything.
    """
    shares = _to_one(segment, population)
    counts = _counts(coded)
    known = {group: counts.get(group.casefold(), 0) for group in shares}
    n = sum(known.values())
    if n < LEAST_BASE:
        return []
    rarer = [_Rarer(group, known[group], of_all, _p(known[group], n, of_all))
             for group, of_all in shares.items()]  # fmt: skip
    adjusted = holm({one.group: one.p for one in rarer})
    return [
        _voice(segment, one, n, adjusted[one.group])
        for one in rarer
        if adjusted[one.group] < LEVEL and one.found / n < one.share_of_all
    ]


def _to_one(segment: str, population: Mapping[str, float]) -> dict[str, float]:
    total = sum(population.values())
    wrong = [group for group, share in population.items() if not 0 <= share < float("inf")]
    if wrong:
        raise InputError(f"“{segment}” has no usable figure for {quoted(wrong)}.", hint=_HINT)
    if len(population) < 2 or not total > 0:
        raise InputError(
            f"The population file has fewer than two groups for “{segment}”.", hint=_HINT
        )
    return {group: share / total for group, share in population.items()}


def _counts(coded: Coded) -> dict[str, int]:
    counts: dict[str, int] = {}
    for label, count in zip(coded.labels, coded.counts.tolist(), strict=True):
        counts[label.casefold()] = counts.get(label.casefold(), 0) + count
    return counts


def _p(count: int, n: int, share: float) -> float:
    from scipy.stats import binomtest

    return float(binomtest(count, n, share).pvalue)


def _voice(segment: str, rarer: _Rarer, n: int, p: float) -> MissingVoice:
    said = share_with_ends(rarer.found, n)
    return MissingVoice(
        segment=segment,
        group=rarer.group,
        what="population",
        n=n,
        share=rarer.found / n,
        ci=wilson(rarer.found, n),
        others=rarer.share_of_all,
        p_adjusted=p,
        message=(
            f"“{rarer.group}” are {said} of those who answered, "
            f"but {percent(rarer.share_of_all)} of all users (“{segment}”)."
        ),
    )
