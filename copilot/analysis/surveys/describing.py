"""A measured theme with what was said of it: tones, quotes, and the score of those who say it."""

from collections.abc import Iterator, Sequence
from typing import TypedDict, get_args

import numpy as np
from numpy.typing import NDArray

from copilot.analysis.surveys.answers import Answers
from copilot.analysis.surveys.closed.intervals import wilson
from copilot.analysis.surveys.coding import Coding
from copilot.analysis.surveys.quoting import choose_quotes
from copilot.analysis.surveys.themes.impact import nps_impact
from copilot.analysis.surveys.themes.propagation import Labels
from copilot.analysis.surveys.themes.shares import Measured
from copilot.analysis.surveys.wording import share_sentence
from copilot.domain.figures import interval_percent, percent
from copilot.domain.survey_labels import Tone
from copilot.domain.survey_parts import Interval
from copilot.domain.survey_themes import CodebookTheme, Quote, Theme

FEWEST_TONES = 10
"""Labelled answers with a tone below which shares of tones tell of persons."""
TONES = get_args(Tone)


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
        **_tones(theme.key, coding),
        quotes=_quotes(theme.key, having, answers, coding, scores),
    )
    return found.model_copy(update={"said": share_sentence(found)})


def tones_told(themes: Sequence[Theme]) -> Iterator[str]:
    """Yield of how many answers tones are, and the tone of most answers of each theme."""
    told = [_tone_told(theme) for theme in themes if theme.sentiment]
    if told:
        yield f"Tone is of the labelled answers alone: {'; '.join(told)}."


def _tone_told(theme: Theme) -> str:
    tone = max(theme.sentiment, key=lambda one: theme.sentiment[one])
    interval = interval_percent(theme.sentiment_ci[tone])
    return (
        f"“{theme.name}” {tone} in {percent(theme.sentiment[tone])} of {theme.toned:,} ({interval})"
    )


class _Toned(TypedDict):
    sentiment: dict[str, float]
    sentiment_ci: dict[str, Interval]
    toned: int


def _tones(key: str, coding: Coding) -> _Toned:
    """Return the share of each tone, with Wilson's interval at the effective size (Kish 1965)."""
    weights = np.ones(len(coding.read)) if coding.weights is None else np.array(coding.weights)
    has_tone = np.array([key in one.tones for one in coding.read], dtype=bool)
    toned = int(has_tone.sum())
    if toned < FEWEST_TONES:
        return {"sentiment": {}, "sentiment_ci": {}, "toned": toned}
    said = np.array([one.tones[key] for one in coding.read if key in one.tones])
    weight = weights[has_tone] / weights[has_tone].sum()
    size = 1 / float(weight @ weight)
    shares = {name: float(weight[said == name].sum()) for name in TONES}
    ends = {name: wilson(share * size, size) for name, share in shares.items()}
    return {"sentiment": shares, "sentiment_ci": ends, "toned": toned}


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
