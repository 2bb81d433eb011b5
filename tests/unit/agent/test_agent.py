"""Turns of the agent over a scripted model."""

import asyncio

import pytest

from copilot.agent.agent import Agent
from copilot.domain.artifact import Artifact
from copilot.domain.conversation import Token, ToolEnd, ToolStart, Used
from copilot.domain.survey import SURVEY
from copilot.errors import ModelUnreachable, StreamBroken
from copilot.llm.scripted import ScriptedModel
from tests.doubles import SmallServices
from tests.unit.agent.conversing import (
    ANSWER,
    QUESTION,
    call,
    done,
    fail_now,
    failed,
    heard,
    kinds,
)
from tests.unit.analysis.surveys.summaries import summary


@pytest.fixture
def agent(services: SmallServices) -> Agent:
    """Return an agent with the shipped skills."""
    return Agent(services)


def called(question: str = QUESTION) -> object:
    return call("ask_knowledge", question=question)


async def test_a_question_becomes_a_skill_whose_artifact_is_the_answer(
    agent: Agent, model: ScriptedModel
) -> None:
    model.script += [called(), ANSWER]
    events = await heard(agent.run("s", QUESTION))
    assert kinds(events) == ["tool_start", "token", "tool_end", "citation", "usage", "done"]
    assert done(events).text == ANSWER
    assert [citation.id for citation in done(events).citations] == ["emotion-law#the-ban"]
    assert len(model.asked) == 2


async def test_events_of_a_skill_carry_its_arguments_and_its_envelope(
    agent: Agent, model: ScriptedModel
) -> None:
    model.script += [called(), ANSWER]
    events = await heard(agent.run("s", QUESTION))
    [start] = [event for event in events if isinstance(event, ToolStart)]
    [end] = [event for event in events if isinstance(event, ToolEnd)]
    assert (start.name, start.arguments["question"], start.id) == (
        "ask_knowledge",
        QUESTION,
        end.id,
    )
    assert end.artifact is not None
    assert end.artifact["kind"] == "ask_knowledge"


async def test_a_greeting_is_answered_in_words(agent: Agent, model: ScriptedModel) -> None:
    model.script += ["Good morning to you."]
    events = await heard(agent.run("s", "good morning"))
    assert kinds(events) == ["token", "usage", "done"]
    assert "".join(event.text for event in events if isinstance(event, Token)) == done(events).text
    assert done(events).session == "s"


async def test_escape_sequences_never_leave_the_agent(agent: Agent, model: ScriptedModel) -> None:
    model.script += ["Hello \x1b]52;c;ZXZpbA==\x07there\x1b[2J."]
    events = await heard(agent.run("s", "hello"))
    assert done(events).text == "Hello there."
    assert "\x1b" not in "".join(event.model_dump_json() for event in events)


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("Hello [1], see [the law](https://evil.example/?q=1).", "Hello, see the law."),
        ("Good morning [emotion-law#the-ban] [2, 3].", "Good morning."),
        ("![x](//evil.example/p.png) Hi", "Hi"),
        ("Write to https://evil.example now.", "Write to (address left out) now."),
        ("<a href='//evil.example'>Click</a> here.", "Click here."),
    ],
)
async def test_a_plain_reply_carries_no_address_and_no_marker(
    said: str, kept: str, agent: Agent, model: ScriptedModel
) -> None:
    model.script += [said]
    end = done(await heard(agent.run("s", "good morning")))
    assert (end.text, end.citations) == (kept, ())


async def test_wrong_arguments_go_back_to_the_model_which_tries_again(
    agent: Agent, model: ScriptedModel
) -> None:
    model.script += [call("ask_knowledge", question=""), called(), ANSWER]
    events = await heard(agent.run("s", QUESTION))
    assert done(events).text == ANSWER
    assert "question" in model.asked[1][-1].text


async def test_a_skill_that_does_not_exist_goes_back_to_the_model(
    agent: Agent, model: ScriptedModel
) -> None:
    model.script += [call("dance"), "I cannot dance."]
    events = await heard(agent.run("s", "dance!"))
    assert done(events).text == "I cannot dance."


async def test_a_skill_that_fails_ends_the_turn_in_its_own_words(
    services: SmallServices, model: ScriptedModel
) -> None:
    model.script += [call("fail_now", text="now")]
    event = failed(await heard(Agent(services, [fail_now]).run("s", "fail")))
    assert (event.message, event.hint, event.exit_code) == (
        "It cannot be done.",
        "Do it yourself.",
        2,
    )


async def test_a_model_that_only_ever_calls_is_stopped(
    services: SmallServices, model: ScriptedModel
) -> None:
    model.script += [call("ask_knowledge", f"c{number}", question="") for number in range(20)]
    event = failed(await heard(Agent(services).run("s", QUESTION)))
    assert "used up its model calls" in event.message
    assert len(model.asked) == services.settings.model_calls


