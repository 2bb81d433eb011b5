"""A record from what stands in a form, and the short fields of a form from a record."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from copilot.analysis.decisions.reading import Draft, checked, read_decision
from copilot.analysis.untrusted import clean, one_line
from copilot.domain.decision import Header

LONGEST = 500
"""Characters of one field."""


def values_of(header: Header) -> dict[str, str]:
    """Return what stands in each field for a header."""
    return {
        "decision_makers": ", ".join(header.decision_makers),
        "driver": header.driver or "",
        "reversibility": header.reversibility or "",
        "confidence": "" if header.confidence is None else str(header.confidence),
        "metric": header.metric or "",
        "review_by": header.review_by.isoformat() if header.review_by else "",
        "status": header.status,
    }


def draft_of(before: Header, values: Mapping[str, str], text: str) -> Draft:
    """Return the record as it stands in a form, with what it lacks.

    Args:
        before: The header; what has no field stays as it is there.
        values: What stands in each field.
        text: The Markdown of the record.
    """
    header, wrong = _header_of(before, values)
    front = header.model_dump(by_alias=True, exclude={"id"}, exclude_none=True)
    found = checked(read_decision(front, clean(text), header.date))
    return found._replace(missing=(*wrong, *found.missing))


def _header_of(before: Header, values: Mapping[str, str]) -> tuple[Header, list[str]]:
    """Return the header with what the fields say, and what of it cannot be read."""
    read: dict[str, Any] = {}
    wrong: list[str] = []
    for name, value in values.items():
        try:
            read[name] = _READ.get(name, _words)(one_line(value, LONGEST))
        except ValueError as error:
            wrong.append(str(error))
    return before.model_copy(update=read), wrong


def _words(value: str) -> str | None:
    return value or None


def _names(value: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in value.split(",") if part.strip())


def _percent(value: str) -> int | None:
    if not value:
        return None
    digits = value.removesuffix("%").strip()
    if not (digits.isascii() and digits.isdigit() and len(digits) < 4 and int(digits) <= 100):
        raise ValueError(f"Confidence {value!r} is no whole number from 0 to 100.")
    return int(digits)


def _day(value: str) -> date | None:
    try:
        return date.fromisoformat(value) if value else None
    except ValueError:
        raise ValueError(f"Review by {value!r} is no date: write YYYY-MM-DD.") from None


_READ: Mapping[str, Callable[[str], Any]] = {
    "decision_makers": _names,
    "confidence": _percent,
    "review_by": _day,
}
