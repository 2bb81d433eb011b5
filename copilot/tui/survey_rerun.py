"""A survey that is summarized once more, with what a person has corrected."""

from collections.abc import Mapping
from typing import Any

from textual import work

from copilot.analysis.surveys.open_questions import open_questions
from copilot.domain.artifact import Artifact
from copilot.domain.survey import survey_of
from copilot.domain.survey_themes import OpenQuestion
from copilot.errors import CopilotError
from copilot.tui.complaint import complain
from copilot.tui.survey_again import Again, AgainDialog
from copilot.tui.survey_editing import SurveyEditing
from copilot.tui.survey_file_dialog import FileDialog
from copilot.tui.survey_run_screen import SurveyRunScreen


class SurveyRerun(SurveyEditing):
    """A survey from which a new summary is made; the one on the screen stays."""

    @work(group="again", exclusive=True)
    async def action_again(self) -> None:
        """Summarize the survey again, and open the new summary."""
        try:
            found = await self._summarized_again()
        except CopilotError as error:
            complain(self, error)
            return
        if isinstance(found, str):
            self.tell(found)
        elif found is not None:
            self.desk.made = found.id or ""
            # This worker ends with its screen, so it cannot wait until that is gone.
            self.app.call_later(self.app.switch_screen, type(self)(self.desk, found))

    async def _summarized_again(self) -> Artifact | str | None:
        known = await self._fields()
        if known is None:
            return None
        fields, is_changed = known
        question = self._booked()
        again = Again(
            fields,
            list(self.work.types),
            question.column if question else "",
            len(self.work.book(question).themes) if question else 0,
            question is not None and bool(self.work.book(question).before),
            len(survey_of(self.artifact).open) - 1,
            await self.desk.runs.reader(),
            is_changed,
            self._left_out(fields),
        )
        way = await self.app.push_screen_wait(AgainDialog(again))
        if way == "no":
            return None
        told = again.told(way) | await self._files(question if way == "book" else None)
        self.draw()
        return await self.app.push_screen_wait(SurveyRunScreen(self.desk.runs, told))

    async def _fields(self) -> tuple[Mapping[str, Any], bool] | None:
        """Return the request of before and whether the file is another; None to leave it."""
        summary, runs = survey_of(self.artifact), self.desk.runs
        fields = await runs.asked(self.artifact.id or "")
        file = str(fields.get("file", ""))
        state = await runs.state(file, summary.sha256) if file else "gone"
        if state == "gone":
            asked = f"{summary.file} is not where it was. Where is it now?"
            if not file:
                asked = f"Where is {summary.file}? This summary does not know the folder."
            found = await self.app.push_screen_wait(FileDialog(self.desk, asked, file))
            if found is None:
                return None
            file = found
            state = await runs.state(file, summary.sha256)
        return {"seed": summary.seed, **fields, "file": file}, state == "changed"

    def _left_out(self, fields: Mapping[str, Any]) -> int:
        """Return how many open questions there are beside those that a request names."""
        named = fields.get("question") or ()
        asked = open_questions(self.work.columns(survey_of(self.artifact).columns))
        beside = [one for one in asked if not {one.name, *one.columns} & set(named)]
        return len(beside) if named else 0

    def _booked(self) -> OpenQuestion | None:
        """Return the question whose code book is used: under the cursor, edited, or the first."""
        read = [one for one in survey_of(self.artifact).open if one.themes]
        current = self.rows.current
        chosen = [one for one in read if current and one.column == current.question]
        edited = [one for one in read if self.work.book(one).before]
        return next(iter([*chosen, *edited, *read]), None)

    async def _files(self, question: OpenQuestion | None) -> dict[str, str]:
        """Write what was corrected to the workspace, where it is not written yet.

        Args:
            question: The one whose code book is used.
        """
        files: dict[str, str] = {}
        if self.work.types:
            path = self.work.written_schema
            if path is None:
                place = await self.desk.free_place(self.artifact, "schema.yaml")
                columns = self.work.columns(survey_of(self.artifact).columns)
                path = await self.desk.write_schema(place, columns)
                self.work.schema_written(path)
            files["schema_file"] = str(path)
        if question is not None:
            path = self.work.signed_book(question)
            if path is None:
                place = await self.desk.free_place(self.artifact, "codebook.json")
                path = await self.desk.write_codebook(place, self.work.book(question).themes)
                self.work.sign_off(question, path)
            files["codebook"] = str(path)
        return files
