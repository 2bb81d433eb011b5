"""Code books, types and labels that a person corrects on the screen of a survey."""

import json
from pathlib import Path
from typing import cast

import pytest
from textual.content import Content
from textual.widgets import Input, OptionList, Static

from copilot.errors import InputError
from copilot.services import Services
from copilot.stores.surveys.codebook_file import read_codebook
from copilot.stores.surveys.schema_file import read_schema
from copilot.tui.export_dialog import ExportDialog
from copilot.tui.survey_dialogs import PathDialog, PickDialog
from copilot.tui.survey_shelf import KeptSurveys
from copilot.tui.survey_theme_dialog import ThemeDialog
from copilot.tui.survey_work import SurveyWork
from tests.tui.survey_nouns import ASKED, QUESTION, SUMMARY
from tests.tui.surveying import (
    asking,
    back,
    detail,
    kept,
    news,
    read_again,
    reading,
    rows,
    screen,
    surveying,
)


async def test_an_edited_code_book_is_signed_off_and_never_over_a_file(
    real: Services, tmp_path: Path
) -> None:
    kept(real)
    there = tmp_path / "mine.json"
    there.write_text("Mine", "utf-8")
    async with surveying(real) as face:
        await face.press("5", "down", "e")
        await asking(face, ThemeDialog)
        face.app.screen.query_one("#name", Input).value = "Cost [/x]"
        face.app.screen.query_one("#definition", Input).value = "Money."
        await face.press("enter")
        await back(face)
        assert "Cost [/x]" in rows(face)
        assert "Code book*" in face.text("PageName")
        await face.press("w")
        await asking(face, PathDialog)
        face.app.screen.query_one(Input).value = str(there)
        await face.press("enter")
        await face.until(lambda: "there already" in face.text(".trouble"))
        face.app.screen.query_one(Input).value = f"{tmp_path}/new/book.json"
        await face.press("enter")
        await face.until(lambda: "Written" in news(face))
        assert "Code book*" not in face.text("PageName")
        assert "Cost [/x]" in rows(face)
    book = tmp_path / "new" / "book.json"
    assert [(one.key, one.name) for one in read_codebook(book)] == [
        ("t1", "Cost [/x]"),
        ("t2", "Speed"),
    ]
    assert there.read_text("utf-8") == "Mine"


async def test_themes_are_merged_and_dropped_and_that_is_taken_back(real: Services) -> None:
    kept(real)
    async with surveying(real, (80, 24)) as face:
        await face.press("5", "down", "m")
        await asking(face, PickDialog)
        await face.press("enter")
        await back(face)
        await face.until(lambda: "“Speed” went into “Price”" in news(face))
        await reading(face, "It costs too much. It is slow.")
        assert "Speed" not in rows(face)
        await face.press("d")
        await face.until(lambda: "A code book needs a theme." in face.text("Toast"))
        await face.press("u")
        assert "Speed" in rows(face)
        await face.press("d")
        assert "Price" not in rows(face)
        await face.press("home", "u", "u")
        assert "Nothing was changed." in news(face)


async def test_a_theme_needs_a_name_and_escape_changes_nothing(real: Services) -> None:
    kept(real)
    async with surveying(real) as face:
        await face.press("5", "e")
        assert "Choose a theme first." in news(face)
        await face.press("down", "e")
        await asking(face, ThemeDialog)
        face.app.screen.query_one("#name", Input).value = " "
        await face.press("enter")
        assert "needs a name" in face.text(".trouble")
        await face.press("escape")
        await back(face)
        assert "Code book*" not in face.text("PageName")


async def test_what_is_not_written_waits_while_the_program_runs(real: Services) -> None:
    kept(real)
    async with surveying(real) as face:
        await face.press("5", "down", "d", "escape")
        await face.until(lambda: "waits here unwritten" in face.text("Toast"))
        await face.press("enter")
        await back(face)
        await face.press("5")
        assert "Price" not in rows(face)


