"""The screen of an ethics review, with the real rules behind it and no model."""

import pytest

from copilot.agent.agent import Agent
from copilot.domain.artifact import Usage
from copilot.domain.conversation import Done, Message, ToolEnd
from copilot.services import Services
from copilot.tui.passage_screen import PassageScreen
from copilot.tui.review_screen import ReviewScreen
from tests.tui.doubles import ScriptedAgent
from tests.tui.driving import opened
from tests.tui.reviewing import (
    CAMERA,
    SEPSIS,
    chosen,
    facts,
    find,
    kept,
    listed,
    open_review,
    reviewing,
    screen,
    shown,
)

HOSTILE = (
    "[red]x[/red] [/] \x1b[31mA camera tells the teacher which pupils are bored \u202e"
    "[@click=app.quit]."
)


async def test_a_review_made_in_the_conversation_opens_with_f3(real: Services) -> None:
    async with opened(real, Agent(real), size=(120, 40)) as face:
        await face.ask(f"/review-ethics {CAMERA}")
        assert "F3 opens the review" in face.text("Notice .words")
        await open_review(face)
        assert "prohibited (Art. 5(1)(f))" in face.text("Verdict Static")
        assert "Recommendation: Stop." in face.text("Verdict Static")
        assert "no condition or consent cures" in shown(face)
        assert face.app.focused is facts(face)
        await face.press("escape")
        await face.until(lambda: face.app.screen is face.chat)


async def test_without_a_review_the_key_says_how_to_make_one(real: Services) -> None:
    async with opened(real, ScriptedAgent()) as face:
        await face.press("f3")
        await face.until(lambda: "/review-ethics your idea" in face.text("Toast"))
        await face.send("/review")
        assert face.app.screen is face.chat


async def test_a_corrected_fact_changes_the_outcome_and_the_cursor_stays(real: Services) -> None:
    async with reviewing(real, CAMERA) as face:
        await find(face, "infers emotions")
        await face.press("n")
        await face.until(lambda: "Was: prohibited (Art. 5(1)(f))." in face.text("#news"))
        assert "EU AI Act: prohibited" not in face.text("Verdict Static")
        assert chosen(face) == "infers_emotions"
        assert "no, by you" in face.text("#meaning")
        await face.press("u")
        await face.until(lambda: "your word is taken back" in face.text("#news"))
        assert "EU AI Act: prohibited" in face.text("Verdict Static")


async def test_the_corrected_review_is_kept_and_told_in_the_conversation(real: Services) -> None:
    async with reviewing(real, CAMERA) as face:
        await find(face, "infers emotions")
        await face.press("n")
        await face.until(lambda: "Was:" in face.text("#news"))
        said = real.artifacts.review(str(screen(face).artifact.id)).body.model_dump()["said"]
        assert [(fact["name"], fact["value"]) for fact in said] == [("infers_emotions", "no")]
        await face.press("escape", "escape")
        await face.until(lambda: "The review now says: EU AI Act" in face.text("Notice .words"))


async def test_nothing_said_is_nothing_taken_back(real: Services) -> None:
    async with reviewing(real, CAMERA) as face:
        await face.press("u")
        await face.until(lambda: "you have said nothing to take back" in face.text("#news"))


async def test_a_letter_goes_to_its_question_and_y_answers_it(real: Services) -> None:
    async with reviewing(real, SEPSIS) as face:
        assert "unclear" in face.text("Verdict Static")
        await face.press("3", "a")
        row = facts(face).current
        assert row is not None
        assert (row.letter, row.fact.name) == ("a", "third_party_assessment")
        await face.press("y")
        await face.until(lambda: "high-risk (Art. 6(1))" in face.text("Verdict Static"))
        assert chosen(face) == "third_party_assessment"
        await face.press("e")
        await face.until(lambda: "There is no question e." in face.text("#news"))


async def test_answers_in_quick_succession_all_count(real: Services) -> None:
    async with reviewing(real, SEPSIS) as face:
        await face.press("a", "y", "down", "n", "up", "up", "n")
        await face.until(lambda: len(screen(face).artifact.body.model_dump()["said"]) == 3)


