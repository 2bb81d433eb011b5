"""The share of each theme among all answers, with an interval that holds.

Counting a classifier's output is biased by its errors; counting the labelled sample alone wastes
what the classifier knows. Prediction-powered inference (Angelopoulos, Duchi and Zrnic 2023, PPI++)
takes the mean prediction over all answers and corrects it by the mean error on the sample, with
as much trust in predictions (lambda) as makes the variance least. In survey statistics this is the
difference estimator (Särndal, Swensson and Wretman 1992, chapter 6).

Shares are those among people like the ones who answered, so that an interval keeps a width when
every answer is labelled.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from copilot.analysis.surveys.closed.intervals import wilson
from copilot.analysis.surveys.themes.propagation import Labels
from copilot.domain.survey_themes import Method

Float = NDArray[np.float64]
Scores = NDArray[np.float32] | NDArray[np.float64] | NDArray[np.bool_]
"""Predictions, shape (answers, T): scores serve better than yes and no."""
FEWEST = 10
"""Labelled answers that must have a theme, and lack it, for its predictions to be used.

Simulated coverage of shares from 0.5 to 6 % with n of 200 to 1,000 stays as near 95 % from 10 on
as Wilson's by the sample alone; below, the variance of so few errors is a guess.
"""
UNKNOWN = 2
"""Answers added to the rarer kind of label when a variance is estimated."""
LEAST_GAIN = 1.02
"""How much larger predictions must make the sample, in effect, to be used."""


class Standing(NamedTuple):
    """How many of all users each answer stands for, where people answered unevenly.

    Nothing else than the weights of a survey: a share among all users is the mean of answers
    under them. Only how they compare counts.
    """

    sample: Float
    """Of the labelled sample, (n,)."""
    rest: Float
    """Of all other answers, (N - n,)."""


class Measured(NamedTuple):
    """A share with its 95 % interval, 0 to 1, and how it was measured."""

    share: float
    low: float
    high: float
    method: Method


class Estimate(NamedTuple):
    """A share and the size of a simple sample that would be as exact."""

    share: float
    effective: float
    method: Method

    @property
    def variance(self) -> float:
        """Of the share."""
        return self.share * (1 - self.share) / self.effective

    def measured(self) -> Measured:
        """Return it with Wilson's interval at the effective size.

        It stays inside 0 to 1 and is asymmetric for rare themes, where plus or minus two standard
        errors cover too seldom (Franco, Little, Louis and Slud 2019).
        """
        low, high = wilson(self.share * self.effective, self.effective)
        return Measured(self.share, low, high, self.method)

    def of_people(self, independent: float) -> "Estimate":
        """Return it as if each person had given one answer.

        Args:
            independent: People for each answer, up to 1. All answers of a person are taken to be
                alike, which errs on the side of wide intervals (Kish's design effect at its most).
        """
        return self._replace(effective=self.effective * independent)


def theme_shares(
    labels: Labels,
    held_out: Scores,
    rest: Scores,
    weights: Float | None = None,
    independent: float = 1.0,
) -> list[Measured]:
    """Return the share of each theme among all answers.

    Args:
        labels: Of the labelled sample, shape (n, T), taken as true.
        held_out: Predictions for the sample by models that have not seen the answer, (n, T).
        rest: Predictions for all other answers by the same kind of model, (N - n, T); of no rows
            where every answer is labelled.
        weights: How many answers each sampled one stands for, (n,); equal where None.
        independent: People for each answer; below 1 where somebody has several.
    """
    found = (
        estimate(labels[:, theme], held_out[:, theme], rest[:, theme], weights)
        for theme in range(labels.shape[1])
    )
    return [one.of_people(independent).measured() for one in found]


def estimate(
    labels: Labels,
    held_out: Scores,
    rest: Scores,
    weights: Float | None = None,
    *,
    trust: float | None = None,
    standing: Standing | None = None,
) -> Estimate:
    """Return the share of one theme; arguments as in `theme_shares`, without the theme axis.

    Args:
        labels: As there.
        held_out: As there.
        rest: As there.
        weights: As there.
        trust: Lambda of a larger sample, where this one is a part of it; else its own.
        standing: How many of all users answers stand for, above 0; all alike where None. The
            mean prediction is taken with these weights over all answers, the mean error with
            these times those of the draw over the sample, so that the share stays unbiased
            whatever predictions are.
    """
    weight = np.ones(len(labels)) if weights is None else np.asarray(weights, dtype=float)
    if standing is not None:
        weight = weight * standing.sample
    weight = weight / max(weight.sum(), 1e-12)
    plain = from_sample(labels, weight, "sample" if len(rest) else "all")
    if standing is not None:
        plain = _linearised(plain, labels, weight)
    positives = int(labels.sum())
    if not len(rest) or min(positives, len(labels) - positives) < FEWEST:
        return plain
    given = trust_in(labels, held_out, weight) if trust is None else trust
    powered = _powered(labels, held_out, rest, weight, given, standing) if given > 0 else None
    return powered if powered and powered.effective > LEAST_GAIN * plain.effective else plain


def trust_in(labels: Labels, held_out: Scores, weight: Float | None = None) -> float:
    """Return lambda: the slope of labels on predictions, at which the variance is least.

    It is 0 where predictions do not vary, or go against the labels.
    """
    weighed = np.full(len(labels), 1 / max(len(labels), 1)) if weight is None else weight
    predicted = held_out.astype(np.float64)
    apart = predicted - weighed @ predicted
    varying = float(weighed @ apart**2)
    return max(0.0, float(weighed @ (apart * labels)) / varying) if varying > 1e-12 else 0.0


def from_sample(labels: Labels, weight: Float, method: Method = "sample") -> Estimate:
    """Return the share by the sample alone; weights sum to 1, and unequal ones cost size (Kish)."""
    size = 1 / float((weight**2).sum()) if len(labels) else 0.0
    return Estimate(float(weight @ labels), size, method)


def _linearised(plain: Estimate, labels: Labels, weight: Float) -> Estimate:
    """Return a weighted share with the smaller of two sizes: Kish's, and the linearised one.

    Kish's takes weights to have nothing to do with the theme; where a heavy group speaks of it
    more often, it promises too much.
    """
    variance = float(weight**2 @ (labels - plain.share) ** 2)
    if variance <= 0:
        return plain
    size = plain.share * (1 - plain.share) / variance
    return plain._replace(effective=min(plain.effective, size))


def _powered(
    labels: Labels,
    held_out: Scores,
    rest: Scores,
    weight: Float,
    trust: float,
    standing: Standing | None,
) -> Estimate | None:
    """Return the prediction-powered share; None where it is not between 0 and 1."""
    predicted, outside = held_out.astype(np.float64), rest.astype(np.float64)
    within = np.ones(len(predicted)) if standing is None else standing.sample
    without = np.ones(len(outside)) if standing is None else standing.rest
    total = within.sum() + without.sum()
    everywhere = (within @ predicted + without @ outside) / total
    errors = labels - trust * predicted
    mean_error = float(weight @ errors)
    share = trust * everywhere + mean_error
    if not 0 < share < 1:
        return None
    spread = _cautious(float(weight**2 @ (errors - mean_error) ** 2), labels, weight)
    size = total**2 / (within @ within + without @ without)
    variance = spread + trust**2 * _variance(outside, without) / float(size)
    return Estimate(float(share), float(share * (1 - share) / variance), "ppi")


def _variance(values: Float, weight: Float) -> float:
    """Return the variance of values, each with the square of its weight in a mean's variance."""
    apart = values - weight @ values / weight.sum()
    return float(weight**2 @ apart**2 / (weight @ weight))


def _cautious(spread: float, labels: Labels, weight: Float) -> float:
    """Return the variance of the mean error, drawn a little towards that without predictions.

    What is known of it rests on the rarer kind of label: one error more or less of the few
    answers that have a theme changes it by a lot. So it counts as if of that kind there were
    `UNKNOWN` more, of which predictions know nothing.
    """
    share = float(weight @ labels)
    alone = share * (1 - share) * float(weight @ weight)
    rarer = min(int(labels.sum()), int((~labels).sum()))
    return (rarer * spread + UNKNOWN * alone) / (rarer + UNKNOWN)
