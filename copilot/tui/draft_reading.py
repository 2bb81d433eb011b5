"""Reading kept drafts: the list, the one that is open, and which of its findings are seen."""

import asyncio
from collections.abc import Sequence

from textual import on, work
from textual.widgets import OptionList

from copilot.analysis.drafting.story_form import story_form
from copilot.domain.story import Story, StoryFinding
from copilot.domain.story_lint import LintChoices
from copilot.errors import CopilotError
from copilot.tui.complaint import complain
from copilot.tui.draft_blocks import Block
from copilot.tui.draft_desk import DraftDesk
from copilot.tui.draft_list import DraftList
from copilot.tui.draft_page import absence, damage, page
from copilot.tui.drafts_layout import DraftsLayout
from copilot.tui.open_draft import DraftEntry, OpenDraft, judged, stories_of

_WAITS = "! your edited text waits: e opens it again"


class DraftReading(DraftsLayout):
    """The drafts, one of them open.

    Args:
        desk: Reads drafts and keeps them.
    """

    def __init__(self, desk: DraftDesk) -> None:
        super().__init__()
        self.desk = desk
        self.draft: OpenDraft | None = None
        """What is open."""
        self.shows_all = False
        """Whether findings that are accepted or muted are seen too."""
        self._decided: set[str] = set()
        """Keys of findings that were decided on here; they stay in sight until one leaves."""
        self.turn = asyncio.Lock()
        """One draft is opened, and one finding decided on, at a time."""

    def on_mount(self) -> None:
        """List the drafts, the one of the conversation chosen."""
        self.list_drafts(self.desk.made)

    @work(group="list", exclusive=True)
    async def list_drafts(self, chosen: str = "") -> None:
        """Read anew what is kept."""
        try:
            shelf = await self.desk.shelf()
        except CopilotError as error:
            complain(self, error)
            return
        self.drafts.show(shelf, chosen)
        self.set_class(not shelf.entries, "-empty")
        if not shelf.entries:
            self.document.show(list(absence()))
            self.turn_to_document()
        if shelf.older:
            self.tell(f"{shelf.older} older drafts are kept too, and are not listed.")
        if shelf.trouble:
            self.tell(shelf.trouble)

    @on(DraftList.Highlit)
    @work(group="read")
    async def _read(self) -> None:
        async with self.turn:
            entry = self.drafts.current
            if entry is not None and (self.draft is None or self.draft.name != entry.id):
                await self._open(entry)

    async def _open(self, entry: DraftEntry) -> None:
        self.draft, self._decided = None, set()
        try:
            self.draft = await self.desk.opened(entry.id)
        except CopilotError as error:
            told = entry._replace(trouble=f"{error.message} {error.hint}")
            self.document.show(list(damage(told)))
        else:
            self.draw()

    @on(OptionList.OptionSelected, "DraftList")
    def _turn_to_draft(self) -> None:
        self.turn_to_document()

    def draw(self) -> None:
        """Show the open draft as it is now; the cursor stays where it was."""
        if self.draft is None:
            return
        before, place = self.document.current, self.document.place
        blocks = list(page(self.draft, self._is_visible, self._note))
        self.document.show(blocks, _again(before, blocks, place))

    def decide(self, choices: LintChoices) -> None:
        """Show what the team has decided; what it changes stays in sight."""
        if self.draft is None:
            return
        found = [one for story in self.draft.stories for one in story.findings]
        self._decided |= {one.key for one in found if judged(one, choices) != one}
        self.draft = self.draft._replace(choices=choices)
        self.draw()
        self.list_drafts()

    def _is_visible(self, finding: StoryFinding) -> bool:
        return self.shows_all or finding.standing == "open" or finding.key in self._decided

    def _note(self, place: int) -> str:
        name = self.draft.name if self.draft else ""
        return _WAITS if self.desk.waiting(name, place) else ""

    @property
    def chosen(self) -> int | None:
        """The place of the story under the cursor, or of the only one."""
        block = self.document.current
        if block is not None and block.story is not None:
            return block.story
        return 0 if len(self.kept_stories) == 1 else None

    @property
    def kept_stories(self) -> Sequence[Story]:
        """The stories of the open draft as they are kept."""
        return stories_of(self.draft.artifact) if self.draft else ()

    def text_to_edit(self, place: int) -> str:
        """Return the text of a story: what waits to be kept, else as it is kept."""
        name = self.draft.name if self.draft else ""
        return self.desk.waiting(name, place) or story_form(self.kept_stories[place])


def _again(before: Block | None, blocks: list[Block], place: int) -> int:
    """Return where a block stands in a draft that was drawn anew."""
    if before is None:
        return 0
    marks = [_mark(one) for one in blocks]
    if _mark(before) in marks:
        return marks.index(_mark(before))
    return next((at for at, one in enumerate(blocks) if one.story == before.story), place)


def _mark(block: Block) -> tuple[object, ...]:
    """Return what tells a block from others, whatever the team decides on it."""
    finding = block.finding
    said = (finding.at, finding.rule, finding.message) if finding else block.lines[0].text.plain
    return block.story, block.begins_story, said