async def test_the_filter_finds_a_fact_that_is_not_known(real: Services) -> None:
    async with reviewing(real, CAMERA) as face:
        assert len(set(listed(face))) > 190
        await find(face, "credit loans")
        assert listed(face) == ["lending"]
        assert "Is it about credit, loans or other lending?" in face.text("#meaning")
        await face.press("escape")
        await face.until(lambda: len(set(listed(face))) > 190)
        assert face.app.screen is not face.chat


async def test_words_that_no_fact_says_are_told(real: Services) -> None:
    async with reviewing(real, CAMERA) as face:
        await face.press("slash", *"zzz")
        await face.until(lambda: "Nothing says these words." in face.text("#meaning"))
        await face.press("enter", "y")
        assert not screen(face).artifact.body.model_dump()["said"]


async def test_the_pages_have_keys_and_say_what_the_document_says(real: Services) -> None:
    async with reviewing(real, SEPSIS) as face:
        await face.press("2")
        assert screen(face).query_one("#harms").has_focus
        assert "As described" in face.text("#harms Static")
        assert "After mitigation" in face.text("#harms Static")
        await face.press("4")
        assert "□ " in face.text("#conditions Static")
        assert "Test: " in face.text("#conditions Static")
        await face.press("tab")
        assert face.app.focused is facts(face)


async def test_a_source_opens_its_passage(real: Services) -> None:
    async with reviewing(real, CAMERA) as face:
        await face.press("3", "end", "enter")
        await face.until(lambda: isinstance(face.app.screen, PassageScreen))
        await face.press("escape")
        assert screen(face).sources.has_focus


@pytest.mark.parametrize("size", [(40, 10), (80, 24)])
async def test_hostile_words_are_shown_as_they_are(real: Services, size: tuple[int, int]) -> None:
    async with reviewing(real, HOSTILE, size) as face:
        await find(face, "infers emotions")
        await face.press("n", "1", "2", "3", "4", "tab", "x")
        await face.until(lambda: list((real.workspace.root / "exports").glob("decision*")))
        texts = [str(option.prompt) for option in facts(face).options]
        everything = "\n".join((shown(face), *texts))
        assert "“[red]x[/red]" in "\n".join(texts)
        assert "[red]x[/red]" in face.text("#outcome Static")
        assert not any(sign in everything for sign in "\x1b\u202e")


async def test_a_very_small_terminal_shows_one_side_at_a_time(real: Services) -> None:
    async with reviewing(real, CAMERA, (40, 10)) as face:
        assert facts(face).region.height >= 4
        await face.press("2")
        page = screen(face).query_one("#harms")
        await face.until(lambda: page.region.height >= 3)
        assert not facts(face).region.height
        await face.press("tab", "b", "y")
        await face.until(lambda: "yes" in face.text("#news"))


async def test_a_resumed_session_opens_its_own_review_and_not_the_newest(real: Services) -> None:
    mine = await kept(real, CAMERA)
    newest = await kept(real, SEPSIS)
    told = real.artifacts.review(mine).body.markdown()
    session = real.sessions.create()
    real.sessions.record_turn(session, CAMERA, Usage(), real.clock())
    agent = ScriptedAgent(past=[Message(role="tool", text=told, tool="review_ethics")])
    async with opened(real, agent, session=session) as face:
        await open_review(face)
        assert screen(face).artifact.id == mine != newest


async def test_a_new_session_opens_the_newest_whole_review(real: Services) -> None:
    mine = await kept(real, CAMERA)
    broken = real.workspace.artifacts / "review-ethics-20990101-aaaaaa.json"
    broken.write_text('{"kind": "review_ethics", "body": {}}', "utf-8")
    async with opened(real, ScriptedAgent()) as face:
        await face.send("/review")
        await face.until(lambda: isinstance(face.app.screen, ReviewScreen))
        assert screen(face).artifact.id == mine


async def test_a_review_that_is_gone_is_said_to_be_gone(real: Services) -> None:
    made = {"kind": "review_ethics", "id": "review-ethics-20260101-aaaaaa"}
    end = ToolEnd(id="1", name="review_ethics", summary="A review", artifact=made)
    agent = ScriptedAgent(scripts=[[end, Done(session="s1", text="Done.")]])
    async with opened(real, agent) as face:
        await face.ask("Review it")
        await face.press("f3")
        await face.until(lambda: "There is no artifact" in face.text("Toast"))
        assert face.app.screen is face.chat
