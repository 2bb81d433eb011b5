"""A skill that writes asks first."""

from collections.abc import Callable

import pytest

from copilot.domain.conversation import ApprovalAsked, Done
from copilot.tui import question_sheet
from copilot.tui.approval_dialog import ApprovalDialog
from copilot.tui.approvals import Approvals
from tests.tui.doubles import LightServices, ScriptedAgent
from tests.tui.driving import Face, opened

ASKED = ApprovalAsked(
    id="1", name="record_decision", question="Record it?", arguments={"title": "[/x]", "n": 3}
)


def dialog(face: Face) -> Callable[[], bool]:
    return lambda: isinstance(face.app.screen, ApprovalDialog)


async def after_grace(face: Face) -> None:
    screen = face.app.screen
    assert isinstance(screen, ApprovalDialog)
    await face.until(lambda: screen.is_past_grace)


async def test_keys_meant_for_the_prompt_do_not_answer(
    services: LightServices, agent: ScriptedAgent, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(question_sheet, "GRACE", 3_600.0)  # no slow machine outlasts it
    agent.scripts = [[ASKED], [Done(session="s1", text="Recorded.")]]
    async with opened(services, agent) as face:
        await face.send("Record it")
        await face.until(dialog(face))
        await face.press("y", "enter", "escape")
        assert dialog(face)()
        assert '"title": "[/x]"' in face.text(".exact")
        assert face.state == "waiting for you"
        monkeypatch.setattr(question_sheet, "GRACE", 0.0)
        await face.press("y")
        await face.until(lambda: not face.chat.busy)
        assert agent.calls[-1].what is True


@pytest.mark.parametrize("key", ["n", "escape", "enter"])
async def test_no_is_the_careful_answer(
    services: LightServices, agent: ScriptedAgent, key: str
) -> None:
    agent.scripts = [[ASKED], [Done(session="s1", text="Not recorded.")]]
    async with opened(services, agent, size=(40, 10)) as face:
        await face.send("Record it")
        await face.until(dialog(face))
        await after_grace(face)
        await face.press(key)
        await face.until(lambda: not face.chat.busy)
        assert agent.calls[-1].what is False


async def test_a_yes_for_the_session_is_not_asked_again(
    services: LightServices, agent: ScriptedAgent
) -> None:
    done = Done(session="s1", text="Recorded.")
    agent.scripts = [[ASKED], [done], [ASKED], [done]]
    async with opened(services, agent) as face:
        await face.send("Record it")
        await face.until(dialog(face))
        await after_grace(face)
        await face.press("s")
        await face.until(lambda: not face.chat.busy)
        await face.ask("And this")
        assert [call.method for call in agent.calls] == ["run", "resume", "run", "resume"]


def test_answers_reach_as_far_as_they_say() -> None:
    approvals = Approvals()
    other = ASKED.model_copy(update={"name": "other"})
    assert approvals.remember("s1", ASKED, "once")
    assert not approvals.allows("s1", ASKED)
    assert approvals.remember("s1", ASKED, "session")
    assert approvals.allows("s1", ASKED)
    assert not approvals.allows("s2", ASKED)
    assert approvals.remember("s1", ASKED, "always")
    assert approvals.allows("s2", ASKED)
    assert not approvals.allows("s2", other)
    assert not approvals.remember("s1", other, "no")
    assert question_sheet.GRACE == 0.5


def test_a_yes_for_one_model_is_none_for_another() -> None:
    approvals = Approvals()
    here = ASKED.model_copy(update={"question": "Send answers to openai:a?"})
    assert approvals.remember("s1", here, "always")
    assert not approvals.allows("s1", here.model_copy(update={"question": "Send to openai:b?"}))
