"""Record decisions. Every command here shows what it will write, and asks."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from copilot.cli.face import Face
from copilot.domain.decision import Approval, Decision, Held
from copilot.errors import InputError, NotFound

if TYPE_CHECKING:
    from copilot.stores.decisions.recorder import Recorded

_approve = click.option("--yes", is_flag=True, help="Approve what will be written.")


@click.command()
@click.pass_obj
def template(face: Face) -> None:
    """Print an empty record that shows every field."""
    from copilot.domain.decision_text import template as empty

    text = empty(face.services.decisions.today)
    face.emit({"template": text}, text)


@click.command()
@click.argument("given", required=False, metavar="FILE|DRAFT|-")
@_approve
@click.pass_obj
def add(face: Face, given: str | None, yes: bool) -> None:
    """Record a decision from a file, from the id of a draft or review, or in your editor."""
    _record(face, _decision(face, given), yes)


@click.command()
@click.argument("name", metavar="ID")
@click.argument("given", required=False, metavar="FILE|DRAFT|-")
@_approve
@click.pass_obj
def supersede(face: Face, name: str, given: str | None, yes: bool) -> None:
    """Record a decision that takes the place of an earlier one."""
    older = face.services.decisions.log.standing(name).entry.decision
    decision = _decision(face, given)
    names = dict.fromkeys((older, *decision.header.supersedes))
    header = decision.header.model_copy(update={"supersedes": tuple(names)})
    _record(face, decision.model_copy(update={"header": header}), yes)


@click.command()
@click.argument("name", metavar="ID")
@click.option(
    "--held", required=True, type=click.Choice(["yes", "partly", "no"]), help="Did it hold?"
)
@click.option("--note", default="", help="What became of it, and why.")
@_approve
@click.pass_obj
def outcome(face: Face, name: str, held: Held, note: str, yes: bool) -> None:
    """Record what became of a decision, once it was looked at again."""
    store = face.services.decisions
    decision = store.log.decision(name)
    face.say(f"{decision.id} {decision.title!r} held: {held}. {note}\nas {store.author.identity}")
    if approval := _approval(face, "Record this outcome?", yes):
        _tell(face, store.record_outcome(decision.id, held, note, approval))


@click.command()
@click.argument("name", metavar="ID")
@_approve
@click.pass_obj
def sign(face: Face, name: str, yes: bool) -> None:
    """Sign a decision, and the history up to it, with your SSH key."""
    store = face.services.decisions
    decision = store.log.decision(name)
    question = f"Sign {decision.id} ({decision.title}) as {store.author.identity}?"
    if approval := _approval(face, question, yes):
        _tell(face, store.sign(decision.id, approval))


@click.command()
@click.argument("name", metavar="ID")
@_approve
@click.pass_obj
def erase(face: Face, name: str, yes: bool) -> None:
    """Erase the personal text of a decision on this machine; the history still verifies."""
    store = face.services.decisions
    known = store.log.resolve(name)
    question = f"Erase all personal text of {known} for good?"
    if _approval(face, question, yes):
        count = store.erase(known)
        face.emit(
            {"id": known, "erased": count}, f"Erased {count} stretches of personal text of {known}."
        )


def _decision(face: Face, given: str | None) -> Decision:
    """Return the decision of a file, a draft, standard input or the editor, if it is whole.

    Raises:
        InputError: The record lacks what it must have.
    """
    from copilot.analysis.decisions.reading import checked
    from copilot.stores.decisions.record_file import parse_record

    today = face.services.decisions.today
    text = _edited(face) if given is None else _text(face, given)
    draft = checked(parse_record(text, today))
    if draft.missing:
        kept = f" Your text is kept in {_kept(face, text)}." if given is None else ""
        raise InputError(
            f"The record is not complete. {' '.join(draft.missing)}{kept}",
            hint="Begin with: pm-copilot decisions template > decision.md",
        )
    for advice in draft.advice:
        face.say(f"Note: {advice}")
    _remark(face, draft.decision)
    return draft.decision


def _text(face: Face, given: str) -> str:
    from copilot.cli.face import read_text

    if given == "-" or Path(given).is_file():
        return read_text(given)
    return _draft(face, given)


def _draft(face: Face, given: str) -> str:
    from copilot.stores.decisions.drafts import proposed_record

    services = face.services
    try:
        return proposed_record(services.artifacts.read(given), services.decisions.today)
    except NotFound as error:
        raise NotFound(
            f"{given} is neither a file nor the id of a draft.",
            hint="Begin with: pm-copilot decisions template > decision.md",
        ) from error


def _edited(face: Face) -> str:
    import sys

    from copilot.domain.decision_text import template as empty
    from copilot.settings import editor_command

    if not sys.stdin.isatty():
        raise InputError(
            "There is no file, and no terminal to write the record in.",
            hint="pm-copilot decisions add FILE, or - for standard input",
        )
    text = click.edit(
        empty(face.services.decisions.today), editor=editor_command(), extension=".md"
    )
    if text is None:
        raise InputError("The record was not saved; nothing was recorded.", hint="Try again.")
    return text


def _kept(face: Face, text: str) -> Path:
    from copilot.stores.private_files import write_private

    path = face.services.workspace.root / "exports" / "decision-unfinished.md"
    write_private(path, text)
    return path


def _remark(face: Face, decision: Decision) -> None:
    """Say what to think of before a record stays for good."""
    from copilot.analysis.decisions.personal_signs import personal_remark
    from copilot.stores.evidence import evidence_remark

    evidence, services = decision.header.evidence, face.services
    unknown = evidence_remark(evidence, services.knowledge, services.artifacts)
    for remark in filter(None, (personal_remark(decision.text), unknown)):
        face.say(f"Note: {remark}")


def _record(face: Face, decision: Decision, yes: bool) -> None:
    from copilot.domain.decision_text import record_text

    store = face.services.decisions
    if not yes:
        face.show(f"{record_text(decision)}\nas {store.author.identity}")
    if approval := _approval(face, "Record this decision?", yes):
        _tell(face, store.record(decision, approval))


def _approval(face: Face, question: str, yes: bool) -> Approval | None:
    if face.approve(question, yes=yes):
        return "flag" if yes else "interactive"
    face.say("Nothing was recorded.")
    return None


def _tell(face: Face, recorded: "Recorded") -> None:
    head = recorded.head
    value = {
        "id": recorded.id,
        "commit": head.commit,
        "count": head.count,
        "checkpoint": head.checkpoint,
        "remarks": list(recorded.remarks),
    }
    for remark in recorded.remarks:
        face.say(remark)
    face.emit(value, f"Recorded {recorded.id} in commit {head.commit[:12]}.")


COMMANDS = (template, add, supersede, outcome, sign, erase)
