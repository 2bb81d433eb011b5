"""Sources: listed once, opened with their quote."""

import pytest

from copilot.domain.conversation import Cited, Done
from copilot.domain.document import Citation
from copilot.tui.citations_panel import CitationsPanel
from copilot.tui.passage_screen import PassageScreen, find_quote, unwrapped
from tests.tui.doubles import LightServices, ScriptedAgent
from tests.tui.driving import opened

HERE = Citation(id="ai-act#art-5", title="AI Act [/x]", quote="to infer emotions")
GONE = Citation(id="gone#1", title="Gone")


@pytest.mark.parametrize("size", [(40, 10), (80, 24), (120, 36)])
async def test_a_source_is_listed_once_and_opens_with_its_quote(
    services: LightServices, agent: ScriptedAgent, size: tuple[int, int]
) -> None:
    done = Done(session="s1", text="No.", citations=(HERE,))
    agent.scripts = [[Cited(citation=HERE), done]]
    async with opened(services, agent, size=size) as face:
        assert not face.chat.citations.display
        await face.ask("May we?")
        await face.until(lambda: face.chat.citations.display)
        assert len(face.chat.citations.citations) == 1
        await face.press("f2", "enter")
        await face.until(lambda: isinstance(face.app.screen, PassageScreen))
        shown = face.text("PassageScreen Static")
        for part in ("AI Act, emotion inference", "Art. 5(1)(f)", "2024/1689", "01 August 2026"):
            assert part in shown
        assert "prohibited to infer emotions of a natural person" in shown
        await face.press("escape")
        assert isinstance(face.app.focused.parent, CitationsPanel)  # type: ignore[union-attr]


async def test_a_source_that_is_gone_is_said_to_be_gone(
    services: LightServices, agent: ScriptedAgent
) -> None:
    agent.scripts = [[Done(session="s1", text="No.", citations=(GONE,))]]
    async with opened(services, agent) as face:
        await face.ask("May we?")
        await face.until(lambda: face.chat.citations.display)
        await face.press("f2", "enter")
        await face.until(lambda: "The passage gone#1 is gone." in face.text("Toast"))


async def test_without_sources_the_key_says_so(
    services: LightServices, agent: ScriptedAgent
) -> None:
    async with opened(services, agent) as face:
        await face.press("f2")
        await face.until(lambda: "No reply has cited a source yet." in face.text("Toast"))


def test_a_quote_is_found_across_broken_lines() -> None:
    text = "It is prohibited to infer\n  emotions of people."
    assert find_quote(text, "infer emotions") == (20, 36)
    assert find_quote(text, "absent") is None
    assert find_quote(text, " ") is None


def test_broken_lines_are_joined_and_lists_stay() -> None:
    assert unwrapped("One\ntwo.\n\n- a\n- b\n1. c") == "One two.\n\n- a\n- b\n1. c"
