"""Themes of one open question, measured: shares with intervals, groups, quotes, every row."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from copilot.analysis.surveys.answers import Answers
from copilot.analysis.surveys.assigning import assigned, words_tell
from copilot.analysis.surveys.assignments import EXCLUDED, FAILED, Assignments
from copilot.analysis.surveys.carrying import Carried
from copilot.analysis.surveys.coding import Coding
from copilot.analysis.surveys.describing import (
    described,
    impacts_told,
    quotes_of,
    with_impacts,
)
from copilot.analysis.surveys.label_drawing import drawn_labels
from copilot.analysis.surveys.themes.segments import Grouping, Predicted, segment_shares
from copilot.analysis.surveys.themes.shares import Measured, theme_shares
from copilot.domain.survey_themes import OpenQuestion, Quote, SegmentShare, Theme

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


def measured(
    answers: Answers, coding: Coding, carried: Carried, around: Surroundings
) -> MeasuredQuestion:
    """Return the themes of a question with what is known of their shares.

    Args:
        answers: To the question.
        coding: The measured sample, read.
        carried: Its labels, carried over to the other answers.
        around: Groups and scores of the rows.
    """
    predicted = _predicted(answers, coding, carried, around)
    given = assigned(answers, coding, carried)
    shares = _shares(predicted, is_biased=carried.is_biased)
    found = _described(answers, coding, shares, carried)
    scores = None if carried.is_biased else around.scores_of_people
    themes, tested = with_impacts(found, given.themes, scores, around.seed)
    question = OpenQuestion(
        column=answers.question.name,
        columns=answers.question.columns,
        n=answers.n,
        themes=tuple(sorted(themes, key=lambda one: -one.share)),
        unlabelled=sum(not one.themes for one in coding.read),
        checkable=drawn_labels(answers, coding, around.seed),
        excluded=answers.excluded,
        accounting=given.accounting,
        notes=(
            *answers.notes,
            *_notes(coding, carried),
            *_told(coding, predicted, is_biased=carried.is_biased),
            *impacts_told(themes, tested),
        ),
    )
    groups = () if carried.is_biased else _segments(answers, coding, predicted, carried, around)
    return MeasuredQuestion(question, groups, given)


def _shares(predicted: Predicted, *, is_biased: bool) -> list[Measured]:
    """Return the share of each theme; of the sample alone where that was picked."""
    if not is_biased:
        return theme_shares(*predicted)
    alone = predicted._replace(rest=predicted.rest[:0])
    return [one._replace(method="sample") for one in theme_shares(*alone)]


def _described(
    answers: Answers, coding: Coding, shares: Sequence[Measured], carried: Carried
) -> list[Theme]:
    scores = carried.propagation.held_out
    return [
        described(theme, share, answers, coding, scores[:, number], is_biased=carried.is_biased)
        for number, (theme, share) in enumerate(zip(coding.themes, shares, strict=True))
    ]


def _predicted(
    answers: Answers, coding: Coding, carried: Carried, around: Surroundings
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


def _segments(
    answers: Answers,
    coding: Coding,
    predicted: Predicted,
    carried: Carried,
    around: Surroundings,
) -> tuple[SegmentShare, ...]:
    def of(groups: Groups, places: Sequence[int] | NDArray[np.int64]) -> list[str | None]:
        return [groups[row] for row in answers.places[np.asarray(places, dtype=int)]]

    groupings = [
        Grouping(name, of(groups, coding.places), of(groups, carried.rest))
        for name, groups in around.segments.items()
    ]
    keys = [theme.key for theme in coding.themes]
    found = segment_shares(answers.question.name, keys, predicted, groupings) if keys else ()
    scores = dict(zip(keys, carried.propagation.held_out.T, strict=True))

    def quotes(one: SegmentShare) -> tuple[Quote, ...]:
        is_in = [group == one.group for group in of(around.segments[one.segment], coding.places)]
        return quotes_of(one.theme, answers, coding, scores[one.theme], is_in)

    return tuple(one.model_copy(update={"quotes": quotes(one)}) for one in found)


def _notes(coding: Coding, carried: Carried) -> list[str]:
    notes = list(coding.notes)
    if coding.failed:
        notes.append(f"{len(coding.failed):,} answers of the sample could not be labelled.")
    lacking = [
        theme.name
        for theme, is_learned in zip(coding.themes, carried.propagation.learned, strict=True)
        if not is_learned
    ]
    if carried.is_biased or not len(carried.rest):
        return notes
    if lacking:
        names = ", ".join(f"“{name}”" for name in lacking)
        notes.append(
            "Too few labelled answers have it, or lack it, to carry it over, so measured on the"
            f" sample alone: {names}."
        )
    if len(lacking) < len(coding.themes) and not words_tell(coding, carried):
        notes.append(
            "The words of the answers do not tell which labels they have, so rows that nobody has"
            " labelled are given no theme, and count as not read."
        )
    return notes
