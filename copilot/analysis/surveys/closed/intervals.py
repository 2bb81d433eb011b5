"""Intervals at 95 % of shares, scores and means."""

from copilot.domain.survey_parts import Interval

_Z = 1.959963984540054
"""Standard normal quantile of 0.975."""


def wilson(count: float, n: float) -> Interval:
    """Return Wilson's interval of a share (Wilson 1927), each end from 0 to 1.

    Args:
        count: How many gave the answer.
        n: Of how many; of none, the share may be anything. An effective n need not be whole.
    """
    if n <= 0:
        return 0.0, 1.0
    from statsmodels.stats.proportion import proportion_confint

    low, high = proportion_confint(count, n, alpha=0.05, method="wilson")
    # Rounding leaves traces at the ends, where they are exact.
    return float(low) if count > 0 else 0.0, float(high) if count < n else 1.0


def nps_interval(promoters: float, passives: float, detractors: float) -> Interval:
    """Return the adjusted Wald interval of a Net Promoter Score, in points from -100 to 100.

    Adds 3/4 of a promoter, 3/2 passives and 3/4 of a detractor before the variance of a
    difference of two shares of one sample is taken (Rocks, The American Statistician 70,
    2016). The plain Wald interval covers far less than 95 % in small or one-sided samples.
    """
    n = promoters + passives + detractors + 3
    for_it, against = (promoters + 0.75) / n, (detractors + 0.75) / n
    centre = for_it - against
    margin = _Z * ((for_it + against - centre**2) / n) ** 0.5
    return max(-100.0, 100 * (centre - margin)), min(100.0, 100 * (centre + margin))


def mean_interval(mean: float, sd: float, n: int) -> Interval | None:
    """Return Student's interval of a mean, in its unit; None for fewer than two values.

    Args:
        mean: Of the sample.
        sd: Standard deviation with n - 1 below the line.
        n: How many values.
    """
    if n < 2:
        return None
    from scipy.stats import t

    margin = float(t.ppf(0.975, n - 1)) * sd / n**0.5
    return mean - margin, mean + margin
