"""Stories and specifications that the workspace keeps, as their screen needs them."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from copilot.analysis.untrusted import one_line
from copilot.domain.artifact import SPEC, STORIES, Artifact
from copilot.domain.spec import Spec
from copilot.domain.story import Stories, Story, StoryFinding
from copilot.domain.story_lint import Accepted, LintChoices
from copilot.errors import CopilotError, InputError, NotFound
from copilot.stores.lint_choices import ChoicesFile
from copilot.tui.open_draft import DraftEntry, DraftShelf, OpenDraft, Source

if TYPE_CHECKING:
    from copilot.services import Services

READ = 200
"""Newest drafts that are listed."""
_KINDS = {f"{kind.replace('_', '-')}-": kind for kind in (STORIES, SPEC)}
"""Kinds of drafts, by how their ids begin."""


class KeptDrafts:
    """The drafts of the workspace.

    Args:
        services: Where they are kept.
    """

    def __init__(self, services: "Services") -> None:
        self._services = services
        self._choices_file = ChoicesFile(services.workspace)

    def shelf(self) -> DraftShelf:
        """Return what is kept; a damaged draft is listed too, with what is wrong."""
        choices, trouble = self._choices()
        drafts = [(name, kind) for name in self._services.artifacts.names() for kind in _kind(name)]
        entries = tuple(self._entry(name, kind, choices) for name, kind in drafts[:READ])
        return DraftShelf(entries, self._services.clock(), len(drafts[READ:]), trouble)

    def opened(self, name: str) -> OpenDraft:
        """Return one draft.

        Raises:
            NotFound: It is gone, or its file is damaged.
        """
        return OpenDraft(self._services.artifacts.opened(name), self._choices()[0])

    def accept(self, finding: StoryFinding, about: str, *, takes_back: bool) -> LintChoices:
        """Take a finding as it is, or take that back."""
        if takes_back:
            return self._choices_file.change(unmute=(finding.key,))
        taken = Accepted(key=finding.key, rule=finding.rule, story=one_line(about))
        return self._choices_file.change(accept=(taken,))

    def mute(self, rule: str, *, takes_back: bool) -> LintChoices:
        """Switch a rule off, or on again, also where its whole criterion was switched off."""
        if takes_back:
            return self._choices_file.change(unmute=(rule, rule.split(".")[0]))
        return self._choices_file.change(mute=(rule,))

    def checked(self, artifact: Artifact, story: Story) -> Story:
        """Return a story with what is found in it now."""
        body = artifact.body
        told = body.statements if isinstance(body, Stories) else ()
        check = self._services.story_check(told, tuple(self._passages(artifact)))
        return check.checked([story])[0]

    def replace(self, name: str, before: Story, after: Story) -> OpenDraft:
        """Put an edited story in the place of what it was, and keep the draft.

        Raises:
            InputError: The draft was changed by somebody else meanwhile.
        """
        artifact = self._services.artifacts.opened(name)
        body = artifact.body
        if not isinstance(body, Stories) or before not in body.stories:
            raise InputError(
                f"{before.id} was changed elsewhere meanwhile.",
                hint="Your text is kept here: e opens it again, beside the story as it is now.",
            )
        new = artifact.model_copy(update={"body": _with_story(body, before, after)})
        self._services.artifacts.keep(new)
        return self.opened(name)

    def sources(self, draft: OpenDraft, names: Iterable[str]) -> list[Source]:
        """Return what the names among the sources of a draft stand for, each in full."""
        return [self._source(draft.artifact, name) for name in dict.fromkeys(names)]

    def _source(self, artifact: Artifact, name: str) -> Source:
        body = artifact.body
        if isinstance(body, Stories | Spec):
            for statement in (one for one in body.statements if one.id == name):
                return Source(name, f"the source, line {statement.line}", statement.text)
            for wanted in (one for one in body.requirements if one.id == name):
                return Source(name, f"requirement, {wanted.basis}", wanted.text)
        cited = next((one for one in artifact.citations if one.id == name), None)
        try:
            passage = self._services.knowledge.passage(name)
        except NotFound:
            return Source(name, cited.title, cited.quote) if cited else Source(name)
        return Source(name, f"{passage.title}. {passage.source}".strip(), passage.text)

    def _choices(self) -> tuple[LintChoices, str]:
        try:
            return self._choices_file.read(), ""
        except InputError as error:  # drafts can be read without it
            return LintChoices(), f"{error.message} {error.hint}"

    def _entry(self, name: str, kind: str, choices: LintChoices) -> DraftEntry:
        try:
            draft = OpenDraft(self._services.artifacts.opened(name), choices)
        except CopilotError as error:
            return DraftEntry(name, kind, trouble=error.message)
        body = draft.artifact.body
        found = sum(one.is_open for story in draft.stories for one in story.findings)
        parts = len(body.requirements if isinstance(body, Spec) else draft.stories)
        asked = len(body.questions) if isinstance(body, Spec | Stories) else 0
        created = draft.artifact.provenance.created
        return DraftEntry(name, kind, draft.artifact.title, parts, found, asked, created)

    def _passages(self, artifact: Artifact) -> Iterator[str]:
        for citation in artifact.citations:
            yield citation.quote
            try:
                yield self._services.knowledge.passage(citation.id).text
            except NotFound:  # the note has been taken out since
                continue


def _with_story(body: Stories, before: Story, after: Story) -> Stories:
    """Return stories with one of them changed, and what they cover now."""
    from copilot.analysis.requirements.coverage import coverage

    stories = list(body.stories)
    stories[stories.index(before)] = after
    counted = coverage(body.requirements, stories, body.statements)
    covered = counted if body.requirements else body.coverage
    return body.model_copy(update={"stories": stories, "coverage": covered})


def _kind(name: str) -> Iterable[str]:
    return (kind for begin, kind in _KINDS.items() if name.startswith(begin))
