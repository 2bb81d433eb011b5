"""Compare respondents with all users."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from copilot.analysis.paired import holm
from copilot.analysis.surveys.closed.cells import LEAST_BASE, quoted, share_with_ends
from copilot.analysis.surveys.closed.coding import Codes, code
from copilot.analysis.surveys.closed.intervals import wilson
from copilot.analysis.surveys.closed.reading import Numbers
from copilot.analysis.surveys.missing.differences import LEVEL
from copilot.domain.figures import percent
from copilot.domain.survey_parts import MissingVoice
from copilot.errors import InputError

if TYPE_CHECKING:
    import polars as pl

_HINT = (
    "Give each group its share or its number, for example   {segment}: {{free: 80 %, pro: 20 %}}"
)


class Population(NamedTuple):
    """What all users are."""

    file: str
    """That says so, without its folder."""
    margins: Mapping[str, Mapping[str, float]]
    """Of a column, the share, percent or number of each group."""
    remarks: tuple[str, ...] = ()
    """What a person should know of how it was read."""


class Known(NamedTuple):
    """A column whose groups are known of all users, and who of the respondents is in which."""

    segment: str
    """As the survey calls it."""
    groups: tuple[str, ...]
    """As the population calls them."""
    shares: Numbers
    """Of all users; they sum to 1."""
    codes: Codes
    """Of each row its group; -1 for who is in none, or in one that the population lacks."""
    unnamed: Mapping[str, int]
    """Groups of respondents that the population lacks, with how many are in each."""

    @property
    def counts(self) -> Codes:
        """How many respondents each group has."""
        return np.bincount(self.codes[self.codes >= 0], minlength=len(self.groups))


class _Rarer(NamedTuple):
    group: str
    found: int
    share_of_all: float
    p: float


def known_of_all(frame: "pl.DataFrame", population: Population) -> list[Known]:
    """Return the columns of a survey with the shares of their groups among all users.

    Columns and groups match whatever their case.

    Args:
        frame: Text cells, one row a respondent.
        population: What is known.

    Raises:
        InputError: A column is not there, fewer than two groups are given, people are in fewer
            than two of them and in others that are not given, or the figures are no shares.
    """
    return [
        _known(frame, population.file, _column(frame, population.file, named), shares)
        for named, shares in population.margins.items()
    ]


def rarer_than_among_all(known: Known) -> list[MissingVoice]:
    """Return groups that are rarer among respondents than among all users.

    Each share is tested with the binomial test against its share of the population, Holm
    over the groups. Respondents of groups that the population does not name are left out.
    """
    n = int(known.counts.sum())
    if n < LEAST_BASE:
        return []
    rarer = [
        _Rarer(group, found, of_all, _p(found, n, of_all))
        for group, found, of_all in zip(
            known.groups, known.counts.tolist(), known.shares.tolist(), strict=True
        )
    ]
    adjusted = holm({one.group: one.p for one in rarer})
    return [
        _voice(known.segment, one, n, adjusted[one.group])
        for one in rarer
        if adjusted[one.group] < LEVEL and one.found / n < one.share_of_all
    ]


def _column(frame: "pl.DataFrame", file: str, named: str) -> str:
    alike = [name for name in frame.columns if _folded(name) == _folded(named)]
    found = [named] if named in frame.columns else alike
    if len(found) != 1:
        what = "the survey does not have" if not alike else f"may be any of {quoted(alike)}"
        raise InputError(
            f"{file} names the column “{named}”, which {what}.",
            hint=f"Name a column of the survey in {file}: {quoted(frame.columns)}.",
        )
    return found[0]


def _known(
    frame: "pl.DataFrame", file: str, segment: str, population: Mapping[str, float]
) -> Known:
    shares = _to_one(file, segment, population)
    coded = code(frame[segment])
    at = {_folded(group): place for place, group in enumerate(population)}
    places = [at.get(_folded(label), -1) for label in coded.labels]
    codes: Codes = np.array([*places, -1], dtype=np.int64)[coded.codes]
    counted = zip(coded.labels, coded.counts.tolist(), places, strict=True)
    unnamed = {label: count for label, count, place in counted if place < 0}
    if not (shares[codes[codes >= 0]] > 0).any():
        raise InputError(
            f"Nobody who answered is in a group that {file} gives for “{segment}”:"
            f" {quoted(population)}.",
            hint=f"Name the groups as the survey does: {quoted(coded.labels) or 'it has none'}.",
        )
    known = Known(segment, tuple(population), shares, codes, unnamed)
    _require_two_heard(known, file, coded.labels)
    return known


def _require_two_heard(known: Known, file: str, labels: Sequence[str]) -> None:
    """Refuse what looks like a slip: one group alone fits, and others stand on either side."""
    counts = known.counts.tolist()
    empty = [group for group, count in zip(known.groups, counts, strict=True) if not count]
    if len(empty) >= len(counts) - 1 and empty and known.unnamed:
        raise InputError(
            f"{file} gives {quoted(empty)} for “{known.segment}”, where nobody answered, and not"
            f" {quoted(known.unnamed)}, where people did: one group alone cannot be compared.",
            hint=f"Name the groups as the survey does: {quoted(labels)}.",
        )


def _folded(name: str) -> str:
    return name.strip().casefold()


def _to_one(file: str, segment: str, population: Mapping[str, float]) -> Numbers:
    hint = _HINT.format(segment=segment)
    wrong = [group for group, share in population.items() if not 0 <= share < float("inf")]
    if wrong:
        raise InputError(
            f"{file} has no usable figure for {quoted(wrong)} of “{segment}”.", hint=hint
        )
    if sum(share > 0 for share in population.values()) < 2:
        raise InputError(
            f"{file} gives fewer than two groups for “{segment}” that somebody is in.", hint=hint
        )
    shares = np.array([*population.values()], dtype=float)
    of_all: Numbers = shares / shares.sum()
    return of_all


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
