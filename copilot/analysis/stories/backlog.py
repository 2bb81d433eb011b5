"""Stories of a set beside each other, as rules on sets see them."""

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from copilot.analysis.stories.conceptually_sound import content
from copilot.analysis.stories.items import Deed, deed
from copilot.analysis.stories.reading import Reading
from copilot.domain.story_lint import QualityCriterion, SetFinding, Severity


class Entry:
    """A story of the set, and on which line it stands.

    Args:
        line: Of the file.
        reading: The story, read.
    """

    def __init__(self, line: int, reading: Reading) -> None:
        self.line = line
        self.reading = reading

    @cached_property
    def role(self) -> str:
        """Who wants it, in small letters."""
        return self.reading.role

    @cached_property
    def words(self) -> frozenset[str]:
        """The words of content of what is wanted."""
        return content(self.reading, self.reading.means)

    @cached_property
    def deed(self) -> Deed | None:
        """What is done to which items."""
        return deed(self.reading)

    @cached_property
    def means(self) -> str:
        """What is wanted, as it is compared."""
        return _compared(self.reading.means.lows)

    @cached_property
    def ends(self) -> str:
        """What for, as it is compared."""
        return _compared(self.reading.ends.lows)


class Backlog(NamedTuple):
    """The well-formed stories of a file, in order."""

    entries: Sequence[Entry]


SetRule = Callable[[Backlog], Iterator[SetFinding]]
"""Holds one criterion to a set."""


def told(
    criterion: QualityCriterion,
    rule: str,
    entries: Sequence[Entry],
    message: str,
    fix: str,
    severity: Severity = "warning",
) -> SetFinding:
    """Return a finding on some stories of the set."""
    return SetFinding(
        criterion=criterion,
        rule=f"{criterion}.{rule}",
        severity=severity,
        lines=tuple(sorted({entry.line for entry in entries})),
        message=message,
        fix=fix,
    )


def named(entries: Sequence[Entry], most: int = 6) -> str:
    """Return the lines of stories in words: "lines 3, 8 and 11"."""
    lines = sorted({entry.line for entry in entries})
    shown = [str(line) for line in lines[:most]] + (["more"] if len(lines) > most else [])
    joined = " and ".join([", ".join(shown[:-1]), shown[-1]]) if len(shown) > 1 else shown[0]
    return f"line{'s' if len(lines) > 1 else ''} {joined}"


def _compared(lows: Sequence[str]) -> str:
    return " ".join(low for low in lows if low[0].isalnum())