async def test_what_was_streamed_before_a_break_is_kept_and_marked(
    agent: Agent, model: ScriptedModel, services: SmallServices
) -> None:
    model.script += [["Half a", StreamBroken("The line broke.")], "Whole."]
    events = await heard(agent.run("s", "hello"))
    assert kinds(events) == ["token", "error"]
    last = (await Agent(services).messages("s"))[-1]
    assert (last.role, last.text.split(), last.partial) == (
        "assistant",
        ["Half", "a"],
        "The line broke.",
    )
    assert done(await heard(agent.run("s", "go on"))).text == "Whole."
    assert services.sessions.summary("s").turns == 2


async def test_a_turn_that_failed_before_a_word_leaves_the_session_as_it_was(
    agent: Agent, model: ScriptedModel, services: SmallServices
) -> None:
    model.script += [ModelUnreachable("No answer.", hint="Check it."), "Hi."]
    assert failed(await heard(agent.run("s", "hello"))).exit_code == 4
    assert await agent.messages("s") == []
    assert services.sessions.recent() == []
    assert done(await heard(agent.run("s", "hello"))).text == "Hi."


async def cancelled(agent: Agent, words: int) -> None:
    """Cancel a turn once it has told so many words."""
    told = asyncio.Event()

    async def talk() -> None:
        count = 0
        async for _ in agent.run("s", "hello"):
            count += 1
            if count >= words:
                told.set()

    task = asyncio.create_task(talk())
    if words:
        await told.wait()
    else:
        await asyncio.sleep(0.2)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task


async def test_a_stopped_turn_keeps_what_was_said(agent: Agent, model: ScriptedModel) -> None:
    model.pause = 0.02
    model.script += ["word " * 200, "Hi."]
    await cancelled(agent, 2)
    user, reply = await agent.messages("s")
    assert user.text == "hello"
    assert reply.text.startswith("word word")
    assert reply.partial == "stopped"
    model.pause = 0.0
    assert done(await heard(agent.run("s", "again"))).text == "Hi."


async def test_a_turn_stopped_before_a_word_takes_the_message_back(
    agent: Agent, model: ScriptedModel, services: SmallServices
) -> None:
    model.pause = 5.0
    model.script += ["too late"]
    await cancelled(agent, 0)
    assert await agent.messages("s") == []
    assert services.sessions.recent() == []


async def test_a_turn_nobody_listens_to_any_more_leaves_a_session_that_goes_on(
    agent: Agent, model: ScriptedModel
) -> None:
    model.script += ["many words come here", "Hi."]
    events = agent.run("s", "hello")
    await anext(events)
    await events.aclose()
    assert done(await heard(agent.run("s", "again"))).text == "Hi."


async def test_messages_with_citations_survive_a_new_process(
    agent: Agent, model: ScriptedModel, services: SmallServices
) -> None:
    model.script += [called(), ANSWER]
    await heard(agent.run("s", QUESTION))
    user, answer = await Agent(services).messages("s")
    assert (user.role, user.text) == ("user", QUESTION)
    assert (answer.role, answer.tool, answer.text) == ("tool", "ask_knowledge", ANSWER)
    assert answer.citations[0].id == "emotion-law#the-ban"


async def test_a_session_remembers_what_was_said_before(agent: Agent, model: ScriptedModel) -> None:
    model.script += ["Hello Ada.", "You are Ada."]
    await heard(agent.run("s", "I am Ada"))
    await heard(agent.run("s", "who am I?"))
    assert [message.text for message in model.asked[1]][1:] == [
        "I am Ada",
        "Hello Ada.",
        "who am I?",
    ]


async def test_sessions_do_not_hear_each_other(agent: Agent, model: ScriptedModel) -> None:
    model.script += ["Hello.", "Hello."]
    await heard(agent.run("one", "I am Ada"))
    await heard(agent.run("two", "who am I?"))
    assert "I am Ada" not in [message.text for message in model.asked[1]]


async def test_every_turn_is_counted_with_its_usage(
    agent: Agent, model: ScriptedModel, services: SmallServices
) -> None:
    model.script += [called(), ANSWER, "Bye."]
    events = await heard(agent.run("s", QUESTION))
    await heard(agent.run("s", "bye"))
    [used] = [event for event in events if isinstance(event, Used)]
    assert used.usage.output_tokens > 0
    summary = services.sessions.summary("s")
    assert (summary.turns, summary.first_prompt) == (2, QUESTION)


def offered(agent: Agent) -> set[str]:
    return {skill.name for skill in agent.offered("what do people say?")}


async def test_a_skill_is_offered_from_when_on_it_can_be_of_use(
    agent: Agent, services: SmallServices
) -> None:
    assert "ask_survey" not in offered(agent)
    kept = Artifact(kind=SURVEY, title="Survey", body=summary(), provenance=services.provenance())
    services.artifacts.keep(kept)
    assert "ask_survey" in offered(agent)


async def test_a_skill_that_is_not_offered_says_why_where_a_person_asks_for_it(
    agent: Agent, model: ScriptedModel
) -> None:
    model.script += ["There is none yet."]
    events = await heard(agent.run_skill("s", "ask_survey", {"": "What is the NPS?"}))
    assert done(events).text == "There is none yet."
    assert "No survey was summarized" in str(model.asked[0][-1].content)
