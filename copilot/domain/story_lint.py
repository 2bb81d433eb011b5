"""What a linter finds in user stories, and what a team decides on it."""

from typing import Literal, NamedTuple

from copilot.domain.noun import Noun

QualityCriterion = Literal[
    "well_formed",
    "atomic",
    "minimal",
    "full_sentence",
    "unambiguous",
    "problem_oriented",
    "conceptually_sound",
    "estimatable",
    "unique",
    "uniform",
    "independent",
    "conflict_free",
    "complete",
]
"""The 13 criteria of the Quality User Story framework.

Lucassen, Dalpiaz, van der Werf and Brinkkemper, Improving agile requirements: the Quality User
Story framework and tool, Requirements Engineering 21(3), 2016.
"""
Severity = Literal["error", "warning", "info"]
Standing = Literal["open", "accepted", "muted"]
"""Whether the team has taken a finding as it is, or switched its rule off."""
StoryForm = Literal["connextra", "benefit_first", "job_story", "none"]


class Finding(Noun):
    """What one rule has to say on one story."""

    criterion: QualityCriterion
    rule: str
    """The criterion and what was seen, e.g. `atomic.verbs`."""
    severity: Severity
    span: tuple[int, int]
    """Where in the text of the story."""
    message: str
    fix: str
    key: str = ""
    """Stays the same as long as the rule and the words of the story do."""
    standing: Standing = "open"


class SetFinding(Noun):
    """What one rule has to say on several stories, or on one beside the others."""

    criterion: QualityCriterion
    rule: str
    severity: Severity
    lines: tuple[int, ...]
    message: str
    fix: str
    key: str = ""
    standing: Standing = "open"


class LintedStory(Noun):
    """One story with its parts and findings; a part that is not there is empty."""

    line: int
    text: str
    role: str = ""
    means: str = ""
    ends: str = ""
    form: StoryForm = "none"
    findings: tuple[Finding, ...] = ()


class StoryLine(NamedTuple):
    """A story as it stands in a file."""

    line: int
    text: str


class Accepted(Noun):
    """A finding that the team has taken as it is."""

    key: str
    rule: str
    story: str
    """What it was about, for whoever reads the file."""


class LintChoices(Noun):
    """What a team has decided on findings."""

    muted: tuple[str, ...] = ()
    """Rules, or criteria for all their rules."""
    accepted: tuple[Accepted, ...] = ()

    def standing(self, rule: str, key: str) -> Standing:
        """Return how the team stands to a finding."""
        if key in {one.key for one in self.accepted}:
            return "accepted"
        return "muted" if {rule, rule.split(".")[0]} & {*self.muted} else "open"


class LintSummary(Noun):
    """Counts over a file; only open findings count as findings."""

    stories: int
    well_formed: int
    with_findings: int
    without_ends: int
    findings: dict[str, int]
    """Findings of stories and of the set, by criterion."""
    severities: dict[str, int]
    accepted: int
    muted: int


class LintReport(Noun):
    """All stories of a file, what concerns them together, and counts."""

    stories: tuple[LintedStory, ...]
    set_findings: tuple[SetFinding, ...]
    summary: LintSummary

    def open_only(self) -> "LintReport":
        """Return the report without what the team has accepted or muted."""
        stories = tuple(
            story.model_copy(update={"findings": _open(story.findings)}) for story in self.stories
        )
        findings = tuple(one for one in self.set_findings if one.standing == "open")
        return self.model_copy(update={"stories": stories, "set_findings": findings})


def _open(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    return tuple(finding for finding in findings if finding.standing == "open")
