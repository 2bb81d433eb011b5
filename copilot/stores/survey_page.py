"""A survey summary as one page: every figure with its interval, a caption and a table."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from textwrap import wrap
from typing import Any, NamedTuple

from copilot.analysis.surveys.wording import share_sentence
from copilot.analysis.untrusted import clean
from copilot.domain.artifact import Provenance
from copilot.domain.figures import figure, interval_percent, share_percent
from copilot.domain.survey import SurveySummary
from copilot.domain.survey_closed import Closed, NpsResult, Share
from copilot.domain.survey_closed_text import days_told
from copilot.domain.survey_parts import Accounting, Interval
from copilot.domain.survey_themes import OpenQuestion, SegmentShare, Theme
from copilot.domain.survey_tones import tone_told
from copilot.domain.survey_weighted_text import basis, estimate_told, name_of
from copilot.domain.survey_words import METHODS, REASONS, full_sentence, impact_told, read_told
from copilot.stores.html_page import page_template

HIDDEN = "too few to show"
_LINE = 32
"""Characters of a label on one line beside its figures, on a narrow screen."""
_LABEL, _BAR, _GAP = 18, 14, 16
"""Heights in pixels: a line of a label, a bar, the space below it."""
_SCALES = (0.25, 0.5, 1.0)


class Bar(NamedTuple):
    """A bar of a chart; places are in percent of its width, heights in pixels."""

    lines: tuple[str, ...]
    told: str
    top: int
    share: float | None
    ends: Interval | None
    mark: float | None = None
    """Where a tick stands for comparison."""

    @property
    def bar_top(self) -> int:
        """Where the bar itself begins, below its label."""
        return self.top + _LABEL * len(self.lines) + 3


class Chart(NamedTuple):
    """Bars on one scale, from nothing to `most`."""

    bars: tuple[Bar, ...]
    most: float
    height: int

    @property
    def ticks(self) -> tuple[tuple[float, str], ...]:
        """Places of the scale in percent of the width, with what stands there."""
        count = 4 if self.most == 1 else 5
        steps = (step / count for step in range(1, count + 1))
        return tuple((step * 100, f"{step * self.most * 100:.0f} %") for step in steps)


class _Item(NamedTuple):
    label: str
    share: float | None
    ci: Interval | None
    n: int = 0
    mark: float | None = None


def survey_page(
    summary: SurveySummary,
    provenance: Provenance | None = None,
    *,
    title: str = "",
    warnings: Sequence[str] = (),
) -> str:
    """Return a summary as a page without scripts and without anything from elsewhere.

    Args:
        summary: What the survey says; its quotes are masked already.
        provenance: Model, prompt and time, where they are known.
        title: Of the page; names the file where empty.
        warnings: What a reader has to know first.
    """
    page = page_template(
        Path(__file__).with_name("survey_page.html.j2"),
        {"number": "{:,}".format, "figure": figure},
        percent=_unbroken(share_percent),
        interval=_unbroken(interval_percent),
        signed=signed,
        share_chart=share_chart,
        theme_chart=theme_chart,
        segment_chart=segment_chart,
        sentence=theme_sentence,
        tone=_unbroken(tone_told),
        impact=impact_told,
        full_sentence=full_sentence,
        read=read_told,
        days=days_told,
        stack=stack,
        REASONS=REASONS,
        METHODS=METHODS,
        basis=basis,
        name_of=name_of,
        estimate_told=estimate_told,
        HIDDEN=HIDDEN,
    )
    return page.render(
        title=title or f"Survey summary: {summary.file}",
        summary=summary,
        provenance=provenance,
        warnings=warnings,
        key_figures=key_figures(summary),
        accounted=accounted(summary.accounting),
    )


def key_figures(summary: SurveySummary) -> list[tuple[str, str, str]]:
    """Return the first figures to read: what, how much, and a word on it."""
    told = [("Respondents", f"{summary.respondents:,}", f"{summary.rows:,} rows")]
    told += [_score(one, one.result) for one in summary.closed if isinstance(one.result, NpsResult)]
    told += [
        _top_theme(one) for one in summary.open if one.themes and not one.themes[0].of_labelled
    ]
    if len(summary.open) == 1:  # over several questions cells would be told as people
        left_out = sum(one.count for one in summary.excluded)
        told.append(("Answers left out", f"{left_out:,}", "each with its reason, below"))
    if summary.pii.masked:
        told.append(("Values masked", f"{summary.pii.masked:,}", "personal data"))
    return told[:6]


def share_chart(shares: Iterable[Share], n: int) -> Chart:
    """Return the chart of a closed question's answers, of `n` people."""
    return _chart(_Item(one.value, one.share, one.ci, n) for one in shares)


