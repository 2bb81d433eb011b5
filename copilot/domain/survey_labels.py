"""Labels of survey answers, as whoever has read them gives them."""

from typing import Literal

from copilot.domain.noun import Noun

Tone = Literal["negative", "neutral", "positive"]


class Label(Noun):
    """A theme of an answer, the answer's own words for it, and their tone."""

    theme: str
    words: str
    tone: Tone


class LabelledAnswer(Noun):
    """An answer that was read; without labels where no theme fits."""

    row: int
    """Of the file's data, from 1."""
    labels: tuple[Label, ...] = ()
    failed: bool = False
    """True where nothing was given that can be checked, asked twice."""
