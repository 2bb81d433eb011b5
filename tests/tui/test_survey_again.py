"""Surveys that are summarized on their screens: a new export, and the same one again."""

import asyncio
import json
from pathlib import Path
from typing import Any

import pytest
from langchain_core.messages import BaseMessage
from langchain_core.outputs import ChatResult
from textual.widgets import Input, OptionList

from copilot.domain.survey import SurveySummary
from copilot.domain.survey_parts import Column
from copilot.tui.help_screen import HelpScreen, show_help
from copilot.tui.survey_again import Again, AgainDialog
from copilot.tui.survey_desk import SurveyDesk
from copilot.tui.survey_file_dialog import FileDialog
from copilot.tui.survey_list import SurveyListScreen
from copilot.tui.survey_run_screen import Stage, SurveyRunScreen
from copilot.tui.survey_sending_dialog import SendingDialog
from tests.tui.driving import Face
from tests.tui.survey_nouns import ASKED, SUMMARY
from tests.tui.surveying import (
    RUN,
    asking,
    back,
    kept,
    listing,
    news,
    prepared,
    read_again,
    rows,
    screen,
    summarized_from,
    surveying,
)
from tests.unit.skills.surveying import (
    QUESTION,
    CarefulReader,
    write_codebook,
    write_labels,
    write_survey,
)


@pytest.fixture
def survey(tmp_path: Path) -> Path:
    return write_survey(tmp_path / "export.csv")


async def say(face: Face, path: object) -> None:
    """Name a file in the dialog, and wait until it is offered."""
    await asking(face, FileDialog)
    face.app.screen.query_one(Input).value = str(path)
    await face.pilot.pause(0.1)
    await face.press("enter")


async def test_an_export_is_found_by_its_beginning_and_summarized(
    tmp_path: Path, survey: Path
) -> None:
    (tmp_path / "notes").mkdir()
    (tmp_path / "picture.png").touch()
    services = prepared(tmp_path)
    async with listing(services) as face:
        await face.press("n")
        await asking(face, FileDialog)
        dialog = face.app.screen
        assert isinstance(dialog, FileDialog)
        field = dialog.query_one(Input)
        field.value = f"{tmp_path}/"
        await face.until(lambda: f"{survey}" in dialog.offers)
        assert dialog.offers[0] == str(survey)
        assert f"{tmp_path}/notes/" in dialog.offers
        assert not any("picture" in one for one in dialog.offers)
        field.value = f"{tmp_path}/exp"
        await face.until(lambda: dialog.offers == [str(survey)])
        await face.press("tab")
        assert field.value == str(survey)
        await face.press("enter")
        await back(face)
        assert "Cluster:" in rows(face)
        await face.press("escape")
        await face.until(lambda: isinstance(face.app.screen, SurveyListScreen))
        await face.until(lambda: face.app.screen.query_one(OptionList).option_count == 1)
    [name] = services.artifacts.names()
    asked = services.workspace.root / "requests" / f"{name}.json"
    assert json.loads(asked.read_text("utf-8"))["file"] == str(survey)
    assert asked.stat().st_mode & 0o777 == 0o600
    assert str(tmp_path) not in (services.artifacts.folder / f"{name}.json").read_text("utf-8")


async def test_a_file_that_is_no_survey_is_told_in_the_list(tmp_path: Path) -> None:
    (tmp_path / "empty.csv").touch()
    async with listing(prepared(tmp_path)) as face:
        await face.press("n")
        await say(face, tmp_path / "empty.csv")
        await face.until(lambda: "empty.csv is empty" in news(face), RUN)
        await face.press("n")
        await say(face, tmp_path / "none" / "x.csv")
        await face.until(lambda: "x.csv is not there" in face.text(".trouble"))
        await face.press("escape")
        await face.until(lambda: isinstance(face.app.screen, SurveyListScreen))


async def test_a_changed_type_and_code_book_give_a_new_summary_and_the_old_one_stays(
    tmp_path: Path, survey: Path
) -> None:
    services = prepared(tmp_path)
    given = {
        "codebook": write_codebook(tmp_path / "book.json"),
        "labels": write_labels(tmp_path / "labels.jsonl", survey),
    }
    old = await summarized_from(services, survey, **given)
    before = read_again(services, old)
    async with surveying(services) as face:
        question = screen(face).work.book(before.open[0])
        theme = question.themes[0].model_copy(update={"name": "Finding notes"})
        screen(face).work.edit(before.open[0], question.edited(theme))
        screen(face).work.retype(before.columns[0], "ignore")
        await face.press("r")
        await asking(face, AgainDialog)
        told = face.text(".exact")
        assert f"File     export.csv\nFolder   {tmp_path}" in told
        assert "1 type by you: Plan" in told
        assert "you: labels.jsonl" in told
        await face.press("y")
        await face.until(lambda: len(services.artifacts.names()) == 2, RUN)
        await back(face)
        await face.until(lambda: "Finding notes" in rows(face))
        assert screen(face).artifact.id != old
        await face.press("escape")
        await face.until(lambda: isinstance(face.app.screen, SurveyListScreen))
    assert read_again(services, old) == before
    [new] = set(services.artifacts.names()) - {old}
    after = read_again(services, new)
    assert {one.name: one.type for one in after.columns}["Plan"] == "ignore"
    assert [one.share for one in after.open[0].themes] == [
        one.share for one in before.open[0].themes
    ]
    exports = services.workspace.root / "exports"
    assert {one.name for one in exports.iterdir()} == {
        "export.codebook.json",
        "export.schema.yaml",
    }


