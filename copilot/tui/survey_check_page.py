"""The page on which a person looks at labels: an answer, its marked words, and the theme."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import NamedTuple

from textual.content import Content

from copilot.analysis.surveys.spans import found_span
from copilot.domain.counting import counted
from copilot.domain.figures import percent
from copilot.domain.survey import SurveySummary
from copilot.domain.survey_themes import CodebookTheme, LabelSample, OpenQuestion, Quote
from copilot.tui.marked_text import Line, Mark
from copilot.tui.survey_items import (
    Item,
    gap,
    heading_row,
    labelled,
    noted,
    notice,
    one_row,
    plain,
    quiet,
    quoted,
    title,
)
from copilot.tui.survey_work import SurveyWork

_SIGNS = {True: "✓", False: "✕", None: "–"}
_WORDS = {True: "you agree", False: "you do not agree", None: "skipped"}


class _Shown(NamedTuple):
    """A drawn label, and what a person says of it."""

    sample: LabelSample
    theme: CodebookTheme
    is_said: bool
    upheld: bool | None


def check_items(summary: SurveySummary, work: SurveyWork) -> Iterator[Item]:
    """Yield the drawn labels of every question that has some."""
    drawn = [one for one in summary.open if one.checkable]
    if not drawn:
        yield notice(
            "No labels to check",
            "Nobody has read these answers, or the summary is older than this check.",
            "Choose a model with /model in the conversation, then summarize the survey again: r.",
        )
    for question in drawn:
        yield _heading(question, work)
        said = work.verdicts(question)
        themes = {one.key: one for one in question.themes}
        for place, sample in enumerate(question.checkable):
            theme = themes.get(sample.theme)
            name = theme.name if theme else sample.theme
            coded = CodebookTheme(
                key=sample.theme,
                name=name,
                definition=theme.definition if theme else "",
                include=theme.include if theme else "",
                exclude=theme.exclude if theme else "",
            )
            shown = _Shown(sample, coded, place in said, said.get(place))
            yield Item(question.column, str(place), partial(_row, shown), partial(_detail, shown))


def first_open(summary: SurveySummary, work: SurveyWork) -> tuple[str, str] | None:
    """Return the row of the first label that nothing is said of; None where there is none."""
    for question in summary.open:
        said = work.verdicts(question)
        for place in range(len(question.checkable)):
            if place not in said:
                return question.column, str(place)
    return None


def check_result(question: OpenQuestion, work: SurveyWork) -> str:
    """Return how far a check has come, and what it has found so far."""
    given = work.given(question)
    left = len(question.checkable) - len(work.verdicts(question))
    if not given:
        return f"{counted(left, 'label')} to look at."
    agreed = sum(given.values())
    told = f"{agreed} of {len(given)} agreed ({percent(agreed / len(given))})"
    if left:
        return f"{told}; {left} to go."
    return f"{told}. w keeps it, and widens the intervals."


def _heading(question: OpenQuestion, work: SurveyWork) -> Item:
    name = question.column
    lines: Sequence[Line] = [
        title(name),
        plain(check_result(question, work)),
        gap(),
        plain("Does each answer speak of its theme? y yes, n no, s skip; w keeps the check."),
        quiet(
            f"{counted(len(question.checkable), 'label')} drawn at random from all that were"
            " given. What was missed is not looked at."
        ),
        *([noted("Not kept yet: w keeps it.")] if work.has_unkept_check(question) else []),
    ]
    return Item(name, "", partial(heading_row, name), lambda _: lines)


def _row(shown: _Shown, width: int) -> Content:
    sign = _SIGNS[shown.upheld] if shown.is_said else " "
    tone = {"✓": "$primary", "✕": "$error"}.get(sign, "$quiet")
    name = f"row {shown.sample.row:,}"
    rest = one_row(shown.theme.name, name, max(8, width - 2))
    return Content.assemble((f"{sign} ", tone), rest)


def _detail(shown: _Shown, width: int) -> list[Line]:
    sample, theme = shown.sample, shown.theme
    lines = [title(theme.name), plain(theme.definition or "The theme has no definition.")]
    lines += [labelled("include", theme.include)] if theme.include else []
    lines += [labelled("exclude", theme.exclude, "$warning")] if theme.exclude else []
    answer = Quote(row=sample.row, text=sample.text)
    lines += [gap(), quoted(answer, _marks(sample)), gap()]
    if shown.is_said:
        lines.append(plain(f"{_SIGNS[shown.upheld]} {_WORDS[shown.upheld]}", "$primary"))
    return [*lines, plain("Does it speak of the theme? y: yes, n: no, s: skip.")]


def _marks(sample: LabelSample) -> list[Mark]:
    words = found_span(sample.words, sample.text)
    start = sample.text.find(words) if words else -1
    return [Mark(start, start + len(words), "$primary")] if start >= 0 else []
