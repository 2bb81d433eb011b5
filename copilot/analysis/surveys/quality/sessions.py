"""Which sessions were broken off, by the column in which survey tools write it."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import polars as pl

_WORDS = {
    "complete": False, "completed": False, "finished": False, "submitted": False,
    "vollständig": False, "abgeschlossen": False, "complet": False, "terminé": False,
    "completo": False, "completado": False, "completa": False, "completato": False,
    "partial": True, "partially complete": True, "partially completed": True,
    "incomplete": True, "in progress": True, "started": True, "abandoned": True,
    "partial complete": True, "disqualified": True, "screened out": True, "overquota": True,
    "not finished": True, "unvollständig": True, "teilweise": True, "abgebrochen": True,
    "partiel": True, "incomplet": True, "parcial": True, "incompleto": True, "parziale": True,
}  # fmt: skip
"""What a status says, and whether the session was broken off."""
_FLAGS = {
    "true": False, "yes": False, "y": False, "1": False,
    "false": True, "no": True, "n": True, "0": True,
}  # fmt: skip
_FLAG_NAME = re.compile(r"^(?:is )?(?:finished|completed?|submitted)$", re.I)
_STATUS_NAME = re.compile(r"\b(?:status|state|completion|completed?|finished|progress)\b", re.I)
_KNOWN = 0.9
"""Share of its values that must be words of a status."""


class Sessions(NamedTuple):
    """Which rows are of sessions that were broken off."""

    partial: "pl.Series"
    """Boolean, one a row."""
    column: str = ""
    """Where it is written; empty where no column says so, and then no row is partial."""


def sessions(frame: "pl.DataFrame", names: Sequence[str] = ()) -> Sessions:
    """Return which rows of an export are of broken-off sessions.

    Known are a status in words (`Complete`, `Partial`, `Disqualified`) and a flag (`Finished`
    with True or False). A column counts only if nine in ten of its values are such words.

    Args:
        frame: The export, all text.
        names: Columns to look at; all where empty.
    """
    import polars as pl

    for name in names or frame.columns:
        known = _meaning(name)
        if known and _is_status(frame[name], known):
            partial = _low(frame[name]).replace_strict(
                known, default=False, return_dtype=pl.Boolean
            )
            return Sessions(partial.fill_null(value=False), name)
    return Sessions(pl.repeat(value=False, n=frame.height, dtype=pl.Boolean, eager=True))


def _meaning(name: str) -> dict[str, bool]:
    plain = name.replace("_", " ").strip()
    if _FLAG_NAME.search(plain):
        return _FLAGS | _WORDS
    return _WORDS if _STATUS_NAME.search(plain) else {}


def _is_status(values: "pl.Series", known: dict[str, bool]) -> bool:
    present = _low(values).drop_nulls()
    return len(present) > 0 and int(present.is_in(list(known)).sum()) >= _KNOWN * len(present)


def _low(values: "pl.Series") -> "pl.Series":
    return values.str.strip_chars().str.to_lowercase()
