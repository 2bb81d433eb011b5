"""The page of open questions: themes with their intervals, or clusters that nobody has read."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import NamedTuple

from textual.content import Content

from copilot.analysis.surveys.wording import group_compared, ranks
from copilot.analysis.untrusted import one_line
from copilot.domain.counting import counted
from copilot.domain.figures import percent
from copilot.domain.survey import SurveySummary
from copilot.domain.survey_parts import Interval
from copilot.domain.survey_text import CLUSTERS
from copilot.domain.survey_themes import Cluster, OpenQuestion, SegmentShare, Theme
from copilot.domain.survey_tones import share_of_tone, toned
from copilot.domain.survey_words import (
    METHODS,
    base_told,
    full_sentence,
    impact_told,
    measured_told,
    read_told,
)
from copilot.tui.marked_text import Line
from copilot.tui.survey_items import (
    Bar,
    Item,
    bar_content,
    bar_row,
    below_row,
    bullet,
    figures,
    gap,
    heading_row,
    labelled,
    noted,
    notice,
    one_row,
    plain,
    quiet,
    quoted,
    section,
    title,
)

_TONE = 10
_LEGEND = (
    "Bars: dark to the lower end of the 95 % interval, light to the share, a line to the upper"
    " end; behind them the number of answers."
)


class _Seen(NamedTuple):
    """A theme among the others of its question."""

    theme: Theme
    question: OpenQuestion
    place: Interval
    """Ranks that its interval allows."""
    groups: Sequence[SegmentShare]


def theme_items(summary: SurveySummary) -> Iterator[Item]:
    """Yield each open question with its themes or clusters."""
    if not summary.open:
        yield notice("No open question", "No column of this survey holds answers in own words.")
    for question in summary.open:
        yield _question(question)
        yield from _themes(question, summary.differing)
        yield from (_cluster(one, question) for one in question.clusters)


def _question(question: OpenQuestion) -> Item:
    name = question.column
    return Item(name, "", partial(heading_row, name), lambda _: list(question_lines(question)))


def question_lines(question: OpenQuestion) -> Iterator[Line]:
    """Yield how a question was read, and what to know of it."""
    yield title(question.column)
    yield plain(f"{read_told(question)}.")
    if question.themes:
        yield plain(measured_told(question))
        yield plain(f"{counted(question.unlabelled, 'labelled answer')} fit no theme.")
    elif question.clusters:
        yield noted(CLUSTERS)
    if question.stability is not None:
        yield plain(f"Two code books made apart agree to {percent(question.stability)}.")
    if question.agreement is not None:
        yield plain(f"A person agreed with {percent(question.agreement)} of the labels checked.")
    elif question.themes:
        yield quiet("Nobody has checked the labels yet. Key 6 opens the check.")
    if question.themes:
        yield quiet(_LEGEND)
    yield from section("Notes", map(noted, question.notes))
    if len(question.columns) > 1:
        yield from section("Asked in these columns", map(bullet, question.columns))


def _themes(question: OpenQuestion, groups: Sequence[SegmentShare]) -> Iterator[Item]:
    themes = sorted(question.themes, key=lambda one: -one.share)
    most = max((one.ci[1] for one in themes), default=1.0)
    digits = max((len(f"{one.count:,}") for one in themes), default=1)
    for theme, place in zip(themes, ranks(themes), strict=True):
        found = [one for one in groups if one.theme == theme.key and one.column == question.column]
        seen = _Seen(theme, question, place, found)
        yield Item(
            question.column,
            theme.key,
            partial(_theme_row, theme, most, digits),
            partial(_theme, seen),
        )


def _theme_row(theme: Theme, most: float, digits: int, width: int) -> Content:
    told = figures(theme.share, theme.ci, theme.labelled)
    bar = Bar(theme.share, theme.ci, most)
    count = f"{theme.count:,}".rjust(digits)  # one scale for all bars
    return Content("\n").join(
        [one_row(theme.name, told, width, "bold"), bar_row(bar, count, width)]
    )


def _theme(seen: _Seen, width: int) -> list[Line]:
    theme = seen.theme
    lines = [title(theme.name), plain(theme.said)]
    if theme.definition:
        lines += [gap(), plain(full_sentence(theme.definition))]
    lines += [labelled("include", theme.include)] if theme.include else []
    lines += [labelled("exclude", theme.exclude, "$warning")] if theme.exclude else []
    lines += [labelled("stance", ", ".join(theme.stance))] if theme.stance else []
    lines += [gap(), *_measured(seen)]
    tones = {name: share_of_tone(theme, name) for name in theme.sentiment}
    lines += section(toned(theme).capitalize(), _parts(theme.sentiment, tones, width))
    lines += section("NPS impact", _impact(theme))
    told = (group_compared(one, theme.name).text for one in seen.groups)
    lines += section("Groups that differ", map(bullet, told))
    return [*lines, *section("In their words", _quotes(theme))]


def _measured(seen: _Seen) -> Iterator[Line]:
    theme = seen.theme
    told = figures(theme.share, theme.ci, theme.labelled)
    about = "" if theme.of_labelled else "about "
    yield plain(f"Share {told}; {about}{base_told(theme, seen.question.n)}.")
    yield quiet(f"{counted(theme.labelled, 'labelled answer')} with it. {METHODS[theme.method]}")
    first, last = seen.place
    place = f"{first:.0f}" if first == last else f"{first:.0f} to {last:.0f}"
    yield quiet(f"Rank {place} of {len(seen.question.themes)}, as the intervals allow.")


def _parts(shares: Mapping[str, float], told: Mapping[str, str], width: int) -> Iterator[Line]:
    for name, share in shares.items():
        bar = bar_content(Bar(share, None), min(24, max(8, width - _TONE - 2 - len(told[name]))))
        head = Content(one_line(name, _TONE).ljust(_TONE + 1))
        yield Line(Content.assemble(head, bar, Content(f" {told[name]}").stylize("$quiet")))


def _impact(theme: Theme) -> Iterator[Line]:
    if told := impact_told(theme):
        yield plain(told)


def _quotes(theme: Theme) -> Iterator[Line]:
    if not theme.quotes:
        yield quiet("None is shown: too few answers, or none that is short and clean enough.")
    for quote in theme.quotes:
        yield quoted(quote)


def _cluster(cluster: Cluster, question: OpenQuestion) -> Item:
    return Item(
        question.column,
        cluster.key,
        partial(_cluster_row, cluster),
        lambda _: [
            title(f"Cluster: {', '.join(cluster.phrases)}"),
            plain(f"{cluster.count:,} answers in like words."),
            noted(CLUSTERS),
            *section("In their words", map(quoted, cluster.quotes)),
        ],
    )


def _cluster_row(cluster: Cluster, width: int) -> Content:
    head = one_row(f"Cluster: {', '.join(cluster.phrases)}", "", width)
    below = f"{cluster.count:,} answers in like words"
    return Content("\n").join([head, below_row(below, width)])
