"""Read from what was told the facts that a record's header holds, and only where they are plain."""

import calendar
import re
from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple, TypeVar

from copilot.domain.decision import Door, Status

T = TypeVar("T")
NEAR = 80
"""Characters before a day in which it is said to be that of the decision."""
_MONTHS = tuple(calendar.month_name)[1:]
_MONTH = "|".join(f"{name}|{name[:3]}" for name in _MONTHS)
_DAY = re.compile(
    r"(?<![\d-])(?:(?P<iso>\d{4}-\d{2}-\d{2})"
    rf"|(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<month>{_MONTH})\.?,? (?P<year>\d{{4}})"
    rf"|(?P<month2>{_MONTH})\.? (?P<day2>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<year2>\d{{4}}))(?![\d-])",
    re.IGNORECASE,
)
_AGAIN = re.compile(
    r"\b(?:review(?:ed)?(?: it| this| that)?(?: again)?|revisit\w*|look(?:ed)? at (?:it|this|that)"
    r"|look again|re-?assess\w*|re-?evaluat\w*|decide again|come back to (?:it|this)|checkpoint)\b",
    re.IGNORECASE,
)
_DECIDED_ON = re.compile(
    r"(?:decided|agreed|chose|voted|approved|signed off)\W+(?:\w+\W+){0,4}?\Z", re.IGNORECASE
)
_SAYS = re.compile(r"\W*(?:we|i|the|they|[A-Z]\w+ (?:and|decided|agreed|chose|approved))\b")
_PERCENT = r"(?P<percent>\d{1,3}) ?(?:%|per ?cent\b|pct\b)"
_ABOUT_AS_MUCH = r"(?:about |around |roughly |maybe |some |only |at ){0,2}"
_SURE = (
    re.compile(
        rf"\b(?:we|i)(?:'m|’m|'re|’re| am| are)? {_ABOUT_AS_MUCH}{_PERCENT}"
        r" (?:sure|confident|certain)",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?:\A|[;,(] ?){_ABOUT_AS_MUCH}{_PERCENT} (?:sure|confident|certain)", re.IGNORECASE
    ),
    re.compile(
        rf"(?:\A|[;,(] ?|\bour |\bmy )confidence(?: level)?(?: is| of|:)?"
        rf" {_ABOUT_AS_MUCH}{_PERCENT}",
        re.IGNORECASE,
    ),
)
_UNDONE = (
    r"(?:undo|undone|reversed?|revert(?:ed)?|roll(?:ed)? (?:it |this )?back"
    r"|tak(?:e|en) (?:it )?back|go(?:ne)? back|switch(?:ed)? back|turn(?:ed)? back)"
)
_ABOUT = r"(?:\A(?:and |but )?|\b(?:it|this|that|we|which|decision)(?:'s|’s| is| was| will)? ?)"
_ONE_WAY = re.compile(
    rf"\bone-way\b|{_ABOUT}(?:irreversible|not reversible|no way back)"
    rf"|{_ABOUT}(?:hard|difficult|impossible|expensive|costly|can(?:no|')t(?: easily)?(?: be)?) "
    rf"(?:to )?{_UNDONE}",
    re.IGNORECASE,
)
_TWO_WAY = re.compile(
    rf"\btwo-way\b|{_ABOUT}(?:fully |easily )?reversible"
    rf"|{_ABOUT}(?:easy|cheap|simple) to {_UNDONE}"
    rf"|{_ABOUT}can (?:always |still |easily )?(?:be )?(?:easily )?{_UNDONE}",
    re.IGNORECASE,
)
_PROPOSED = re.compile(
    r"\A(?:proposal|proposed)\b|\b(?:we|i) (?:propose|suggest|would like to propose)\b",
    re.IGNORECASE,
)


class Stated(NamedTuple):
    """What the header of a record can say; None where the text does not say it plainly."""

    status: Status
    day: date | None
    confidence: int | None
    reversibility: Door | None
    review_by: date | None
    clauses: tuple[str, ...]
    """The clauses that say nothing but this."""


def read_stated(said: Sequence[str], today: date) -> Stated:
    """Return what the clauses of a text state; a day needs day, month and year.

    Args:
        said: The clauses.
        today: A decision cannot be of a later day.
    """
    sure = [(part, number) for part in said if (number := _confidence(part)) is not None]
    doors = [(part, door) for part in said if (door := _door(part))]
    again = [(part, day) for part in said if (day := _review_day(part))]
    days = [day for part in said if (day := _decided_day(part)) and day <= today]
    return Stated(
        status="proposed" if any(map(_PROPOSED.search, said)) else "accepted",
        day=next(iter(days), None),
        confidence=_one(number for _, number in sure),
        reversibility=_one(door for _, door in doors),
        review_by=next((day for _, day in again), None),
        clauses=tuple(part for part, _ in (*sure, *doors, *again)),
    )


def days_in(text: str) -> list[date]:
    """Return the full days a text names."""
    return [day for found in _DAY.finditer(text) if (day := _day_of(found))]


def speaks_of_review(text: str) -> bool:
    """Return whether a text says that it will be looked at again, on whatever day."""
    return _AGAIN.search(text) is not None


def _confidence(part: str) -> int | None:
    found = next((found for pattern in _SURE if (found := pattern.search(part))), None)
    return int(found["percent"]) if found and int(found["percent"]) <= 100 else None


def _door(part: str) -> Door | None:
    if _ONE_WAY.search(part):
        return "one-way"
    return "two-way" if _TWO_WAY.search(part) else None


def _review_day(part: str) -> date | None:
    cue = _AGAIN.search(part)
    if cue is None:
        return None
    behind = days_in(part[cue.end() :])
    return next(iter(behind or days_in(part)), None)


def _decided_day(part: str) -> date | None:
    for found in _DAY.finditer(part):
        before, behind = part[max(0, found.start() - NEAR) : found.start()], part[found.end() :]
        opens = (
            found.start() <= len("on ")
            and before.strip().lower() in ("", "on")
            and _SAYS.match(behind)
        )
        if opens or _DECIDED_ON.search(before):
            return _day_of(found)
    return None


def _day_of(found: re.Match[str]) -> date | None:
    month = found["month"] or found["month2"]
    try:
        if not month:
            return date.fromisoformat(found["iso"])
        number = 1 + [name[:3] for name in _MONTHS].index(month[:3].capitalize())
        year, day = found["year"] or found["year2"], found["day"] or found["day2"]
        return date(int(year), number, int(day))
    except ValueError:
        return None


def _one(values: Iterable[T]) -> T | None:
    """Return the value where all agree; None where there is none, or a choice."""
    different = set(values)
    return different.pop() if len(different) == 1 else None
