"""Counts over the findings of a file."""

from collections import Counter
from collections.abc import Sequence

from copilot.domain.story_lint import Finding, LintedStory, LintSummary, SetFinding


def summed_up(stories: Sequence[LintedStory], of_set: Sequence[SetFinding]) -> LintSummary:
    """Return the counts; what the team has accepted or muted is counted apart."""
    single = [finding for story in stories for finding in story.findings]
    found: list[Finding | SetFinding] = [*single, *of_set]
    still_open = [finding for finding in found if finding.standing == "open"]
    standings = Counter(finding.standing for finding in found)
    return LintSummary(
        stories=len(stories),
        well_formed=sum(story.form != "none" and bool(story.means) for story in stories),
        with_findings=sum(_has_open(story) for story in stories),
        without_ends=sum(not story.ends for story in stories),
        findings=dict(Counter(finding.criterion for finding in still_open).most_common()),
        severities=dict(Counter(finding.severity for finding in still_open).most_common()),
        accepted=standings["accepted"],
        muted=standings["muted"],
    )


def _has_open(story: LintedStory) -> bool:
    return any(finding.standing == "open" for finding in story.findings)
