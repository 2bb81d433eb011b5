"""What a survey summary says, one finding a sentence, to answer questions from.

Figures are taken from the computed results and put into sentences here; nobody writes them.
"""

from collections.abc import Iterator
from typing import NamedTuple

from copilot.analysis.surveys.wording import group_compared
from copilot.domain.counting import counted
from copilot.domain.figures import interval_percent, share_percent
from copilot.domain.survey import ALPHA, SurveySummary
from copilot.domain.survey_parts import (
    ChoiceResult,
    Closed,
    LikertResult,
    NpsResult,
    NumberResult,
    OpenQuestion,
    Quote,
    Share,
    Theme,
)

SHOWN = 5
"""Answers of a closed question that are told."""


class Finding(NamedTuple):
    """One thing that a survey says."""

    text: str
    about: str
    """Words by which it is found: question, theme, definition, group."""
    group: str = ""
    """The group of people it is of; empty for all."""
    tone: str = ""
    """`negative` or `positive` where most of its answers are, `wish` where they ask for it."""
    quotes: tuple[Quote, ...] = ()
    weight: float = 0.0
    """How much of the survey it is of, 0 to 1; decides between equals."""


def findings(summary: SurveySummary) -> list[Finding]:
    """Return everything a summary says, themes first."""
    return [
        *(one for question in summary.open for one in _of_open(question)),
        *_of_groups(summary),
        *(one for closed in summary.closed for one in _of_closed(closed)),
        *(Finding(one.message, "who is missing") for one in summary.missing_voices),
        *(Finding(one.message, "drivers score") for one in summary.drivers),
        _of_rows(summary),
    ]


def _of_open(question: OpenQuestion) -> Iterator[Finding]:
    for theme in question.themes:
        text = f"{theme.said} {theme.definition}".strip()
        about = f"{theme.name} {theme.definition}"
        yield Finding(text, about, "", tone_of(theme), theme.quotes, theme.share)
    for cluster in question.clusters:
        phrases = ", ".join(cluster.phrases)
        text = f"{counted(cluster.count, 'answer')} in words such as {phrases} (a cluster, unread)."
        share = cluster.count / max(question.n, 1)
        yield Finding(text, f"{question.column} {phrases}", quotes=cluster.quotes, weight=share)


def tone_of(theme: Theme) -> str:
    """Return what most answers of a theme are, else what the code book says of it."""
    if "wish" in theme.stance:
        return "wish"
    for tone in ("negative", "positive"):
        if theme.sentiment.get(tone, 0.0) > 0.5:
            return tone
    stances = {"complaint": "negative", "praise": "positive"}
    return next((stances[one] for one in theme.stance if one in stances), "")


def _of_groups(summary: SurveySummary) -> Iterator[Finding]:
    themes = {
        (question.column, theme.key): theme
        for question in summary.open
        for theme in question.themes
    }
    for share in summary.segments:
        theme = themes[share.column, share.theme]
        text = f"{share.segment}: {group_compared(share, theme.name).text}"
        about = f"{theme.name} {theme.definition}"
        yield Finding(text, about, share.group, tone_of(theme), weight=share.share)


def _of_closed(closed: Closed) -> Iterator[Finding]:
    for text in _told(closed):
        yield Finding(f"{closed.column}: {text} (n = {closed.n:,})", _about(closed))
    for test in closed.tests:
        p = test.p if test.p_adjusted is None else test.p_adjusted
        way = "differs" if p < ALPHA else "no clear difference"
        about = f"{closed.column} by {test.segment}"
        text = f"{about}: {way} ({test.method}, p = {p:.2g} after correction). {test.note}"
        yield Finding(text.rstrip(), about)


def _about(closed: Closed) -> str:
    """Return the words by which a closed question is found: its own, and those of its answers."""
    result = closed.result
    if isinstance(result, NpsResult):
        return f"{closed.column} NPS promoters passives detractors"
    if isinstance(result, ChoiceResult):
        return f"{closed.column} {' '.join(one.value for one in result.options[:SHOWN])}"
    return closed.column


def _told(closed: Closed) -> Iterator[str]:
    result = closed.result
    if isinstance(result, NpsResult):
        yield f"NPS {result.nps:+.0f} ({result.ci[0]:+.0f} to {result.ci[1]:+.0f})"
    elif isinstance(result, ChoiceResult):
        yield "; ".join(_share(one) for one in result.options[:SHOWN])
    elif isinstance(result, LikertResult):
        ends = f"top two {_figures(result.top2)}; bottom two {_figures(result.bottom2)}"
        yield f"median {result.median}; {ends}"
    elif isinstance(result, NumberResult):
        yield f"median {result.median:g}, mean {result.mean:.3g}"


def _share(share: Share) -> str:
    return f"{share.value} {_figures(share)}"


def _figures(share: Share) -> str:
    if share.share is None or share.ci is None:
        return "(too few to show)"
    return f"{share_percent(share.share)} ({interval_percent(share.ci)})"


def _of_rows(summary: SurveySummary) -> Finding:
    said = summary.accounting
    text = (
        f"{summary.rows:,} rows of {counted(summary.respondents, 'respondent')}: {said.labelled:,}"
        f" labelled, {said.propagated:,} carried over, {said.excluded:,} without an answer that"
        f" counts, {said.failed:,} failed."
    )
    return Finding(text, "rows, respondents and response of the file")
