"""Figures of closed questions, as answered and weighted to all users."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import numpy as np

from copilot.analysis.surveys.closed.cells import LEAST_BASE
from copilot.analysis.surveys.closed.intervals import nps_interval, wilson
from copilot.analysis.surveys.closed.likert import ends
from copilot.analysis.surveys.closed.nps import GROUP_OF_SCORE
from copilot.analysis.surveys.closed.questions import Question, closed_questions
from copilot.analysis.surveys.closed.reading import Levels, Mask, Picks
from copilot.analysis.surveys.closed.results import read
from copilot.analysis.surveys.missing.weighted_means import weighted_mean
from copilot.analysis.surveys.missing.weighting import Weighting
from copilot.domain.survey_closed import ChoiceResult, Closed, LikertResult, NpsResult, Share
from copilot.domain.survey_parts import Column
from copilot.domain.survey_weighted import Estimate, WeightedFigure

if TYPE_CHECKING:
    import polars as pl


def weighted_answers(
    frame: "pl.DataFrame",
    columns: Sequence[Column],
    closed: Sequence[Closed],
    weighting: Weighting,
) -> tuple[WeightedFigure, ...]:
    """Return the figures that are quoted of closed questions, as answered and weighted.

    The score of an NPS question; the good end of a Likert question; of choices the first answer,
    and the first one by weight where that is another. Nothing is said of a question that fewer
    than ten people have answered, in effect, nor of the columns that are weighted by.

    Args:
        frame: Text cells, one row an answer sheet.
        columns: What they hold.
        closed: Results of the same columns, as answered.
        weighting: Of the rows.
    """
    pairs = zip(closed_questions(columns), closed, strict=True)
    known = {one.segment for one in weighting.known}
    return tuple(
        figure
        for question, plain in pairs
        if question.name not in known
        for figure in _figures(frame, question, plain, weighting)
    )


def _figures(
    frame: "pl.DataFrame", question: Question, plain: Closed, weighting: Weighting
) -> Iterator[WeightedFigure]:
    if plain.n < LEAST_BASE:
        return
    answers, result = read(frame, question).answers, plain.result
    if isinstance(answers, Levels) and isinstance(result, NpsResult):
        yield from _score(answers, plain, result, weighting)
    elif isinstance(answers, Levels) and isinstance(result, LikertResult):
        good = ends(answers.labels, is_reversed=question.column.is_reversed)[0]
        steps = [at for at, label in enumerate(answers.labels) if label in good]
        picked = np.isin(answers.codes, steps)
        yield from _share(result.top2, picked, answers.codes >= 0, plain, weighting)
    elif isinstance(answers, Picks) and isinstance(result, ChoiceResult):
        yield from _first(answers, plain, result, weighting)


def _score(
    answers: Levels, plain: Closed, result: NpsResult, weighting: Weighting
) -> Iterator[WeightedFigure]:
    base = answers.codes >= 0
    group = np.where(base, GROUP_OF_SCORE[answers.codes], 1)
    mean = weighted_mean((group - 1).astype(float), base, weighting)
    if mean.effective < LEAST_BASE:
        return
    against, neither, for_it = (
        weighted_mean((group == at).astype(float), base, weighting).value * mean.effective
        for at in range(3)
    )
    yield WeightedFigure(
        column=plain.column,
        what="NPS",
        kind="nps",
        n=plain.n,
        effective_n=mean.effective,
        plain=Estimate(value=result.nps, ci=result.ci),
        weighted=Estimate(value=100 * mean.value, ci=nps_interval(for_it, neither, against)),
    )


def _first(
    answers: Picks, plain: Closed, result: ChoiceResult, weighting: Weighting
) -> Iterator[WeightedFigure]:
    """Yield the first answer, and the first one by weight."""
    by_weight = (weighting.rows * answers.base) @ answers.picked
    heaviest = answers.labels[int(np.argmax(by_weight))]
    of_label = {share.value: share for share in result.options}
    for label in dict.fromkeys((result.options[0].value, heaviest)):
        picked = answers.picked[:, answers.labels.index(label)]
        yield from _share(of_label[label], picked, answers.base, plain, weighting)


def _share(
    share: Share, picked: Mask, base: Mask, plain: Closed, weighting: Weighting
) -> Iterator[WeightedFigure]:
    mean = weighted_mean((picked & base).astype(float), base, weighting)
    if share.share is None or share.ci is None or mean.effective < LEAST_BASE:
        return
    yield WeightedFigure(
        column=plain.column,
        what=share.value,
        kind="answer",
        n=plain.n,
        effective_n=mean.effective,
        plain=Estimate(value=share.share, ci=share.ci),
        weighted=Estimate(value=mean.value, ci=wilson(mean.value * mean.effective, mean.effective)),
    )
