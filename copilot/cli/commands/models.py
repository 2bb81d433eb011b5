"""`pm-copilot models`: see, fetch, choose and try the models that run on this machine."""

import asyncio
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

from copilot.errors import SetupError

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

    from copilot.cli.face import Face
    from copilot.llm.catalogue import CatalogueEntry

PROMPT = "Say in one sentence what a product manager does."


@click.group()
def models() -> None:
    """See, fetch and choose the models that run on this machine."""


@models.command(name="list")
@click.pass_obj
def list_(face: "Face") -> None:
    """List the models that can be fetched."""
    choice = face.services.model_choice
    current = choice.label if choice else None
    rows = [_row(face, entry, current) for entry in face.services.catalogue()]
    text = "\n".join(_line(row) for row in rows)
    face.emit({"models": rows, "current": current}, f"{text}\n\nIn use: {current or 'none'}")


@models.command()
@click.argument("name", required=False)
@click.pass_obj
def pull(face: "Face", name: str | None) -> None:
    """Fetch a model's weights and check them; goes on where an earlier try stopped."""
    from copilot.llm.catalogue import default_entry, find_entry
    from copilot.llm.downloads import read_record

    entry = find_entry(name) if name else default_entry()
    face.say(f"{entry.title}, {entry.size}, {entry.licence}")
    path = face.services.pull_model(entry.name, _progress(face.say))
    record = read_record(path)
    assert record is not None
    face.emit(
        {"path": str(path), **record.model_dump(mode="json")},
        f"{path}\nSHA-256 {record.sha256}, checked {record.checked}. Source: {record.source}.",
    )


@models.command()
@click.argument("name")
@click.pass_obj
def use(face: "Face", name: str) -> None:
    """Use an embedded model from now on."""
    from copilot.llm.catalogue import find_entry
    from copilot.llm.downloads import is_pulled

    entry = find_entry(name)
    model = f"embedded:{entry.name}"
    face.services.save_setting("model", model)
    pulled = is_pulled(entry, face.services.places.models)
    if not pulled:
        face.say(f"Its weights are not here yet. Fetch them: pm-copilot models pull {entry.name}")
    face.emit({"model": model, "pulled": pulled}, f"The model is now {model}.")


@models.command()
@click.pass_obj
def test(face: "Face") -> None:
    """Send one short prompt to the model in use and time the reply."""
    choice, model = face.services.model_choice, face.services.chat_model
    if choice is None or model is None:
        raise SetupError(
            "There is no model to test.",
            hint="pm-copilot models pull, or pm-copilot setup for a key or a server",
        )
    reply, timing = asyncio.run(_timed(model))
    face.emit(
        {"model": choice.label, "why": choice.why, "reply": reply, **timing},
        f"{choice.label} ({choice.why})\n{reply}\n\nFirst token after "
        f"{timing['first_token_seconds']:.2f} s, then about {timing['tokens_per_second']:.0f} "
        "tokens a second.",
    )


def _row(face: "Face", entry: "CatalogueEntry", current: str | None) -> dict[str, Any]:
    from copilot.llm.downloads import is_pulled

    fields = {"name", "title", "licence", "quantisation", "bytes", "bytes_approximate", "default"}
    return entry.model_dump(include=fields) | {
        "size": entry.size,
        "pulled": is_pulled(entry, face.services.places.models),
        "current": current == f"embedded:{entry.name}",
    }


def _line(row: dict[str, Any]) -> str:
    mark = "*" if row["current"] else " "
    state = "pulled" if row["pulled"] else "-"
    left = f"{mark} {row['name']:<20} {row['size']:>12}  {row['licence']:<11}"
    return f"{left} {state:<7} {row['title']}"


def _progress(say: Callable[[str], None]) -> Callable[[int, int], None]:
    """Return a reporter that says every twentieth of the way once."""
    said = -1

    def report(there: int, total: int) -> None:
        nonlocal said
        step = there * 20 // max(total, 1)
        if step > said:
            said = step
            say(f"{step * 5:3d} %  {there / 1e6:,.0f} of {total / 1e6:,.0f} MB")

    return report


async def _timed(model: "BaseChatModel") -> tuple[str, dict[str, float]]:
    """Return the reply, and how long its first token and the others took.

    A piece of the stream is counted as one token, as local servers send them.
    """
    started = first = time.perf_counter()
    pieces: list[str] = []
    async for chunk in model.astream(PROMPT):
        if not chunk.text:
            continue
        if not pieces:
            first = time.perf_counter()
        pieces.append(chunk.text)
    writing = time.perf_counter() - first
    rate = (len(pieces) - 1) / writing if len(pieces) > 1 else 0.0
    return "".join(pieces), {"first_token_seconds": first - started, "tokens_per_second": rate}
