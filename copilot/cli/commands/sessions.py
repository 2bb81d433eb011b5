"""Past conversations."""

import asyncio
from typing import Any

import click

from copilot.cli.face import Face
from copilot.domain.conversation import Message, SessionSummary


@click.group()
def sessions() -> None:
    """List, show, search, rename, export and delete past conversations."""


@sessions.command("list")
@click.option("--limit", default=20, show_default=True, help="How many at most.")
@click.pass_obj
def list_(face: Face, limit: int) -> None:
    """List sessions, the last used first."""
    _emit_list(face, face.services.sessions.recent(limit))


@sessions.command()
@click.argument("text")
@click.pass_obj
def search(face: Face, text: str) -> None:
    """Find sessions by their title or first prompt."""
    _emit_list(face, face.services.sessions.search(text))


@sessions.command()
@click.argument("session", metavar="ID")
@click.pass_obj
def show(face: Face, session: str) -> None:
    """Show a session's messages."""
    value, text = _told(face, session)
    face.emit(value, text)


@sessions.command()
@click.argument("session", metavar="ID")
@click.argument("title")
@click.pass_obj
def rename(face: Face, session: str, title: str) -> None:
    """Give a session another title."""
    face.services.sessions.rename(session, title)
    face.emit(face.services.sessions.summary(session), f"Renamed to {title!r}.")


@sessions.command()
@click.argument("session", metavar="ID")
@click.option("--out", type=click.Path(dir_okay=False), required=True, help="Markdown file.")
@click.pass_obj
def export(face: Face, session: str, out: str) -> None:
    """Write a session to a Markdown file."""
    from pathlib import Path

    from copilot.domain.decision_log import sealed
    from copilot.stores.private_files import write_private

    _, text = _told(face, session)
    write_private(Path(out), sealed(text + "\n", face.services.checkpoint))
    face.emit({"out": out}, f"Written to {out}.")


@sessions.command()
@click.argument("session", metavar="ID")
@click.option("--yes", is_flag=True, help="Approve the deletion.")
@click.pass_obj
def delete(face: Face, session: str, yes: bool) -> None:
    """Delete a session with its messages."""
    summary = face.services.sessions.summary(session)
    if face.approve(f"Delete session {summary.id} ({summary.title})?", yes=yes):
        face.services.sessions.delete(summary.id)
        face.emit({"deleted": summary.id}, f"Deleted {summary.id}.")


def _emit_list(face: Face, found: list[SessionSummary]) -> None:
    value = {"sessions": [summary.model_dump(mode="json") for summary in found]}
    lines = [
        f"{summary.id}  {summary.updated:%Y-%m-%d %H:%M}  {summary.turns:3} turns  {summary.title}"
        for summary in found
    ]
    face.emit(value, "\n".join(lines) or "No sessions.")


def _told(face: Face, session: str) -> tuple[dict[str, Any], str]:
    from copilot.agent.agent import Agent

    summary = face.services.sessions.summary(session)
    messages = asyncio.run(Agent(face.services).messages(summary.id))
    value = {
        **summary.model_dump(mode="json"),
        "messages": [message.model_dump(mode="json") for message in messages],
    }
    return value, f"# {summary.title}\n\n" + "\n\n".join(map(_as_markdown, messages))


def _as_markdown(message: Message) -> str:
    if message.role == "user":
        return "**You:** " + message.text
    partial = f"\n\n(incomplete: {message.partial})" if message.partial else ""
    cited = "".join(f"\n- [{n}] {cited.id}" for n, cited in enumerate(message.citations, 1))
    return message.text + partial + ("\n" + cited if cited else "")
