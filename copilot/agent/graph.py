"""The LangChain graph of one turn: model, skills as tools, rules, checkpoints."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

import aiosqlite
from langchain.agents import create_agent
from langchain.agents.middleware import HumanInTheLoopMiddleware, ModelCallLimitMiddleware
from langchain_core.messages import AIMessage, HumanMessage, RemoveMessage
from langgraph.checkpoint.sqlite.aio import AsyncSqliteSaver

from copilot.agent.absent import AbsentModel
from copilot.agent.toolbelt import ArtifactIsTheAnswer, SayWhatWasWrong, tools_of
from copilot.llm.guided import GuidedModel
from copilot.stores.private_files import make_private_folder, sqlite_errors

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel
    from langchain_core.messages import BaseMessage
    from langchain_core.runnables import RunnableConfig
    from langgraph.graph.state import CompiledStateGraph

    from copilot.services import Services
    from copilot.skill import Skill

RECURSION_LIMIT = 60
"""Graph steps a turn may take; LangGraph's own default is practically none."""
_ASK: Any = {"allowed_decisions": ["approve", "reject"]}

Graph = Any
"""A compiled LangGraph graph; its four type parameters say nothing here."""


def thread(session: str) -> "RunnableConfig":
    """Return the configuration under which a session's checkpoints are kept."""
    return {"configurable": {"thread_id": session}, "recursion_limit": RECURSION_LIMIT}


@asynccontextmanager
async def open_checkpoints(services: "Services") -> AsyncIterator[AsyncSqliteSaver]:
    """Open the checkpoints of the workspace, in a file of mode 600.

    Raises:
        LogError: The file is damaged or cannot be written.
    """
    path = services.sessions.path
    make_private_folder(path.parent)
    path.touch(mode=0o600)
    with sqlite_errors(path):
        async with aiosqlite.connect(path) as connection:
            await connection.execute("PRAGMA synchronous=FULL")
            yield AsyncSqliteSaver(connection)


def build_graph(
    services: "Services", skills: "Sequence[Skill]", saver: AsyncSqliteSaver
) -> "CompiledStateGraph[Any, Any, Any, Any]":
    """Return the graph of a turn over the model in use."""
    [(_, system)] = services.prompts.get("agent").fill(today=services.today)
    limit = ModelCallLimitMiddleware(run_limit=services.settings.model_calls, exit_behavior="error")
    asked = {skill.name: skill.approval(services) for skill in skills if skill.approval}
    gated: Any = {name: {**_ASK, "description": why} for name, why in asked.items() if why}
    return create_agent(
        chooser(services, skills),
        tools_of(skills, services),
        system_prompt=system,
        middleware=[
            ArtifactIsTheAnswer(has_model=services.chat_model is not None),
            SayWhatWasWrong(),
            limit,
            HumanInTheLoopMiddleware(interrupt_on=gated),
        ],
        checkpointer=saver,
    )


def chooser(services: "Services", skills: "Sequence[Skill]") -> "BaseChatModel":
    """Return the model that chooses a skill: the one in use, held to a schema where it is small."""
    model = services.chat_model
    if model is None:
        return AbsentModel()
    if not services.has_small_model:
        return model
    lines = "\n".join(f"- {skill.name}: {skill.description}" for skill in skills)
    [(_, instructions)] = services.prompts.get("choose_skill").fill(skills=lines)
    examples = tuple((text, skill.name) for skill in skills for text in skill.examples)
    return GuidedModel(inner=model, instructions=instructions, examples=examples)


async def keep_partial(graph: Graph, session: str, text: str, why: str) -> str | None:
    """Keep the streamed part of a turn that ended early, marked with the reason.

    Where nothing was streamed the person's message is taken back, so that no turn is left open.

    Returns:
        What the person had said, where a part was kept.
    """
    messages: Sequence[BaseMessage] = (await graph.aget_state(thread(session))).values.get(
        "messages", []
    )
    places = [place for place, one in enumerate(messages) if isinstance(one, HumanMessage)]
    if not places:
        return None
    said, *rest = messages[places[-1] :]
    changes: list[Any] = [RemoveMessage(str(message.id)) for message in rest]
    if text:
        changes.append(AIMessage(text, additional_kwargs={"partial": why}))
    else:
        changes.append(RemoveMessage(str(said.id)))
    await graph.aupdate_state(thread(session), {"messages": changes}, as_node="model")
    return said.text if text else None
