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
    "book": ("Code book", "Book", "Bk"),
    "check": ("Check", "Check", "Chk"),
}
"""Names for wide, medium and narrow screens."""
WIDE, MEDIUM = 110, 56
"""Columns from which the first and the second names fit."""
_ALWAYS = "1-6  page   r  summarize again   x  export   f1  keys   esc  back"
_READ = ("enter  read on", "enter read", "enter")
_OF_PAGE: Mapping[PageName, tuple[str, str, str]] = {
    "themes": _READ,
    "closed": _READ,
    "missing": _READ,
    "columns": ("t  type   u  undo   w  write the schema", "t type  u undo  w write", "t u w"),
    "book": (
        "e  edit   m  merge   d  drop   u  undo   w  sign off",
        "e edit  m merge  d drop  u undo  w sign off",
        "e m d u w",
    ),
    "check": (
        "y  yes   n  no   s  skip   w  keep the check",
        "y yes  n no  s skip  w keep",
        "y n s",
    ),
}
"""Keys of a page in many words, in few, and in none."""
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


def page_names(artifact: Artifact, work: SurveyWork, width: int) -> list[str]:
    """Return the names of the pages; a star where something waits to be written.

    Args:
        artifact: The survey summary.
        work: What a person has done to it.
        width: Columns of the screen.
    """
    room = 0 if width >= WIDE else 1 if width >= MEDIUM else 2
    questions = survey_of(artifact).open
    waits = {
        "columns": work.has_unwritten_types,
        "book": any(work.is_edited(one) for one in questions),
        "check": any(work.has_unkept_check(one) for one in questions),
    }
    return [f"{NAMES[page][room]}{'*' if waits.get(page) else ''}" for page in PAGES]


def key_lines(page: PageName) -> Sequence[str]:
    """Return the keys of a page in a line, the longest first."""
    long, short, least = _OF_PAGE[page]
    return [
        f"{long}   {_ALWAYS}",
        f"{short}  1-6 page  r again  x export  f1 keys  esc back",
        f"{short}  r again  f1 keys  esc",
        f"{short}  f1 keys  esc",
        f"{least}  r again  f1 keys  esc",
    ]
