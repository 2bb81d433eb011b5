"""Draft a specification, or change one: a patch first, the file only when somebody agrees."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from copilot.cli.face import Face, read_text
from copilot.cli.skill_command import run_skill
from copilot.errors import InputError
from copilot.skills import find_skill

if TYPE_CHECKING:
    from copilot.analysis.specs.changing import Changed


@click.command("draft-spec")
@click.argument("source", required=False, metavar="TEXT|FILE|-")
@click.option(
    "--update",
    metavar="SPEC.md",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Change this specification instead; needs no model.",
)
@click.option("--change", metavar="TEXT|FILE|-", help="What is to change, one sentence each.")
@click.option("--yes", is_flag=True, help="Write the changed specification without asking.")
@click.pass_obj
def draft_spec(
    face: Face, source: str | None, update: Path | None, change: str | None, yes: bool
) -> None:
    """Draft a specification (PRD) from an idea, notes or a brief, or change one.

    A change is shown as a patch: only the lines it speaks of move, and what contradicts the
    specification is asked instead of changed.
    """
    if update is None and change is None and source is not None:
        run_skill(face, find_skill("draft_spec"), {"source": source})
        return
    if update is None or change is None or source is not None:
        raise InputError(
            "Give a source, or a specification and its change.",
            hint="pm-copilot draft-spec --update SPEC.md --change 'FR-003: 5 seconds'",
        )
    _change(face, update, read_text(change), yes=yes)


def _change(face: Face, path: Path, request: str, *, yes: bool) -> None:
    from copilot.analysis.specs.changing import Changer

    before = _read(path)
    changed = Changer(face.services.source_reader).changed(before, request)
    patch = changed.patch(before, path.name)
    face.emit(_body(changed, patch), _text(changed, patch))
    if not patch:
        return
    if not yes and (face.json or not face.has_person):
        face.say(f"Nothing was written. To write {path}, add --yes")
    elif face.approve(f"Write {path}?", yes=yes):
        _write(face, path, changed.updated, before)
        face.say(f"Written: {path}")
    else:
        face.say("Nothing was written.")


def _read(path: Path) -> str:
    try:
        with path.open(encoding="utf-8", newline="") as file:
            return file.read()
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(
            f"{path} cannot be read as text.", hint="Give a Markdown file in UTF-8."
        ) from error


def _write(face: Face, path: Path, text: str, was: str) -> None:
    from copilot.stores.guarded_file import replace_if_unchanged

    replace_if_unchanged(path, text, was, face.services.places.state / "locks")


def _body(changed: "Changed", patch: str) -> dict[str, object]:
    return {
        "patch": patch,
        "updated": changed.updated,
        "edits": [edit._asdict() for edit in changed.edits],
        "questions": list(changed.questions),
        "remarks": list(changed.remarks),
    }


def _text(changed: "Changed", patch: str) -> str:
    from copilot.domain.lettering import lettered

    parts = [
        patch.rstrip("\n") or "Nothing changes.",
        "\n".join(changed.remarks),
        "To be answered first:\n" + "\n".join(lettered(changed.questions))
        if changed.questions
        else "",
    ]
    return "\n\n".join(part for part in parts if part)
