"""Take in records that were kept elsewhere: each becomes a commit with its author and its time."""

from pathlib import Path
from typing import NamedTuple

from copilot.domain.decision import Approval
from copilot.stores.decisions.decisions import Decisions
from copilot.stores.decisions.foreign_records import ForeignRecord, Passed, read_folder
from copilot.stores.decisions.identity import Author, author_of
from copilot.stores.decisions.recorder import Made


class Plan(NamedTuple):
    """What an import would do."""

    records: list[ForeignRecord]
    """What would be recorded, in this order."""
    passed: list[Passed]
    """What would not, and why."""


class Imported(NamedTuple):
    """What an import has done."""

    ids: dict[str, str]
    """Id of each file that was recorded."""
    remarks: tuple[str, ...]


def plan_import(decisions: Decisions, folder: Path) -> Plan:
    """Return what importing a folder would record; the same file twice is recorded once.

    Raises:
        InputError: There is no such folder, or no Markdown in it.
    """
    records, passed = read_folder(folder)
    known = {
        origin.sha256: origin.file
        for _, decision in decisions.log.decisions()
        if (origin := decision.header.imported)
    }
    changed = set(known.values())
    fresh: list[ForeignRecord] = []
    for record in records:
        origin = record.decision.header.imported
        if origin and origin.sha256 in known:
            passed.append(Passed(record.name, "It was imported before."))
        elif origin and origin.file in changed:
            why = "It has changed since it was imported; supersede what was recorded."
            passed.append(Passed(record.name, why))
        else:
            fresh.append(record)
    return Plan(fresh, passed)


def carry_out(decisions: Decisions, plan: Plan, approval: Approval) -> Imported:
    """Record what was planned."""
    ids: dict[str, str] = {}
    remarks: list[str] = []
    replaced = _replaced(plan)
    superseded: set[str] = set()
    for record in plan.records:
        older = [name for name in replaced[record.name] if name not in superseded]
        known = tuple(ids[name] for name in older if name in ids)
        remarks += [_unlinked(record.name, name) for name in older if name not in ids]
        superseded.update(name for name in older if name in ids)
        header = record.decision.header.model_copy(update={"supersedes": known})
        decision = record.decision.model_copy(update={"header": header})
        recorded = decisions.recorder.record(decision, _made(decisions, record, approval))
        ids[record.name] = recorded.id
        remarks += [one for one in recorded.remarks if one not in remarks]
    return Imported(ids, tuple(remarks))


def _replaced(plan: Plan) -> dict[str, list[str]]:
    """Return for each file those it supersedes, whichever of the two says so."""
    found = {record.name: list(record.supersedes) for record in plan.records}
    for record in plan.records:
        for newer in record.superseded_by:
            if newer in found and record.name not in found[newer]:
                found[newer].append(record.name)
    return found


def _unlinked(newer: str, older: str) -> str:
    return f"{newer} supersedes {older}, which is younger or was not imported; not linked."


def _made(decisions: Decisions, record: ForeignRecord, approval: Approval) -> Made:
    if not record.changes:
        return Made(decisions.author, approval)
    first = record.changes[0]
    author = _author(first.author, decisions.author)
    return Made(author, approval, first.time, committer=decisions.author)


def _author(known: str, fallback: Author) -> Author:
    from copilot.errors import SetupError

    try:
        return author_of(known)
    except SetupError:  # git takes names and addresses that we do not write
        return fallback
