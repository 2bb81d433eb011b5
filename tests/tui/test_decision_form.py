"""Writing a decision record: guided, shown whole, and recorded only after a yes."""

import json
from pathlib import Path

import pytest
from textual.widget import Widget

from copilot.agent.agent import Agent
from copilot.domain.conversation import Done, ToolEnd
from copilot.services import Services
from copilot.tui import question_sheet
from copilot.tui.choice_field import ChoiceField
from copilot.tui.decision_form import DecisionForm
from copilot.tui.decisions_screen import DecisionsScreen
from copilot.tui.leave_dialog import LeaveDialog
from copilot.tui.record_dialog import RecordDialog
from copilot.tui.review_screen import ReviewScreen
from tests.tui.deciding import (
    RECORD,
    ask,
    deciding,
    fill,
    form,
    open_form,
    past_grace,
    recorded,
    texts,
    titles,
)
from tests.tui.doubles import ScriptedAgent
from tests.tui.driving import Face, opened
from tests.tui.reviewing import CAMERA, kept, open_review

DRAFT = "draft-decision-20261125-1a2b3c"
HOSTILE = "[red]x[/red] [/] [b \x1b[31mevil\u202e [@click=app.quit]"
WHOLE = RECORD.format(title="Ship in May", day="2026-11-25", review_by="2027-02-01", chosen="May")


def drafted(services: Services, record: str = WHOLE) -> ScriptedAgent:
    """Keep a draft, and return an agent whose first turn has made it."""
    made = {"kind": "draft_decision", "id": DRAFT, "title": "A draft", "body": {"record": record}}
    folder = services.workspace.artifacts
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{DRAFT}.json").write_text(json.dumps(made), "utf-8")
    end = ToolEnd(id="1", name="draft_decision", summary="A draft", artifact=made)
    return ScriptedAgent(scripts=[[end, Done(session="s1", text="Drafted.")]])


async def open_draft(face: Face) -> DecisionForm:
    await face.press("f4")
    await face.until(lambda: isinstance(face.app.screen, DecisionForm))
    await face.until(lambda: face.text("Guidance Static"))
    return form(face)


async def test_what_is_missing_is_said_and_nothing_is_asked(real: Services) -> None:
    async with deciding(real) as face:
        await open_form(face, "n")
        said = face.text("Guidance Static")
        assert "✕ It has no title" in said
        assert "Chosen option: …, because …" in said
        assert "It does not say who decided" in said
        await face.press("ctrl+s")
        await face.until(lambda: "Before it can be recorded: It has no title" in face.text("#news"))
        assert isinstance(face.app.screen, DecisionForm)


async def test_the_guidance_follows_what_is_written(real: Services) -> None:
    async with deciding(real) as face:
        await open_form(face, "n")
        await face.press(*"Ship in May")
        await face.until(lambda: "It has no title" not in face.text("Guidance Static"))
        assert form(face).text.text.startswith("# Ship in May\n")
        await face.press("ctrl+n", *"Why now")
        assert "Problem Statement\n\nWhy now" in form(face).text.text


async def test_the_exact_text_is_shown_before_it_is_recorded(real: Services) -> None:
    async with deciding(real) as face:
        await open_form(face, "n")
        await fill(face, "Ship in May [/x]")
        dialog = await ask(face)
        exact = face.text(".exact")
        assert "Record this decision as Ada Okafor <ada@example.org>?" in face.text(".title")
        assert not texts(real)
        await face.press("y")
        await face.until(lambda: dialog not in face.app.screen_stack)
        await face.until(lambda: "Recorded: Ship in May [/x] (d-" in face.text("#news"))
        head = real.decisions.log.head()
        assert head is not None
        assert f"Head {head.commit[:12]}" in face.text("#news")
        (text,) = texts(real)
        assert [line for line in text.splitlines() if not line.startswith("id: ")] == (
            exact.splitlines()
        )
        assert real.decisions.log.entry(head.commit).approval == "interactive"
        await face.until(lambda: titles(face) == ["Ship in May [/x]"])
        await face.press("escape")
        await face.until(lambda: "Recorded: Ship in May [/x] (d-" in face.text("Notice .words"))