def theme_chart(themes: Iterable[Theme]) -> Chart:
    """Return the chart of themes, the most common first."""
    ordered = sorted(themes, key=lambda theme: -theme.share)
    return _chart(_Item(one.name, one.share, one.ci, one.labelled) for one in ordered)


def segment_chart(rows: Iterable[SegmentShare], names: dict[str, str]) -> Chart:
    """Return the chart of groups that differ, with a tick where all others stand."""
    return _chart(
        _Item(
            f"{names.get(one.theme, one.theme)}: {one.group} ({one.segment})",
            one.share, one.ci, one.n, one.others,
        )
        for one in rows
    )  # fmt: skip


def theme_sentence(theme: Theme) -> str:
    """Return how common a theme is, in words that its interval allows."""
    return theme.said or share_sentence(theme)


def stack(parts: Sequence[float]) -> list[tuple[float, float]]:
    """Return where parts of a whole start, and how wide they are, in percent."""
    whole = sum(parts) or 1.0
    widths = [part / whole * 100 for part in parts]
    return [(sum(widths[:at]), width) for at, width in enumerate(widths)]


def accounted(accounting: Accounting) -> list[tuple[str, int]]:
    """Return where rows have gone, in the order of the stack."""
    return [
        ("Labelled", accounting.labelled),
        ("Carried over", accounting.propagated),
        ("Left out", accounting.excluded),
        ("Not read", accounting.failed),
    ]


def _score(closed: Closed, result: NpsResult) -> tuple[str, str, str]:
    low, high = result.ci
    return "NPS", signed(result.nps), f"{signed(low)} to {signed(high)}, n = {closed.n:,}"


def _top_theme(question: OpenQuestion) -> tuple[str, str, str]:
    top = max(question.themes, key=lambda theme: theme.share)
    told = interval_percent(top.ci, top.labelled)
    width = top.ci[1] - top.ci[0]
    return f"“{top.name}”", share_percent(top.share, top.labelled, width=width), told


def signed(number: float, places: int = 0) -> str:
    """Return a number with its sign, and a true minus; none for a zero."""
    rounded = round(number, places)
    return f"{rounded:+.{places}f}".replace("-", "−") if rounded else f"{0:.{places}f}"


def _chart(items: Iterable[_Item]) -> Chart:
    found = [*items]
    highest = max((_reach(item) for item in found), default=1.0)
    most = next(scale for scale in _SCALES if highest <= scale or scale == 1)
    bars: list[Bar] = []
    top = 0
    for item in found:
        bars.append(_bar(item, top, most))
        top = bars[-1].bar_top + _BAR + _GAP
    return Chart(tuple(bars), most, top)


def _reach(item: _Item) -> float:
    return max(item.ci[1] if item.ci else 0.0, item.share or 0.0, item.mark or 0.0)


def _bar(item: _Item, top: int, most: float) -> Bar:
    lines = wrap(" ".join(clean(item.label).split()), _LINE, max_lines=3, placeholder=" …")
    ends = (item.ci[0] / most * 100, item.ci[1] / most * 100) if item.ci else None
    share = None if item.share is None else item.share / most * 100
    mark = None if item.mark is None else item.mark / most * 100
    return Bar(tuple(lines or [""]), _told(item), top, share, ends, mark)


def _told(item: _Item) -> str:
    if item.share is None:
        return HIDDEN
    if item.ci is None:
        return share_percent(item.share)
    width = item.ci[1] - item.ci[0]
    told = share_percent(item.share, item.n, width=width)
    return f"{told}, {interval_percent(item.ci, item.n)}"


def _unbroken(told: Callable[..., str]) -> Callable[..., str]:
    """Return the function with its percent signs kept on the line of their numbers."""

    def unbroken(*given: Any, **named: Any) -> str:
        return told(*given, **named).replace(" %", "\N{NO-BREAK SPACE}%")

    return unbroken
