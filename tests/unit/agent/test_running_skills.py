"""Skills that are named by the person, run without a model, or wait for approval."""

import pytest

from copilot.agent.agent import Agent
from copilot.domain.conversation import ApprovalAsked
from copilot.llm.scripted import ScriptedModel
from tests.doubles import SmallServices
from tests.unit.agent.conversing import (
    ANSWER,
    QUESTION,
    call,
    done,
    failed,
    heard,
    kinds,
    write_down,
    written,
)


@pytest.fixture
def bare(services: SmallServices) -> SmallServices:
    """Return services without a model."""
    notes, root = services.knowledge.notes.folder, services.workspace.root
    return SmallServices(notes, root, flags={"model": "none"})


@pytest.fixture
def writer(services: SmallServices) -> Agent:
    """Return an agent with one skill, which writes."""
    written.clear()
    return Agent(services, [write_down])


async def test_without_a_model_a_message_is_answered_by_passages(bare: SmallServices) -> None:
    events = await heard(Agent(bare).run("s", QUESTION))
    assert kinds(events) == ["tool_start", "tool_end", "citation", "usage", "done"]
    assert "Inferring emotions of employees" in done(events).text
    assert any("No model is set" in warning for warning in done(events).warnings)
    assert (await Agent(bare).messages("s"))[0].text == QUESTION


async def test_without_a_model_a_skill_that_refuses_a_text_says_so(bare: SmallServices) -> None:
    events = await heard(Agent(bare).run_skill("s", "draft_story", {"": "Who may see it?"}))
    assert "asks for nothing" in done(events).text
    assert "pm-copilot" in done(events).text


async def test_a_named_skill_runs_without_a_choice(
    services: SmallServices, model: ScriptedModel
) -> None:
    model.script += [ANSWER]
    events = await heard(Agent(services).run_skill("s", "ask_knowledge", {"": QUESTION}))
    assert done(events).text == ANSWER
    assert len(model.asked) == 1
    assert (await Agent(services).messages("s"))[0].text == f"/ask-knowledge {QUESTION}"


@pytest.mark.parametrize(
    ("name", "arguments", "message"),
    [
        ("dance", {"": "x"}, "no skill 'dance'"),
        ("ask_knowledge", {"": ""}, "question"),
        ("draft_story", {}, "idea"),
    ],
)
async def test_a_wrong_command_fails_before_anything_is_kept(
    services: SmallServices, name: str, arguments: dict[str, str], message: str
) -> None:
    agent = Agent(services)
    assert message in failed(await heard(agent.run_skill("s", name, arguments))).message
    assert await agent.messages("s") == []


async def test_a_named_skill_is_part_of_the_conversation(
    services: SmallServices, model: ScriptedModel
) -> None:
    model.script += [ANSWER, "As I said."]
    agent = Agent(services)
    await heard(agent.run_skill("s", "ask_knowledge", {"": QUESTION}))
    await heard(agent.run("s", "thanks"))
    assert ANSWER in [message.text for message in model.asked[1]]


async def test_a_writing_skill_waits_for_a_person(writer: Agent, model: ScriptedModel) -> None:
    model.script += [call("write_down", text="a plan")]
    events = await heard(writer.run("s", "write it down"))
    asked = events[-1]
    assert isinstance(asked, ApprovalAsked)
    assert (asked.name, asked.question) == ("write_down", "Write it down?")
    assert asked.arguments == {"text": "a plan"}
    assert written == []


async def test_approval_lets_it_write(writer: Agent, model: ScriptedModel) -> None:
    model.script += [call("write_down", text="a plan")]
    await heard(writer.run("s", "write it down"))
    events = await heard(writer.resume("s", True))
    assert written == ["a plan"]
    assert done(events).text == "Wrote a plan."


async def test_rejection_lets_nothing_be_written_and_the_model_go_on(
    writer: Agent, model: ScriptedModel
) -> None:
    model.script += [call("write_down", text="a plan"), "Then I leave it."]
    await heard(writer.run("s", "write it down"))
    events = await heard(writer.resume("s", False))
    assert written == []
    assert "Then I leave it." in done(events).text


async def test_approval_is_asked_for_a_named_skill_too(writer: Agent) -> None:
    events = await heard(writer.run_skill("s", "write_down", {"": "a plan"}))
    assert isinstance(events[-1], ApprovalAsked)
    assert written == []


async def test_approval_can_be_given_in_a_later_process(
    writer: Agent, model: ScriptedModel, services: SmallServices
) -> None:
    model.script += [call("write_down", text="a plan")]
    await heard(writer.run("s", "write it down"))
    await heard(Agent(services, [write_down]).resume("s", True))
    assert written == ["a plan"]


async def test_a_waiting_session_can_be_left_with_another_message(
    writer: Agent, model: ScriptedModel
) -> None:
    model.script += [call("write_down", text="a plan"), "Fine, not now."]
    await heard(writer.run("s", "write it down"))
    events = await heard(writer.run("s", "never mind"))
    assert written == []
    assert done(events).text == "Fine, not now."


async def test_a_small_model_chooses_by_schema(
    services: SmallServices, model: ScriptedModel
) -> None:
    notes, root = services.knowledge.notes.folder, services.workspace.root
    small = SmallServices(notes, root, chat_model=model, flags={"tools": "guided"})
    model.script += ['{"choice": "ask_knowledge"}', '{"sentences": [1]}']
    events = await heard(Agent(small).run("s", QUESTION))
    assert kinds(events)[0] == "tool_start"
    assert done(events).citations
