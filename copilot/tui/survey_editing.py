"""What a person does to a survey's code book, columns and labels."""

import asyncio
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import get_args

from textual import work

from copilot.domain.artifact import Artifact
from copilot.domain.survey import survey_of
from copilot.domain.survey_parts import Column, ColumnType
from copilot.domain.survey_themes import CodebookTheme, OpenQuestion
from copilot.errors import CopilotError, InputError
from copilot.tui.complaint import complain
from copilot.tui.survey_check_page import check_result
from copilot.tui.survey_desk import SurveyDesk
from copilot.tui.survey_dialogs import PathDialog, PickDialog
from copilot.tui.survey_layout import SurveyLayout
from copilot.tui.survey_theme_dialog import ThemeDialog
from copilot.tui.survey_work import CodeBook

TYPES: tuple[ColumnType, ...] = get_args(ColumnType)
_MEANING: Mapping[ColumnType, str] = {
    "id": "tells people or rows apart",
    "date": "a day or a time",
    "segment": "a group that answers are compared by",
    "nps": "0 to 10: would you recommend it?",
    "likert": "a scale, in words or numbers",
    "single": "one of several answers",
    "multi": "several of several answers",
    "number": "a figure",
    "open": "an answer in own words",
    "ignore": "left out",
}
_NO_THEME = "Choose a theme first."
_GOOD = 0.8
"""Agreement below which themes are too vague to be counted."""
_TOO_WRONG = "That is too little: sharpen the code book (5) and summarize again."


class SurveyEditing(SurveyLayout):
    """A survey whose code book, columns and labels a person corrects."""

    def __init__(self, desk: SurveyDesk, artifact: Artifact) -> None:
        super().__init__(desk, artifact)
        self._turn = asyncio.Lock()

    @work(group="edit", exclusive=True)
    async def action_edit(self) -> None:
        """Edit name and definition of the theme under the cursor."""
        question, theme = self._theme()
        if question is None or theme is None:
            self.tell(_NO_THEME)
            return
        told = await self.app.push_screen_wait(ThemeDialog(theme))
        if told is not None:
            self._edit(question, self.work.book(question).edited(told), "Changed")

    @work(group="edit", exclusive=True)
    async def action_merge(self) -> None:
        """Take another theme into the one under the cursor."""
        question, theme = self._theme()
        if question is None or theme is None:
            self.tell(_NO_THEME)
            return
        others = [one for one in self.work.book(question).themes if one.key != theme.key]
        asked = f"Which theme goes into “{theme.name}”?"
        place = await self.app.push_screen_wait(PickDialog(asked, [one.name for one in others]))
        if place is not None:
            book = self.work.book(question).merged(theme.key, others[place].key)
            self._edit(question, book, f"“{others[place].name}” went into “{theme.name}”")

    def action_drop(self) -> None:
        """Take the theme under the cursor out of the code book."""
        question, theme = self._theme()
        if question is None or theme is None:
            self.tell(_NO_THEME)
            return
        try:
            book = self.work.book(question).dropped(theme.key)
        except InputError as error:
            complain(self, error)
        else:
            self._edit(question, book, f"Dropped: “{theme.name}”")

    def action_undo(self) -> None:
        """Take the last change of the code book back, or the type of the column."""
        if self.page == "columns":
            if column := self._column():
                self.work.retype(column, column.type)
                self._show("It is read as before.")
        elif question := self._question():
            book = self.work.book(question)
            self.work.edit(question, book.undone())
            self._show("Taken back." if book.before else "Nothing was changed.")

    @work(group="edit", exclusive=True)
    async def action_type(self) -> None:
        """Say what the column under the cursor holds."""
        if (column := self._column()) is None:
            return
        now = self.work.types.get(column.name, column.type)
        asked = f"What does “{column.name}” hold?"
        told = [f"{kind}: {_MEANING[kind]}" for kind in TYPES]
        place = await self.app.push_screen_wait(PickDialog(asked, told, TYPES.index(now)))
        if place is not None:
            self.work.retype(column, TYPES[place])
            self._show("r summarizes the survey again so; w writes the schema to a file.")

    def action_judge(self, word: str) -> None:
        """Agree with the label under the cursor, or not, or skip it; then go to the next."""
        question, item = self._question(), self.rows.current
        if question is None or item is None:
            return
        if not item.name:
            self.rows.action_cursor_down()
            return
        verdicts = self.work.verdicts(question)
        verdicts[int(item.name)] = {"yes": True, "no": False}.get(word)
        open_ones = [at for at in range(len(question.checkable)) if at not in verdicts]
        later = [at for at in open_ones if at > int(item.name)]
        ahead = next(iter([*later, *open_ones]), None)
        self.draw((question.column, "" if ahead is None else str(ahead)))
        self.tell(check_result(question, self.work))

    @work(group="write")
    async def action_write(self) -> None:
        """Write the schema, sign the code book off, or keep the check."""
        async with self._turn:  # one thing is written at a time
            try:
                if self.page == "columns":
                    await self._write_schema()
                elif (question := self._question()) is None:
                    self.tell("There is nothing to write.")
                elif self.page == "book":
                    await self._sign_off(question)
                else:
                    await self._keep_check(question)
            except CopilotError as error:
                complain(self, error)

    async def _write_schema(self) -> None:
        summary = survey_of(self.artifact)
        columns = self.work.columns(summary.columns)
        proposed = await self.desk.free_place(self.artifact, "schema.yaml")
        path = await self.app.push_screen_wait(
            PathDialog(
                "Write what the columns hold to",
                proposed,
                lambda place: self.desk.write_schema(place, columns),
            )
        )
        if path is not None:
            self.work.schema_written(path)
            self._written(path)

    async def _sign_off(self, question: OpenQuestion) -> None:
        themes: Sequence[CodebookTheme] = self.work.book(question).themes
        proposed = await self.desk.free_place(self.artifact, "codebook.json")
        path = await self.app.push_screen_wait(
            PathDialog(
                f"Sign off {len(themes)} themes, and write the code book to",
                proposed,
                lambda place: self.desk.write_codebook(place, themes),
            )
        )
        if path is not None:
            self.work.sign_off(question, path)
            self._written(path)

    async def _keep_check(self, question: OpenQuestion) -> None:
        given = self.work.given(question)
        name = self.artifact.id or ""
        self.artifact, told = await self.desk.keep_check(name, question.column, given)
        agreed = sum(given.values()) / len(given) if given else 1.0
        self._show(f"{told} {_TOO_WRONG}" if agreed < _GOOD else told)

    def _written(self, path: Path) -> None:
        self._show(f"Written: {path}. r summarizes the survey again with it.")

    def _edit(self, question: OpenQuestion, book: CodeBook, told: str) -> None:
        self.work.edit(question, book)
        self._show(f"{told}. u takes it back, w signs it off, r summarizes again with it.")

    def _show(self, told: str) -> None:
        self.draw()
        self.tell(told)

    def _question(self) -> OpenQuestion | None:
        item = self.rows.current
        found = survey_of(self.artifact).open
        return next((one for one in found if item and one.column == item.question), None)

    def _theme(self) -> tuple[OpenQuestion | None, CodebookTheme | None]:
        question, item = self._question(), self.rows.current
        if question is None or item is None:
            return None, None
        return question, self.work.book(question).theme(item.name)

    def _column(self) -> Column | None:
        item = self.rows.current
        found = survey_of(self.artifact).columns
        return next((one for one in found if item and one.name == item.name), None)
