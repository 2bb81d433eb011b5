"""The screen of kept stories and specifications, with real drafts and no model."""

import pytest

from copilot.domain.requirement import Coverage, Requirement
from copilot.domain.story import Criterion, Stories, Story
from copilot.services import Services
from copilot.stores.lint_choices import ChoicesFile
from copilot.tui.draft_sources import DraftSourcesScreen
from copilot.tui.drafts_screen import DraftsScreen
from copilot.tui.help_screen import HelpScreen
from copilot.tui.kept_drafts import KeptDrafts
from tests.tui.doubles import ScriptedAgent
from tests.tui.drafting import (
    FIRST,
    SECOND,
    SPEC,
    TOLD,
    current,
    drafted,
    drafting,
    kept,
    news,
    open_drafts,
    rows,
    screen,
    shown,
)
from tests.tui.driving import opened

HOSTILE = "[red]x[/red] [/] [/x] [b \x1b[31mevil\u202e [@click=app.quit]"


async def test_without_drafts_it_says_how_to_begin(real: Services) -> None:
    async with drafting(real) as face:
        assert "No drafts yet" in shown(face)
        assert "/draft-story" in shown(face)
        await face.press("n", "a", "m", "e", "x", "c", "full_stop", "right_square_bracket")
        assert "No drafts yet" in shown(face)
        await face.press("escape")
        await face.until(lambda: face.app.screen is face.chat)


async def test_drafts_are_listed_the_newest_first_with_what_is_open(real: Services) -> None:
    kept(real, "A spec [/x]", SPEC, "draft_spec")
    kept(real, "Some stories", drafted(FIRST, SECOND))
    async with drafting(real) as face:
        first, _, second = rows(face).partition("A spec [/x]")
        assert "Some stories\n  2 stories · " in first
        assert "findings · 1 question" in first
        assert "spec · 1 question" in second


async def test_a_draft_begins_with_what_it_covers_and_what_is_asked(real: Services) -> None:
    name = kept(real, "Some stories", drafted(FIRST, SECOND))
    async with drafting(real) as face:
        lines = [line.strip() for line in shown(face).split("\n") if line.strip()]
        assert lines[:6] == [
            "Some stories",
            f"1 November 2026 · {name}",
            "! 1 of 2 requirements covered; missing FR-002",
            "! Rests on no requirement of the source: US-002",
            "Only you can say",
            "a) Who may see a hidden age?",
        ]
        assert "FR-002 missing: Reports are kept for 90 days." in shown(face)


async def test_findings_stand_under_what_they_are_about(real: Services) -> None:
    kept(real, "Some stories", drafted(FIRST))
    async with drafting(real) as face:
        text = " ".join(shown(face).split())
        sentence = "I want to quickly hide my age on my profile, so that nobody judges me by it."
        assert f"{sentence} ! warning Nobody can test “quickly”." in text
        assert "5 seconds ! warning “5” does not stand in the source." in text
        assert "Sources: FR-001, ai-act#art-5 assumed The age of every guest is known." in text


async def test_the_words_that_a_finding_is_about_are_marked(real: Services) -> None:
    kept(real, "Some stories", drafted(FIRST))
    async with drafting(real) as face:
        marked = [
            content.plain[span.start : span.end]
            for block in screen(face).document.blocks
            for content in (line.text for line in block.lines)
            for span in content.spans
            if "underline" in str(span.style)
        ]
        assert marked == ["quickly", "5"]


async def test_keys_go_from_finding_to_finding_and_from_story_to_story(real: Services) -> None:
    kept(real, "Some stories", drafted(FIRST, SECOND))
    async with drafting(real) as face:
        await face.press("n")
        assert "“quickly”" in current(face)
        assert face.app.focused is screen(face).document
        await face.press("n")
        assert "“5”" in current(face)
        await face.press("N")
        assert "“quickly”" in current(face)
        await face.press("right_square_bracket")
        assert current(face).startswith("US-002 Show the age")
        await face.press("left_square_bracket")
        assert current(face).startswith("US-001 Hide the age")
        await face.press("left_square_bracket")
        assert current(face).startswith("US-002")


