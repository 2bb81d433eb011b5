"""Intervals where respondents have several rows, by resampling respondents."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from copilot.analysis.surveys.closed.cells import LEAST_BASE
from copilot.analysis.surveys.closed.coding import Codes, code
from copilot.analysis.surveys.closed.intervals import wilson
from copilot.analysis.surveys.closed.likert import ends
from copilot.analysis.surveys.closed.nps import GROUP_OF_SCORE, GROUPS
from copilot.analysis.surveys.closed.reading import Levels, Mask, Numbers, Picks, Reading, Values
from copilot.domain.survey_closed import (
    ChoiceResult,
    ClosedResult,
    LikertResult,
    NpsResult,
    NumberResult,
    Share,
)
from copilot.domain.survey_parts import Interval

if TYPE_CHECKING:
    import polars as pl

RESAMPLES = 1_000
_TAILS = (0.025, 0.975)
_NOTE = "Some people answered more than once; intervals are by respondent, not by row."


class _Profiles(NamedTuple):
    """What respondents have in all their rows together, and how many have the same."""

    sums: Codes
    bases: Codes
    people: Codes


def first_rows(frame: "pl.DataFrame", people: "pl.Series") -> "pl.DataFrame":
    """Return the first row of each respondent; rows without a respondent stay."""
    return frame.filter(people.is_null() | people.is_first_distinct())


def cluster_interval(weights: Codes, base: Mask, people: Codes, seed: int) -> Interval:
    """Return the percentile interval of a mean of weights, resampling respondents.

    Respondents with the same sums are alike, so that a resample is one multinomial draw of
    how many of each kind there are (Field and Welsh, JRSS B 69, 2007).

    Args:
        weights: One a row: 1 and 0 for a share; 1, 0 and -1 for a score.
        base: Rows that count; at least one.
        people: Number of the respondent of each row, from 0.
        seed: Where the drawing starts.
    """
    profiles = _profiles(weights, base, people)
    total = int(profiles.people.sum())
    drawn = np.random.default_rng(seed).multinomial(total, profiles.people / total, size=RESAMPLES)
    means = (drawn @ profiles.sums) / np.maximum(drawn @ profiles.bases, 1)
    low, high = np.quantile(means, _TAILS)
    return float(low), float(high)


def cluster_shares(
    shares: Sequence[Share], picked: Sequence[Mask], base: Mask, people: Codes, seed: int
) -> tuple[Share, ...]:
    """Return shares with intervals by respondent in place of those by row.

    Of a share of nothing or of all, resampling knows no spread: it keeps Wilson's interval
    with as many answers as there are respondents.
    """
    return tuple(
        share
        if share.ci is None
        else share.model_copy(update={"ci": _share_interval(mask, base, people, seed)})
        for share, mask in zip(shares, picked, strict=True)
    )


def cluster_mean_interval(values: Numbers, people: Codes) -> Interval | None:
    """Return the interval of a mean of numbers, by respondent; None for fewer than two.

    The linearised variance of a ratio, with Student's t of one less than the respondents
    (Cochran, Sampling Techniques, 1977, section 6.5).

    Args:
        values: One a row, NaN where there is none; one number at least.
        people: Number of the respondent of each row, from 0.
    """
    from scipy.stats import t

    known = ~np.isnan(values)
    _, who = np.unique(people[known], return_inverse=True)
    mean = float(values[known].mean())
    excess = np.bincount(who, weights=values[known] - mean)
    size = excess.size
    if size < 2:
        return None
    error = float((size / (size - 1) * (excess**2).sum()) ** 0.5) / int(known.sum())
    margin = float(t.ppf(0.975, size - 1)) * error
    return mean - margin, mean + margin


def with_cluster_intervals(reading: Reading, people: "pl.Series", seed: int) -> Reading:
    """Return a reading whose shares and scores have intervals by respondent."""
    answers, result = reading.answers, reading.result
    if reading.n < LEAST_BASE or answers is None:
        return reading
    who = _numbered(people)
    if isinstance(answers, Values) and isinstance(result, NumberResult):
        ci = cluster_mean_interval(answers.values, who)
        return _replaced(reading, result.model_copy(update={"ci": ci}))
    if isinstance(answers, Picks) and isinstance(result, ChoiceResult):
        of_label = dict(zip(answers.labels, answers.picked.T, strict=True))
        masks = [of_label[share.value] for share in result.options]
        options = cluster_shares(result.options, masks, answers.base, who, seed)
        return _replaced(reading, result.model_copy(update={"options": options}))
    if isinstance(answers, Levels) and isinstance(result, NpsResult):
        return _replaced(reading, _nps(result, answers, who, seed))
    if isinstance(answers, Levels) and isinstance(result, LikertResult):
        return _replaced(reading, _likert(result, answers, who, seed))
    return reading


def _replaced(reading: Reading, result: ClosedResult) -> Reading:
    return reading._replace(result=result, notes=(*reading.notes, _NOTE))


def _nps(result: NpsResult, answers: Levels, who: Codes, seed: int) -> NpsResult:
    base = answers.codes >= 0
    group = np.where(base, GROUP_OF_SCORE[answers.codes], 1)
    low, high = cluster_interval(group - 1, base, who, seed)
    masks = [base & (group == at) for at in range(len(GROUPS))]
    parts = (result.detractors, result.passives, result.promoters)
    detractors, passives, promoters = cluster_shares(parts, masks, base, who, seed)
    return result.model_copy(
        update={
            "ci": (100 * low, 100 * high),
            "promoters": promoters,
            "passives": passives,
            "detractors": detractors,
        }
    )


def _likert(result: LikertResult, answers: Levels, who: Codes, seed: int) -> LikertResult:
    base, steps = answers.codes >= 0, len(answers.labels)
    masks = [answers.codes == at for at in range(steps)]
    size = len(ends(answers.labels, is_reversed=False)[0])
    low, high = base & (answers.codes < size), answers.codes >= steps - size
    is_reversed = result.top2.value == " or ".join(answers.labels[:size])
    outer = [low, high] if is_reversed else [high, low]
    shares = (*result.options, result.top2, result.bottom2)
    *options, top, bottom = cluster_shares(shares, [*masks, *outer], base, who, seed)
    return result.model_copy(update={"options": tuple(options), "top2": top, "bottom2": bottom})


def _numbered(people: "pl.Series") -> Codes:
    """Return a number for each respondent; rows without one are of somebody else each."""
    coded = code(people)
    own = len(coded.labels) + np.arange(len(coded.codes))
    return np.where(coded.codes >= 0, coded.codes, own)


def _share_interval(picked: Mask, base: Mask, people: Codes, seed: int) -> Interval:
    count, n = int((picked & base).sum()), int(base.sum())
    if count in (0, n):
        different = len(np.unique(people[base]))
        return wilson(different if count else 0, different)
    return cluster_interval(picked.astype(np.int64), base, people, seed)


def _profiles(weights: Codes, base: Mask, people: Codes) -> _Profiles:
    _, who = np.unique(people[base], return_inverse=True)
    bases = np.bincount(who)
    sums = np.rint(np.bincount(who, weights=weights[base])).astype(np.int64)
    pairs, people_of = np.unique(np.stack([sums, bases]), axis=1, return_counts=True)
    return _Profiles(pairs[0], pairs[1], people_of)
