"""Survey exports that a message speaks of."""

import re

SUFFIXES = (
    ".jsonl",
    ".ndjson",
    ".xlsx",
    ".xlsm",
    ".xls",
    ".csv",
    ".tsv",
    ".tab",
    ".txt",
)
"""How exports are called; of two that begin alike, the longer first."""
LEAST_ROWS = 2
"""Line breaks from which a text is a table itself."""
_ENDS = "|".join(map(re.escape, SUFFIXES))
_PATH = re.compile(
    rf"[\"'“`](?P<quoted>[^\"'”`]+(?:{_ENDS}))[\"'”`]"
    rf"|(?P<plain>[^\s(\"'“”`]+(?:{_ENDS}))(?=[\s.,;:?!)]|\Z)",
    re.IGNORECASE,
)


def is_table(text: str) -> bool:
    """Return whether a text is rows of a table rather than words that name one."""
    return text.count("\n") >= LEAST_ROWS


def named_export(text: str) -> str | None:
    """Return the path of the export that a message names; None where there is none."""
    found = _PATH.search(text)
    return (found["quoted"] or found["plain"]) if found else None
