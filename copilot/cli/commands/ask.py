"""One turn of the agent, for pipes and scripts."""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import aclosing
from typing import TYPE_CHECKING, Any

import click

from copilot.cli.face import Face, read_text
from copilot.domain.artifact import Usage
from copilot.domain.conversation import ApprovalAsked, Done, Failed, ToolEnd, ToolStart, Used
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
    turn = _Turn(_session(face, session, last))
    asyncio.run(_serve(face, said, turn, jsonl, yes))
    if turn.failed:
        raise _error(turn.failed)
    if not jsonl and turn.done:
        face.emit(_envelope(face, said, turn, turn.done), _text(turn.done))


class _Turn:
    """What a turn has come to so far."""

    def __init__(self, session: str) -> None:
        self.session = session
        self.skills: list[str] = []
        self.artifacts: list[dict[str, Any]] = []
        self.waiting: ApprovalAsked | None = None
        self.usage = Usage()
        self.done: Done | None = None
        self.failed: Failed | None = None

    def note(self, event: "TurnEvent") -> None:
        """Take in one event."""
        match event:
            case ToolEnd(name=name, artifact=artifact):
                self.skills.append(name)
                self.artifacts += [artifact] if artifact else []
            case ApprovalAsked():
                self.waiting = event
            case Used(usage=usage):
                self.usage = usage
            case Done():
                self.done = event
            case Failed():
                self.failed = event
            case _:
                pass


async def _serve(face: Face, said: str, turn: _Turn, jsonl: bool, yes: bool) -> None:
    from copilot.agent.agent import Agent

    agent = Agent(face.services)
    await _follow(face, agent.run(turn.session, said), turn, jsonl)
    while turn.waiting:
        asked, turn.waiting = turn.waiting, None
        approved = face.approve(f"{asked.question} ({asked.name}: {asked.arguments})", yes=yes)
        await _follow(face, agent.resume(turn.session, approved), turn, jsonl)


async def _follow(
    face: Face, events: "AsyncGenerator[TurnEvent, None]", turn: _Turn, jsonl: bool
) -> None:
    async with aclosing(events):
        async for event in events:
            turn.note(event)
            if jsonl:
                face.emit_line(event)
            elif isinstance(event, ToolStart):
                face.say(f"{event.name} …")


def _error(failed: Failed) -> CopilotError:
    error = CopilotError(failed.message, hint=failed.hint)
    error.exit_code = failed.exit_code
    return error


def _text(done: Done) -> str:
    sources = [f"[{n}] {cited.id}: {cited.title}" for n, cited in enumerate(done.citations, 1)]
    notes = [f"Note: {warning}" for warning in done.warnings]
    parts = (done.text, "\n".join(sources), "\n".join(notes))
    return "\n\n".join(part for part in parts if part)


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


def _envelope(face: Face, said: str, turn: _Turn, done: Done) -> dict[str, Any]:
    provenance = (
        turn.artifacts[-1]["provenance"]
        if turn.artifacts
        else face.services.provenance("agent", turn.usage).model_dump(mode="json")
    )
    return {
        "kind": "ask",
        "title": said,
        "body": {"answer": done.text, "skills": turn.skills, "artifacts": turn.artifacts},
        "citations": [citation.model_dump(mode="json") for citation in done.citations],
        "warnings": list(done.warnings),
        "provenance": provenance,
        "session": turn.session,
    }
