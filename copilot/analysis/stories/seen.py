"""A phrase that was seen in a part of a story, as a finding."""

import re
from collections.abc import Iterator

from copilot.analysis.stories.parts import Part
from copilot.analysis.stories.reading import Reading
from copilot.domain.story_lint import Finding, QualityCriterion, Severity


def look(reading: Reading, kind: str, part: Part | None) -> re.Match[str] | None:
    """Return the first phrase of a kind in a part; None where there is none."""
    return next(sightings(reading, kind, part), None)


def sightings(reading: Reading, kind: str, part: Part | None) -> Iterator[re.Match[str]]:
    """Yield the phrases of a kind in a part, but for those in quotes, brackets and names."""
    if part is None:
        return
    for found in reading.smells.patterns[kind].finditer(reading.shown, part.start, part.end):
        if not (reading.is_quoted(found.start()) or _is_in_name(reading, found, part)):
            yield found


def _is_in_name(reading: Reading, found: re.Match[str], part: Part) -> bool:
    """Tell whether a phrase is part of a name ("slow cooker", "panic button")."""
    names = reading.smells.patterns["names"].finditer(reading.shown, part.start, part.end)
    return any(name.start() < found.end() and found.start() < name.end() for name in names)


def seen(
    criterion: QualityCriterion,
    rule: str,
    span: tuple[int, int],
    message: str,
    fix: str,
    severity: Severity = "warning",
) -> Finding:
    """Return a finding whose rule belongs to its criterion."""
    return Finding(
        criterion=criterion,
        rule=f"{criterion}.{rule}",
        severity=severity,
        span=span,
        message=message,
        fix=fix,
    )
