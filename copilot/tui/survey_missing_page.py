"""The page of what a survey does not say: who is missing, what was left out, how it was made."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial

from textual.content import Content

from copilot.domain.artifact import Artifact
from copilot.domain.counting import counted
from copilot.domain.lettering import lettered
from copilot.domain.survey import SurveySummary, survey_of
from copilot.domain.survey_parts import Exclusion, Pii
from copilot.domain.survey_weighted import Weighted
from copilot.domain.survey_weighted_text import TITLE, basis, estimate_told, name_of
from copilot.domain.survey_words import REASONS
from copilot.stores.survey_page import accounted
from copilot.tui.marked_text import Line
from copilot.tui.survey_items import (
    Bar,
    Item,
    bar_content,
    below_row,
    bullet,
    gap,
    labelled,
    noted,
    one_row,
    plain,
    quiet,
    title,
)
from copilot.tui.wording import tokens

_ROWS = 20
"""Row numbers that are named."""


def missing_items(artifact: Artifact) -> Iterator[Item]:
    """Yield who is missing, what was left out, every row, personal data, and the workings."""
    summary = survey_of(artifact)
    voices = summary.missing_voices
    left_out = sum(one.count for one in summary.excluded)
    told = [bullet(one.message) for one in voices] or [plain("Nothing speaks for it.")]
    yield _item("Who is missing", f"{len(voices):,}", told)
    if summary.weighted:
        figures = f"{len(summary.weighted.figures):,}"
        yield _item(TITLE, figures, list(_weighted(summary.weighted)))
    yield _item("Left out", f"{left_out:,}", list(_left_out(summary.excluded)))
    name, rows = "Every row accounted for", f"{summary.accounting.rows:,}"
    yield Item("", name, _row(name, rows, _whole(summary)), partial(_accounting, summary, name))
    yield _item("Personal data", f"{summary.pii.masked:,}", list(_privacy(summary.pii)))
    if artifact.warnings:
        notes = [noted(one) for one in artifact.warnings]
        yield _item("Warnings", f"{len(notes):,}", notes)
    if summary.questions:
        asked = [plain(one) for one in lettered(summary.questions)]
        yield _item("Only you can say", f"{len(asked):,}", asked)
    yield _item("How it was made", "", list(_workings(artifact, summary)))


def _item(name: str, amount: str, lines: Sequence[Line]) -> Item:
    return Item("", name, _row(name, amount, lines[0].text.plain), lambda _: [title(name), *lines])


def _row(name: str, amount: str, gist: str) -> Callable[[int], Content]:
    return lambda width: Content("\n").join(
        [one_row(name, amount, width, "bold"), below_row(gist, width)]
    )


def _weighted(found: Weighted) -> Iterator[Line]:
    yield plain(basis(found))
    yield from map(noted, found.notes)
    for one in found.figures:
        given, weighed = (estimate_told(figure, one.kind) for figure in (one.plain, one.weighted))
        yield gap()
        yield plain(name_of(one), "bold")
        yield labelled("as answered", ", ".join(given), "$quiet")
        yield labelled("weighted   ", f"{', '.join(weighed)}; like {one.effective_n:,.0f} answers")


def _left_out(excluded: Iterable[Exclusion]) -> Iterator[Line]:
    found = [one for one in excluded if one.count]
    if not found:
        yield plain("No answer was left out.")
    for one in found:
        yield bullet(f"{one.count:,}: {REASONS[one.reason]}.")
        if one.rows:
            more = " …" if one.count > len(one.rows[:_ROWS]) else ""
            yield quiet(f"  rows {', '.join(f'{row:,}' for row in one.rows[:_ROWS])}{more}")


def _accounting(summary: SurveySummary, name: str, width: int) -> list[Line]:
    lines = [title(name)]
    whole = summary.accounting.rows
    for part, count in accounted(summary.accounting) if whole else ():
        drawn = bar_content(Bar(count / whole, None), min(30, max(6, width - 24)))
        head = Content(part.ljust(13))
        lines.append(Line(Content.assemble(head, drawn, Content(f" {count:,}").stylize("$quiet"))))
    return [*lines, plain(_whole(summary))]


def _whole(summary: SurveySummary) -> str:
    whole = summary.accounting.rows
    if not whole:
        return "No open question was read, so no row had to be accounted for."
    return f"Together {whole:,} of {counted(summary.rows, 'row')}."


def _privacy(pii: Pii) -> Iterator[Line]:
    if not pii.masked:
        yield plain("Nothing was masked.")
    else:
        yield plain(f"{pii.masked:,} values were masked before anything was shown or sent.")
    for kind, count in sorted(pii.kinds.items()):
        yield bullet(f"{count:,} {kind}")
    if pii.note:
        yield noted(pii.note)


def _workings(artifact: Artifact, summary: SurveySummary) -> Iterator[Line]:
    made = artifact.provenance
    yield plain(f"Made {made.created:%d %B %Y, %H:%M}.".replace("Made 0", "Made "))
    who = f"a model ({made.model or 'unnamed'})" if made.mode == "model" else "code alone"
    yield plain(f"Read by {who}; every figure is computed by code.")
    if made.prompt:
        yield plain(f"Prompt {made.prompt}.")
    if spent := tokens(made.usage):
        yield plain(spent)
    yield plain(f"Seed {summary.seed}: the same seed gives the same figures.")
    if summary.sample:
        yield plain(f"{summary.sample:,} answers in the measured sample.")
    yield plain(f"{counted(summary.tests_run, 'test')} run, corrected together.")
    yield quiet(f"File {summary.file}, SHA-256 {summary.sha256 or 'unknown'}")
    yield quiet(f"Kept as {artifact.id}")
