"""What is found in a file of acceptance criteria."""

from collections import Counter
from collections.abc import Sequence

from pydantic import BaseModel, ConfigDict

from copilot.analysis.gherkin.lint import remarks
from copilot.analysis.gherkin.scenarios import Group, Remark
from copilot.analysis.stories.smells import Smells
from copilot.domain.story_lint import Severity


class CriterionFinding(BaseModel):
    """What one rule has to say on a place in a file."""

    model_config = ConfigDict(frozen=True)

    rule: str
    """`testable` and what was seen, e.g. `testable.no_bound`."""
    severity: Severity
    line: int
    span: tuple[int, int]
    """Where in the text, in characters, line ends counted as one."""
    at: str
    """Id of the criterion, or the name of its scenario; empty where it is about all of them."""
    message: str
    fix: str


class CriteriaReport(BaseModel):
    """All findings of a file in its order, and counts."""

    model_config = ConfigDict(frozen=True)

    scenarios: int
    findings: tuple[CriterionFinding, ...]
    summary: dict[str, int]
    """How many findings there are of each severity."""


def criteria_report(text: str, groups: Sequence[Group], smells: Smells) -> CriteriaReport:
    """Return what is found in scenarios.

    Args:
        text: From which they were read.
        groups: The scenarios of each story.
        smells: What steps should not say.
    """
    found = [_placed(remark, group, text) for group in groups for remark in remarks(group, smells)]
    found.sort(key=lambda one: (one.span, one.rule))
    return CriteriaReport(
        scenarios=sum(len(group.scenarios) for group in groups),
        findings=tuple(found),
        summary=dict(Counter(one.severity for one in found)),
    )


def _placed(remark: Remark, group: Group, text: str) -> CriterionFinding:
    span = remark.span
    if not any(span) and group.scenarios:
        first = group.scenarios[0].span[0]
        span = (first, first)
    return CriterionFinding(
        rule=f"testable.{remark.rule}",
        severity=remark.severity,
        line=text.count("\n", 0, span[0]) + 1,
        span=span,
        at=remark.at,
        message=remark.message,
        fix=remark.fix,
    )
