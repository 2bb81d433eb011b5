"""What a page of a survey is made of: rows to choose from, and what each has to say."""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from textual.content import Content

from copilot.analysis.untrusted import one_line
from copilot.domain.bars import DRAWN, share_bar
from copilot.domain.figures import interval_percent, share_percent
from copilot.domain.survey_parts import Interval
from copilot.domain.survey_themes import Quote
from copilot.tui.marked_text import Line, Mark, marked

WHOLE = 2_000
"""Letters of one text that are shown."""
LONGEST_LINE = 96
"""Columns of a text, however wide the screen."""
NARROWEST = 16
WIDEST_BAR = 60


class Item(NamedTuple):
    """A row of a page."""

    question: str
    """Column of the question that it is about; empty for none."""
    name: str
    """What it stands for: key of a theme, name of a column; empty for a heading."""
    row: Callable[[int], Content]
    """Draws it in so many columns."""
    detail: Callable[[int], Sequence[Line]]
    """Says all there is to say of it, in so many columns."""

    @property
    def mark(self) -> tuple[str, str]:
        """What tells it from others when a page is drawn anew."""
        return self.question, self.name


class Bar(NamedTuple):
    """A share to be drawn."""

    share: float
    ci: Interval | None
    most: float = 1.0
    """Share that the full width stands for."""


def plain(text: str, tone: str = "") -> Line:
    """Return a text on one line."""
    content = marked(text[:WHOLE])
    return Line(content.stylize(tone) if tone else content)


def title(text: str) -> Line:
    """Return a line that names what follows."""
    return plain(text, "bold")


def quiet(text: str) -> Line:
    """Return a line that can be skipped."""
    return plain(text, "$quiet")


def labelled(label: str, text: str, tone: str = "$primary") -> Line:
    """Return a text behind a word that says what it is."""
    return Line(marked(text[:WHOLE]), Content(f"{label}  ").stylize(tone))


def noted(text: str) -> Line:
    """Return something to know."""
    return Line(marked(text[:WHOLE]), Content("! ").stylize("$warning"))


def bullet(text: str) -> Line:
    """Return one thing of several."""
    return Line(marked(text[:WHOLE]), Content("· ").stylize("$quiet"))


def gap() -> Line:
    """Return an empty line."""
    return Line(Content(""))


def section(heading: str, lines: Iterable[Line]) -> list[Line]:
    """Return lines below a heading and an empty line; nothing where there are none."""
    found = [*lines]
    return [gap(), title(heading), *found] if found else []


def quoted(quote: Quote, marks: Sequence[Mark] = ()) -> Line:
    """Return a verbatim text with its row."""
    said = Content.assemble(
        "“", marked(quote.text[:WHOLE], marks), "”",
        Content(f"  row {quote.row:,}").stylize("$quiet"),
    )  # fmt: skip
    return Line(said, Content("│ ").stylize("$primary"))


def figures(share: float, ci: Interval | None, n: int = 0) -> str:
    """Return a share with its interval: `38 %, 35 to 42 %`."""
    if ci is None:
        return share_percent(share)
    told = share_percent(share, n, width=ci[1] - ci[0])
    return f"{told}, {interval_percent(ci, n)}"


def bar_content(bar: Bar, width: int) -> Content:
    """Return a bar of exactly so many cells, the line of its error in a quieter tone."""
    drawn = share_bar(bar.share, bar.ci, max(1, width), most=bar.most or 1.0)
    body = drawn.rstrip(f"{DRAWN.empty}{DRAWN.error}{DRAWN.end}")
    return Content.assemble((body, "$primary"), (drawn[len(body) :], "$quiet"))


def one_row(left: str, right: str, width: int, tone: str = "") -> Content:
    """Return a text and, at the right edge, a short one."""
    room = max(4, width - len(right) - 1)
    text = Content(one_line(left, WHOLE)).truncate(room, ellipsis=True, pad=True)
    ending = Content(f" {right}" if right else "").stylize("$quiet")
    return Content.assemble(text.stylize(tone) if tone else text, ending)


def bar_row(bar: Bar, right: str, width: int) -> Content:
    """Return a bar and, at the right edge, a short text."""
    drawn = bar_content(bar, max(NARROWEST // 2, width - len(right) - 1))
    return Content.assemble(drawn, Content(f" {right}" if right else "").stylize("$quiet"))


def below_row(text: str, width: int) -> Content:
    """Return the second line of a row, cut where the row ends."""
    return Content(one_line(text, WHOLE)).truncate(max(4, width), ellipsis=True).stylize("$quiet")


def heading_row(text: str, width: int) -> Content:
    """Return the row above those of one question."""
    return Content(one_line(text, WHOLE)).truncate(width, ellipsis=True).stylize("bold $primary")


def notice(heading: str, *lines: str) -> Item:
    """Return the one row of a page that has nothing to choose from."""
    told = [title(heading), *map(plain, lines)]
    return Item("", "", lambda width: one_row(heading, "", width, "$quiet"), lambda _: told)
