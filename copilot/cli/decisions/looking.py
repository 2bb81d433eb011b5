"""Look at what was decided."""

import difflib
from collections.abc import Iterator
from itertools import islice
from typing import Any

import click

from copilot.cli.decisions.showing import decision_text, standing_line, standing_value
from copilot.cli.face import Face
from copilot.domain.counting import counted

NOTHING = "Nothing is recorded yet. Begin: pm-copilot decisions add FILE"


@click.command()
@click.option("--limit", default=20, show_default=True, type=click.IntRange(1), help="How many.")
@click.option("--all", "every", is_flag=True, help="Show all of them.")
@click.pass_obj
def log(face: Face, limit: int, every: bool) -> None:
    """List decisions, the newest first, with how each stands today."""
    store = face.services.decisions.log
    head = store.head()
    if remark := face.services.decisions.remark():
        face.say(remark)
    found = list(islice(store.standings(), None if every or face.json else limit))
    value = {
        "count": head.count if head else 0,
        "head": head.commit if head else None,
        "decisions": list(map(standing_value, found)),
    }
    lines = list(map(standing_line, found))
    if head and head.count > len(found):
        lines.append(
            f"… and {counted(head.count - len(found), 'older one')}: pm-copilot decisions log --all"
        )
    face.emit(value, "\n".join(lines) or NOTHING)


@click.command()
@click.argument("name", metavar="ID")
@click.pass_obj
def show(face: Face, name: str) -> None:
    """Show one decision by its id or the beginning of it."""
    store = face.services.decisions.log
    standing = store.standing(name)
    decision = store.decision(standing.entry.decision)
    notes = [store.outcome(one).note for one in standing.outcomes]
    value = {
        **standing_value(standing),
        "decision": decision.model_dump(mode="json", by_alias=True),
        "outcome_notes": notes,
    }
    said = "".join(f"\nOutcome note: {note}" for note in notes if note)
    face.emit(value, decision_text(decision, standing) + said)


@click.command()
@click.argument("query")
@click.option("-k", "count", default=10, show_default=True, type=click.IntRange(1, 100))
@click.pass_obj
def search(face: Face, query: str, count: int) -> None:
    """Find decisions by meaning and words, and say which hold today."""
    from copilot.analysis.decisions.passages import COLLECTION

    services = face.services
    found = services.search.find(query, count * 3, collection=COLLECTION)
    for notice in services.search.take_notices():
        face.say(notice)
    best = {hit.passage.document: hit for hit in reversed(found)}
    names = list(dict.fromkeys(hit.passage.document for hit in found))[:count]
    results: list[dict[str, Any]] = []
    for name in names:
        standing = services.decisions.log.standing(name)
        hit = best[name]
        told = {"score": hit.score, "passage": hit.passage.id, "text": hit.passage.text}
        results.append({**standing_value(standing), **told})
    lines = [
        f"{one['id']}  {one['date']}  {one['title']} ({one['status']})\n"
        f"        {_short(one['text'])}"
        for one in results
    ]
    face.emit({"query": query, "results": results}, "\n".join(lines) or "Nothing was found.")


@click.command()
@click.argument("older", metavar="A")
@click.argument("newer", metavar="B")
@click.pass_obj
def diff(face: Face, older: str, newer: str) -> None:
    """Show what differs between two decisions, line by line."""
    store = face.services.decisions.log
    a, b = store.resolve(older), store.resolve(newer)
    before, after = store.record(a).splitlines(), store.record(b).splitlines()
    lines = list(difflib.unified_diff(before, after, a, b, lineterm=""))
    face.emit({"a": a, "b": b, "diff": lines}, "\n".join(lines) or "No difference.")


@click.command()
@click.pass_obj
def due(face: Face) -> None:
    """List decisions whose review date has come, or comes within a week."""
    from copilot.analysis.decisions.due import due as found_due

    store, today = face.services.decisions, face.services.decisions.today
    found = found_due(store.log.standings(), today)
    value = {"due": [standing_value(one.standing) for one in found]}
    lines = [
        f"{one.day}  {one.standing.entry.decision}  {one.standing.entry.title}"
        + (" (overdue)" if one.overdue(today) else "")
        for one in found
    ]
    if lines:
        lines.append("Say what became of one: pm-copilot decisions outcome ID --held yes|partly|no")
    face.emit(value, "\n".join(lines) or "No decision is due for review.")


@click.command()
@click.pass_obj
def calibration(face: Face) -> None:
    """Compare stated confidence with what became of the decisions."""
    from copilot.analysis.decisions.calibration import Judged
    from copilot.analysis.decisions.calibration import calibration as compared

    standings = face.services.decisions.log.standings()
    judged = [
        Judged(one.entry.decision, one.entry.confidence, one.outcomes[0].held)
        for one in standings
        if one.entry.confidence is not None and one.outcomes and one.outcomes[0].held
    ]
    report = compared(judged)
    face.emit(report, "\n".join(_calibration_lines(report)))


def _calibration_lines(report: Any) -> Iterator[str]:
    if report.brier is not None:
        yield (
            f"{report.judged} decisions judged. Brier score {report.brier:.3f} (0 is best; always"
            f" stating the share that held scores {report.baseline:.3f})."
        )
    for band in report.bands:
        low, high = band.interval
        yield (
            f"stated {band.confidence[0]}-{band.confidence[1]} %: {band.count} decisions,"
            f" mean {band.stated:.0%}, held {band.held:.0%} (95 % interval {low:.0%} to {high:.0%})"
        )
    if report.remark:
        yield report.remark


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= 160 else f"{flat[:159]}…"


COMMANDS = (log, show, search, diff, due, calibration)
