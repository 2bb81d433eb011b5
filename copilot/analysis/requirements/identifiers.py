"""Ids that a source gives its requirements, such as FR-001 or REQ 12."""

import re
from collections.abc import Iterable, Iterator
from itertools import count

_KNOWN = r"(?:fr|nfr|req|us|br|sr|ac|uc|story|feature|r)"
_PLAIN = (
    rf"(?:[A-Z]{{1,6}}[-_ ]?\d{{1,4}}|(?i:{_KNOWN})[-_ ]?\d{{1,4}})(?:\.\d{{1,3}}){{0,3}}[a-z]?"
)
_HYPHENED = r"[A-Z]{1,6}-\d{1,4}(?:\.\d{1,3}){0,3}[a-z]?"
_OPENS = re.compile(
    rf"\s*(?:(?:\*\*|__|`|\[|\()(?P<marked>{_PLAIN})[:.]?(?:\*\*|__|`|\]|\))\s*[:.)–—-]*"
    rf"|(?P<plain>{_PLAIN})\s*(?:[:)|]|\.(?!\d)|[-–—]\s)"
    rf"|(?P<hyphened>(?i:{_KNOWN})-\d{{1,4}}(?:\.\d{{1,3}}){{0,3}}[a-z]?(?=\s)"
    rf"|{_HYPHENED}(?=\s+[^\sa-z])))\s*"
)
_OF_STATEMENT = re.compile(
    r"\s*\*\*(?:problem|evidence|users|goals|requirements|non_goals|ai_behaviour|ethics|risks"
    r"|rollout|background)-\d+\*\*\s+"
)
"""Ids of statements in our own specifications: `**problem-1**`; they are no requirements."""
_NO_ID = re.compile(r"(?:Q[1-4]|V\d+|H[1-6]|P[0-4])\Z", re.I)
"""Quarters, versions, heading levels and priorities look like ids and are none."""
_OUR_FORM = re.compile(r"FR[-_ ]?(\d+)\Z", re.IGNORECASE)


def taken_off(text: str) -> tuple[str, str]:
    """Return the id that opens a text, and the rest; nothing and the text where there is none."""
    text = _OF_STATEMENT.sub("", text, count=1)
    found = _OPENS.match(text)
    name = (found["marked"] or found["plain"] or found["hyphened"]) if found else ""
    if not found or _NO_ID.match(name):
        return "", text
    return name, text[found.end() :].strip()


def is_of_statement(text: str) -> bool:
    """Return whether a text opens with the id of a statement in our own specifications."""
    return _OF_STATEMENT.match(text) is not None


def fresh(taken: Iterable[str]) -> Iterator[str]:
    """Yield ids in our form that nobody has, in whatever spelling: `FR 1` is `FR-001`.

    Args:
        taken: Ids that stand already.
    """
    numbers = {int(found[1]) for name in taken if (found := _OUR_FORM.match(name))}
    return (f"FR-{number:03}" for number in count(1) if number not in numbers)
