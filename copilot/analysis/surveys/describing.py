"""A measured theme with what was said of it: tones, quotes, and the score of those who say it."""

from collections.abc import Iterator, Sequence
from typing import TypedDict, get_args

import numpy as np
from numpy.typing import NDArray

from copilot.analysis.surveys.answers import Answers
from copilot.analysis.surveys.closed.intervals import wilson
from copilot.analysis.surveys.coding import Coding
from copilot.analysis.surveys.quoting import choose_quotes
from copilot.analysis.surveys.themes.impact import Impact, nps_impact, surviving
from copilot.analysis.surveys.themes.propagation import Labels
from copilot.analysis.surveys.themes.shares import Measured
from copilot.analysis.surveys.wording import share_sentence
from copilot.domain.counting import counted
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
    *,
    is_biased: bool = False,
) -> Theme:
    """Return a theme with its share, tones and quotes.

    Args:
        theme: Of the code book.
        share: As measured.
        answers: To the question.
        coding: The measured sample, read.
        scores: How surely each read answer has the theme, shape (n,).
        is_biased: Whether the sample was picked, so that the share is of nobody else.
    """
    labelled = sum(theme.key in one.themes for one in coding.read)
    found = Theme(
        **theme.model_dump(exclude={"stance"}),
        stance={theme.stance: 1.0} if theme.stance else {},
        share=share.share,
        ci=(share.low, share.high),
        count=labelled if is_biased else round(share.share * answers.n),
        labelled=labelled,
        method=share.method,
        of_labelled=len(coding.read) if is_biased else 0,
        **_tones(theme.key, coding),
        quotes=quotes_of(theme.key, answers, coding, scores, [True] * len(coding.read)),
    )
    return found.model_copy(update={"said": share_sentence(found)})


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


def quotes_of(
    key: str,
    answers: Answers,
    coding: Coding,
    scores: NDArray[np.float32],
    is_in: Sequence[bool],
) -> tuple[Quote, ...]:
    """Return verbatim answers that have a theme.

    Args:
        key: Of the theme.
        answers: To the question.
        coding: The measured sample, read.
        scores: How surely each read answer has the theme, shape (n,).
        is_in: Of each read answer, whether it may be quoted.
    """
    having = [at for at, one in enumerate(coding.read) if key in one.themes and is_in[at]]
    read = [coding.read[at] for at in having]
    return choose_quotes(
        [answers.one_cell(one.place, one.words.get(key, "")) for one in read],
        [answers.row(one.place) for one in read],
        [one.words.get(key, "") for one in read],
        [float(scores[at]) for at in having],
        seed=1,
    )


def with_impacts(
    themes: Sequence[Theme], members: Labels, scores: NDArray[np.float64] | None, seed: int
) -> tuple[list[Theme], int]:
    """Return themes with what they surely have to do with the NPS, and how many were tested.

    Args:
        themes: Of one question.
        members: Of each row and theme, whether the row has it.
        scores: Of each row, NaN without one; None where nobody was asked.
        seed: Of the bootstrap.
    """
    if scores is None:
        return list(themes), 0
    impacts = [nps_impact(scores, members[:, at], seed) for at in range(len(themes))]
    pairs = zip(themes, surviving(impacts), strict=True)
    tested = len(impacts) - impacts.count(None)
    return [_with_impact(theme, impact) for theme, impact in pairs], tested


def _with_impact(theme: Theme, impact: Impact | None) -> Theme:
    if impact is None:
        return theme
    told = {"nps_impact": impact.delta, "nps_impact_ci": (impact.low, impact.high)}
    return theme.model_copy(update=told)


def impacts_told(themes: Sequence[Theme], tested: int) -> Iterator[str]:
    """Yield of how many themes it was tested whether the NPS goes along with them."""
    if tested:
        held = sum(one.nps_impact is not None for one in themes)
        found = f"{held} of them do" if held > 1 else f"{held or 'none'} of them does"
        yield (
            f"{counted(tested, 'theme')} tested for going along with the NPS: {found} after"
            " correction for their number (Holm)."
        )
