"""One turn in, a stream of typed events out. LangChain inside."""

import asyncio
import uuid
from collections.abc import AsyncGenerator, Sequence
from contextlib import aclosing
from typing import TYPE_CHECKING, Any

from langchain.agents.middleware.model_call_limit import ModelCallLimitExceededError
from langchain_core.messages import AIMessage, HumanMessage
from langgraph.errors import GraphRecursionError
from langgraph.types import Command

from copilot.agent.graph import Graph, build_graph, keep_partial, open_checkpoints, thread
from copilot.agent.narration import Narration
from copilot.agent.remembering import remembered
from copilot.domain.conversation import Failed, Message, ToolStart, TurnEvent
from copilot.errors import CallLimitReached, CopilotError, NotFound
from copilot.skills import all_skills

if TYPE_CHECKING:
    from copilot.services import Services
    from copilot.skill import Skill

FALLBACK = "ask_knowledge"
"""The skill that serves a message where no model can choose one."""

Events = AsyncGenerator[TurnEvent, None]


class Agent:
    """Holds conversations and serves each turn with a skill or a short reply.

    Args:
        services: Where models and stores come from.
        skills: The skills it may use; all of them where not given.
    """

    def __init__(self, services: "Services", skills: "Sequence[Skill] | None" = None) -> None:
        self._services = services
        self._skills = list(skills) if skills is not None else all_skills()

    async def run(self, session: str, text: str) -> Events:
        """Serve one message and yield what happens, `Done` or `Failed` last."""
        try:
            has_model = self._services.chat_model is not None
        except CopilotError as error:
            yield _failed(error)
            return
        turn = (
            self._turn(session, {"messages": [HumanMessage(text)]}, text)
            if has_model
            else self.run_skill(session, FALLBACK, {"": text}, said=text)
        )
        async with aclosing(turn):
            async for event in turn:
                yield event

    async def run_skill(
        self, session: str, name: str, arguments: dict[str, Any], said: str | None = None
    ) -> Events:
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
        call = AIMessage("", tool_calls=[{"name": name, "args": fields, "id": key}])
        yield ToolStart(id=key, name=name, arguments=fields)
        opening = [HumanMessage(typed), call]
        async with aclosing(self._turn(session, None, typed, opening)) as turn:
            async for event in turn:
                yield event

    async def resume(self, session: str, approved: bool) -> Events:
        """Go on after `ApprovalAsked`, with the person's decision."""
        decision = {"type": "approve" if approved else "reject"}
        async with open_checkpoints(self._services) as saver:
            graph = build_graph(self._services, self._skills, saver)
            waiting = (await graph.aget_state(thread(session))).interrupts
        decisions = {
            interrupt.id: {"decisions": [decision] * len(interrupt.value["action_requests"])}
            for interrupt in waiting
        }
        async with aclosing(self._turn(session, Command(resume=decisions), "")) as turn:
            async for event in turn:
                yield event

    async def messages(self, session: str) -> list[Message]:
        """Return the messages of a past session, oldest first."""
        async with open_checkpoints(self._services) as saver:
            kept = await saver.aget_tuple(thread(session))
        return remembered(kept.checkpoint["channel_values"].get("messages", []) if kept else [])

    async def _turn(
        self, session: str, given: Any, said: str, opening: "Sequence[Any]" = ()
    ) -> Events:
        """Run the graph; a turn that ends early keeps what was streamed."""
        narration = Narration(session)
        async with open_checkpoints(self._services) as saver:
            graph: Graph = build_graph(self._services, self.offered(said, opening), saver)
            try:
                if opening:
                    begun = {"messages": list(opening)}
                    await graph.aupdate_state(thread(session), begun, as_node="model")
                async for mode, data in graph.astream(
                    given, thread(session), stream_mode=["messages", "updates"]
                ):
                    for event in narration.tell(mode, data):
                        yield event
            except asyncio.CancelledError:
                await asyncio.shield(self._break_off(graph, narration, "stopped"))
                raise
            except (CopilotError, ModelCallLimitExceededError, GraphRecursionError) as error:
                ours = _ours(error)
                await self._break_off(graph, narration, ours.message)
                yield _failed(ours)
                return
        self._record(narration, said)
        for event in narration.ending():
            yield event

    async def _break_off(self, graph: Graph, narration: Narration, why: str) -> None:
        said = await keep_partial(graph, narration.session, narration.streamed, why)
        self._record(narration, said or "")

    def _record(self, narration: Narration, said: str) -> None:
        if said:
            now = self._services.clock()
            self._services.sessions.record_turn(narration.session, said, narration.usage, now)

    def offered(self, said: str, opening: "Sequence[Any]" = ()) -> "list[Skill]":
        """Return the skills that can be of use now, and those a person has asked for by name.

        Args:
            said: What the person has typed.
            opening: Messages that begin the turn; calls among them are a person's.
        """
        named = {call["name"] for one in opening for call in getattr(one, "tool_calls", ())}
        return [
            one for one in self._skills if one.name in named or one.offered_if(self._services, said)
        ]

    def _skill(self, name: str) -> "Skill":
        known = {skill.name: skill for skill in self._skills}
        if name not in known:
            raise NotFound(f"There is no skill {name!r}.", hint=f"Known skills: {', '.join(known)}")
        return known[name]


def _ours(error: Exception) -> CopilotError:
    if isinstance(error, CopilotError):
        return error
    return CallLimitReached(
        "The turn used up its model calls without an answer.",
        hint="Ask in a simpler way, or raise model_calls in the settings.",
    )


def _failed(error: CopilotError) -> Failed:
    return Failed(
        kind=type(error).__name__,
        message=error.message,
        hint=error.hint,
        exit_code=error.exit_code,
    )
