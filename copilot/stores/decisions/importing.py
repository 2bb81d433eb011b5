"""Take in records that were kept elsewhere: each becomes a commit with its author and its time."""

from pathlib import Path
from typing import NamedTuple

from copilot.domain.decision import Approval
from copilot.errors import SetupError
from copilot.stores.decisions.decisions import Decisions
from copilot.stores.decisions.foreign_records import ForeignRecord, Passed, read_folder
from copilot.stores.decisions.identity import Author, author_of
from copilot.stores.decisions.log import DecisionLog
from copilot.stores.decisions.planned_links import Linked, linked
from copilot.stores.decisions.recorder import Made


class Plan(NamedTuple):
    """What an import would do."""

    records: list[ForeignRecord]
    """What would be recorded, in this order."""
    passed: list[Passed]
    """What would not, and why."""
    held: dict[str, str]
    """Id of each file that the log holds already."""
    links: Linked


class Imported(NamedTuple):
    """What an import has done."""

    ids: dict[str, str]
    """Id of each file that was recorded."""
    remarks: tuple[str, ...]


class _Recorded(NamedTuple):
    """What the log holds already."""

    by_hash: dict[str, str]
    """Id by the hash of an imported file."""
    by_origin: dict[str, str]
    superseded: set[str]


def plan_import(decisions: Decisions, folder: Path) -> Plan:
    """Return what importing a folder would record; the same file twice is recorded once.

    Raises:
        InputError: There is no such folder, or no Markdown in it.
    """
    recorded = _recorded(decisions.log)
    found = read_folder(folder, recorded.by_origin)
    held = {name: recorded.by_origin[origin] for name, origin in found.earlier.items()}
    fresh: dict[str, ForeignRecord] = {}
    passed = found.passed
    for record in found.records:
        known, why = _known(record, recorded, decisions.log)
        if known:
            held[record.name] = known
        elif twin := fresh.get(record.origin.sha256):
            why = f"It is the same, byte for byte, as {twin.name}."
        if why:
            passed.append(Passed(record.name, why))
        else:
            fresh[record.origin.sha256] = record
    records = [*fresh.values()]
    links = linked(records, found.records, held, recorded.superseded)
    return Plan(records, passed, held, links)


def carry_out(decisions: Decisions, plan: Plan, approval: Approval) -> Imported:
    """Record what was planned."""
    ids: dict[str, str] = {}
    remarks: dict[str, None] = {}
    for record in plan.records:
        older = tuple({**plan.held, **ids}[name] for name in plan.links.older[record.name])
        header = record.decision.header.model_copy(update={"supersedes": older})
        decision = record.decision.model_copy(update={"header": header})
        recorded = decisions.recorder.record(decision, _made(decisions, record, approval))
        ids[record.name] = recorded.id
        remarks |= dict.fromkeys(recorded.remarks)
    return Imported(ids, tuple(remarks))


def _recorded(log: DecisionLog) -> _Recorded:
    found = _Recorded({}, {}, set())
    for standing, decision in log.decisions():
        if standing.superseded_by:
            found.superseded.add(decision.id)
        if origin := decision.header.imported:
            found.by_hash.setdefault(origin.sha256, decision.id)
            found.by_origin.setdefault(origin.file, decision.id)
    return found


def _known(record: ForeignRecord, recorded: _Recorded, log: DecisionLog) -> tuple[str, str]:
    """Return (id in the log, why it is not recorded again); both empty for a new record."""
    if record.id.startswith("d-") and log.holds(record.id):
        return record.id, "It is in the log already."
    if known := recorded.by_hash.get(record.origin.sha256):
        return known, "It was imported before."
    if known := recorded.by_origin.get(record.origin.file):
        return known, "It has changed since it was imported; supersede what was recorded."
    return "", ""


def _made(decisions: Decisions, record: ForeignRecord, approval: Approval) -> Made:
    if not record.changes:
        return Made(decisions.author, approval)
    first = record.changes[0]
    author = _author(first.author, decisions.author)
    return Made(author, approval, first.time, committer=decisions.author)


def _author(known: str, fallback: Author) -> Author:
    try:
        return author_of(known)
    except SetupError:  # git takes names and addresses that we do not write
        return fallback