async def test_keys_meant_for_the_text_do_not_record(
    real: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(question_sheet, "GRACE", 3_600.0)  # no slow machine outlasts it
    async with deciding(real) as face:
        await open_form(face, "n")
        await fill(face, "Ship in May")
        await face.press("ctrl+s")
        await face.until(lambda: isinstance(face.app.screen, RecordDialog))
        await face.press("y", "enter")
        assert isinstance(face.app.screen, RecordDialog)
        assert not texts(real)


@pytest.mark.parametrize("key", ["n", "escape", "enter"])
async def test_no_is_the_careful_answer_and_keeps_the_text(real: Services, key: str) -> None:
    async with deciding(real, (40, 10)) as face:
        await open_form(face, "n")
        await fill(face, "Ship in May")
        await ask(face)
        await face.press(key)
        await face.until(lambda: "Nothing was recorded." in face.text("#news"))
        assert form(face).text.text.startswith("# Ship in May")
        assert not texts(real)


async def test_the_short_fields_go_into_the_header(real: Services) -> None:
    async with deciding(real) as face:
        await open_form(face, "n")
        await fill(face, "Ship in May")
        await face.press("tab", *"Ada, Ben", "tab", *"Cem", "tab", "right", "right")
        await face.press("tab", *"7o", "tab", *"opt-outs", "tab", *"soon")
        await face.until(lambda: "'7o' is no whole number" in face.text("Guidance Static"))
        await face.until(lambda: "'soon' is no date" in face.text("Guidance Static"))
        await face.press(*["backspace"] * 4, *"2027-02-01", "shift+tab", "shift+tab")
        await face.press(*"70", "shift+tab", "space", "left")
        assert face.app.focused is form(face).query_one(ChoiceField)
        await face.until(lambda: "It can be recorded" in face.text("Guidance Static"))
        await ask(face)
        exact = face.text(".exact")
        for line in (
            'decision-makers: ["Ada", "Ben"]',
            "driver: Cem",
            "reversibility: one-way",
            "confidence: 70",
            "metric: opt-outs",
            "review-by: 2027-02-01",
        ):
            assert line in exact


async def test_what_may_be_personal_is_remarked_on(real: Services) -> None:
    async with deciding(real) as face:
        await open_form(face, "n")
        await fill(face, "Ship in May", chosen="Write to ben@example.org")
        await ask(face)
        assert "ben@example.org may be personal" in face.text(".remark")


async def test_a_draft_of_the_conversation_is_opened_with_f4_until_it_is_recorded(
    real: Services,
) -> None:
    async with opened(real, drafted(real), size=(120, 40)) as face:
        await face.ask("Record it")
        assert "F4 opens the draft: complete it, then record it." in face.text("Notice .words")
        begun = await open_draft(face)
        assert "Drafted from the conversation" in face.text("#heading")
        assert begun.fields.values["decision_makers"] == "Ada Okafor, Ben Lind"
        assert begun.fields.values["review_by"] == "2027-02-01"
        await ask(face)
        assert face.text(".exact").split() == WHOLE.split()
        await face.press("y")
        await face.until(lambda: face.app.screen is face.chat)
        await face.until(lambda: "Recorded: Ship in May (d-" in face.text("Notice .words"))
        assert len(texts(real)) == 1
        await face.press("f4")
        await face.until(lambda: isinstance(face.app.screen, DecisionsScreen))


async def test_a_draft_that_is_thrown_away_no_longer_waits(real: Services) -> None:
    async with opened(real, drafted(real)) as face:
        await face.ask("Record it")
        await open_draft(face)
        await face.press("escape")
        await face.until(lambda: isinstance(face.app.screen, LeaveDialog))
        await past_grace(face)
        await face.press("d")
        await face.until(lambda: face.app.screen is face.chat)
        await face.press("f4")
        await face.until(lambda: isinstance(face.app.screen, DecisionsScreen))


async def test_a_draft_that_is_gone_is_said_to_be_gone(real: Services) -> None:
    agent = drafted(real)
    (real.workspace.artifacts / f"{DRAFT}.json").unlink()
    async with opened(real, agent) as face:
        await face.ask("Record it")
        await face.press("f4")
        await face.until(lambda: "There is no artifact" in face.text("Toast"))


async def test_an_unfinished_record_comes_back(real: Services) -> None:
    async with deciding(real) as face:
        await open_form(face, "n")
        await fill(face, "Ship in May")
        await face.press("tab", *"Ada", "escape")
        await face.until(lambda: isinstance(face.app.screen, LeaveDialog))
        await past_grace(face)
        await face.press("enter")
        await face.until(lambda: isinstance(face.app.screen, DecisionsScreen))
        await open_form(face, "n")
        assert form(face).text.text.startswith("# Ship in May")
        assert form(face).fields.values["decision_makers"] == "Ada"


async def test_a_form_without_a_change_is_left_without_a_question(real: Services) -> None:
    async with deciding(real) as face:
        await open_form(face, "n")
        await face.press("escape")
        await face.until(lambda: isinstance(face.app.screen, DecisionsScreen))


async def test_a_failed_write_keeps_the_form_and_its_text(real: Services) -> None:
    async with deciding(real) as face:
        await open_form(face, "n")
        await fill(face, "Ship in May")
        folder = real.workspace.decisions
        assert not folder.exists()
        folder.parent.mkdir(parents=True, exist_ok=True)
        folder.write_text("a file", "utf-8")
        await ask(face)
        await face.press("y")
        await face.until(lambda: "It is not recorded." in face.text("#news"))
        assert form(face).text.text.startswith("# Ship in May")
        folder.unlink()
        await ask(face)
        await face.press("y")
        await face.until(lambda: titles_of_log(face) == ["Ship in May"])


def titles_of_log(face: Face) -> list[str]:
    return titles(face) if isinstance(face.app.screen, DecisionsScreen) else []


async def test_a_review_becomes_a_record_that_names_its_evidence(real: Services) -> None:
    name = await kept(real, CAMERA)
    async with opened(real, ScriptedAgent(), size=(120, 40)) as face:
        await open_review(face)
        await open_form(face, "r")
        assert "Drafted from the review" in face.text("#heading")
        assert name in face.text("#facts")
        text = form(face).text
        blank = "Chosen option: ____________________, because ____________________."
        assert blank in text.text
        text.rewrite(text.text.replace(blank, "Chosen option: Do nothing, because it is banned."))
        await ask(face)
        assert f'"{name}"' in face.text(".exact")
        await face.press("y")
        await face.until(lambda: isinstance(face.app.screen, ReviewScreen))
        await face.until(lambda: "Recorded: " in face.text("#news"))
        standing = next(iter(real.decisions.log.standings()))
        evidence = real.decisions.log.decision(standing.entry.decision).header.evidence
        assert name in evidence
        await face.press("escape")
        await face.until(lambda: "Recorded: " in face.text("Notice .words"))


async def test_a_record_written_in_an_editor_fills_the_form_or_is_kept(
    real: Services, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with deciding(real) as face:
        await open_form(face, "n")
        form(face).take("---\nconfidence: [\n---\n# Broken")
        await face.until(lambda: "ctrl+e opens it again" in face.text("#news"))
        assert form(face).text.text.startswith("# ____")
        form(face).take(WHOLE)
        assert form(face).fields.values["confidence"] == "70"
        assert form(face).text.text.startswith("# Ship in May")
        await face.press("ctrl+e")
        await face.until(lambda: "No editor can be opened from here." in face.text("Toast"))


@pytest.mark.parametrize("size", [(40, 10), (80, 24)])
async def test_hostile_words_are_shown_as_they_are(real: Services, size: tuple[int, int]) -> None:
    record = WHOLE.replace("May", HOSTILE).replace("Ben Lind", "[/x]")
    async with opened(real, drafted(real, record), size=size) as face:
        await face.ask("Record it")
        begun = await open_draft(face)
        await ask(face)
        seen = f"{face.text('RecordDialog Static')}\n{begun.text.text}"
        assert "[red]x[/red] [/] [b evil" in seen
        await face.press("y")
        await face.until(lambda: "Recorded: " in face.text("Notice .words"))
        everything = f"{seen}\n{face.text('Notice .words')}"
        assert not any(sign in everything for sign in "\x1b\u202e")


def is_in_sight(face: Face, widget: Widget) -> bool:
    """Return whether the first line of a widget is on the screen."""
    around = face.app.screen.query_one("#sides").region
    return around.y <= widget.region.y < around.bottom


async def test_a_very_small_terminal_reaches_every_field(real: Services) -> None:
    async with deciding(real, (40, 10)) as face:
        await open_form(face, "n")
        await face.until(lambda: is_in_sight(face, form(face).text))
        await face.press("tab")
        first = form(face).fields.query("Input").first()
        await face.until(lambda: is_in_sight(face, first))
        await face.press(*"Ada")
        assert form(face).fields.values["decision_makers"] == "Ada"


async def test_a_decision_made_in_the_conversation_is_recorded_in_the_form(
    real: Services,
) -> None:
    told = "we decided to ship in May because the audit ends in April, instead of doing nothing"
    async with opened(real, Agent(real), size=(120, 40)) as face:
        await face.ask(f"/draft-decision {told}")
        assert "F4 opens the draft" in face.text("Notice .words")
        begun = await open_draft(face)
        assert "ship in May" in begun.text.text
        assert not texts(real)


async def test_supersession_of_a_superseded_decision_is_refused_at_the_start(
    real: Services,
) -> None:
    old = recorded(real, "Old")
    new = recorded(real, "New", supersedes=(old,))
    async with deciding(real) as face:
        await face.press("down", "s")
        await face.until(lambda: f"superseded already, by {new}" in face.text("Toast"))
