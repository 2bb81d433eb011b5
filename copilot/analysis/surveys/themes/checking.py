"""What a person's check of labels does to figures: intervals grow by the labels' own error.

Prediction-powered intervals take the labels of the sample as true. A model's labels are not, and
a person who looks at some of them shows by how much. The check is drawn from labels that were
given, so it shows how many of them are wrong and not how many are missing. Shares are therefore
not corrected, which takes both rates (Rogan and Gladen, Am. J. Epidemiology 107, 1978): a
correction for wrong labels alone would bias the share of whoever labels too much as well as too
little. Twenty answers without a label would not mend that: without a miss among them, a miss rate
of 2.4 % with a standard error of 3.2 points (Jeffreys) would be added to every theme, also to
those of 2 %.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from copilot.domain.survey_parts import Interval

Z = 1.959963984540054
"""Standard normal quantile of 0.975."""
BORROWED = 10
"""Labels that a check of other themes counts as, at most."""


class Reliability(NamedTuple):
    """How often labels of a theme are right, and of how many labels that is known."""

    rate: float
    """0 to 1."""
    size: float

    @property
    def wrong(self) -> float:
        """The share of labels that are wrong."""
        return 1 - self.rate

    @property
    def variance(self) -> float:
        """Of the rate, which is itself of a sample."""
        return self.rate * self.wrong / self.size


def reliabilities(
    verdicts: Sequence[tuple[str, bool]], themes: Sequence[str]
) -> Mapping[str, Reliability]:
    """Return how reliable the labels of each theme are.

    Themes differ, and of each only a few labels are looked at. So the labels of the others count
    too, but as ten at most: a power prior (Ibrahim and Chen, Statistical Science 15, 2000). Two
    verdicts of either kind are added, so that a small check without a miss still counts for
    something (Agresti and Coull 1998).

    Args:
        verdicts: Theme and whether a person agreed, of each label looked at; one at least.
        themes: Keys of all themes.
    """
    looked_at = Counter(theme for theme, _ in verdicts)
    agreed = Counter(theme for theme, is_right in verdicts if is_right)
    return {
        theme: _with_borrowed(
            (agreed[theme], looked_at[theme]),
            (agreed.total() - agreed[theme], looked_at.total() - looked_at[theme]),
        )
        for theme in themes
    }


def _with_borrowed(own: tuple[int, int], others: tuple[int, int]) -> Reliability:
    """Return the rate of own labels with those of others; both as agreed and looked at."""
    borrowed = min(BORROWED, others[1] + 4)
    size = own[1] + borrowed
    return Reliability((own[0] + borrowed * (others[0] + 2) / (others[1] + 4)) / size, size)


def with_human_check(
    value: float,
    interval: Interval,
    labels: Reliability,
    *,
    bounds: Interval = (0.0, 1.0),
) -> Interval:
    """Widen the interval of what is in proportion to a theme's labels; the value stays.

    Of the share p, p (1 - a) are labels wrongly given, where a is the rate of agreement. As many
    may have been missed, or none, so that the net error lies anywhere between -p (1 - a) and
    p (1 - a), and the interval has to hold at either end: that of Imbens and Manski
    (Econometrica 72, 2004) for what is known up to bounds. More missed labels than wrong ones
    are not allowed for, since nobody has looked for them.

    Args:
        value: A share, or points of NPS.
        interval: Its 95 % interval.
        labels: Of the theme.
        bounds: Between which it lies.
    """
    low, high = (_half_width(abs(end - value), abs(value), labels) for end in interval)
    return max(bounds[0], value - low), min(bounds[1], value + high)


def _half_width(half: float, value: float, labels: Reliability) -> float:
    from scipy.optimize import brentq
    from scipy.stats import norm

    error = float(((half / Z) ** 2 + value**2 * labels.variance) ** 0.5)
    bound = value * labels.wrong
    if error < 1e-12:
        return bound

    def excess(times: float) -> float:
        return float(norm.cdf(times + 2 * bound / error) - norm.cdf(-times)) - 0.95

    return bound + float(brentq(excess, 1.6, 2.0)) * error


def difference_after_check(share: float, others: float, p: float, labels: Reliability) -> float:
    """Return the p-value of a difference of two shares, after a check of their labels.

    Labels may be wrong more often in a group than among the others, which makes a difference
    where there is none; errors alike in both only shrink it. So each side has a net error of its
    own, rectangular within its bounds, of variance p^2 (1 - a)^2 / 3 (GUM, JCGM 100:2008,
    4.3.7). With that of the rate it is added to the variance of the difference, which is read
    off its p-value. Opposite extremes in both groups at once are not allowed for: hardly any
    difference would be left.

    Args:
        share: Of the group, 0 to 1.
        others: Of all others.
        p: Two-sided, by the labels as they are.
        labels: Of the theme.
    """
    from scipy.stats import norm

    distance = abs(share - others)
    z = float(norm.isf(p / 2))
    if distance == 0 or z <= 0:
        return p
    relative = labels.wrong**2 / 3 + labels.variance
    variance = (distance / z) ** 2 + (share**2 + others**2) * relative
    return max(p, float(2 * norm.sf(distance / variance**0.5))) if variance > 0 else p
