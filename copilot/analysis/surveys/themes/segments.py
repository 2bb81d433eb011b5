"""The share of each theme in each group of people, against all others."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from copilot.analysis.paired import holm
from copilot.analysis.surveys.themes.propagation import Labels
from copilot.analysis.surveys.themes.shares import Estimate, Float, Scores, estimate, trust_in
from copilot.domain.survey_themes import SegmentShare

FEWEST = 10
"""A group with fewer labelled answers is not shown."""
_FEWEST_EXPECTED = 5


class Predicted(NamedTuple):
    """What `theme_shares` takes, together."""

    labels: Labels
    """Of the labelled sample, shape (n, T)."""
    held_out: Scores
    """Predictions for the sample, shape (n, T)."""
    rest: Scores
    """Predictions for all other answers, shape (N - n, T)."""
    weights: Float | None = None
    """How many answers each sampled one stands for, (n,)."""
    independent: float = 1.0
    """People for each answer; below 1 where somebody has several."""


class Grouping(NamedTuple):
    """Which group each answer's writer belongs to; None where that is not known."""

    segment: str
    sample: Sequence[str | None]
    """Of the labelled sample, n."""
    rest: Sequence[str | None]
    """Of all other answers, N - n."""


class _Side(NamedTuple):
    """A group, or all others, for one theme."""

    estimate: Estimate
    having: int
    labelled: int


def segment_shares(
    column: str, themes: Sequence[str], predicted: Predicted, groupings: Sequence[Grouping]
) -> tuple[SegmentShare, ...]:
    """Return each theme's share in each group of ten or more labelled answers.

    The others of a group are all whose group is known. The p-value is of a z-test of two shares
    at their effective sizes; Fisher's exact test of the labelled answers where fewer than five
    would be expected in a cell. Holm's correction goes over all groups and themes given.

    Args:
        column: The open question.
        themes: Keys, T of them.
        predicted: Labels and predictions.
        groupings: Segments with the group of every answer.
    """
    found = [
        share
        for grouping in groupings
        for share in _of_grouping(column, themes, predicted, grouping)
    ]
    if not found:
        return ()
    adjusted = holm({str(place): share.p for place, share in enumerate(found)})
    return tuple(
        share.model_copy(update={"p_adjusted": adjusted[str(place)]})
        for place, share in enumerate(found)
    )


def _of_grouping(
    column: str, themes: Sequence[str], predicted: Predicted, grouping: Grouping
) -> Iterator[SegmentShare]:
    sample, rest = np.array(grouping.sample, object), np.array(grouping.rest, object)
    for group in sorted({name for name in grouping.sample if name is not None}):
        inside, outside = sample == group, (sample != group) & (sample != None)  # noqa: E711
        others = (rest != group) & (rest != None)  # noqa: E711
        if inside.sum() < FEWEST or outside.sum() < FEWEST:
            continue
        answers = int(inside.sum() + (rest == group).sum())
        for number, theme in enumerate(themes):
            this = _side(predicted, number, inside, rest == group)
            that = _side(predicted, number, outside, others)
            measured, p = this.estimate.measured(), _p_value(this, that)
            yield SegmentShare(
                column=column,
                theme=theme,
                segment=grouping.segment,
                group=group,
                n=answers,
                share=measured.share,
                ci=(measured.low, measured.high),
                others=that.estimate.share,
                p=p,
                p_adjusted=p,
            )


def _side(
    predicted: Predicted, theme: int, sample: NDArray[np.bool_], rest: NDArray[np.bool_]
) -> _Side:
    labels, held_out = predicted.labels[:, theme], predicted.held_out[:, theme]
    weights = None if predicted.weights is None else predicted.weights[sample]
    share = estimate(
        labels[sample],
        held_out[sample],
        predicted.rest[rest, theme],
        weights,
        trust=trust_in(labels, held_out),
    )
    people = predicted.independent
    return _Side(
        share.of_people(people),
        round(int(labels[sample].sum()) * people),
        round(int(sample.sum()) * people),
    )


def _p_value(this: _Side, that: _Side) -> float:
    from scipy.stats import fisher_exact, norm

    having, labelled = this.having + that.having, this.labelled + that.labelled
    smallest = min(having, labelled - having) * min(this.labelled, that.labelled) / labelled
    if smallest < _FEWEST_EXPECTED:
        table = [[side.having, side.labelled - side.having] for side in (this, that)]
        return min(1.0, float(fisher_exact(table)[1]))
    one, two = this.estimate, that.estimate
    pooled = (one.share * one.effective + two.share * two.effective) / (
        one.effective + two.effective
    )
    error = (pooled * (1 - pooled) * (1 / one.effective + 1 / two.effective)) ** 0.5
    return float(2 * norm.sf(abs(one.share - two.share) / error)) if error > 0 else 1.0
