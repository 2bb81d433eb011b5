"""One turn in, a stream of typed events out. LangChain inside."""

import asyncio
import uuid
from collections.abc import AsyncGenerator, AsyncIterator, Sequence
from contextlib import aclosing, asynccontextmanager
from typing import TYPE_CHECKING, Any

import aiosqlite
from langchain.agents import create_agent
from langchain.agents.middleware import HumanInTheLoopMiddleware, ModelCallLimitMiddleware
from langchain.agents.middleware.model_call_limit import ModelCallLimitExceededError
from langchain_core.messages import AIMessage, HumanMessage, RemoveMessage
from langgraph.checkpoint.sqlite.aio import AsyncSqliteSaver
from langgraph.errors import GraphRecursionError
from langgraph.types import Command

from copilot.agent.absent import AbsentModel
from copilot.agent.narration import Narration
from copilot.agent.remembering import remembered
from copilot.agent.toolbelt import ArtifactIsTheAnswer, SayWhatWasWrong, tools_of
from copilot.domain.conversation import Failed, Message, ToolStart, TurnEvent
from copilot.errors import CallLimitReached, CopilotError
from copilot.llm.guided import GuidedModel
from copilot.skills import all_skills
from copilot.stores.private_files import make_private_folder

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel
    from langchain_core.runnables import RunnableConfig
    from langgraph.graph.state import CompiledStateGraph

    from copilot.services import Services
    from copilot.skill import Skill

RECURSION_LIMIT = 60
"""Graph steps a turn may take; LangGraph's own default is practically none."""
FALLBACK = "ask_knowledge"
"""The skill that serves a message where no model can choose one."""


