"""Which themes every row of a file is given, and whether that can be done where nobody has read."""

import numpy as np

from copilot.analysis.surveys.answers import Answers
from copilot.analysis.surveys.assignments import (
    EXCLUDED,
    FAILED,
    LABELLED,
    PROPAGATED,
    Assignments,
)
from copilot.analysis.surveys.carrying import Carried
from copilot.analysis.surveys.coding import Coding

ALPHA = 0.05


def assigned(answers: Answers, coding: Coding, carried: Carried) -> Assignments:
    """Return where every row has gone; one that nobody has read has themes only if words tell them.

    A theme with too few labels for a classifier is given to these rows where most of the sample
    has it, so that they never say something else than its share.

    Args:
        answers: To the question.
        coding: The measured sample, read.
        carried: Its labels, carried over to the other answers.
    """
    keys = tuple(theme.key for theme in coding.themes)
    sources = np.full(answers.total, EXCLUDED, dtype=np.int8)
    themes = np.zeros((answers.total, len(keys)), dtype=bool)
    read, rest = answers.places[coding.places], answers.places[carried.rest]
    sources[read], themes[read] = LABELLED, coding.labels
    sources[rest] = FAILED
    if len(rest) and not carried.is_biased and words_tell(coding, carried):
        sources[rest] = PROPAGATED
        learned = carried.propagation.learned
        is_common = ~learned & (coding.labels.mean(axis=0) > 0.5)
        themes[rest] = carried.propagation.assigned(carried.scores) | is_common
    failed = answers.places[list(coding.failed)]
    sources[failed], themes[failed] = FAILED, False
    return Assignments(answers.question.name, keys, sources, themes)


def words_tell(coding: Coding, carried: Carried) -> bool:
    """Return whether words tell any theme: answers with it score higher than others, held out.

    Mann and Whitney's test for each theme, at 5 % over all themes (Bonferroni).
    """
    from scipy.stats import mannwhitneyu

    learned = np.flatnonzero(carried.propagation.learned)
    return any(
        mannwhitneyu(
            carried.propagation.held_out[coding.labels[:, theme], theme],
            carried.propagation.held_out[~coding.labels[:, theme], theme],
            alternative="greater",
        ).pvalue
        < ALPHA / len(learned)
        for theme in learned
    )
