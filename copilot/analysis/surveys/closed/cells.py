"""What may be shown of a small cell, and how shares are said."""

from collections.abc import Iterable, Sequence

from copilot.analysis.surveys.closed.intervals import wilson
from copilot.domain.figures import interval_percent, percent
from copilot.domain.survey_closed import Share

LEAST_BASE = 10
"""Below it a share tells of persons, not of people: it is not shown."""
SMALL_BASE = 30
"""Below it a share is shown with a warning."""
LEAST_COUNT = 5
"""Of a crosstab, cells of 1 to 4 persons are not shown."""
_NAMES = 5


def share_of(value: str, count: int, base: int) -> Share:
    """Return a share with Wilson's interval; without both where the base is too small."""
    if base < LEAST_BASE:
        return Share(value=value, count=count, note="too few answers for a share")
    note = "few answers" if base < SMALL_BASE else ""
    return Share(value=value, count=count, share=count / base, ci=wilson(count, base), note=note)


def base_note(base: int) -> tuple[str, ...]:
    """Return the warning that goes with so small a base, if any."""
    if base < LEAST_BASE:
        return (f"Only {base} answered: no shares are shown under {LEAST_BASE}.",)
    if base < SMALL_BASE:
        return (f"Only {base} answered: read the figures with care.",)
    return ()


def share_with_ends(count: int, base: int) -> str:
    """Return `12 % (9 to 16 %)` with Wilson's ends."""
    return f"{percent(count / base)} ({interval_percent(wilson(count, base))})"


def quoted(names: Iterable[str]) -> str:
    """Return the first five names in quotation marks, and how many more there are."""
    every: Sequence[str] = list(names)
    said = ", ".join(f"“{name}”" for name in every[:_NAMES])
    more = len(every) - _NAMES
    return f"{said} and {more} more" if more > 0 else said
