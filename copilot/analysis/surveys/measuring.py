"""Themes of one open question, measured: shares with intervals, groups, quotes, every row."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from copilot.analysis.surveys.answers import Answers
from copilot.analysis.surveys.assignments import (
    EXCLUDED,
    FAILED,
    LABELLED,
    PROPAGATED,
    Assignments,
)
from copilot.analysis.surveys.coding import Coding
from copilot.analysis.surveys.describing import described, tones_told, with_impact
from copilot.analysis.surveys.label_drawing import drawn_labels
from copilot.analysis.surveys.themes.features import Features, Matrix
from copilot.analysis.surveys.themes.propagation import (
    Propagation,
    fit_propagation,
)
from copilot.analysis.surveys.themes.randomness import MOST, may_be_random
from copilot.analysis.surveys.themes.segments import Grouping, Predicted, segment_shares
from copilot.analysis.surveys.themes.shares import theme_shares
from copilot.domain.survey_themes import OpenQuestion, SegmentShare

Groups = Sequence[str | None]
"""Of each row of the file, the group its writer belongs to."""


class Surroundings(NamedTuple):
    """What is known of the rows beside their answers."""

    segments: Mapping[str, Groups] = {}
    nps: NDArray[np.float64] | None = None
    """Of each row, the score; NaN without one."""
    people: Groups | None = None
    """Of each row, who wrote it, where somebody has several rows."""
    seed: int = 1

    @property
    def scores_of_people(self) -> NDArray[np.float64] | None:
        """The scores, of each person the first alone."""
        if self.nps is None or self.people is None:
            return self.nps
        first: dict[str, int] = {}
        for row, name in enumerate(self.people):
            first.setdefault(name or "", row)
        again = [bool(name) and first[name or ""] != row for row, name in enumerate(self.people)]
        return np.where(again, np.nan, self.nps)


class MeasuredQuestion(NamedTuple):
    """A question with its themes, group by group, and where every row has gone."""

    question: OpenQuestion
    segments: tuple[SegmentShare, ...]
    assignments: Assignments


class _Carried(NamedTuple):
    """Labels of the sample, carried over to the other answers."""

    propagation: Propagation
    rest: NDArray[np.int64]
    """Places of the answers nobody has read."""
    scores: Matrix
    """Shape (rest, themes)."""


def measured(
    answers: Answers, coding: Coding, features: Features, around: Surroundings
) -> MeasuredQuestion:
    """Return the themes of a question with what is known of their shares.

    Args:
        answers: To the question.
        coding: The measured sample, read.
        features: Fitted on the answers.
        around: Groups and scores of the rows.
    """
    carried = _carried(answers, coding, features, around.seed)
    predicted = _predicted(answers, coding, carried, around)
    shares = theme_shares(*predicted)
    is_biased = not coding.is_drawn and not _is_random(answers, coding, carried, features)
    if is_biased:
        alone = predicted._replace(rest=predicted.rest[:0])
        shares = [one._replace(method="sample") for one in theme_shares(*alone)]
    assigned = _assigned(answers, coding, carried)
    themes = [
        described(theme, share, answers, coding, carried.propagation.held_out[:, number])
        for number, (theme, share) in enumerate(zip(coding.themes, shares, strict=True))
    ]
    themes = [
        with_impact(theme, assigned.themes[:, number], around.scores_of_people, around.seed)
        for number, theme in enumerate(themes)
    ]
    question = OpenQuestion(
        column=answers.question.name,
        columns=answers.question.columns,
        n=answers.n,
        themes=tuple(sorted(themes, key=lambda one: -one.share)),
        unlabelled=sum(not one.themes for one in coding.read),
        checkable=drawn_labels(answers, coding, around.seed),
        excluded=answers.excluded,
        accounting=assigned.accounting,
        notes=(
            *answers.notes,
            *_notes(coding, carried),
            *_told(coding, predicted, is_biased=is_biased),
            *tones_told(themes),
        ),
    )
    groups = () if is_biased else _segments(answers, coding, predicted, carried, around)
    return MeasuredQuestion(question, groups, assigned)


def _predicted(
    answers: Answers, coding: Coding, carried: _Carried, around: Surroundings
) -> Predicted:
    return Predicted(
        coding.labels,
        carried.propagation.held_out,
        carried.scores,
        None if coding.weights is None else np.array(coding.weights),
        _independent(answers, around.people),
    )


def _independent(answers: Answers, people: Groups | None) -> float:
    """Return how many people there are for each answer; a row of nobody known is one."""
    if people is None or not answers.n:
        return 1.0
    names = [people[row] for row in answers.places]
    known = {name for name in names if name is not None}
    return (len(known) + names.count(None)) / answers.n


def _is_random(answers: Answers, coding: Coding, carried: _Carried, features: Features) -> bool:
    some = np.random.default_rng(0).permutation(carried.rest)[:MOST]
    sample, others = (
        features.transform([answers.texts[place] for place in places])
        for places in (coding.places, some)
    )
    return may_be_random(sample, others, seed=0)


def _told(coding: Coding, predicted: Predicted, *, is_biased: bool) -> Iterator[str]:
    if is_biased:
        yield (
            "The labelled answers speak of other things than the rest, so they are no random"
            " sample: shares are of the labelled answers alone. Label answers drawn by chance."
        )
    elif not coding.is_drawn:
        yield "The labelled rows are taken for a random sample of all answers."
    if predicted.independent < 1:
        yield (
            "Somebody has several answers: all answers of a person count as one in intervals"
            f" and tests ({predicted.independent:.0%} of the answers)."
        )


def unread(answers: Answers, question: OpenQuestion, why: str) -> MeasuredQuestion:
    """Return a question that nobody could read: no themes, and no row lost.

    Args:
        answers: To the question.
        question: As far as it is known: clusters, notes.
        why: Told as a note.
    """
    sources = np.full(answers.total, EXCLUDED, dtype=np.int8)
    sources[answers.places] = FAILED
    nothing = Assignments(question.column, (), sources, np.zeros((answers.total, 0), dtype=bool))
    told = {"accounting": nothing.accounting, "notes": (*question.notes, why)}
    return MeasuredQuestion(question.model_copy(update=told), (), nothing)


def _carried(answers: Answers, coding: Coding, features: Features, seed: int) -> _Carried:
    places = coding.places
    rows = features.transform([answers.texts[place] for place in places])
    propagation = fit_propagation(rows, coding.labels, seed)
    rest = np.setdiff1d(np.arange(answers.n), places)
    others = [answers.texts[place] for place in rest] if len(rest) < answers.n else answers.texts
    return _Carried(propagation, rest, propagation.scores(features.chunks(others)))


def _assigned(answers: Answers, coding: Coding, carried: _Carried) -> Assignments:
    keys = tuple(theme.key for theme in coding.themes)
    sources = np.full(answers.total, EXCLUDED, dtype=np.int8)
    themes = np.zeros((answers.total, len(keys)), dtype=bool)
    read = answers.places[coding.places]
    sources[read], themes[read] = LABELLED, coding.labels
    rest = answers.places[carried.rest]
    is_learned = carried.propagation.learned.any()
    sources[rest] = PROPAGATED if is_learned else FAILED
    themes[rest] = carried.propagation.assigned(carried.scores)
    failed = answers.places[list(coding.failed)]
    sources[failed], themes[failed] = FAILED, False
    return Assignments(answers.question.name, keys, sources, themes)


def _segments(
    answers: Answers,
    coding: Coding,
    predicted: Predicted,
    carried: _Carried,
    around: Surroundings,
) -> tuple[SegmentShare, ...]:
    def of(groups: Groups, places: Sequence[int] | NDArray[np.int64]) -> list[str | None]:
        return [groups[row] for row in answers.places[np.asarray(places, dtype=int)]]

    groupings = [
        Grouping(name, of(groups, coding.places), of(groups, carried.rest))
        for name, groups in around.segments.items()
    ]
    keys = [theme.key for theme in coding.themes]
    return segment_shares(answers.question.name, keys, predicted, groupings) if keys else ()


def _notes(coding: Coding, carried: _Carried) -> list[str]:
    notes = list(coding.notes)
    if coding.failed:
        notes.append(f"{len(coding.failed):,} answers of the sample could not be labelled.")
    lacking = [
        theme.name
        for theme, is_learned in zip(coding.themes, carried.propagation.learned, strict=True)
        if not is_learned
    ]
    if lacking and len(carried.rest):
        names = ", ".join(f"“{name}”" for name in lacking)
        notes.append(
            f"Too few labelled answers to carry over, so measured on the sample alone: {names}."
        )
    return notes
