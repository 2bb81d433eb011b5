"""The embedded 1.5B model over its real server on loopback; no double anywhere."""

import asyncio
from pathlib import Path

import pytest
from langchain_core.messages import AIMessage, HumanMessage, SystemMessage
from pydantic import BaseModel, Field

from copilot.agent.agent import Agent
from copilot.agent.graph import chooser
from copilot.agent.toolbelt import tools_of
from copilot.domain.conversation import Done, Token, ToolEnd, ToolStart
from copilot.evals.suite import Suite
from copilot.llm.structured import ask_structured
from copilot.services import Services
from copilot.skills import all_skills

# One loop: the model keeps its connection open from test to test.
pytestmark = [pytest.mark.live, pytest.mark.asyncio(loop_scope="session")]
ROUTING = Path(__file__).parents[2] / "evals" / "agent_routing"


def _skill_of(reply: AIMessage) -> str | None:
    return reply.tool_calls[0]["name"] if reply.tool_calls else None


class Town(BaseModel):
    """A town."""

    name: str = Field(max_length=40)
    country: str = Field(max_length=40)


async def test_a_reply_streams_in_pieces(live_services: Services) -> None:
    assert live_services.chat_model is not None
    pieces = [chunk.text async for chunk in live_services.chat_model.astream("Count from 1 to 5.")]
    assert len([piece for piece in pieces if piece]) > 3


async def test_after_a_cancelled_reply_the_model_answers_again(live_services: Services) -> None:
    model = live_services.chat_model
    assert model is not None

    begun = asyncio.Event()

    async def read_on() -> None:
        async for _ in model.astream("Count from 1 to 500, one number a line."):
            begun.set()

    reading = asyncio.create_task(read_on())
    await begun.wait()
    reading.cancel()
    with pytest.raises(asyncio.CancelledError):
        await reading
    assert (await model.ainvoke("Say yes.")).text


async def test_structured_output_fits_its_schema(live_services: Services) -> None:
    assert live_services.chat_model is not None
    town, usage = await ask_structured(
        live_services.chat_model, [("user", "Which town has the Eiffel Tower?")], Town
    )
    assert town.name == "Paris"
    assert usage.output_tokens > 0


async def test_a_question_calls_the_skill_and_its_citation_opens(live_services: Services) -> None:
    agent, session = Agent(live_services), live_services.sessions.create()
    question = "What does Art. 14 of the EU AI Act ask for?"
    events = [event async for event in agent.run(session, question)]
    [start] = [event for event in events if isinstance(event, ToolStart)]
    [end] = [event for event in events if isinstance(event, ToolEnd)]
    done = events[-1]
    assert (start.name, end.name) == ("ask_knowledge", "ask_knowledge")
    assert isinstance(done, Done)
    assert done.citations
    for citation in done.citations:
        assert citation.quote in live_services.knowledge.passage(citation.id).text


async def test_a_greeting_gets_a_reply_and_no_skill(live_services: Services) -> None:
    agent, session = Agent(live_services), live_services.sessions.create()
    events = [event async for event in agent.run(session, "Good morning!")]
    assert not [event for event in events if isinstance(event, ToolStart)]
    assert [event for event in events if isinstance(event, Token)]


async def test_the_right_skill_is_chosen_for_at_least_16_of_20_requests(
    live_services: Services,
) -> None:
    skills = all_skills()
    model = chooser(live_services, skills).bind_tools(tools_of(skills, live_services))
    cases = Suite(ROUTING).cases[:20]
    system = SystemMessage("You are PM copilot. Reply in one short sentence.")
    replies = [await model.ainvoke([system, HumanMessage(case.turns[0])]) for case in cases]
    chosen = [_skill_of(reply) for reply in replies]
    pairs = list(zip(cases, chosen, strict=True))
    wrong = [(case.id, name) for case, name in pairs if case.expect.skill != name]
    print(f"{len(wrong)} of {len(cases)} requests got the wrong skill: {wrong}")
    assert len(wrong) <= 4
