"""A kept draft as it is listed and as it is open, its findings as the team stands to them now."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from copilot.domain.artifact import Artifact
from copilot.domain.story import Stories, Story, StoryFinding
from copilot.domain.story_lint import LintChoices


class DraftEntry(NamedTuple):
    """A draft in the list."""

    id: str
    kind: str
    title: str = ""
    parts: int = 0
    """Stories, or requirements of a specification."""
    findings: int = 0
    """What is open."""
    questions: int = 0
    created: datetime | None = None
    trouble: str = ""
    """Why it cannot be opened; mostly empty."""


class DraftShelf(NamedTuple):
    """What is kept, the newest first, and when it was looked at."""

    entries: tuple[DraftEntry, ...]
    now: datetime
    older: int = 0
    """Further drafts, which are not listed."""
    trouble: str = ""
    """Why what the team has accepted and muted is not known; mostly empty."""


class Source(NamedTuple):
    """Something that a part of a draft rests on."""

    name: str
    where: str = ""
    """Where it stands; empty where it is not found."""
    text: str = ""


class OpenDraft(NamedTuple):
    """A draft, and what the team has decided on its findings."""

    artifact: Artifact
    choices: LintChoices = LintChoices()

    @property
    def name(self) -> str:
        """The id under which it is kept."""
        return self.artifact.id or ""

    @property
    def stories(self) -> Sequence[Story]:
        """Its stories, each finding as the team stands to it now; none of a specification."""
        return [self._judged(one) for one in stories_of(self.artifact)]

    @property
    def still_open(self) -> Artifact:
        """The draft as others should get it: without findings that were accepted or muted."""
        body = self.artifact.body
        if not isinstance(body, Stories):
            return self.artifact
        stories = [one.model_copy(update={"findings": one.open_findings}) for one in self.stories]
        return self.artifact.model_copy(
            update={"body": body.model_copy(update={"stories": stories})}
        )

    def about(self, finding: StoryFinding) -> str:
        """Return what a finding is about, for whoever reads what was accepted."""
        keys = {one.key: story.text for story in self.stories for one in story.findings}
        return f"{finding.at} {keys.get(finding.key, '')}".strip()

    def _judged(self, story: Story) -> Story:
        found = [judged(one, self.choices) for one in story.findings]
        return story.model_copy(update={"findings": found})


def stories_of(artifact: Artifact) -> Sequence[Story]:
    """Return the stories of an artifact; none where it is of another kind."""
    body = artifact.body
    return body.stories if isinstance(body, Stories) else ()


def judged(finding: StoryFinding, choices: LintChoices) -> StoryFinding:
    """Return a finding as the team stands to it now."""
    standing = choices.standing(finding.rule, finding.key)
    return finding.model_copy(update={"standing": standing})
