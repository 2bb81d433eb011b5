"""A measured theme with what was said of it: tones, quotes, and the score of those who say it."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from copilot.analysis.surveys.answers import Answers
from copilot.analysis.surveys.coding import Coding
from copilot.analysis.surveys.quoting import choose_quotes
from copilot.analysis.surveys.themes.impact import nps_impact
from copilot.analysis.surveys.themes.propagation import Labels
from copilot.analysis.surveys.themes.shares import Measured
from copilot.analysis.surveys.wording import share_sentence
from copilot.domain.survey_parts import CodebookTheme, Quote, Theme


def described(
    theme: CodebookTheme,
    share: Measured,
    answers: Answers,
    coding: Coding,
    scores: NDArray[np.float32],
) -> Theme:
    """Return a theme with its share, tones and quotes.

    Args:
        theme: Of the code book.
        share: As measured.
        answers: To the question.
        coding: The measured sample, read.
        scores: How surely each read answer has the theme, shape (n,).
    """
    having = [at for at, one in enumerate(coding.read) if theme.key in one.themes]
    found = Theme(
        **theme.model_dump(exclude={"stance"}),
        stance={theme.stance: 1.0} if theme.stance else {},
        share=share.share,
        ci=(share.low, share.high),
        count=round(share.share * answers.n),
        labelled=len(having),
        method=share.method,
        sentiment=_tones(theme.key, coding),
        quotes=_quotes(theme.key, having, answers, coding, scores),
    )
    return found.model_copy(update={"said": share_sentence(found)})


def _tones(key: str, coding: Coding) -> dict[str, float]:
    tones = [one.tones[key] for one in coding.read if key in one.tones]
    names = ("negative", "neutral", "positive")
    return {name: tones.count(name) / len(tones) for name in names} if tones else {}


def _quotes(
    key: str, having: Sequence[int], answers: Answers, coding: Coding, scores: NDArray[np.float32]
) -> tuple[Quote, ...]:
    read = [coding.read[at] for at in having]
    return choose_quotes(
        [answers.texts[one.place] for one in read],
        [answers.row(one.place) for one in read],
        [one.words.get(key, "") for one in read],
        [float(scores[at]) for at in having],
        seed=1,
    )


def with_impact(
    theme: Theme, member: Labels, scores: NDArray[np.float64] | None, seed: int
) -> Theme:
    """Return a theme with what it has to do with the NPS, where scores are known.

    Args:
        theme: Of a question.
        member: Of each row, whether it has the theme.
        scores: Of each row, NaN without one; None where nobody was asked.
        seed: Of the bootstrap.
    """
    impact = None if scores is None else nps_impact(scores, member, seed)
    if impact is None:
        return theme
    told = {"nps_impact": impact.delta, "nps_impact_ci": (impact.low, impact.high)}
    return theme.model_copy(update=told)