async def test_a_finding_is_accepted_and_the_same_key_takes_it_back(real: Services) -> None:
    kept(real, "Some stories", drafted(FIRST))
    async with drafting(real) as face:
        before = rows(face)
        await face.press("n", "a")
        await face.until(lambda: "Accepted" in news(face))
        accepted = ChoicesFile(real.workspace).read().accepted
        assert [(one.rule, one.story) for one in accepted] == [("unambiguous.vague", FIRST.text)]
        assert "✓ accepted  Nobody can test “quickly”." in current(face)
        await face.until(lambda: rows(face) != before)
        await face.press("a")
        await face.until(lambda: "open again" in news(face))
        assert ChoicesFile(real.workspace).read().accepted == ()
        assert "! warning" in current(face)
        await face.until(lambda: rows(face) == before)


async def test_keys_pressed_at_once_are_obeyed_one_after_the_other(real: Services) -> None:
    kept(real, "Some stories", drafted(FIRST))
    async with drafting(real) as face:
        await face.press("n", "a", "a", "a", "n", "a")
        await face.until(lambda: len(ChoicesFile(real.workspace).read().accepted) == 2)


async def test_a_rule_is_muted_everywhere_and_the_same_key_takes_it_back(real: Services) -> None:
    kept(real, "Some stories", drafted(FIRST, FIRST.model_copy(update={"id": "US-002"})))
    async with drafting(real) as face:
        await face.press("n", "m")
        await face.until(lambda: "Muted everywhere: unambiguous.vague" in news(face))
        assert ChoicesFile(real.workspace).read().muted == ("unambiguous.vague",)
        assert shown(face).count("– muted") == 2
        await face.press("a")
        await face.until(lambda: "m brings it back" in news(face))
        await face.press("m")
        await face.until(lambda: "Looked for again" in news(face))
        assert ChoicesFile(real.workspace).read().muted == ()
        assert "muted" not in shown(face)


async def test_a_criterion_that_was_muted_as_a_whole_is_brought_back(real: Services) -> None:
    ChoicesFile(real.workspace).change(mute=("unambiguous",))
    kept(real, "Some stories", drafted(FIRST))
    async with drafting(real) as face:
        assert "“quickly”" not in shown(face)
        await face.press("full_stop", "n")
        assert "– muted  Nobody can test “quickly”." in current(face)
        await face.press("m")
        await face.until(lambda: "Looked for again" in news(face))
        assert ChoicesFile(real.workspace).read().muted == ()


async def test_what_was_accepted_before_is_hidden_until_it_is_asked_for(real: Services) -> None:
    kept(real, "Some stories", drafted(FIRST))
    async with drafting(real) as face:
        await face.press("n", "a")
        await face.until(lambda: "Accepted" in news(face))
        await face.press("escape", "escape")
        await open_drafts(face)
        assert "“quickly”" not in shown(face)
        assert "1 finding accepted or muted; full stop shows them." in shown(face)
        await face.press("full_stop")
        assert "✓ accepted  Nobody can test “quickly”." in shown(face)
        await face.press("full_stop")
        assert "“quickly”" not in shown(face)


async def test_findings_without_keys_are_told_apart(real: Services) -> None:
    body = drafted(FIRST)
    bare = [one.model_copy(update={"key": ""}) for one in body.stories[0].findings]
    story = FIRST.model_copy(update={"findings": bare})
    kept(real, "Some stories", body.model_copy(update={"stories": [story]}))
    async with drafting(real) as face:
        await face.press("n", "a")
        await face.until(lambda: "before findings had keys" in news(face))
        assert not ChoicesFile(real.workspace).path.exists()


async def test_a_choices_file_that_cannot_be_read_hides_no_draft(real: Services) -> None:
    name = kept(real, "Some stories", drafted(FIRST))
    ChoicesFile(real.workspace).path.write_text("muted: [/x]: {", "utf-8")
    async with drafting(real) as face:
        await face.until(lambda: "has another form" in news(face))
        assert name in shown(face)
        await face.press("n", "a")
        await face.until(lambda: "has another form" in face.text("Toast"))


