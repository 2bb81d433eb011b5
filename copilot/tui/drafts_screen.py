"""Kept stories and specifications: what was found is accepted or mended, and drafts leave."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.binding import Binding, BindingType

from copilot.analysis.untrusted import clean
from copilot.domain.story import StoryFinding
from copilot.errors import CopilotError
from copilot.tui.complaint import complain
from copilot.tui.draft_editing import DraftEditing
from copilot.tui.draft_sources import DraftSourcesScreen
from copilot.tui.exporting import exported
from copilot.tui.help_screen import show_help
from copilot.tui.open_draft import judged, stories_of

if TYPE_CHECKING:
    pass

_NO_FINDING = "n goes to a finding first."
_NO_KEY = "It was found before findings had keys. Edit the story (e), and it is found anew."


class DraftsScreen(DraftEditing):
    """The kept drafts, and what a person does with them."""

    CSS_PATH = "drafts_screen.tcss"
    HELP = "Stories and specifications. What was found stands where it was found."
    BINDING_GROUP_TITLE = "Drafts"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "back", "Back", id="drafts.back", tooltip="Back"),
        Binding("n", "finding(1)", "Next", id="drafts.next", tooltip="Next finding"),
        Binding("N", "finding(-1)", "Before", id="drafts.before", tooltip="The finding before"),
        Binding(
            "right_square_bracket", "story(1)", "Story", id="drafts.story", tooltip="Next story"
        ),
        Binding(
            "left_square_bracket",
            "story(-1)",
            "Story before",
            id="drafts.story_before",
            tooltip="The story before",
        ),
        Binding("a", "accept", "Accept", id="drafts.accept", tooltip="Accept it, or no longer"),
        Binding("m", "mute", "Mute", id="drafts.mute", tooltip="Mute its rule, or no longer"),
        Binding("full_stop", "show_all", "All", id="drafts.all", tooltip="Show accepted and muted"),
        Binding("e", "edit", "Edit", id="drafts.edit", tooltip="Edit the story in $EDITOR"),
        Binding("s", "sources", "Sources", id="drafts.sources", tooltip="On what it rests"),
        Binding("c", "copy", "Copy", id="drafts.copy", tooltip="Copy the story, else the draft"),
        Binding("x", "export", "Export", id="drafts.export", tooltip="Write it to files"),
        Binding("f1", "help", "Help", id="drafts.help", tooltip="Keys"),
    ]

    def action_back(self) -> None:
        """Leave the draft, then the screen."""
        if self.document.has_focus and self.drafts.entries:
            self.turn_to_list()
        else:
            self.dismiss()

    def action_help(self) -> None:
        """Show the keys."""
        show_help(self, (self.focused.HELP if self.focused else None) or self.HELP)

    def action_finding(self, step: int) -> None:
        """Go to another finding."""
        if self.document.go_to_finding(step):
            self.turn_to_document()
        else:
            self.tell("Nothing is open here. Full stop shows what was accepted or muted.")

    def action_story(self, step: int) -> None:
        """Go to another story."""
        if self.document.go_to_story(step):
            self.turn_to_document()

    def action_show_all(self) -> None:
        """Show what was accepted or muted too, or no longer."""
        self.shows_all = not self.shows_all
        self.draw()
        self.tell("All findings are shown." if self.shows_all else "Open findings are shown.")

    def action_copy(self) -> None:
        """Copy the story under the cursor as Markdown, else the whole draft."""
        if self.draft is None:
            return
        whole, place = self.draft.still_open, self.chosen
        text = whole.markdown() if place is None else stories_of(whole)[place].markdown()
        self.app.copy_to_clipboard(clean(text))
        self.tell(f"{'The draft' if place is None else 'The story'} is copied as Markdown.")

    @work(group="sources", exclusive=True)
    async def action_sources(self) -> None:
        """Show on what the story or statement under the cursor rests."""
        if self.draft is None or not (names := self._sources()):
            self.tell("No sources are named here.")
            return
        try:
            sources = await self.desk.sources(self.draft, names)
        except CopilotError as error:
            complain(self, error)
        else:
            self.app.push_screen(DraftSourcesScreen(sources))

    def _sources(self) -> Sequence[str]:
        block = self.document.current
        if block is None or block.sources or block.story is None:
            return block.sources if block else ()
        return self.kept_stories[block.story].sources

    @work(group="export", exclusive=True)
    async def action_export(self) -> None:
        """Write the draft to files, in a format and at a place that a person chooses."""
        if (draft := self.draft) is None:
            self.tell("No draft is open.")
            return
        try:
            if told := await exported(self.app, self.desk, draft):
                self.tell(told)
        except CopilotError as error:
            complain(self, error)

    def action_accept(self) -> None:
        """Take the finding under the cursor as it is, or take that back."""
        if finding := self._finding():
            self._accept(finding)

    def action_mute(self) -> None:
        """Switch the rule of the finding off, or on again."""
        if finding := self._finding():
            self._mute(finding)

    def _finding(self) -> StoryFinding | None:
        block = self.document.current
        if block is None or block.finding is None:
            self.tell(_NO_FINDING)
            return None
        return block.finding

    @work(group="judge")
    async def _accept(self, finding: StoryFinding) -> None:
        async with self.turn:  # a second key undoes what the first has done
            if (draft := self.draft) is None:
                return
            standing = judged(finding, draft.choices).standing
            if not finding.key or standing == "muted":
                self.tell(f"{finding.rule} is muted. m brings it back." if finding.key else _NO_KEY)
                return
            is_back = standing == "accepted"
            try:
                choices = await self.desk.accept(finding, draft.about(finding), takes_back=is_back)
            except CopilotError as error:
                complain(self, error)
            else:
                self.decide(choices)
                self.tell("It is open again." if is_back else "Accepted. a takes it back.")

    @work(group="judge")
    async def _mute(self, finding: StoryFinding) -> None:
        async with self.turn:
            if (draft := self.draft) is None:
                return
            is_back = bool({finding.rule, finding.criterion} & {*draft.choices.muted})
            try:
                choices = await self.desk.mute(finding.rule, takes_back=is_back)
            except CopilotError as error:
                complain(self, error)
            else:
                self.decide(choices)
                done = "Looked for again" if is_back else "Muted everywhere"
                self.tell(f"{done}: {finding.rule}. m takes it back.")
