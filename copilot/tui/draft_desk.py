"""What the screen of drafts asks of the floors below, always off the screen's own thread.

Nothing of drafts is imported here: few sessions open one.
"""

import asyncio
from collections.abc import Callable, Sequence
from types import ModuleType
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from copilot.domain.artifact import Artifact
    from copilot.domain.story import Story, StoryFinding
    from copilot.domain.story_lint import LintChoices
    from copilot.services import Services
    from copilot.tui.draft_exports import Export
    from copilot.tui.kept_drafts import KeptDrafts
    from copilot.tui.open_draft import DraftShelf, OpenDraft, Source

Told = TypeVar("Told")
EXPORTS = "exports"
"""Folder of the workspace that drafts are exported to unless somebody names another."""


class DraftDesk:
    """The kept stories and specifications, and texts that wait to be kept.

    Args:
        services: Where drafts are kept.
    """

    def __init__(self, services: "Services") -> None:
        self._services = services
        self._waiting: dict[tuple[str, int], str] = {}
        self.made: str = ""
        """Id of the draft that the conversation made last."""

    async def shelf(self) -> "DraftShelf":
        """Return what is kept."""
        return await self._of_drafts(lambda drafts: drafts.shelf())

    async def opened(self, name: str) -> "OpenDraft":
        """Return one draft."""
        return await self._of_drafts(lambda drafts: drafts.opened(name))

    async def accept(
        self, finding: "StoryFinding", about: str, *, takes_back: bool
    ) -> "LintChoices":
        """Take a finding as it is, or take that back."""
        return await self._of_drafts(
            lambda drafts: drafts.accept(finding, about, takes_back=takes_back)
        )

    async def mute(self, rule: str, *, takes_back: bool) -> "LintChoices":
        """Switch a rule off, or on again."""
        return await self._of_drafts(lambda drafts: drafts.mute(rule, takes_back=takes_back))

    async def checked(self, artifact: "Artifact", story: "Story") -> "Story":
        """Return a story with what is found in it now."""
        return await self._of_drafts(lambda drafts: drafts.checked(artifact, story))

    async def replace(self, name: str, before: "Story", after: "Story") -> "OpenDraft":
        """Keep an edited story in the place of what it was."""
        return await self._of_drafts(lambda drafts: drafts.replace(name, before, after))

    async def sources(self, draft: "OpenDraft", names: "Sequence[str]") -> "list[Source]":
        """Return what a part of a draft rests on, in full."""
        return await self._of_drafts(lambda drafts: drafts.sources(draft, names))

    async def formats(self, draft: "OpenDraft") -> list[str]:
        """Return the formats in which a draft can be exported."""
        return await asyncio.to_thread(lambda: _exports().formats(draft))

    async def export_place(self, draft: "OpenDraft", form: str) -> str:
        """Return where a draft would be written in a format."""
        folder = self._services.workspace.root / EXPORTS
        return await asyncio.to_thread(lambda: _exports().proposed_place(draft, form, folder))

    async def prepared(self, draft: "OpenDraft", form: str, place: str) -> "Export":
        """Return a draft as files that are ready to be written."""
        return await asyncio.to_thread(lambda: _exports().prepared(draft, form, place))

    async def write(self, export: "Export") -> None:
        """Write the files of a draft."""
        await asyncio.to_thread(lambda: _exports().write(export))

    def waiting(self, draft: str, place: int) -> str:
        """Return an edited text of the story at a place; empty where none waits to be kept."""
        return self._waiting.get((draft, place), "")

    def let_wait(self, draft: str, place: int, text: str) -> None:
        """Hold an edited text for as long as the program runs; an empty one lets go of it."""
        self._waiting[draft, place] = text

    async def _of_drafts(self, ask: "Callable[[KeptDrafts], Told]") -> Told:
        return await asyncio.to_thread(lambda: ask(_kept(self._services)))


def _kept(services: "Services") -> "KeptDrafts":
    from copilot.tui.kept_drafts import KeptDrafts

    return KeptDrafts(services)


def _exports() -> ModuleType:
    from copilot.tui import draft_exports

    return draft_exports
