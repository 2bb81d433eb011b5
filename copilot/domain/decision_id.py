"""Ids of what the decision log holds, and where in its tree they lie."""

import re
from datetime import date

DECISION, OUTCOME = "d", "o"
"""First letters of ids."""
_ID = re.compile(r"\A([do])-(\d{4})(\d{2})(\d{2})-([0-9a-f]{8})\Z")
_PATH = re.compile(r"\A(\d{4}-\d{2})/([0-9a-f]{2})/([do]-\d{8}-[0-9a-f]{8})\.md\Z")


def make_id(kind: str, day: date, mark: str) -> str:
    """Return an id such as `d-20261125-7f3a9c1e`.

    Args:
        kind: `d` for a decision, `o` for an outcome.
        day: The day of the record.
        mark: Eight hexadecimal digits drawn by chance, so that two logs do not collide.
    """
    return f"{kind}-{day.year:04}{day:%m%d}-{mark}"


def is_id(text: str) -> bool:
    """Return whether a text has the form of an id."""
    return bool(_ID.match(text))


def path_of(name: str) -> str:
    """Return where a record lies: month folders keep trees small, and so does a digit pair."""
    found = _ID.match(name)
    if not found:
        raise ValueError(f"{name!r} is no id of a record")
    _, year, month, _, mark = found.groups()
    return f"{year}-{month}/{mark[:2]}/{name}.md"


def id_at(path: str) -> str | None:
    """Return the id of the record at a path; None where no record may lie there."""
    found = _PATH.match(path)
    return found[3] if found and path_of(found[3]) == path else None