async def test_a_model_elsewhere_is_asked_about_with_every_answer_it_would_be_shown(
    tmp_path: Path, survey: Path
) -> None:
    model = CarefulReader()
    services = prepared(tmp_path, model)
    async with listing(services) as face:
        for key, said in (("n", "Nothing was sent"), ("w", ""), ("y", "")):
            await face.press("n")
            await say(face, survey)
            await asking(face, SendingDialog)
            assert "Send 54 masked answers to scripted:careful?" in face.text(".title")
            assert "54  " in face.text(".exact")
            assert not model.calls
            await face.press(key)
            if said:
                await face.until(lambda: "Nothing was sent" in news(face))
                continue
            await back(face)
            assert ("Cluster:" in rows(face)) == (key == "w")
            assert bool(model.calls) == (key == "y")
            await face.press("escape")
            await face.until(lambda: isinstance(face.app.screen, SurveyListScreen))
    assert len(services.artifacts.names()) == 2


async def test_a_stopped_run_keeps_what_was_read_and_goes_on(tmp_path: Path, survey: Path) -> None:
    model = SlowReader()
    services = prepared(tmp_path, model)
    async with listing(services) as face:
        await face.press("n")
        await say(face, survey)
        await asking(face, SendingDialog)
        await face.press("y")
        await asking(face, SurveyRunScreen)
        await face.until(lambda: "20 of 54 (37 %)" in face.text(".far"), RUN)
        assert "Labelling answers" in face.text(".stage")
        await face.press("escape")
        await face.until(lambda: "is kept" in news(face))
        assert not services.artifacts.names()
        read, model.seconds = len(model.calls), 0.0
        await face.press("n")
        await say(face, survey)
        await asking(face, SendingDialog)
        await face.press("y")
        await back(face)
        assert len(model.calls) - read <= 2


async def test_an_export_that_is_gone_or_changed_is_told_and_asked_for(
    tmp_path: Path, survey: Path
) -> None:
    services = prepared(tmp_path)
    old = await summarized_from(services, survey)
    moved = survey.rename(tmp_path / "moved.csv")
    async with surveying(services) as face:
        await face.press("r")
        await asking(face, FileDialog)
        assert "export.csv is not where it was" in face.text(".title")
        await say(face, moved)
        await asking(face, AgainDialog)
        assert not face.text(".remark")
        await face.press("n")
        await back(face)
        write_survey(survey, rows=40)
        await face.press("r")
        await asking(face, AgainDialog)
        assert "export.csv is not as it was" in face.text(".remark")
        await face.press("y")
        await face.until(lambda: len(services.artifacts.names()) == 2, RUN)
        await back(face)
        await face.until(lambda: screen(face).artifact.id != old)
        body = screen(face).artifact.body
        assert isinstance(body, SurveySummary)
        assert body.rows == 40


async def test_a_summary_that_does_not_know_its_folder_asks_for_the_file(
    tmp_path: Path, survey: Path
) -> None:
    services = prepared(tmp_path)
    name = await summarized_from(services, survey)
    (services.workspace.root / "requests" / f"{name}.json").write_text("{", "utf-8")
    async with surveying(services) as face:
        await face.press("r")
        await asking(face, FileDialog)
        assert "does not know the folder" in face.text(".title")


def test_a_code_book_is_for_its_question_and_found_themes_need_a_model() -> None:
    fields = {"file": "a.csv", "codebook": "b", "labels": "l"}
    again = Again(fields, (), QUESTION, 2, True, 1, "m:x")
    assert [one.key for one in again.choices] == ["y", "f", "n"]
    assert again.told("book")["question"] == [QUESTION]
    assert again.told("anew") == {"file": "a.csv", "codebook": None, "labels": None}
    same = again._replace(is_edited=False).choices[0]
    assert (same.answer, again.told("same")) == ("same", fields)
    alone = again._replace(reader="", fields={"file": "a.csv"})
    assert [one.answer for one in alone.choices] == ["same", "no"]


