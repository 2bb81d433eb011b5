"""Groups of people that answers are compared between."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from copilot.analysis.surveys.closed.cells import LEAST_BASE, quoted
from copilot.analysis.surveys.closed.coding import NONE, Coded, Codes, code
from copilot.analysis.surveys.closed.reading import Mask
from copilot.errors import InputError

if TYPE_CHECKING:
    import polars as pl

MOST_GROUPS = 20
"""Beyond it differences cannot be told apart, and tests take long."""


class Groups(NamedTuple):
    """Who is in which group, of those whose answers are compared."""

    segment: str
    codes: Codes
    """One a row; -1 for who is in no group that is compared."""
    names: tuple[str, ...]
    note: str
    """Which groups were left out."""


def segments_in(frame: "pl.DataFrame", names: Sequence[str]) -> dict[str, Coded]:
    """Return the groups of each segment.

    Raises:
        InputError: There is no such column.
    """
    missing = [name for name in names if name not in frame.columns]
    if missing:
        raise InputError(
            f"There is no column {quoted(missing)} to compare by.",
            hint=f"Name one of these with --segment: {quoted(frame.columns)}.",
        )
    return {name: code(frame[name]) for name in dict.fromkeys(names)}


def large_groups(segment: str, coded: Coded, answered: Mask) -> Groups:
    """Return the groups with at least ten answers, the twenty largest at most."""
    sizes = Coded(np.where(answered, coded.codes, NONE), coded.labels).counts
    by_size = np.argsort(-sizes, kind="stable")
    kept = [int(at) for at in by_size if sizes[at] >= LEAST_BASE][:MOST_GROUPS]
    places = np.full(len(coded.labels) + 1, NONE, dtype=np.int64)
    places[kept] = np.arange(len(kept))
    codes = np.where(answered, places[coded.codes], NONE)
    out = [int(at) for at in by_size if at not in set(kept) and sizes[at] > 0]
    names = tuple(coded.labels[at] for at in kept)
    return Groups(segment, codes, names, _note([coded.labels[at] for at in out], len(kept)))


def _note(left_out: Sequence[str], kept: int) -> str:
    if not left_out:
        return ""
    why = f"under {LEAST_BASE} answers" if kept < MOST_GROUPS else "smaller than the others"
    return f"Left out, {why}: {quoted(left_out)}."