async def test_a_type_is_changed_and_the_schema_written_beside(real: Services) -> None:
    kept(real)
    async with surveying(real) as face:
        await face.press("4", "t")
        await asking(face, PickDialog)
        place = face.app.screen.query_one(OptionList).highlighted
        assert place is not None
        await face.press("down", "enter")
        await back(face)
        assert "segment → nps" in rows(face)
        await face.press("w")
        await asking(face, PathDialog)
        path = Path(face.app.screen.query_one(Input).value)
        assert path == real.workspace.root / "exports" / "feedback.schema.yaml"
        await face.press("enter")
        await face.until(lambda: f"Written: {path}. r summarizes" in news(face))
        assert read_schema(path).columns["Plan"].type == "nps"
        await face.press("u")
        assert "→" not in rows(face)
        await face.press("w")
        await asking(face, PathDialog)
        assert face.app.screen.query_one(Input).value.endswith("feedback-2.schema.yaml")


async def test_labels_are_checked_one_after_another_and_widen_the_intervals(
    real: Services,
) -> None:
    name = kept(real)
    async with surveying(real) as face:
        await face.press("6")
        await reading(face, "“Far too expensive for us.” row 7")
        marked = cast(Content, screen(face).detail.query_one(Static).render())
        spans = [one for one in marked.spans if "underline" in str(one.style)]
        assert [marked.plain[one.start : one.end] for one in spans] == ["too expensive"]
        await face.press("y")
        await reading(face, "It is slow.")
        await face.press("s", "n")
        await face.until(lambda: "1 of 2 agreed (50 %). w keeps it" in news(face))
        assert read_again(real, name).open[0].agreement is None
        await face.press("w")
        await face.until(lambda: "A person checked 2 labels and agreed with 1" in news(face))
        await face.press("1")
        await reading(face, "A person agreed with 50 % of the labels checked.")
    found = read_again(real, name).open[0]
    low, high = found.themes[0].ci
    assert low < 0.3 < 0.5 < high
    assert [one.upheld for one in found.checkable] == [True, None, False]
    assert "A person checked 2 labels" in SUMMARY.model_copy(update={"open": [found]}).markdown()


async def test_an_answer_is_read_while_it_is_judged_on_a_small_screen(real: Services) -> None:
    kept(real)
    async with surveying(real, (40, 10)) as face:
        await face.press("6")
        await face.until(lambda: screen(face).detail.region.height >= 4)
        await face.press("y")
        await reading(face, "It hangs all day.")
        assert screen(face).detail.region.height >= 4


def test_a_check_of_nothing_is_not_kept(real: Services) -> None:
    name = kept(real)
    with pytest.raises(InputError, match="No label was checked"):
        KeptSurveys(real).keep_check(name, ASKED, {})


def test_verdicts_that_are_kept_do_not_wait() -> None:
    work = SurveyWork()
    question = QUESTION.model_copy(
        update={"checkable": (QUESTION.checkable[0].model_copy(update={"upheld": True}),)}
    )
    assert work.given(question) == {0: True}
    assert not work.waits([question])
    work.verdicts(question)[0] = False
    assert work.waits([question])


@pytest.mark.parametrize(
    ("steps", "ending", "said"),
    [(0, ".md", "## What should we improve?"), (1, ".json", '"themes"'), (2, ".html", "<svg")],
)
async def test_a_summary_is_exported(real: Services, steps: int, ending: str, said: str) -> None:
    name = kept(real)
    async with surveying(real) as face:
        await face.press("x")
        await asking(face, ExportDialog)
        field = face.app.screen.query_one(Input)
        await face.until(lambda: field.value)
        await face.press(*["down"] * steps)
        await face.until(lambda: field.value.endswith(ending))
        await face.press("enter", "enter")
        await face.until(lambda: "Written" in news(face))
    text = (real.workspace.root / "exports" / f"{name}{ending}").read_text("utf-8")
    assert said in text
    assert ("It hangs all day." in text) == (ending == ".json")
    if ending == ".json":
        assert len(json.loads(text)["body"]["open"]) == 2


async def test_nothing_changes_when_a_question_is_left_unanswered(real: Services) -> None:
    kept(real)
    async with surveying(real) as face:
        for keys, dialog in (
            (("4", "t"), PickDialog),
            (("w",), PathDialog),
            (("5", "down", "m"), PickDialog),
            (("x",), ExportDialog),
        ):
            await face.press(*keys)
            await asking(face, dialog)
            await face.press("escape")
            await back(face)
        assert "*" not in face.text("PageName")
        assert detail(face)
    assert not (real.workspace.root / "exports").exists()
