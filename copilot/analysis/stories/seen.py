"""A phrase that was seen in a part of a story, as a finding."""

import re

from copilot.analysis.stories.parts import Part
from copilot.analysis.stories.reading import Reading
from copilot.domain.story_lint import Finding, QualityCriterion, Severity


def look(reading: Reading, kind: str, part: Part | None) -> re.Match[str] | None:
    """Return the first phrase of a kind in a part; None where there is none."""
    if part is None:
        return None
    return reading.smells.patterns[kind].search(reading.story.plain, part.start, part.end)


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
