"""Results of closed questions as Markdown tables."""

from collections.abc import Iterable
from functools import singledispatch

from copilot.domain.figures import figure, interval_percent, percent
from copilot.domain.markdown import ROWS, cut, inert, padded_table, rest_told
from copilot.domain.survey_closed import (
    ChoiceResult,
    DateResult,
    LikertResult,
    NpsResult,
    NumberResult,
    Share,
)
from copilot.domain.survey_words import points, points_within

HIDDEN = "too few to show"


@singledispatch
def result_lines(result: object) -> str:
    """Return a result as Markdown."""
    raise TypeError(type(result).__name__)


@result_lines.register
def _(result: NpsResult) -> str:
    parts = (result.promoters, result.passives, result.detractors)
    return f"**NPS {points(result.nps)}** ({points_within(result.ci)})\n\n{_shares(parts)}"


@result_lines.register
def _(result: ChoiceResult) -> str:
    return _shares(result.options)


@result_lines.register
def _(result: LikertResult) -> str:
    ends = "\n".join(
        f"- {name}: {_said(share)}"
        for name, share in (("Top two", result.top2), ("Bottom two", result.bottom2))
    )
    apart = f"\n\nNot on the scale:\n\n{_shares(result.apart)}" if result.apart else ""
    return f"Median: **{inert(result.median)}**\n\n{ends}\n\n{_shares(result.options)}{apart}"


@result_lines.register
def _(result: NumberResult) -> str:
    mean = figure(result.mean)
    if result.ci:
        mean += f" ({figure(result.ci[0])} to {figure(result.ci[1])})"
    low, high = map(figure, result.quartiles)
    return (
        f"Median {figure(result.median)}, middle half {low} to {high}, mean {mean},"
        f" least {figure(result.least)}, most {figure(result.most)}."
    )


@result_lines.register
def _(result: DateResult) -> str:
    return f"{days_told(result)}."


def days_told(result: DateResult) -> str:
    """Return when answers came in: `2026-10-01 to 2026-10-04`, or the one day."""
    is_one = result.first == result.last
    return result.first if is_one else f"{result.first} to {result.last}"


def _shares(shares: Iterable[Share]) -> str:
    found = [*shares]
    rows = [
        (
            cut(inert(one.value), 40),
            HIDDEN if one.count is None else f"{one.count:,}",
            "–" if one.share is None else percent(one.share),
            "–" if one.ci is None else interval_percent(one.ci),
        )
        for one in found[:ROWS]
    ]
    table = padded_table(("Answer", "n", "Share", "95 % interval"), rows) if rows else ""
    return table + rest_told(len(found) - ROWS)


def _said(share: Share) -> str:
    if share.share is None or share.ci is None:
        return HIDDEN
    return f"{percent(share.share)} ({interval_percent(share.ci)})"
