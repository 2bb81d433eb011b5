"""The page of columns: what each is taken for, how sure that is, and what a person says."""

from collections.abc import Iterator
from functools import partial

from textual.content import Content

from copilot.domain.figures import percent
from copilot.domain.survey import SurveySummary
from copilot.domain.survey_parts import Column
from copilot.domain.survey_text import SURE
from copilot.tui.marked_text import Line
from copilot.tui.survey_items import (
    Item,
    bullet,
    gap,
    labelled,
    noted,
    notice,
    one_row,
    plain,
    quiet,
    section,
    title,
)
from copilot.tui.survey_work import SurveyWork

SHOWN = 40
"""Options of a column that are shown."""


def column_items(summary: SurveySummary, work: SurveyWork) -> Iterator[Item]:
    """Yield each column, with the type that a person has given it."""
    if not summary.columns:
        yield notice("No columns", "The summary does not say which columns the file has.")
    for before, now in zip(summary.columns, work.columns(summary.columns), strict=True):
        yield Item("", now.name, partial(_row, before, now), partial(_detail, before, now))


def _row(before: Column, now: Column, width: int) -> Content:
    if before.type != now.type:
        return one_row(now.name, f"{before.type} → {now.type}", width, "$primary")
    is_doubtful = now.confidence < SURE and now.type != "ignore"
    sure = percent(now.confidence)
    return one_row(now.name, f"{now.type} {sure}", width, "$warning" if is_doubtful else "")


def _detail(before: Column, now: Column, width: int) -> list[Line]:
    lines = [title(now.name)]
    if before.type != now.type:
        lines.append(labelled("you say", now.type))
    lines.append(labelled("read as", before.type))
    lines.append(plain(f"Confidence {percent(before.confidence)}: {before.why or 'no clear sign'}"))
    if before.confidence < SURE and before.type != "ignore":
        lines.append(noted("Look at it: t changes the type."))
    if now.question:
        lines += [gap(), labelled("part of", now.question)]
    lines += [labelled("option", now.option)] if now.option else []
    lines += [labelled("picks stand between", repr(now.separator))] if now.separator else []
    lines += [noted("Agreeing with it is bad.")] if now.is_reversed else []
    lines += section("Answers on offer", map(bullet, now.options[:SHOWN]))
    if len(now.options) > SHOWN:
        lines.append(quiet(f"and {len(now.options) - SHOWN:,} more"))
    return [*lines, *section("On no scale", map(bullet, now.apart[:SHOWN]))]
