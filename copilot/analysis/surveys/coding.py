"""What has been read: which themes the answers of the measured sample speak of."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import numpy as np

from copilot.analysis.surveys.answers import Answers
from copilot.analysis.surveys.themes.propagation import Labels
from copilot.analysis.surveys.themes.sampling import Sample, measured_sample
from copilot.domain.counting import counted
from copilot.domain.survey_labels import LabelledAnswer
from copilot.domain.survey_themes import CodebookTheme

SUSPECT, SUSPECT_SHARE = 3, 0.1
"""Labels with a theme, at rows that are not read, from which the rows are doubted."""
NO_WORDS: Mapping[str, str] = {}


class ReadAnswer(NamedTuple):
    """One answer that somebody has labelled."""

    place: int
    """Among the answers, from 0."""
    themes: frozenset[str]
    words: Mapping[str, str] = NO_WORDS
    """The answer's own words for each theme; empty where nobody said."""
    tones: Mapping[str, str] = NO_WORDS


class Coding(NamedTuple):
    """A measured sample, read."""

    themes: Sequence[CodebookTheme]
    read: Sequence[ReadAnswer]
    """In the order of the answers."""
    failed: Sequence[int] = ()
    """Places of the sample that could not be read."""
    weights: Sequence[float] | None = None
    """How many answers each one that was read stands for; equal where None."""
    is_drawn: bool = True
    """Whether the answers that were read are known to be drawn by chance."""
    notes: Sequence[str] = ()
    """What a reader should know of how it was read."""

    @property
    def places(self) -> list[int]:
        """Of the answers that were read."""
        return [one.place for one in self.read]

    def without_empty_themes(self) -> "Coding":
        """Return it without the themes that no answer read has, which are told in a note."""
        found = {key for one in self.read for key in one.themes}
        empty = [theme.name for theme in self.themes if theme.key not in found]
        if not empty or not found:
            return self
        told = f"Named at first, and in no labelled answer: {', '.join(empty)}."
        kept = [theme for theme in self.themes if theme.key in found]
        return self._replace(themes=kept, notes=[*self.notes, told])

    @property
    def labels(self) -> Labels:
        """Shape (answers read, themes)."""
        keys = [theme.key for theme in self.themes]
        rows = [[key in one.themes for key in keys] for one in self.read]
        return np.array(rows, dtype=bool).reshape(len(self.read), len(keys))


def coding_of_labels(
    answers: Answers,
    themes: Sequence[CodebookTheme],
    labels: Mapping[int, frozenset[str]],
    size: int | None,
    seed: int,
) -> Coding:
    """Return a person's labels as a coding.

    Args:
        answers: To one question.
        themes: The code book.
        labels: Themes of each labelled row, from 1.
        size: How many of the labelled answers are measured with, drawn anew; all where None.
        seed: Of the drawing.
    """
    places = [(answers.at(row), keys) for row, keys in sorted(labels.items())]
    read = [ReadAnswer(place, keys) for place, keys in places if place is not None]
    is_drawn = len(read) == answers.n
    if size is not None and size < len(read):
        drawn = measured_sample(len(read), seed, size=size)
        read = [read[at] for at in drawn.rows]
    return Coding(themes, read, is_drawn=is_drawn, notes=[*_left_out(places)])


def _left_out(places: Sequence[tuple[int | None, frozenset[str]]]) -> Iterator[str]:
    """Yield what a reader should know of labels whose rows are not read."""
    lost = [keys for place, keys in places if place is None]
    if lost:
        rows = counted(len(lost), "labelled row")
        yield f"{rows} left out: no answer stands there, or one said before."
    with_theme, all_with_theme = sum(map(bool, lost)), sum(bool(keys) for _, keys in places)
    if with_theme >= SUSPECT and with_theme > SUSPECT_SHARE * all_with_theme:
        yield (
            f"{with_theme:,} labels with a theme stand at rows without an answer."
            " Are the labels' rows counted from 1, and are they of this file?"
        )


def coding_of_replies(
    answers: Answers,
    themes: Sequence[CodebookTheme],
    labelled: Sequence[LabelledAnswer],
    sample: Sample,
) -> Coding:
    """Return what a model has read of a sample as a coding.

    Args:
        answers: To one question.
        themes: The code book.
        labelled: One a place of the sample, in its order.
        sample: What was drawn.
    """
    drawn = list(zip(sample.rows.tolist(), sample.weights.tolist(), labelled, strict=True))
    kept = [one for one in drawn if not one[2].failed]
    return Coding(
        themes,
        [_read(place, one) for place, _, one in kept],
        failed=[place for place, _, one in drawn if one.failed],
        weights=[weight for _, weight, _ in kept],
    )


def _read(place: int, answer: LabelledAnswer) -> ReadAnswer:
    return ReadAnswer(
        place,
        frozenset(one.theme for one in answer.labels),
        {one.theme: one.words for one in answer.labels},
        {one.theme: one.tone for one in answer.labels},
    )
