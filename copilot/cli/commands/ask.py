"""One turn of the agent, for pipes and scripts."""

import asyncio
from collections.abc import AsyncGenerator
from typing import TYPE_CHECKING, Any

import click

from copilot.cli.face import Face, read_text
from copilot.errors import CopilotError, InputError, NotFound

if TYPE_CHECKING:
    from copilot.domain.conversation import TurnEvent


@click.command()
@click.argument("text", metavar="TEXT|FILE|-")
@click.option("--session", metavar="ID", help="Go on with this session.")
@click.option("--last", is_flag=True, help="Go on with the last session.")
@click.option("--jsonl", is_flag=True, help="Print events, one JSON document a line.")
@click.option("--yes", is_flag=True, help="Approve what a skill wants to write.")
@click.pass_obj
def ask(face: Face, text: str, session: str | None, last: bool, jsonl: bool, yes: bool) -> None:
    """Ask the copilot one thing and print its checked answer."""
    said = read_text(text)
    turn = asyncio.run(_turn(face, said, _session(face, session, last), jsonl, yes))
    if jsonl:
        return
    done = turn["done"]
    sources = [f"[{n}] {cited.id}: {cited.title}" for n, cited in enumerate(done.citations, 1)]
    parts = [done.text, "\n".join(sources), "\n".join(f"Note: {text}" for text in done.warnings)]
    face.emit(_envelope(face, said, turn), "\n\n".join(part for part in parts if part))


async def _turn(face: Face, said: str, session: str, jsonl: bool, yes: bool) -> dict[str, Any]:
    from copilot.agent.agent import Agent

    agent = Agent(face.services)
    seen: dict[str, Any] = {"skills": [], "artifacts": [], "session": session}
    events: AsyncGenerator[TurnEvent, None] | None = agent.run(session, said)
    while events is not None:
        waiting = None
        async for event in events:
            if jsonl:
                face.emit_line(event)
            _note(face, seen, event)
            waiting = event if event.type == "approval" else waiting
        events = agent.resume(session, _approved(face, waiting, yes)) if waiting else None
    return seen


def _note(face: Face, seen: dict[str, Any], event: "TurnEvent") -> None:
    if event.type == "tool_start":
        face.say(f"{event.name} …")
    elif event.type == "tool_end":
        seen["skills"].append(event.name)
        seen["artifacts"] += [event.artifact] if event.artifact else []
    elif event.type in ("done", "usage"):
        seen[event.type] = event
    elif event.type == "error":
        error = CopilotError(event.message, hint=event.hint)
        error.exit_code = event.exit_code  # type: ignore[misc]  # the family is known by its code only
        raise error


def _approved(face: Face, waiting: Any, yes: bool) -> bool:
    return face.approve(f"Run {waiting.name} with {waiting.arguments}?", yes=yes)


def _session(face: Face, session: str | None, last: bool) -> str:
    sessions = face.services.sessions
    if session and last:
        raise InputError("Both --session and --last are given.", hint="Give one of them.")
    if session:
        return sessions.summary(session).id
    if not last:
        return sessions.create()
    recent = sessions.recent(1)
    if not recent:
        raise NotFound("There is no session yet.", hint="Start one without --last")
    return recent[0].id


def _envelope(face: Face, said: str, turn: dict[str, Any]) -> dict[str, Any]:
    done, artifacts = turn["done"], turn["artifacts"]
    provenance = (
        artifacts[-1]["provenance"]
        if artifacts
        else face.services.provenance("agent", turn["usage"].usage).model_dump(mode="json")
    )
    return {
        "kind": "ask",
        "title": said,
        "body": {"answer": done.text, "skills": turn["skills"], "artifacts": artifacts},
        "citations": [citation.model_dump(mode="json") for citation in done.citations],
        "warnings": list(done.warnings),
        "provenance": provenance,
        "session": turn["session"],
    }
