"""What a survey summary says, one finding a sentence, to answer questions from.

Figures are taken from the computed results and put into sentences here; nobody writes them.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from copilot.analysis.surveys.wording import group_compared
from copilot.domain.counting import counted
from copilot.domain.figures import interval_percent, share_percent
from copilot.domain.survey import ALPHA, SurveySummary
from copilot.domain.survey_closed import (
    ChoiceResult,
    Closed,
    Driver,
    LikertResult,
    NpsResult,
    NumberResult,
    Share,
)
from copilot.domain.survey_parts import Interval, MissingVoice
from copilot.domain.survey_themes import OpenQuestion, Quote, Theme
from copilot.domain.survey_weighted_text import basis, estimate_told
from copilot.domain.survey_words import (
    base_told,
    full_sentence,
    impact_told,
    points,
    points_within,
    rows_told,
)

SHOWN = 5
"""Answers of a closed question that are told."""
Kind = Literal[
    "theme", "cluster", "group", "impact", "closed", "test", "missing", "driver", "rows", "weights"
]
SCORE = "NPS"
PARTS_OF_SCORE = ("promoters", "passives", "detractors")
_SCORE_NAMES = (SCORE, *PARTS_OF_SCORE)
DIFFERS, ALIKE = "differs", "no clear difference"


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
    kind: Kind = "closed"
    names: tuple[str, ...] = ()
    """What it may be called by: a theme, a question, an answer on offer."""
    segment: str = ""
    """By what it is compared; empty where it is not."""
    ci: Interval | None = None
    """Of the share, where it is one."""
    is_difference: bool = False
    """Whether groups surely differ in it."""
    is_weighted: bool = False
    """Whether it says too what it would be if respondents were like all users."""


def findings(summary: SurveySummary) -> list[Finding]:
    """Return everything a summary says, themes first."""
    scores = {one.column for one in summary.closed if isinstance(one.result, NpsResult)}
    groups = {one.column: answers_on_offer(one) for one in summary.closed}
    weighted = _weighted(summary)
    return [
        *(one for question in summary.open for one in _of_open(question, weighted)),
        *_of_groups(summary),
        *(one for closed in summary.closed for one in _of_closed(closed, groups, weighted)),
        *(_missing(one) for one in summary.missing_voices),
        *(_driver(one, scores) for one in summary.drivers),
        _of_rows(summary),
        *([Finding(basis(summary.weighted), "", kind="weights")] if summary.weighted else ()),
    ]


def _weighted(summary: SurveySummary) -> Mapping[str, str]:
    """Return the weighted figures as sentences: of themes by key, of closed questions by name."""
    told: dict[str, list[str]] = {}
    for one in summary.weighted.figures if summary.weighted else ():
        value, ends = estimate_told(one.weighted, one.kind)
        what = "" if one.kind == "theme" else f"{one.what} "
        name = f"{one.column}#{one.key}" if one.kind == "theme" else one.column
        told.setdefault(name, []).append(f"{what}{value} ({ends})")
    return {
        name: f"If respondents were like all users: {'; '.join(figures)}."
        for name, figures in told.items()
    }


def _missing(voice: MissingVoice) -> Finding:
    return Finding(voice.message, f"who is missing {voice.group}", kind="missing")


def _driver(driver: Driver, scores: Collection[str]) -> Finding:
    about = f"drivers score {driver.column} {driver.outcome}"
    score = " ".join(_SCORE_NAMES) if driver.outcome in scores else ""
    return Finding(driver.message, f"{about} {score}", kind="driver", names=(driver.column,))


def _of_open(question: OpenQuestion, weighted: Mapping[str, str]) -> Iterator[Finding]:
    for theme in question.themes:
        like_all = weighted.get(f"{question.column}#{theme.key}", "")
        told = (theme.said, f"{base_told(theme, question.n)}.", like_all)
        yield Finding(
            " ".join(one for one in (*told, full_sentence(theme.definition)) if one),
            f"{theme.name} {theme.definition}",
            tone=tone_of(theme),
            quotes=theme.quotes,
            weight=theme.share,
            kind="theme",
            names=(theme.name,),
            ci=theme.ci,
            is_weighted=bool(like_all),
        )
        yield from _impact(theme)
    for cluster in question.clusters:
        phrases = ", ".join(cluster.phrases)
        text = f"{counted(cluster.count, 'answer')} in words such as {phrases} (a cluster, unread)."
        share = cluster.count / max(question.n, 1)
        about = f"{question.column} {phrases}"
        yield Finding(text, about, quotes=cluster.quotes, weight=share, kind="cluster")


def _impact(theme: Theme) -> Iterator[Finding]:
    if told := impact_told(theme):
        text = f"“{theme.name}”: {told}"
        yield Finding(text, f"impact {theme.name}", kind="impact", ci=theme.nps_impact_ci)


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
        told = group_compared(share, theme.name)
        yield Finding(
            f"{share.segment}: {told.text}",
            f"{theme.name} {theme.definition}",
            share.group,
            tone_of(theme),
            quotes=share.quotes,
            weight=share.share,
            kind="group",
            names=(theme.name,),
            segment=share.segment,
            is_difference=told.differs,
        )


def _of_closed(
    closed: Closed, groups: Mapping[str, Sequence[str]], weighted: Mapping[str, str]
) -> Iterator[Finding]:
    like_all = weighted.get(closed.column, "")
    for text in _told(closed):
        told = f"{closed.column}: {text} (n = {closed.n:,}){'. ' if like_all else ''}{like_all}"
        yield Finding(told, _about(closed), names=_names(closed), is_weighted=bool(like_all))
    for test in closed.tests:
        p = test.p if test.p_adjusted is None else test.p_adjusted
        about = f"{closed.column} by {test.segment}"
        way = DIFFERS if p < ALPHA else ALIKE
        yield Finding(
            f"{about}: {way} ({test.method}, p = {p:.2g} after correction). {test.note}".rstrip(),
            f"{_about(closed)} by {test.segment} {' '.join(groups.get(test.segment, ()))}",
            kind="test",
            names=(closed.column,),
            segment=test.segment,
            is_difference=p < ALPHA,
        )


def answers_on_offer(closed: Closed) -> tuple[str, ...]:
    """Return the answers of a choice that are told; of another question none."""
    result = closed.result
    options = result.options[:SHOWN] if isinstance(result, ChoiceResult) else ()
    return tuple(one.value for one in options)


def _names(closed: Closed) -> tuple[str, ...]:
    is_score = isinstance(closed.result, NpsResult)
    return (closed.column, *answers_on_offer(closed), *(_SCORE_NAMES if is_score else ()))


def _about(closed: Closed) -> str:
    """Return the words by which a closed question is found: its own, and those of its answers."""
    return " ".join(_names(closed))


def _told(closed: Closed) -> Iterator[str]:
    result = closed.result
    if isinstance(result, NpsResult):
        yield f"NPS {points(result.nps)} ({points_within(result.ci)})"
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
    people = counted(summary.respondents, "respondent")
    text = f"{summary.rows:,} rows of {people}: {rows_told(summary.accounting)}."
    return Finding(text, "rows, respondents and response of the file", kind="rows")