class Agent:
    """Holds conversations and serves each turn with a skill or a short reply.

    Args:
        services: Where models and stores come from.
        skills: The skills it may use; all of them where not given.
    """

    def __init__(self, services: "Services", skills: "Sequence[Skill] | None" = None) -> None:
        self._services = services
        self._skills = list(skills) if skills is not None else all_skills()

    @property
    def _model(self) -> "BaseChatModel | None":
        return self._services.chat_model

    async def run(self, session: str, text: str) -> AsyncGenerator[TurnEvent, None]:
        """Serve one message and yield what happens, `Done` or `Failed` last."""
        if self._model is None:
            turn = self.run_skill(session, FALLBACK, {"": text}, said=text)
        else:
            turn = self._turn(session, {"messages": [HumanMessage(text)]}, text)
        async with aclosing(turn):
            async for event in turn:
                yield event

    async def run_skill(
        self, session: str, name: str, arguments: dict[str, Any], said: str | None = None
    ) -> AsyncGenerator[TurnEvent, None]:
        """Run the named skill as a turn of the session; the key `""` is its first field.

        Args:
            session: The session's id.
            name: Name of the skill.
            arguments: Fields of its request.
            said: What the person typed; the command itself where not given.
        """
        try:
            skill = self._skill(name)
            fields = skill.parse(arguments).model_dump(exclude_none=True, mode="json")
        except CopilotError as error:
            yield _failed(error)
            return
        typed = said or f"/{skill.command} {next(iter(arguments.values()), '')}".strip()
        key = f"call-{uuid.uuid4().hex[:8]}"
        call = {"name": name, "args": fields, "id": key}
        opening = [HumanMessage(typed), AIMessage("", tool_calls=[call])]
        yield ToolStart(id=key, name=name, arguments=fields)
        async with aclosing(self._turn(session, None, typed, opening)) as turn:
            async for event in turn:
                yield event

    async def resume(self, session: str, approved: bool) -> AsyncGenerator[TurnEvent, None]:
        """Go on after `ApprovalAsked`, with the person's decision."""
        decision = {"type": "approve" if approved else "reject"}
        async with self._saver() as saver:
            state = await self._compiled(saver).aget_state(_config(session))
        resume = {
            interrupt.id: {"decisions": [decision] * len(interrupt.value["action_requests"])}
            for interrupt in state.interrupts
        }
        async with aclosing(self._turn(session, Command(resume=resume), "")) as turn:
            async for event in turn:
                yield event

    async def messages(self, session: str) -> list[Message]:
        """Return the messages of a past session, oldest first."""
        async with self._saver() as saver:
            kept = await saver.aget_tuple(_config(session))
        return remembered(kept.checkpoint["channel_values"].get("messages", []) if kept else [])

    async def _turn(
        self,
        session: str,
        given: Any,
        said: str,
        opening: list[Any] | None = None,
    ) -> AsyncGenerator[TurnEvent, None]:
        narration = Narration(session)
        async with self._saver() as saver:
            graph = self._compiled(saver)
            try:
                if opening:
                    await graph.aupdate_state(
                        _config(session), {"messages": opening}, as_node="model"
                    )
                async for mode, data in graph.astream(
                    given, _config(session), stream_mode=["messages", "updates"]
                ):
                    for event in narration.tell(mode, data):
                        yield event
            except asyncio.CancelledError:
                await asyncio.shield(self._keep_partial(graph, session, narration, "stopped"))
                raise
            except (CopilotError, ModelCallLimitExceededError, GraphRecursionError) as error:
                ours = _ours(error)
                await self._keep_partial(graph, session, narration, ours.message)
                yield _failed(ours)
                return
        if said:
            self._services.sessions.record_turn(
                session, said, narration.usage, self._services.clock()
            )
        for event in narration.ending():
            yield event

    async def _keep_partial(
        self,
        graph: "CompiledStateGraph[Any, Any, Any, Any]",
        session: str,
        narration: Narration,
        why: str,
    ) -> None:
        """Keep what was streamed, marked; where nothing was, take the message back."""
        config = _config(session)
        messages = (await graph.aget_state(config)).values.get("messages", [])
        asked = [
            index for index, message in enumerate(messages) if isinstance(message, HumanMessage)
        ]
        if not asked:
            return
        turn = messages[asked[-1] :]
        gone = [RemoveMessage(message.id) for message in turn]
        text = narration.streamed
        if text:
            kept = AIMessage(text, additional_kwargs={"partial": why})
            await graph.aupdate_state(config, {"messages": [*gone[1:], kept]}, as_node="model")
            self._services.sessions.record_turn(
                session, turn[0].text, narration.usage, self._services.clock()
            )
        else:
            await graph.aupdate_state(config, {"messages": gone}, as_node="model")

    @asynccontextmanager
    async def _saver(self) -> AsyncIterator[AsyncSqliteSaver]:
        path = self._services.sessions.path
        make_private_folder(path.parent)
        path.touch(mode=0o600)
        async with aiosqlite.connect(path) as connection:
            await connection.execute("PRAGMA synchronous=FULL")
            yield AsyncSqliteSaver(connection)

    def _compiled(self, saver: AsyncSqliteSaver) -> "CompiledStateGraph[Any, Any, Any, Any]":
        today = self._services.clock().date().isoformat()
        [(_, system)] = self._services.prompts.get("agent").fill(today=today)
        gated = {skill.name: _ASK for skill in self._skills if skill.writes}
        limit = ModelCallLimitMiddleware(
            run_limit=self._services.settings.model_calls, exit_behavior="error"
        )
        return create_agent(
            self._chooser(),
            tools_of(self._skills, self._services),
            system_prompt=system,
            middleware=[
                ArtifactIsTheAnswer(has_model=self._model is not None),
                SayWhatWasWrong(),
                limit,
                HumanInTheLoopMiddleware(interrupt_on=gated),
            ],
            checkpointer=saver,
        )

    def _chooser(self) -> "BaseChatModel":
        if self._model is None:
            return AbsentModel()
        if not self._services.has_small_model:
            return self._model
        lines = "\n".join(f"- {skill.name}: {skill.description}" for skill in self._skills)
        [(_, instructions)] = self._services.prompts.get("choose_skill").fill(skills=lines)
        examples = tuple((text, skill.name) for skill in self._skills for text in skill.examples)
        return GuidedModel(inner=self._model, instructions=instructions, examples=examples)

    def _skill(self, name: str) -> "Skill":
        from copilot.skills import find_skill

        return next((skill for skill in self._skills if skill.name == name), None) or find_skill(
            name
        )


_ASK: Any = {"allowed_decisions": ["approve", "reject"]}


def _config(session: str) -> "RunnableConfig":
    return {"configurable": {"thread_id": session}, "recursion_limit": RECURSION_LIMIT}


def _ours(error: Exception) -> CopilotError:
    if isinstance(error, CopilotError):
        return error
    return CallLimitReached(
        "The turn used up its model calls without an answer.",
        hint="Ask in a simpler way, or raise model_calls in the settings.",
    )


def _failed(error: CopilotError) -> Failed:
    return Failed(message=error.message, hint=error.hint, exit_code=error.exit_code)
