"""Labels of the measured sample, carried over to the answers nobody has read."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from copilot.analysis.surveys.answers import Answers
from copilot.analysis.surveys.coding import Coding
from copilot.analysis.surveys.themes.features import Features, Matrix
from copilot.analysis.surveys.themes.propagation import Propagation, fit_propagation
from copilot.analysis.surveys.themes.randomness import MOST, may_be_random


class Carried(NamedTuple):
    """What a classifier of the sample says of the other answers."""

    propagation: Propagation
    rest: NDArray[np.int64]
    """Places of the answers nobody has read."""
    scores: Matrix
    """Of these, shape (rest, themes)."""
    is_biased: bool = False
    """Whether the sample was picked, and not drawn: then it says nothing of the rest."""


def carried_over(answers: Answers, coding: Coding, features: Features, seed: int) -> Carried:
    """Return the labels of the sample, carried over.

    Args:
        answers: To the question.
        coding: The measured sample, read.
        features: Fitted on the answers.
        seed: Of the classifier's folds.
    """
    places = coding.places
    rows = features.transform([answers.texts[place] for place in places])
    propagation = fit_propagation(rows, coding.labels, seed)
    rest = np.setdiff1d(np.arange(answers.n), places)
    others = [answers.texts[place] for place in rest] if len(rest) < answers.n else answers.texts
    scores = propagation.scores(features.chunks(others))
    is_biased = not coding.is_drawn and not _is_random(rows, answers, rest, features)
    return Carried(propagation, rest, scores, is_biased)


def _is_random(
    sample: Matrix, answers: Answers, rest: NDArray[np.int64], features: Features
) -> bool:
    some = np.random.default_rng(0).permutation(rest)[:MOST]
    others = features.transform([answers.texts[place] for place in some])
    return may_be_random(sample, others, seed=0)