def test_all_that_is_used_is_said() -> None:
    fields = {
        "file": "/data/a.csv",
        "question": [QUESTION],
        "population": "/data/users.yaml",
        "names": ["Ann Lee", "Bo"],
    }
    told = "\n".join(Again(fields, (), QUESTION, 2, True, 0, "m:x").lines())
    assert f"Question {QUESTION}\n" in told
    assert "Weighted to users.yaml\n" in told
    assert "Masked   Ann Lee, Bo\n" in told
    assert "Question all open ones\n" in "\n".join(
        Again({"file": "a.csv"}, (), QUESTION, 2, True, 0, "m:x").lines()
    )


async def test_questions_that_a_code_book_left_out_can_be_read_again(
    tmp_path: Path, survey: Path
) -> None:
    services = prepared(tmp_path, CarefulReader())
    columns = [*SUMMARY.columns, Column(name="What else?", type="open")]
    name = kept(services, SUMMARY.model_copy(update={"columns": columns}))
    asked = {"file": str(survey), "question": [ASKED], "codebook": str(tmp_path / "book.json")}
    services.surveys.requests.keep(name, asked)
    async with surveying(services) as face:
        await face.press("r")
        await asking(face, AgainDialog)
        choices = [str(one.prompt) for one in face.app.screen.query_one(OptionList).options]
        assert any("with 1 more open question" in one for one in choices)
    whole = Again(asked, (), ASKED, 2, True, 0, "m:x", left_out=1)
    assert whole.told("all") == {**asked, "question": [], "codebook": None, "labels": None}
    assert whole.told("anew")["question"] == [ASKED]
    assert [one.key for one in whole._replace(left_out=0).choices] == ["y", "f", "n"]


async def test_a_run_that_ends_below_another_screen_waits_for_it(
    tmp_path: Path, survey: Path
) -> None:
    services = prepared(tmp_path, SlowReader(seconds=0.5))
    async with listing(services) as face:
        await face.press("n")
        await say(face, survey)
        await asking(face, SendingDialog)
        await face.press("y")
        await asking(face, SurveyRunScreen)
        show_help(face.app.screen, "above the run")
        await face.until(lambda: isinstance(face.app.screen, HelpScreen))
        await face.until(services.artifacts.names, RUN)
        await face.pilot.pause(0.3)
        assert isinstance(face.app.screen, HelpScreen)
        await face.press("escape")
        await back(face)
        await face.press("escape")
        await face.until(lambda: isinstance(face.app.screen, SurveyListScreen))


async def test_offers_of_an_earlier_text_are_never_taken(tmp_path: Path, survey: Path) -> None:
    services = prepared(tmp_path)
    taken: list[str | None] = []
    async with listing(services) as face:
        dialog = FileDialog(SlowDesk(services), "Which?", f"{tmp_path}/")
        face.app.push_screen(dialog, taken.append)
        await face.until(lambda: str(survey) in dialog.offers)
        dialog.query_one(Input).value = f"{tmp_path}/z"
        await face.press("tab")
        assert dialog.query_one(Input).value == f"{tmp_path}/z"
        await face.press("enter")
        await face.until(lambda: "z is not there" in face.text(".trouble"))
        assert not taken
        dialog.query_one(Input).value = f"{tmp_path}/ex"
        await face.press("enter")
        await face.until(lambda: taken == [str(survey)])


class SlowDesk(SurveyDesk):
    """A desk that looks into folders slowly once a name is begun."""

    async def exports_like(self, said: str) -> list[str]:
        if not said.endswith("/"):
            await asyncio.sleep(0.3)
        return await super().exports_like(said)


def test_steps_that_an_earlier_run_has_done_do_not_tell_the_pace() -> None:
    stage = Stage("Labelling", 0, 100, 0.0, 0, 0.0)
    for done in (20, 40, 60):
        stage = stage.then("Labelling", done, 100, done / 2_000)
    stage = stage.then("Labelling", 70, 100, 60.03)
    assert stage.said(60.03) == "70 of 100 (70 %), about 3 min left"


class SlowReader(CarefulReader):
    """A careful model that takes its time from the second batch of labels on."""

    seconds: float = 20.0

    async def _agenerate(self, messages: list[BaseMessage], *_: Any, **__: Any) -> ChatResult:
        if self.calls.count("label"):
            await asyncio.sleep(self.seconds)
        return self._generate(messages)


async def test_a_bug_ends_the_run_and_not_the_program(tmp_path: Path, survey: Path) -> None:
    async with listing(prepared(tmp_path, BrokenReader())) as face:
        await face.press("n")
        await say(face, survey)
        await asking(face, SendingDialog)
        await face.press("y")
        await face.until(lambda: "ZeroDivisionError: no. This is a bug" in news(face), RUN)


class BrokenReader(CarefulReader):
    """A model with a bug."""

    def _generate(self, messages: list[BaseMessage], *_: Any, **__: Any) -> ChatResult:
        raise ZeroDivisionError("no")
