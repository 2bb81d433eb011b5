"""Read the header of a record: front matter, and the lines that stand for it in older forms."""

import re
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from pydantic import ValidationError

from copilot.analysis.decisions.sections import Sections
from copilot.domain.decision import Header, Status
from copilot.errors import InputError

_LINE = re.compile(
    r"^\s*(?:[-*+]\s*)?\**(status|date|deciders|decision-makers)\**:\**\s*(.+?)\s*$", re.I | re.M
)
_PLACEHOLDER = re.compile(r"\A\s*\{.*\}\s*\Z", re.S)
_ISO = re.compile(r"\d{4}-\d{1,2}-\d{1,2}")
_FORMS = ("%Y-%m-%d", "%Y/%m/%d", "%d.%m.%Y", "%d %B %Y", "%d %b %Y", "%B %d, %Y", "%b %d, %Y")
"""Forms of a date that cannot be read in two ways."""
_STATUSES: dict[str, Status] = {
    **dict.fromkeys(("accepted", "approved", "decided", "done", "adopted", "active"), "accepted"),
    **dict.fromkeys(("implemented", "current", "final", "agreed"), "accepted"),
    **dict.fromkeys(("superseded", "superceded", "replaced", "supersedes"), "accepted"),
    **dict.fromkeys(("proposed", "draft", "pending", "open", "deferred"), "proposed"),
    **dict.fromkeys(("postponed", "review", "discussion"), "proposed"),
    **dict.fromkeys(("rejected", "declined"), "rejected"),
    **dict.fromkeys(("deprecated", "obsolete", "withdrawn", "retired", "cancelled"), "deprecated"),
}
"""Words of a status, and ours; what is superseded had been accepted."""
_PLAINLY = {
    "tuple_type": "write it as a list, such as [Ada, Ben]",
    "int_parsing": "write a number",
    "int_type": "write a number",
}
"""What is wrong with a field, for whoever writes front matter."""


def read_header(front: Mapping[str, Any], found: Sections, today: date) -> Header:
    """Return the header of a record.

    Args:
        front: What its front matter holds.
        found: Its parts, for forms without front matter.
        today: Its day where the record names none.

    Raises:
        InputError: A field cannot be read; the message names it.
    """
    said = {name.lower(): text for name, text in _LINE.findall(found.preamble)}
    given = {str(key).lower().replace("_", "-"): value for key, value in front.items()}
    given.pop("title", None)
    makers = given.pop("deciders", None) or said.get("deciders") or said.get("decision-makers")
    if makers and not given.get("decision-makers"):
        given["decision-makers"] = makers
    given["status"] = _status(said_status(front, found))
    given["date"] = _day(given.get("date") or found.text("date") or said.get("date"), today)
    if isinstance(sure := given.get("confidence"), str):
        given["confidence"] = sure.strip().removesuffix("%").strip()
    try:
        return Header.model_validate({name: value for name, value in given.items() if value != ""})
    except ValidationError as error:
        raise _wrong(error) from error


def said_status(front: Mapping[str, Any], found: Sections) -> str:
    """Return the status in the words of the record, in small letters; empty where it has none."""
    lines = {name.lower(): text for name, text in _LINE.findall(found.preamble)}
    said = front.get("status") or found.text("status") or lines.get("status") or ""
    return str(said).strip().lower()


def _status(said: str) -> Status:
    if not said or _PLACEHOLDER.match(said):
        return "accepted"
    words = re.findall(r"[a-z]+", said)
    known = next((_STATUSES[word] for word in words if word in _STATUSES), None)
    if known is None or {"not", "un", "never"} & {*words}:
        raise InputError(
            f"The record's status {said[:60]!r} is not known.",
            hint="Write one of: proposed, accepted, rejected, deprecated.",
        )
    return known


def _day(said: object, today: date) -> date:
    if isinstance(said, date):
        return date(said.year, said.month, said.day)
    text = str(said or "").strip()
    if not text or _PLACEHOLDER.match(text):
        return today
    iso = _ISO.search(text)
    for form in _FORMS:
        try:
            return datetime.strptime(iso[0] if iso else text, form).date()  # noqa: DTZ007 - a day
        except ValueError:
            continue
    raise InputError(
        f"The record's date {text[:40]!r} is read as no day.", hint="Write it as YYYY-MM-DD."
    )


def _wrong(error: ValidationError) -> InputError:
    first = error.errors()[0]
    field = ".".join(str(part) for part in first["loc"])
    why = _PLAINLY.get(first["type"], first["msg"])
    return InputError(
        f"The front matter of the record: {field}: {why}.",
        hint="See every field: pm-copilot decisions template",
    )
