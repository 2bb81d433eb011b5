"""What a person's check of labels does to a share: its interval grows by the labels' own error.

Prediction-powered intervals take the labels of the sample as true. A model's labels are not, and
a person who looks at some of them shows by how much.
"""

from typing import NamedTuple

from copilot.domain.survey_parts import Interval

Z = 1.959963984540054
"""Standard normal quantile of 0.975."""


class Check(NamedTuple):
    """What a person found who looked at labelled answers for a theme."""

    kept: int
    """Answers with the label that rightly have it."""
    given: int
    """Answers with the label that were looked at."""
    missed: int
    """Answers without the label that ought to have it."""
    empty: int
    """Answers without the label that were looked at."""


class Corrected(NamedTuple):
    """A share after the check, and its 95 % interval."""

    share: float
    ci: Interval


def with_human_check(share: float, interval: Interval, agreed: int, checked: int) -> Interval:
    """Widen an interval for labels of which a person upheld some; the share stays.

    Of the share p, p (1 - a) are labels wrongly given, where a is the rate of agreement. As many
    may have been missed, or none, so that the net error lies between -p (1 - a) and p (1 - a):
    as a rectangular distribution, a standard error of p (1 - a) / sqrt 3 (GUM, JCGM 100:2008,
    4.3.7). That a is itself of a sample adds p sqrt(a (1 - a) / n); a is shrunk to (k + 2) /
    (n + 4), so that a small check without a miss still counts for something (Agresti and Coull
    1998). Each side grows as the root of the sum of squares.

    Args:
        share: 0 to 1.
        interval: Its 95 % interval.
        agreed: Labels the person agreed with, k.
        checked: Labels the person looked at, n; of none, nothing changes.
    """
    if checked <= 0:
        return interval
    agreement = (agreed + 2) / (checked + 4)
    net = (1 - agreement) ** 2 / 3
    sampled = agreement * (1 - agreement) / (checked + 4)
    added = (Z * share) ** 2 * (net + sampled)
    low, high = interval
    return (
        max(0.0, share - ((share - low) ** 2 + added) ** 0.5),
        min(1.0, share + ((high - share) ** 2 + added) ** 0.5),
    )


def corrected_share(share: float, interval: Interval, check: Check) -> Corrected:
    """Correct a share for labels wrongly given and missed, with a wider interval.

    The check is drawn by the label, so it shows the rate v at which labels given are right and w
    at which labels not given are missing: theta = p v + (1 - p) w, the same correction as that of
    Rogan and Gladen (1978), which takes rates by the truth. By the delta method its variance is
    (v - w)^2 var p + p^2 var v + (1 - p)^2 var w; var p is read off each side of the interval.

    Args:
        share: Of labels, 0 to 1.
        interval: Its 95 % interval.
        check: Counts of both kinds; with none of a kind its rate is half known, at 1 / 2.
    """
    right, right_variance = _rate(check.kept, check.given)
    missing, missing_variance = _rate(check.missed, check.empty)
    theta = share * right + (1 - share) * missing
    rates = Z * Z * (share**2 * right_variance + (1 - share) ** 2 * missing_variance)
    low, high = (((right - missing) ** 2 * (end - share) ** 2 + rates) ** 0.5 for end in interval)
    return Corrected(theta, (max(0.0, theta - low), min(1.0, theta + high)))


def _rate(count: int, total: int) -> tuple[float, float]:
    """Return a rate and its variance, with half a count added to each side (Jeffreys)."""
    rate = (count + 0.5) / (total + 1)
    return rate, rate * (1 - rate) / (total + 2)
