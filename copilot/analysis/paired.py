"""Compare two eval runs case by case, and say how sure the comparison is.

scipy and statsmodels take a second to import, so each is imported where a figure needs it.
"""

from collections import Counter
from collections.abc import Mapping, Sequence, Sized
from typing import NamedTuple

import numpy as np

from copilot.errors import InputError

RESAMPLES = 10_000
SEED = 1
"""Fixed, so that the same two runs have the same interval every time."""
_TAILS = (0.025, 0.975)


class Share(NamedTuple):
    """How many of a number of cases passed."""

    passed: int
    total: int

    @property
    def rate(self) -> float:
        """The share that passed, 0 to 1; 0 where there are no cases."""
        return self.passed / self.total if self.total else 0.0

    @property
    def interval(self) -> tuple[float, float]:
        """Wilson's 95 % interval of the rate (Wilson 1927); all of 0 to 1 without cases."""
        from statsmodels.stats.proportion import proportion_confint

        if not self.total:
            return 0.0, 1.0
        low, high = proportion_confint(self.passed, self.total, alpha=0.05, method="wilson")
        return float(low), float(high)


class Difference(NamedTuple):
    """A mean difference, after less before, and the ends of its 95 % interval."""

    mean: float
    low: float
    high: float


class Flips(NamedTuple):
    """Cases that began to pass, cases that ceased to, and the p of so uneven a split by chance."""

    gained: int
    lost: int
    p: float


class Agreement(NamedTuple):
    """How often two raters agree: as a share, and beyond chance where that is defined."""

    share: float
    kappa: float | None
    cases: int


def difference(
    before: Sequence[float],
    after: Sequence[float],
    *,
    resamples: int = RESAMPLES,
    seed: int = SEED,
) -> Difference:
    """Return the mean of after less before, with a paired bootstrap interval.

    The interval is the percentile one (Efron and Tibshirani 1993, chapter 13). BCa would be
    more accurate, but its acceleration is 0/0 where all differences are equal, and two runs
    that do not differ at all are everyday. With few cases the interval is too narrow, and
    with one or with equal differences it has no width.

    Args:
        before: Score of each case in the first run.
        after: Scores of the same cases, in the same order, in the second.
        resamples: How many times cases are drawn with replacement.
        seed: Where the drawing starts.

    Raises:
        InputError: The runs are empty, or of unequal length.
    """
    _require_pairs(before, after)
    differences = np.asarray(after, dtype=float) - np.asarray(before, dtype=float)
    drawn = np.random.default_rng(seed).choice(differences, size=(resamples, len(differences)))
    low, high = np.quantile(drawn.mean(axis=1), _TAILS)
    return Difference(float(differences.mean()), float(low), float(high))


def mcnemar(before: Sequence[bool], after: Sequence[bool]) -> Flips:
    """Return which way cases flipped, and the two-sided p of the exact McNemar test.

    Only cases that flipped count; by chance each way is as likely (McNemar, Psychometrika 12,
    1947, with the binomial distribution itself in place of its chi-squared approximation).

    Raises:
        InputError: The runs are empty, or of unequal length.
    """
    _require_pairs(before, after)
    gained = sum(now and not then for then, now in zip(before, after, strict=True))
    lost = sum(then and not now for then, now in zip(before, after, strict=True))
    return Flips(gained, lost, _sign_test(gained, gained + lost))


def holm(p_values: Mapping[str, float]) -> dict[str, float]:
    """Return each p adjusted for being one of several (Holm 1979), under the same names."""
    # statsmodels has this too, and collects garbage at every call: a tenth of a second, each time.
    adjusted: dict[str, float] = {}
    least = 0.0
    for rank, name in enumerate(sorted(p_values, key=lambda name: p_values[name])):
        least = max(least, min(1.0, (len(p_values) - rank) * float(p_values[name])))
        adjusted[name] = least
    return {name: adjusted[name] for name in p_values}


def pass_at_1(repeats: Sequence[Sequence[bool]]) -> float:
    """Return how likely one try passes: the mean over cases of the share of repeats that do.

    Raises:
        InputError: There are no cases, or one without repeats.
    """
    _require_repeats(repeats)
    return sum(sum(case) / len(case) for case in repeats) / len(repeats)


def pass_all(repeats: Sequence[Sequence[bool]]) -> float:
    """Return the share of cases all of whose repeats pass (pass^k; Yao and others 2024).

    Figures compare only between runs of as many repeats a case.

    Raises:
        InputError: There are no cases, or one without repeats.
    """
    _require_repeats(repeats)
    return sum(map(all, repeats)) / len(repeats)


def kappa(first: Sequence[str], second: Sequence[str]) -> Agreement:
    """Return how far two raters agree, with Cohen's kappa (Cohen 1960).

    Kappa is None where both gave one and the same label throughout: chance explains it all.

    Raises:
        InputError: The ratings are empty, or of unequal length.
    """
    _require_pairs(first, second)
    count = len(first)
    agreed = sum(one == other for one, other in zip(first, second, strict=True))
    marginals, others = Counter(first), Counter(second)
    by_chance = sum(times * others[label] for label, times in marginals.items())  # over count²
    beyond = count * count - by_chance
    return Agreement(
        agreed / count, (count * agreed - by_chance) / beyond if beyond else None, count
    )


def _sign_test(gained: int, flipped: int) -> float:
    from scipy.stats import binomtest

    return float(binomtest(gained, flipped).pvalue) if flipped else 1.0


def _require_pairs(before: Sized, after: Sized) -> None:
    if len(before) != len(after) or not len(before):
        raise InputError(
            f"{len(before)} and {len(after)} cases cannot be compared in pairs.",
            hint="Compare two runs of the same cases, at least one.",
        )


def _require_repeats(repeats: Sequence[Sequence[bool]]) -> None:
    if not repeats or not all(map(len, repeats)):
        raise InputError("There is a case that was never run, or none at all.")
