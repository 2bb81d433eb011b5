"""The page of closed questions: distributions with their intervals, and tests in words."""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial, singledispatch

from textual.content import Content

from copilot.analysis.surveys.wording import ALPHA
from copilot.domain.figures import figure, percent
from copilot.domain.survey import SurveySummary
from copilot.domain.survey_closed import (
    ChoiceResult,
    Closed,
    DateResult,
    Driver,
    LikertResult,
    NpsResult,
    NumberResult,
    Share,
    SurveyTest,
)
from copilot.stores.survey_page import HIDDEN, signed
from copilot.tui.marked_text import Line
from copilot.tui.survey_items import (
    WIDEST_BAR,
    Bar,
    Item,
    bar_row,
    below_row,
    bullet,
    figures,
    gap,
    noted,
    notice,
    one_row,
    plain,
    quiet,
    section,
    title,
)

SHOWN = 60
"""Answers of a question that are shown; the rest is in the exports."""


def closed_items(summary: SurveySummary) -> Iterator[Item]:
    """Yield each closed question, and what goes along with an outcome."""
    if not summary.closed:
        yield notice("No closed question", "No column of this survey has answers to choose from.")
    # Dates say when people answered, which is not what a page of answers is opened for.
    for closed in sorted(summary.closed, key=lambda one: one.type == "date"):
        yield Item(closed.column, "", partial(_row, closed), partial(_detail, closed, summary.rows))
    if summary.drivers:
        yield _drivers(summary.drivers)


def _row(closed: Closed, width: int) -> Content:
    head = one_row(closed.column, closed.type, width, "bold")
    return Content("\n").join([head, below_row(gist(closed.result), width)])


def _detail(closed: Closed, rows: int, width: int) -> list[Line]:
    missing = f", {closed.missing:,} of {rows:,} without an answer" if closed.missing else ""
    return [
        title(closed.column),
        quiet(f"{closed.type} · n = {closed.n:,}{missing}"),
        gap(),
        *result_lines(closed.result, width),
        *section("Groups", (line for test in closed.tests for line in _test(test))),
        *section("Notes", map(noted, closed.notes)),
    ]


@singledispatch
def gist(result: object) -> str:
    """Return a result in a few words."""
    raise TypeError(type(result).__name__)


@gist.register
def _(result: NpsResult) -> str:
    return _score(result)


@gist.register
def _(result: ChoiceResult) -> str:
    shown = [one for one in result.options if one.share is not None]
    if not shown:
        return HIDDEN
    top = max(shown, key=lambda one: one.share or 0.0)
    return f"{top.value} {percent(top.share or 0.0)}"


@gist.register
def _(result: LikertResult) -> str:
    return f"median {result.median} · top two {_said(result.top2)}"


@gist.register
def _(result: NumberResult) -> str:
    low, high = map(figure, result.quartiles)
    return f"median {figure(result.median)}, middle half {low} to {high}"


@gist.register
def _(result: DateResult) -> str:
    return f"{result.first} to {result.last}"


@singledispatch
def result_lines(result: object, width: int) -> list[Line]:
    """Return a result in full, its bars as wide as there is room for."""
    raise TypeError(type(result).__name__)


@result_lines.register
def _(result: NpsResult, width: int) -> list[Line]:
    parts = (result.promoters, result.passives, result.detractors)
    lines = [title(_score(result)), gap(), *_bars(parts, width)]
    if result.out_of_scale:
        lines.append(noted(f"{result.out_of_scale:,} answers are not from 0 to 10."))
    return lines


@result_lines.register
def _(result: ChoiceResult, width: int) -> list[Line]:
    return [quiet(f"Shares are of {result.base:,}."), *_bars(result.options, width)]


@result_lines.register
def _(result: LikertResult, width: int) -> list[Line]:
    return [
        title(f"Median: {result.median}"),
        plain(f"Top two {_said(result.top2)}; bottom two {_said(result.bottom2)}."),
        gap(),
        *_bars(result.options, width),
        *section("Not on the scale", _bars(result.apart, width)),
    ]


@result_lines.register
def _(result: NumberResult, width: int) -> list[Line]:
    ends = ""
    if result.ci:
        ends = f" ({figure(result.ci[0])} to {figure(result.ci[1])})"
    low, high = map(figure, result.quartiles)
    return [
        title(f"Median {figure(result.median)}"),
        plain(f"Middle half {low} to {high}; all {figure(result.least)} to {figure(result.most)}."),
        plain(f"Mean {figure(result.mean)}{ends}."),
    ]


@result_lines.register
def _(result: DateResult, width: int) -> list[Line]:
    return [title(f"{result.first} to {result.last}")]


def _score(result: NpsResult) -> str:
    low, high = map(signed, result.ci)
    return f"NPS {signed(result.nps)} ({low} to {high})"


def _bars(shares: Sequence[Share], width: int) -> Iterator[Line]:
    most = max((one.ci[1] if one.ci else one.share or 0.0 for one in shares), default=1.0)
    digits = max((len(f"{one.count or 0:,}") for one in shares), default=1)
    for one in shares[:SHOWN]:
        count = f"{one.count or 0:,}".rjust(digits)  # one scale for all bars
        yield Line(one_row(one.value, _said(one), width))
        if one.share is not None:
            bar = Bar(one.share, one.ci, most)
            yield Line(bar_row(bar, count, min(width, WIDEST_BAR)))
        if one.note:
            yield quiet(one.note)
    if len(shares) > SHOWN:
        yield quiet(f"{len(shares) - SHOWN:,} more answers are in the export.")


def _said(share: Share) -> str:
    return HIDDEN if share.share is None else figures(share.share, share.ci, share.count or 0)


def _test(test: SurveyTest) -> Iterator[Line]:
    p = test.p if test.p_adjusted is None else test.p_adjusted
    differs = p < ALPHA
    verdict = "they differ" if differs else "no clear difference"
    yield bullet(f"By {test.segment}: {verdict}. {test.note}".strip())
    for cell in test.cells if differs else ():
        more = "more" if cell.residual > 0 else "less"
        yield bullet(
            f"{cell.group}: {percent(cell.share)} “{cell.value}”, {more} than the"
            f" {percent(cell.of_all)} of all."
        )
    effect = "" if test.effect is None else f", {test.effect_name} {figure(test.effect)}"
    corrected = "" if test.p_adjusted is None else " after correction"
    yield quiet(f"{test.method}, n = {test.n:,}, p = {p:.2g}{corrected}{effect}")


def _drivers(drivers: Iterable[Driver]) -> Item:
    told = [
        title("What goes along with the outcome"),
        *(bullet(one.message) for one in drivers),
        quiet("Rank correlation; association, not cause."),
    ]
    return Item(
        "",
        "drivers",
        lambda width: one_row("What goes along with the outcome", "", width, "bold"),
        lambda _: told,
    )
