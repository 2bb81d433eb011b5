"""Verify the log, and keep elsewhere what proves where it stood."""

from pathlib import Path

import click

from copilot.cli.face import Face
from copilot.domain.counting import counted
from copilot.domain.decision_log import Verdict, Verification
from copilot.errors import InputError

_MEANING: dict[Verdict, str] = {
    "ok": "Nothing is wrong.",
    "ok_unanchored": "Nothing is wrong; the newest entries were not witnessed on this machine.",
    "altered": "Something recorded was changed. Compare it with a copy: decisions remote pull",
    "broken_link": "Something recorded is missing or out of place. Take it from a copy:"
    " decisions remote pull",
    "truncated": "The newest entries are missing. Take them from a copy: decisions remote pull",
    "forked": "This is another history than the one recorded. Ask who has replaced it.",
    "torn": "Something is half-written. Restore the folder from a copy.",
    "unsigned": "Nothing was changed; some decisions lack a signature that counts.",
}
"""Each verdict in a sentence, and what to do."""


@click.command()
@click.option("--checkpoint", metavar="TEXT|FILE", help="Where the log once stood.")
@click.option("--signed", is_flag=True, help="Ask for a signature that counts on each decision.")
@click.pass_context
def verify(context: click.Context, checkpoint: str | None, signed: bool) -> None:
    """Verify the whole history; leaves with 0 only where nothing is wrong."""
    from copilot.stores.decisions.verification import read_checkpoint

    face: Face = context.obj
    known = read_checkpoint(_text(checkpoint)) if checkpoint else None
    found = face.services.decisions.verify(known, signed=signed)
    face.emit(found, _told(found))
    if not found.is_ok:
        context.exit(5)


@click.command()
@click.pass_obj
def checkpoint(face: Face) -> None:
    """Print a short text that proves later where the log stood; keep it elsewhere."""
    head = face.services.decisions.log.head()
    if head is None:
        raise InputError(
            "Nothing is recorded yet, so there is nothing to prove.",
            hint="Record a decision: pm-copilot decisions add FILE",
        )
    face.emit({**head.model_dump(), "checkpoint": head.checkpoint}, head.checkpoint)
    face.say("Keep it where the log's writer cannot change it; then: decisions verify --checkpoint")


@click.command()
@click.option("--yes", is_flag=True, help="Approve it.")
@click.pass_context
def anchor(context: click.Context, yes: bool) -> None:
    """Take the log as it stands for what was recorded, after you have restored or moved it.

    It cures what differs from the witness, and nothing that breaks the rules of the log itself.
    """
    face: Face = context.obj
    store = face.services.decisions
    found = store.verify()
    face.say(_told(found))
    if face.approve("From now on take the log as it stands for what was recorded?", yes=yes):
        count = store.chain.anchor_anew()
        again = store.verify()
        said = f"{counted(count, 'commit')} of the log are witnessed anew."
        face.emit({"commits": count, "verdict": again.verdict}, f"{said}\n{_told(again)}")
        if not again.is_ok:
            context.exit(5)


def _told(found: Verification) -> str:
    head = f", head {found.head[:12]}" if found.head else ""
    return "\n".join(
        (
            f"{found.verdict}: {counted(found.count, 'decision')}{head}. {_MEANING[found.verdict]}",
            *(f"- {problem.what}" for problem in found.problems[:20]),
            *([f"… and {len(found.problems) - 20} more."] if len(found.problems) > 20 else []),
            *(f"Note: {note}" for note in found.notes),
        )
    )


def _text(given: str) -> str:
    path = Path(given)
    return path.read_text(encoding="utf-8") if len(given) < 300 and path.is_file() else given


COMMANDS = (verify, checkpoint, anchor)
