"""The pages of a survey, by name, and the keys that work on each."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Literal, get_args

from copilot.domain.artifact import Artifact
from copilot.domain.survey import survey_of
from copilot.tui.survey_book_page import book_items
from copilot.tui.survey_check_page import check_items
from copilot.tui.survey_closed_page import closed_items
from copilot.tui.survey_column_page import column_items
from copilot.tui.survey_items import Item
from copilot.tui.survey_missing_page import missing_items
from copilot.tui.survey_theme_page import theme_items
from copilot.tui.survey_work import SurveyWork

PageName = Literal["themes", "closed", "missing", "columns", "book", "check"]
PAGES: tuple[PageName, ...] = get_args(PageName)
"""In the order of their keys, 1 to 6."""
NAMES: Mapping[PageName, tuple[str, str, str]] = {
    "themes": ("Open answers", "Open", "Open"),
    "closed": ("Closed questions", "Closed", "Clos"),
    "missing": ("Who is missing", "Missing", "Miss"),
    "columns": ("Columns", "Columns", "Col"),
    "book": ("Code book", "Code book", "Bk"),
    "check": ("Check", "Check", "Chk"),
}
"""Names for wide, medium and narrow screens."""
_ALWAYS = ("1-6  page   ↑↓  choose   enter  read on   x  export   f1  keys   esc  back",)
_OF_PAGE: Mapping[PageName, tuple[str, str]] = {
    "themes": ("", ""),
    "closed": ("", ""),
    "missing": ("", ""),
    "columns": ("t  type   u  undo   w  write the schema", "t type  w write"),
    "book": ("e  edit   m  merge   d  drop   u  undo   w  sign off", "e m d edit  u  w sign off"),
    "check": ("y  yes   n  no   s  skip   w  keep the check", "y n s answer  w keep"),
}
_WRITES: Mapping[PageName, Callable[[Artifact, SurveyWork], Iterator[Item]]] = {
    "themes": lambda artifact, _: theme_items(survey_of(artifact)),
    "closed": lambda artifact, _: closed_items(survey_of(artifact)),
    "missing": lambda artifact, _: missing_items(artifact),
    "columns": lambda artifact, work: column_items(survey_of(artifact), work),
    "book": lambda artifact, work: book_items(survey_of(artifact), work),
    "check": lambda artifact, work: check_items(survey_of(artifact), work),
}


def items_of(page: PageName, artifact: Artifact, work: SurveyWork) -> list[Item]:
    """Return the rows of a page; at least one."""
    return list(_WRITES[page](artifact, work))


def page_names(artifact: Artifact, work: SurveyWork, room: int) -> list[str]:
    """Return the names of the pages; a star where something waits to be written.

    Args:
        artifact: The survey summary.
        work: What a person has done to it.
        room: 0 for wide screens, 1 for medium, 2 for narrow ones.
    """
    questions = survey_of(artifact).open
    waits = {
        "columns": work.has_unwritten_types,
        "book": any(work.is_edited(one) for one in questions),
        "check": any(work.has_unkept_check(one) for one in questions),
    }
    return [f"{NAMES[page][room]}{'*' if waits.get(page) else ''}" for page in PAGES]


def key_lines(page: PageName) -> Sequence[str]:
    """Return the keys of a page in a line, the longest first."""
    long, short = _OF_PAGE[page]
    lines = (
        f"{long}   {_ALWAYS[0]}",
        f"{short}  1-6 page  enter read  x export  f1  esc back",
        f"{short}  1-6  x  f1  esc",
        "1-6 enter x f1 esc",
    )
    return [line.strip() for line in lines]
