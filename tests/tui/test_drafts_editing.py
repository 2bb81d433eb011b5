"""Stories edited in a real editor: seen before and after, kept after a yes, and never lost."""

from pathlib import Path

import pytest

from copilot.domain.conversation import Done, ToolEnd, ToolStart
from copilot.services import Services
from copilot.tui.drafts_screen import DraftsScreen
from tests.tui.doubles import ScriptedAgent
from tests.tui.drafting import (
    FIRST,
    SECOND,
    asked,
    drafted,
    drafting,
    editor,
    kept,
    news,
    rows,
    screen,
    shown,
    stories,
)
from tests.tui.driving import opened

ADDED = "s/^Assumptions/Criterion\\nGiven they are blocked\\nWhen they look\\nThen it fails\\n\\n&/"


def use(monkeypatch: pytest.MonkeyPatch, command: str) -> None:
    """Name an editor as a user's shell does."""
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", command)


async def test_an_edited_story_is_shown_checked_and_kept_after_a_yes(
    real: Services, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = kept(real, "Some stories", drafted(FIRST, SECOND))
    use(monkeypatch, editor(tmp_path, f"s/quickly hide/hide/; {ADDED}"))
    async with drafting(real) as face:
        await face.press("n", "e")
        said = await asked(face)
        assert "Keep these changes to US-001?" in said
        assert "- I want: to quickly hide my age on my profile" in said
        assert "+ I want: to hide my age on my profile" in said
        assert "+ Given they are blocked" in said
        assert "before, " in said
        assert stories(real, name)[0].i_want == FIRST.i_want
        await face.press("y")
        await face.until(lambda: "US-001 is kept as you wrote it." in news(face))
        first, second = stories(real, name)
        assert first.i_want == "to hide my age on my profile"
        assert [one.id for one in first.criteria] == ["AC-001.1", "AC-001.2"]
        assert (first.sources, first.assumptions) == (FIRST.sources, FIRST.assumptions)
        assert "unambiguous.vague" not in [one.rule for one in first.findings]
        assert [one.key for one in first.findings if not one.key] == []
        assert second.title == SECOND.title
        await face.until(lambda: "Given they are blocked" in shown(face))
        assert "“quickly”" not in shown(face)


async def test_what_the_stories_cover_is_counted_anew(
    real: Services, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = kept(real, "Some stories", drafted(FIRST))
    use(
        monkeypatch,
        editor(tmp_path, "s/^Then .*/Then x/; s/^And .*//; s/^When.*/When y/; s/^Given.*//"),
    )
    async with drafting(real) as face:
        assert "1 of 2 requirements covered" in shown(face)
        await face.press("e")
        await asked(face)
        await face.press("y")
        await face.until(lambda: "0 of 2 requirements covered" in shown(face))
        assert stories(real, name)[0].sources == FIRST.sources


async def test_a_text_that_does_not_read_is_told_by_its_line_and_offered_again(
    real: Services, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = kept(real, "Some stories", drafted(FIRST))
    use(monkeypatch, editor(tmp_path, "s/^When/Wenn/; s/their age$/it/", "s/^Wenn/When/"))
    async with drafting(real) as face:
        await face.press("n", "e")
        await face.until(lambda: "Line 11: “Wenn they hide it” begins with" in news(face))
        assert "e opens it again" in shown(face)
        assert stories(real, name)[0].criteria == FIRST.criteria
        await face.press("escape", "escape", "f5")
        await face.until(lambda: isinstance(face.app.screen, DraftsScreen))
        await face.until(lambda: "e opens it again" in shown(face))
        await face.press("e")
        assert "+ When they hide it" in await asked(face)
        assert "Wenn they hide it" in (tmp_path / "given-1").read_text("utf-8")
        await face.press("y")
        await face.until(lambda: stories(real, name)[0].criteria[0].when == "they hide it")
        await face.until(lambda: "opens it again" not in shown(face))


@pytest.mark.parametrize("key", ["n", "escape", "enter"])
async def test_without_a_yes_nothing_is_kept_and_the_text_waits(
    real: Services, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, key: str
) -> None:
    name = kept(real, "Some stories", drafted(FIRST))
    use(monkeypatch, editor(tmp_path, "s/^Title.*/Title: Another/", "s/x/x/"))
    async with drafting(real) as face:
        await face.press("n", "e")
        await asked(face)
        await face.press(key)
        await face.until(lambda: "e opens your text again" in news(face))
        assert stories(real, name)[0].title == FIRST.title
        await face.press("e")
        assert "+ Title: Another" in await asked(face)
        await face.press("d")
        await face.until(lambda: "thrown away" in news(face))
        await face.press("e")
        await face.until(lambda: "Nothing was changed." in news(face))
        assert "Title: Hide the age." in (tmp_path / "given-2").read_text("utf-8")


async def test_a_story_that_was_changed_elsewhere_is_not_overwritten(
    real: Services, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = kept(real, "Some stories", drafted(FIRST))
    use(monkeypatch, editor(tmp_path, "s/^Title.*/Title: Mine/"))
    async with drafting(real) as face:
        await face.press("n", "e")
        await asked(face)
        body = drafted(FIRST.model_copy(update={"title": "Theirs"}))
        real.artifacts.keep(real.artifacts.opened(name).model_copy(update={"body": body}))
        await face.press("y")
        await face.until(lambda: "was changed elsewhere" in news(face))
        assert stories(real, name)[0].title == "Theirs"
        await face.until(lambda: "Theirs" in shown(face))
        await face.press("e")
        said = await asked(face)
        assert "- Title: Theirs" in said
        assert "+ Title: Mine" in said


@pytest.mark.parametrize("command", ["false", "/nowhere/editor", "''"])
async def test_an_editor_that_does_not_work_changes_nothing(
    real: Services, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    name = kept(real, "Some stories", drafted(FIRST))
    use(monkeypatch, command)
    async with drafting(real) as face:
        await face.press("e")
        await face.until(lambda: "The editor" in face.text("Toast"))
        assert stories(real, name)[0].title == FIRST.title


async def test_a_text_in_another_encoding_is_seen_before_it_is_kept(
    real: Services, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept(real, "Some stories", drafted(FIRST))
    use(monkeypatch, editor(tmp_path, "s/^Title.*/Title: Caf\\xe9/"))
    async with drafting(real) as face:
        await face.press("e")
        assert "+ Title: Caf�" in await asked(face)


async def test_the_story_under_the_cursor_is_edited(
    real: Services, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept(real, "Some stories", drafted(FIRST, SECOND))
    use(monkeypatch, editor(tmp_path, "s/^Title.*/Title: Another/"))
    async with drafting(real) as face:
        await face.press("e")
        await face.until(lambda: "Choose the story" in news(face))
        await face.press("right_square_bracket", "right_square_bracket", "e")
        assert "Keep these changes to US-002?" in await asked(face)


async def test_new_findings_are_told_before_the_story_is_kept(
    real: Services, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept(real, "Some stories", drafted(FIRST))
    use(monkeypatch, editor(tmp_path, "s/5 seconds/17 seconds/"))
    async with drafting(real, (40, 10)) as face:
        await face.press("e")
        said = await asked(face)
        assert "“17” does not stand in the source" in " ".join(said.split())


@pytest.mark.parametrize(
    ("kind", "what"), [("draft_story", "F5 opens the stories"), ("draft_spec", "F5 opens the spec")]
)
async def test_the_conversation_tells_the_key_and_f5_opens_what_it_made(
    real: Services, kind: str, what: str
) -> None:
    made = kept(real, "Made here", drafted(FIRST))
    kept(real, "Kept since", drafted(SECOND))
    agent = ScriptedAgent(
        [
            [
                ToolStart(id="1", name=kind, arguments={}),
                ToolEnd(id="1", name=kind, summary="Made", artifact={"kind": kind, "id": made}),
                Done(session="s", text="Drafted."),
            ]
        ]
    )
    async with opened(real, agent) as face:
        await face.ask("Draft stories")
        await face.until(lambda: what in face.text("Notice .words"))
        await face.press("f5")
        await face.until(lambda: isinstance(face.app.screen, DraftsScreen))
        await face.until(lambda: "Made here" in shown(face))
        assert rows(face).index("Kept since") < rows(face).index("Made here")
        assert screen(face).drafts.highlighted == 1