async def test_every_statement_of_a_specification_says_on_what_it_rests(real: Services) -> None:
    kept(real, "A spec", SPEC, "draft_spec")
    async with drafting(real) as face:
        text = " ".join(shown(face).split())
        assert "Stakes: high." in text
        assert "Problem - Guests feel judged. cited S1 - Ages are shown. assumed" in text
        assert "What it must do FR-001 Guests can hide their age on their profile. cited S1" in text
        assert "seen It is hidden." in text
        assert "Assumptions assumed p-2: Ages are shown." in text
        await face.press("enter", "n")
        await face.until(lambda: "Nothing is open here" in news(face))
        await face.press("e")
        await face.until(lambda: "Stories can be edited here" in news(face))


async def test_a_damaged_draft_is_listed_and_told(real: Services) -> None:
    kept(real, "Whole", drafted(FIRST))
    damaged = real.artifacts.folder / "draft-story-20261101-0badf0.json"
    damaged.write_text('{"kind": "draft_story", [/x]\x1b[31m', "utf-8")
    wrong = real.artifacts.folder / "draft-spec-20261101-0badf1.json"
    wrong.write_text('{"kind": "draft_spec", "id": "draft-spec-20261101-0badf1"}', "utf-8")
    async with drafting(real) as face:
        assert "✕ draft-spec-20261101-0badf1\n  damaged" in rows(face)
        await face.until(lambda: "is damaged" in shown(face))
        await face.press("down")
        await face.until(lambda: "The file is damaged of artifact" in shown(face))
        await face.press("n", "a", "e", "x")
        await face.until(lambda: "No draft is open." in news(face))
        await face.press("c", "down")
        await face.until(lambda: "US-001 Hide the age" in shown(face))


async def test_other_artifacts_are_not_listed(real: Services) -> None:
    (real.artifacts.folder).mkdir(parents=True)
    (real.artifacts.folder / "review-ethics-20261101-0badf0.json").write_text("{}", "utf-8")
    async with drafting(real) as face:
        assert "No drafts yet" in shown(face)


@pytest.mark.parametrize("size", [(40, 10), (80, 24)])
async def test_hostile_drafts_are_shown_as_they_are(real: Services, size: tuple[int, int]) -> None:
    story = Story(
        id=HOSTILE,
        title=HOSTILE,
        as_a=HOSTILE,
        i_want=HOSTILE * 9,
        so_that=HOSTILE,
        criteria=[Criterion(id=HOSTILE, given=[HOSTILE], when=HOSTILE, then=[HOSTILE])],
        sources=[HOSTILE],
        depends_on=[HOSTILE],
        assumptions=[HOSTILE],
    )
    body = drafted(story).model_copy(
        update={
            "questions": [HOSTILE],
            "requirements": [Requirement(id=HOSTILE, text=HOSTILE)],
            "coverage": Coverage(missing=(HOSTILE,), orphans=(HOSTILE,), unread=(HOSTILE,)),
        }
    )
    kept(real, HOSTILE, body)
    async with drafting(real, size) as face:
        await face.press("full_stop", "enter", "n", "a", "n", "m", "f1", "escape", "c")
        await face.press("end", "home", "pagedown")
        everything = "\n".join((rows(face), shown(face), face.text("DraftsScreen Static")))
        assert "[red]x[/red]" in " ".join(everything.split())
        assert not any(sign in everything for sign in "\x1b\u202e")
        assert "\x1b" not in face.app.clipboard


async def test_empty_and_very_many_stories_are_shown(real: Services) -> None:
    empty = Story(id="", title="", as_a="", i_want="", so_that="", criteria=[])
    many = [FIRST.model_copy(update={"id": f"US-{at:03}"}) for at in range(60)]
    kept(real, "Many", drafted(*many))
    kept(real, "", Stories(stories=[empty]))
    kept(real, "None", Stories(stories=[]))
    async with drafting(real) as face:
        assert "There are no stories in this draft." in shown(face)
        await face.press("down")
        await face.until(lambda: "Untitled" in shown(face))
        await face.press("down")
        await face.until(lambda: "US-059" in shown(face))
        await face.press("left_square_bracket")
        assert current(face).startswith("US-059")
        await face.until(lambda: screen(face).document.scroll_offset.y > 100)


