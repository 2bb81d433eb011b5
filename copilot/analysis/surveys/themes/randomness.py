"""Whether labelled answers may have been drawn by chance from all answers.

A classifier that tells the labelled answers from the others better than chance allows shows that
they were picked (a classifier two-sample test, Lopez-Paz and Oquab 2017).
"""

import numpy as np
from numpy.typing import NDArray

from copilot.analysis.surveys.themes.features import Matrix

FEWEST = 20
"""Answers on either side below which nothing can be told."""
MOST = 1_000
"""Answers of the others that are looked at, so that the test costs a second at most."""
FOLDS = 5
STANDARD_ERRORS = 4.0
"""How far from a half the area under the curve may lie: one sample in 30,000 lies further."""
PENALTY = 10.0


def may_be_random(sample: Matrix, rest: Matrix, seed: int) -> bool:
    """Return whether a sample may be a random one of all answers.

    Args:
        sample: Features of the labelled answers, shape (n, features).
        rest: Features of others, or of some of them drawn by chance, shape (m, features).
        seed: Of the folds.
    """
    if min(len(sample), len(rest)) < FEWEST:
        return True
    is_sample = np.r_[np.ones(len(sample)), np.zeros(len(rest))]
    scores = _held_out(np.vstack([sample, rest]), is_sample, seed)
    area = _area(scores[: len(sample)], scores[len(sample) :])
    # Of the Mann-Whitney statistic where both are alike.
    error = ((len(is_sample) + 1) / (12 * len(sample) * len(rest))) ** 0.5
    return bool(area - 0.5 <= STANDARD_ERRORS * error)


def _held_out(rows: Matrix, is_sample: NDArray[np.float64], seed: int) -> NDArray[np.float64]:
    from sklearn.linear_model import Ridge

    fold = np.random.default_rng(seed).permutation(len(rows)) % FOLDS
    scores = np.zeros(len(rows))
    for number in range(FOLDS):
        held = fold == number
        fitted = Ridge(PENALTY).fit(rows[~held], is_sample[~held])
        scores[held] = fitted.predict(rows[held])
    return scores


def _area(positive: NDArray[np.float64], negative: NDArray[np.float64]) -> float:
    """Return the share of pairs in which the positive one scores higher; ties count half."""
    from scipy.stats import mannwhitneyu

    return float(mannwhitneyu(positive, negative).statistic) / (len(positive) * len(negative))
