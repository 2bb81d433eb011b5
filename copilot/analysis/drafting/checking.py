"""Check drafted stories: the criteria of good stories, testable criteria, and nothing invented."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from copilot.analysis.drafting.invention import Told, invented
from copilot.analysis.gherkin.lint import criteria_findings
from copilot.analysis.stories.keys import finding_key
from copilot.analysis.stories.linter import StoryLinter
from copilot.domain.requirement import Statement
from copilot.domain.story import Story, StoryFinding
from copilot.domain.story_lint import Finding, LintChoices, StoryLine


@dataclass(frozen=True)
class StoryCheck:
    """What drafted stories are held to."""

    linter: StoryLinter
    source: Sequence[Statement] = ()
    """What the person has said; figures and names of stories must stand there."""
    passages: Sequence[str] = ()
    """Texts of the knowledge that the stories were drafted with."""
    choices: LintChoices = field(default_factory=LintChoices)
    """What the team has accepted or muted."""

    def checked(self, stories: Iterable[Story]) -> list[Story]:
        """Return the stories, each with what is found in it."""
        return [story.model_copy(update={"findings": self.findings(story)}) for story in stories]

    def findings(self, story: Story) -> list[StoryFinding]:
        """Return what is found in one story and its acceptance criteria."""
        of_criteria = criteria_findings(story, self.linter.smells)
        found = [*self._of_wording(story), *of_criteria, *self._of_invention(story)]
        return [self._kept(one, story) for one in found]

    def _of_wording(self, story: Story) -> list[StoryFinding]:
        report = self.linter.report([StoryLine(1, story.text)])
        return [_told(finding) for finding in report.stories[0].findings]

    def _of_invention(self, story: Story) -> list[StoryFinding]:
        if not self.source:
            return []
        wording = f"{story.title}. {story.text}"
        parts = [("", wording), *((one.id, one.text) for one in story.criteria)]
        return [finding for at, text in parts for finding in invented(text, self._told, at)]

    @cached_property
    def _told(self) -> Told:
        headings = dict.fromkeys(one.heading for one in self.source)
        return Told(" ".join((*(one.text for one in self.source), *headings, *self.passages)))

    def _kept(self, finding: StoryFinding, story: Story) -> StoryFinding:
        parts = {one.id: one.text for one in story.criteria}
        key = finding_key(finding.rule, [parts.get(finding.at, story.text), finding.message])
        standing = self.choices.standing(finding.rule, key)
        return finding.model_copy(update={"key": key, "standing": standing})


def _told(finding: Finding) -> StoryFinding:
    return StoryFinding(**finding.model_dump(exclude={"key", "standing"}))