async def test_a_very_small_terminal_shows_the_list_or_the_draft(real: Services) -> None:
    kept(real, "Some stories", drafted(FIRST.model_copy(update={"i_want": "to read " * 60})))
    async with drafting(real, (40, 10)) as face:
        page = screen(face)
        assert page.drafts.region.height >= 5
        await face.press("enter")
        await face.until(lambda: page.document.region.height >= 5)
        assert not page.drafts.region.height
        tall = max(str(option.prompt).count("\n") + 1 for option in page.document.options)
        assert tall <= page.document.region.height
        await face.press("escape")
        await face.until(lambda: page.drafts.region.height)


async def test_the_mouse_chooses_drafts_and_findings(real: Services) -> None:
    kept(real, "A spec", SPEC, "draft_spec")
    kept(real, "Some stories", drafted(FIRST))
    async with drafting(real) as face:
        await face.pilot.click("DraftList", offset=(5, 2))
        await face.until(lambda: "Stakes: high." in shown(face))
        await face.pilot.click("DraftList", offset=(5, 0))
        await face.until(lambda: "US-001" in shown(face))
        line = next(
            at for at, text in enumerate(shown(face).split("\n")) if "Nobody can test" in text
        )
        await face.pilot.click("DraftDocument", offset=(9, line))
        assert "Nobody can test" in current(face)


async def test_a_story_is_copied_with_its_open_findings_alone(real: Services) -> None:
    kept(real, "Some stories", drafted(FIRST, SECOND))
    async with drafting(real) as face:
        await face.press("n", "a")
        await face.until(lambda: "Accepted" in news(face))
        await face.press("c")
        assert face.app.clipboard.startswith("## US-001 Hide the age")
        assert "“5”" in face.app.clipboard
        assert "“quickly”" not in face.app.clipboard
        await face.press("home", "c")
        assert "## US-002 Show the age" in face.app.clipboard


async def test_the_command_and_the_help_know_the_drafts(real: Services) -> None:
    async with opened(real, ScriptedAgent()) as face:
        await face.send("/drafts")
        await face.until(lambda: isinstance(face.app.screen, DraftsScreen))
        await face.press("f1")
        await face.until(lambda: isinstance(face.app.screen, HelpScreen))
        assert "Edit the story in $EDITOR" in face.text("HelpScreen Static")
        await face.press("escape", "escape", "f1")
        await face.until(lambda: "f5" in face.text("HelpScreen Static"))


def test_drafts_beyond_the_newest_are_counted(real: Services) -> None:
    real.artifacts.folder.mkdir(parents=True)
    for at in range(203):
        (real.artifacts.folder / f"draft-story-20261101-{at:06}.json").write_text("{}", "utf-8")
    shelf = KeptDrafts(real).shelf()
    assert (len(shelf.entries), shelf.older) == (200, 3)


async def test_what_a_story_rests_on_is_shown_in_full(real: Services) -> None:
    told = next(one for one in real.knowledge.all_passages() if "ethics" in one.document)
    story = FIRST.model_copy(update={"sources": ["FR-001", told.id, "S9 [/x]\x1b[31m"]})
    kept(real, "Some stories", drafted(story))
    async with drafting(real) as face:
        await face.press("s")
        await face.until(lambda: "No sources are named here." in news(face))
        await face.press("enter", "down", "s")
        await face.until(lambda: isinstance(face.app.screen, DraftSourcesScreen))
        assert TOLD[1] in face.text("DraftSourcesScreen Static")
        await face.press("escape", "right_square_bracket", "down", "s")
        await face.until(lambda: isinstance(face.app.screen, DraftSourcesScreen))
        said = face.text("DraftSourcesScreen Static")
        assert "FR-001  requirement, cited\nGuests can hide their age on their profile." in said
        assert told.title in said
        assert " ".join(told.text.split()[:9]) in " ".join(said.split())
        assert "S9 [/x]\nIt does not stand in the draft" in said
        await face.press("escape")
        await face.until(lambda: isinstance(face.app.screen, DraftsScreen))
