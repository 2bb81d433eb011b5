"""Drafts written to files, in a format and at a place that a person chooses."""

from pathlib import Path
from typing import cast

from textual.widgets import Input, OptionList

from copilot.services import Services
from copilot.tui.export_dialog import ExportDialog, ReplaceDialog
from tests.tui.drafting import (
    FIRST,
    SECOND,
    SPEC,
    asked,
    drafted,
    drafting,
    kept,
    news,
)
from tests.tui.driving import Face


async def dialog(face: Face) -> ExportDialog:
    """Press x and wait until a path is proposed."""
    await face.press("x")
    await face.until(lambda: isinstance(face.app.screen, ExportDialog))
    await face.until(lambda: path(face))
    return cast(ExportDialog, face.app.screen)


def path(face: Face) -> str:
    return face.app.screen.query_one(Input).value


def formats(face: Face) -> list[str]:
    return [str(one.prompt) for one in face.app.screen.query_one(OptionList).options]


async def test_a_draft_is_written_where_it_is_proposed(real: Services) -> None:
    name = kept(real, "Some stories", drafted(FIRST))
    proposed = real.workspace.root / "exports" / f"{name}.md"
    async with drafting(real) as face:
        await dialog(face)
        assert path(face) == str(proposed)
        await face.press("enter", "enter")
        await face.until(lambda: f"Written: {proposed}" in news(face))
        assert "Hide the age." in proposed.read_text("utf-8")


async def test_only_formats_that_the_draft_can_take_are_offered(real: Services) -> None:
    kept(real, "Some stories", drafted(FIRST))
    kept(real, "A spec", SPEC, "draft_spec")
    async with drafting(real) as face:
        await dialog(face)
        assert "Word document" in formats(face)
        assert not [one for one in formats(face) if "Gherkin" in one]
        await face.press("escape", "down")
        await face.until(lambda: face.app.screen.query("DraftDocument"))
        await face.pilot.pause(0.1)
        await dialog(face)
        assert [one for one in formats(face) if "Gherkin" in one]


async def test_the_path_follows_the_format_until_it_is_written_by_hand(real: Services) -> None:
    kept(real, "Some stories", drafted(FIRST))
    async with drafting(real) as face:
        await dialog(face)
        await face.press("down")
        await face.until(lambda: path(face).endswith(".json"))
        await face.press("tab", "x", "down")
        await face.pilot.pause(0.2)
        assert path(face).endswith(".jsonx")


async def test_a_file_that_is_there_is_replaced_after_a_yes_only(
    real: Services, tmp_path: Path
) -> None:
    kept(real, "Some stories", drafted(FIRST))
    there = tmp_path / "mine [x] [b.md"
    there.write_text("Mine", "utf-8")
    async with drafting(real, (80, 24)) as face:
        for key, end in (("n", "Nothing was written."), ("y", "Written: ")):
            await dialog(face)
            face.app.screen.query_one(Input).value = str(there)
            await face.press("enter", "enter")
            await face.until(lambda: isinstance(face.app.screen, ReplaceDialog))
            assert str(there) in await asked(face)
            assert there.read_text("utf-8") == "Mine"
            await face.press(key)
            await face.until(lambda end=end: end in news(face))  # type: ignore[misc]
        assert "Hide the age." in there.read_text("utf-8")


async def test_several_files_go_to_a_folder(real: Services, tmp_path: Path) -> None:
    kept(real, "Some stories", drafted(FIRST, SECOND))
    async with drafting(real, (40, 10)) as face:
        await dialog(face)
        await face.press("up")
        await face.until(lambda: path(face).endswith("-feature"))
        face.app.screen.query_one(Input).value = f"{tmp_path}/features"
        await face.press("enter", "enter")
        await face.until(lambda: f"Written: 2 files in {tmp_path}/features" in news(face))
        assert len(list((tmp_path / "features").iterdir())) == 2


async def test_a_place_that_cannot_be_written_to_is_told(real: Services, tmp_path: Path) -> None:
    kept(real, "Some stories", drafted(FIRST, SECOND))
    (tmp_path / "file").write_text("", "utf-8")
    async with drafting(real) as face:
        for place, what in (
            ("", "There is no path"),
            (f"{tmp_path}/file/a.md", "cannot be written"),
            ("~nobody-of-that-name/a.md", "nobody's home"),
            (f"{tmp_path}/{'x' * 300}", "cannot be written"),
        ):
            await dialog(face)
            face.app.screen.query_one(Input).value = place
            await face.press("enter", "enter")
            await face.until(lambda what=what: what in face.text("Toast"))  # type: ignore[misc]


async def test_what_has_no_items_says_so_in_the_dialog(real: Services) -> None:
    kept(real, "None", drafted())
    async with drafting(real) as face:
        await dialog(face)
        await face.press("up")
        await face.until(lambda: "has no stories" in face.text(".trouble"))
        await face.press("enter", "enter")
        await face.until(lambda: face.text("Toast"))


async def test_findings_that_were_accepted_are_not_exported(real: Services, tmp_path: Path) -> None:
    kept(real, "Some stories", drafted(FIRST))
    async with drafting(real) as face:
        await face.press("n", "a")
        await face.until(lambda: "Accepted" in news(face))
        await dialog(face)
        face.app.screen.query_one(Input).value = f"{tmp_path}/a.md"
        await face.press("enter", "enter")
        await face.until(lambda: "Written" in news(face))
        text = (tmp_path / "a.md").read_text("utf-8")
        assert "does not stand in the source" in text
        assert "Nobody can test" not in text
