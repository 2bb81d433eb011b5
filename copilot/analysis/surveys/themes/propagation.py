"""Labels of a sample carried over to all answers, by a classifier that never saw what it is
judged on.

Each fold of the sample is scored by a model of the other folds. Answers outside the sample get the
mean of what those models say, as in cross-prediction (Zrnic and Candès 2024): then held-out and
outside scores err alike, which is what makes prediction-powered shares unbiased.
"""

from collections.abc import Iterable
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from copilot.analysis.surveys.themes.calibration import calibrated, sigmoid
from copilot.analysis.surveys.themes.features import Matrix
from copilot.analysis.surveys.themes.one_thread import one_thread
from copilot.analysis.surveys.themes.ridge import PENALTIES, Float, Ridge, fit_ridge, moments

Labels = NDArray[np.bool_]
"""Shape (texts, themes); a text may have several themes or none."""
FOLDS = 5
FEWEST_POSITIVES = 5
"""Below so many a classifier learns the answers themselves."""


class Propagation(NamedTuple):
    """A fitted classifier a theme, with its scores on the sample it was fitted on."""

    coefficients: Float
    """Shape (folds, features, T); zeros for themes without a classifier."""
    intercepts: Float
    """Shape (folds, T)."""
    thresholds: NDArray[np.float64]
    """From this score on an answer has the theme; infinite without a classifier."""
    held_out: Matrix
    """Shape (n, T); the score of each sampled answer by a model that has not seen it."""

    @property
    def learned(self) -> Labels:
        """Whether a theme has a classifier; shape (T,)."""
        has: Labels = np.isfinite(self.thresholds)
        return has

    def scores(self, chunks: Iterable[Matrix]) -> Matrix:
        """Return how likely answers outside the sample have each theme, shape (N, T).

        Chunks are read once and let go. Themes without a classifier score 0.
        """
        folds, features, themes = self.coefficients.shape
        weights = self.coefficients.astype(np.float32).transpose(1, 0, 2).reshape(features, -1)
        start = self.intercepts.astype(np.float32).ravel()
        parts = [
            sigmoid(chunk @ weights + start).reshape(len(chunk), folds, themes).mean(axis=1)
            for chunk in chunks
        ]
        return np.concatenate([np.zeros((0, themes), np.float32), *parts]) * self.learned

    def assigned(self, scores: Matrix) -> Labels:
        """Return which themes answers have by their scores."""
        decided: Labels = scores >= self.thresholds
        return decided


def fit_propagation(rows: Matrix, labels: Labels, seed: int, *, folds: int = FOLDS) -> Propagation:
    """Fit a classifier for each theme that at least five sampled answers have and five lack.

    Args:
        rows: Features of the labelled sample, shape (n, features).
        labels: Its labels, shape (n, T).
        seed: Of the folds.
        folds: How many parts the sample is cut into.
    """
    count, themes = labels.shape
    learned = np.minimum(labels.sum(axis=0), (~labels).sum(axis=0)) >= FEWEST_POSITIVES
    found = Propagation(
        np.zeros((folds, rows.shape[1], themes)),
        np.zeros((folds, themes)),
        np.full(themes, np.inf),
        np.zeros((count, themes), dtype=np.float32),
    )
    if learned.any():
        fitted = _cross_fitted(rows, labels[:, learned], _folds(count, folds, seed))
        found.coefficients[..., learned] = fitted.coefficients
        found.intercepts[..., learned] = fitted.intercepts
        found.thresholds[learned] = fitted.thresholds
        found.held_out[..., learned] = fitted.held_out
    return found


def _folds(count: int, folds: int, seed: int) -> NDArray[np.int64]:
    return np.random.default_rng(seed).permutation(count) % folds


@one_thread()
def _cross_fitted(rows: Matrix, labels: Labels, fold: NDArray[np.int64]) -> Propagation:
    whole = moments(rows, labels)
    models = [
        fit_ridge(whole.without(moments(rows[fold == number], labels[fold == number])))
        for number in range(fold.max() + 1)
    ]
    scores = np.empty((len(PENALTIES), *labels.shape))
    for number, model in enumerate(models):
        held = fold == number
        scores[:, held] = rows[held] @ model.coefficients + model.intercepts[:, None]
    return _chosen(models, scores, labels)


def _chosen(models: list[Ridge], scores: Float, labels: Labels) -> Propagation:
    """Take for each theme the penalty with the least held-out error, and calibrate its scores."""
    themes = np.arange(labels.shape[1])
    best = np.argmin(((scores - labels) ** 2).mean(axis=1), axis=0)
    raw = scores[best, :, themes].T
    slope, shift = calibrated(raw, labels)
    held_out = sigmoid(raw * slope + shift)
    return Propagation(
        np.stack([model.coefficients[best, :, themes].T * slope for model in models]),
        np.stack([model.intercepts[best, themes] * slope + shift for model in models]),
        np.array([_threshold(held_out[:, theme], labels[:, theme]) for theme in themes]),
        held_out.astype(np.float32),
    )


def _threshold(scores: Float, truth: Labels) -> float:
    """Return the score at which held-out F1 is best."""
    order = np.argsort(-scores, kind="stable")
    hits = np.cumsum(truth[order])
    f1 = 2 * hits / (np.arange(1, len(scores) + 1) + truth.sum())
    best = int(np.argmax(f1))
    following = order[min(best + 1, len(order) - 1)]
    return float((scores[order[best]] + scores[following]) / 2)
