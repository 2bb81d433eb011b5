"""Editing a story in the user's own editor: it is seen before and after, and no text is lost."""

from textual import work
from textual.app import SuspendNotSupported

from copilot.analysis.drafting.story_form import read_story_form, story_form
from copilot.analysis.untrusted import one_line
from copilot.domain.story import Story
from copilot.errors import CopilotError, InputError
from copilot.tui.complaint import complain
from copilot.tui.draft_reading import DraftReading
from copilot.tui.edit_dialog import EditDialog
from copilot.tui.editor import edit
from copilot.tui.open_draft import OpenDraft, stories_of

_NO_STORY = "Stories can be edited here. A specification is exported with x and edited there."


class DraftEditing(DraftReading):
    """The kept drafts, whose stories can be edited."""

    def action_edit(self) -> None:
        """Edit the story under the cursor."""
        if self.draft is None or not self.kept_stories:
            self.tell(_NO_STORY)
        elif (place := self.chosen) is None:
            self.tell("Choose the story: ] goes to the next one.")
        elif (text := self._edited(self.text_to_edit(place))) is not None:
            self.take(self.draft, place, text)

    def _edited(self, text: str) -> str | None:
        """Return what the person has made of a text; None where there was no editor."""
        from copilot.settings import editor_command

        try:
            with self.app.suspend():
                return edit(text, editor_command())
        except SuspendNotSupported:
            complain(self, InputError("No editor can be opened from here."))
        except CopilotError as error:
            complain(self, error)
        return None

    @work(group="edit", exclusive=True)
    async def take(self, draft: OpenDraft, place: int, text: str) -> None:
        """Show what an edited text changes and, after a yes, keep it."""
        before = stories_of(draft.artifact)[place]
        if not text.strip() or text.strip() == story_form(before).strip():
            self._forget(draft, place)
            self.tell("Nothing was changed.")
            return
        self.desk.let_wait(draft.name, place, text)
        try:
            after = read_story_form(text, before)
            if after == before:
                self._forget(draft, place)
                self.tell("Nothing was changed.")
            else:
                await self._ask(draft, place, await self.desk.checked(draft.artifact, after))
        except CopilotError as error:
            complain(self, error)
            self.tell(error.message)
        self.draw()

    async def _ask(self, draft: OpenDraft, place: int, after: Story) -> None:
        before = draft.stories[place]
        fate = await self.app.push_screen_wait(EditDialog(before, after))
        if fate == "keep":
            await self._keep(draft, place, after)
        elif fate == "discard":
            self._forget(draft, place)
            self.tell("Your text is thrown away. The story is as it was.")
        else:
            self.tell("Nothing was kept. e opens your text again.")

    async def _keep(self, draft: OpenDraft, place: int, after: Story) -> None:
        before = stories_of(draft.artifact)[place]
        try:
            new = await self.desk.replace(draft.name, before, after)
        except InputError:
            self.draft = await self.desk.opened(draft.name)
            raise
        self._forget(draft, place)
        if self.draft is not None and self.draft.name == new.name:
            self.draft = new
        self.tell(f"{one_line(after.id)} is kept as you wrote it.")
        self.list_drafts(new.name)

    def _forget(self, draft: OpenDraft, place: int) -> None:
        self.desk.let_wait(draft.name, place, "")
        self.draw()
