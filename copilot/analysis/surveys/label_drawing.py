"""Labels are drawn for a person to look at."""

import numpy as np

from copilot.analysis.surveys.answers import Answers
from copilot.analysis.surveys.coding import Coding, ReadAnswer
from copilot.analysis.surveys.quoting import SMALLEST_CELL
from copilot.domain.survey_themes import LabelSample

DRAWN = 50
"""Labels that a person is asked to look at, at most."""
LONGEST = 2_000
"""Characters of an answer that are kept to be looked at."""


def drawn_labels(answers: Answers, coding: Coding, seed: int) -> tuple[LabelSample, ...]:
    """Draw labels for a person to look at, each as likely as any other.

    Labels of themes that fewer than five answers have are not drawn: they would point at people.

    Args:
        answers: To one question.
        coding: Who was read as what.
        seed: Same seed, same labels.
    """
    having = {
        theme.key: sum(theme.key in one.themes for one in coding.read) for theme in coding.themes
    }
    given = [
        (one, key)
        for one in coding.read
        for key, count in having.items()
        if key in one.themes and count >= SMALLEST_CELL
    ]
    take = np.random.default_rng(seed).permutation(len(given))[:DRAWN]
    return tuple(_sample(answers, *given[at]) for at in take)


def _sample(answers: Answers, read: ReadAnswer, key: str) -> LabelSample:
    return LabelSample(
        row=answers.row(read.place),
        text=answers.texts[read.place][:LONGEST],
        theme=key,
        words=read.words.get(key, ""),
    )
