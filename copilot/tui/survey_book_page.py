"""The page of the code book: what each theme is, to be edited before it is signed off."""

from collections.abc import Iterator
from functools import partial

from textual.content import Content

from copilot.domain.counting import counted
from copilot.domain.survey import SurveySummary
from copilot.domain.survey_themes import CodebookTheme, OpenQuestion, Theme
from copilot.tui.marked_text import Line
from copilot.tui.survey_items import (
    Item,
    below_row,
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
from copilot.tui.survey_work import SurveyWork

_HOW = "e edits a theme, m merges it with another, d drops it, u takes that back, w signs off."


def book_items(summary: SurveySummary, work: SurveyWork) -> Iterator[Item]:
    """Yield the themes of every question that has some."""
    read = [one for one in summary.open if one.themes]
    if not read:
        yield notice(
            "No code book",
            "Nobody has read these answers, so there are no themes.",
            "Choose a model with /model in the conversation, then summarize the survey again: r.",
        )
    for question in read:
        yield _heading(question, work)
        measured = {one.key: one for one in question.themes}
        for theme in work.book(question).themes:
            of = measured.get(theme.key)
            yield Item(
                question.column, theme.key, partial(_row, theme, of), partial(_detail, theme, of)
            )


def _heading(question: OpenQuestion, work: SurveyWork) -> Item:
    book = work.book(question)
    lines = [title(question.column), plain(f"{counted(len(book.themes), 'theme')}."), plain(_HOW)]
    if work.is_edited(question):
        told = f"{counted(len(book.before), 'change')} not written yet: w writes the code book."
        lines.append(noted(told))
    gone = [one.name for one in question.themes if book.theme(one.key) is None]
    lines += section("No longer in it", map(quiet, gone))
    mark = " *" if work.is_edited(question) else ""
    return Item(
        question.column, "", partial(heading_row, f"{question.column}{mark}"), lambda _: lines
    )


def _row(theme: CodebookTheme, measured: Theme | None, width: int) -> Content:
    is_changed = measured is not None and _text(theme) != _text(measured)
    head = one_row(theme.name, "changed" if is_changed else "", width, "bold")
    return Content("\n").join([head, below_row(theme.definition or "no definition", width)])


def _detail(theme: CodebookTheme, measured: Theme | None, width: int) -> list[Line]:
    lines = [title(theme.name), plain(theme.definition or "It has no definition: e writes one.")]
    lines += [labelled("include", theme.include)] if theme.include else []
    lines += [labelled("exclude", theme.exclude, "$warning")] if theme.exclude else []
    lines += [labelled("stance", theme.stance)] if theme.stance else []
    lines.append(quiet(f"key {theme.key}"))
    if measured is None:
        return lines
    told = figures(measured.share, measured.ci, measured.labelled)
    lines += [gap(), plain(f"As it was measured: {told}.")]
    return [*lines, *section("In their words", map(quoted, measured.quotes))]


def _text(theme: CodebookTheme | Theme) -> tuple[str, ...]:
    return theme.name, theme.definition, theme.include, theme.exclude
