"""Shares of themes, as answered and weighted to all users."""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from copilot.analysis.surveys.answers import Answers
from copilot.analysis.surveys.carrying import Carried
from copilot.analysis.surveys.closed.cells import LEAST_BASE
from copilot.analysis.surveys.closed.weights import effective_size
from copilot.analysis.surveys.coding import Coding
from copilot.analysis.surveys.missing.weighting import Weighting
from copilot.analysis.surveys.themes.features import Matrix
from copilot.analysis.surveys.themes.shares import Standing, estimate
from copilot.domain.survey_themes import OpenQuestion, Theme
from copilot.domain.survey_weighted import Estimate, WeightedFigure


class _Sides(NamedTuple):
    """The answers that were read, and all others, as far as they stand for users."""

    read: NDArray[np.int64]
    """Which of those that were read, from 0."""
    held_out: Matrix
    """Predictions for them, shape (read, themes)."""
    rest: Matrix
    """Predictions for the others."""
    standing: Standing


def weighted_themes(
    question: OpenQuestion,
    answers: Answers,
    coding: Coding,
    carried: Carried,
    weighting: Weighting,
) -> tuple[WeightedFigure, ...]:
    """Return the share of each theme as answered, and if respondents were like all users.

    A theme that was carried over to all answers is so with weights too; others are measured on
    the answers that were read.

    Args:
        question: With its themes as measured.
        answers: To it.
        coding: The measured sample, read.
        carried: Its labels, carried over to the other answers.
        weighting: Of the rows of the file.
    """
    weights = weighting.rows[answers.places]
    if effective_size(weights[coding.places]) < LEAST_BASE:
        return ()
    sides = _sides(coding, carried, weights)
    people = len(np.unique(weighting.people[answers.places])) / answers.n
    return tuple(_figures(question, answers, coding, sides, people))


def _figures(
    question: OpenQuestion, answers: Answers, coding: Coding, sides: _Sides, people: float
) -> Iterator[WeightedFigure]:
    labels, keys = coding.labels[sides.read], [theme.key for theme in coding.themes]
    drawn = None if coding.weights is None else np.array(coding.weights)[sides.read]
    for theme in question.themes:
        at = keys.index(theme.key)
        rest, standing = sides.rest[:, at], sides.standing
        if theme.method != "ppi":
            rest, standing = rest[:0], standing._replace(rest=standing.rest[:0])
        found = estimate(labels[:, at], sides.held_out[:, at], rest, drawn, standing=standing)
        found = found.of_people(people)
        if found.effective >= LEAST_BASE:
            share = found.measured()
            yield _figure(
                question,
                theme,
                answers.n if theme.method == "ppi" else len(coding.read),
                found.effective,
                Estimate(value=share.share, ci=(share.low, share.high)),
            )


def _sides(coding: Coding, carried: Carried, weights: NDArray[np.float64]) -> _Sides:
    of_read, of_rest = weights[np.array(coding.places, dtype=np.int64)], weights[carried.rest]
    read, counts = np.flatnonzero(of_read > 0), of_rest > 0
    standing = Standing(of_read[read], of_rest[counts])
    return _Sides(read, carried.propagation.held_out[read], carried.scores[counts], standing)


def _figure(
    question: OpenQuestion, theme: Theme, n: int, effective: float, weighted: Estimate
) -> WeightedFigure:
    return WeightedFigure(
        column=question.column,
        what=theme.name,
        kind="theme",
        key=theme.key,
        n=n,
        effective_n=effective,
        plain=Estimate(value=theme.share, ci=theme.ci),
        weighted=weighted,
    )
