"""Atomic: a story expresses a requirement for exactly one feature (Lucassen et al. 2016).

Joined words are parsed. Two acts are two features, whether they have one object or two, since each
can be built, tested and delivered without the other ("view and edit my profile"). One feature are:
joined things, joined qualities, two words for one act ("search and replace", "add or create"), and
the two ways of one switch ("accept or decline"). Joined ends are one rationale.
"""

from collections.abc import Iterator

from copilot.analysis.stories.acts import joined_acts
from copilot.analysis.stories.further_wishes import (
    named_acts,
    other_actors,
    repeated_wishes,
    riders,
    things,
)
from copilot.analysis.stories.reading import Reading
from copilot.analysis.stories.second import Second
from copilot.domain.story_lint import Finding

_KINDS = (joined_acts, repeated_wishes, riders, named_acts, other_actors, things)


def atomic(reading: Reading) -> Iterator[Finding]:
    """Yield at most one finding: the first place where a second feature begins."""
    found = next((second for kind in _KINDS for second in kind(reading)), None)
    if found:
        yield _finding(found)


def _finding(found: Second) -> Finding:
    return Finding(
        criterion="atomic",
        rule=found.rule,
        severity="warning",
        span=found.span,
        message=f"“{found.first}” and “{found.second}” are two features.",
        fix=f"Split it: give “{found.second}” a story of its own.",
    )
