"""Take records in from elsewhere, and write them out."""

from pathlib import Path

import click

from copilot.cli.face import Face


@click.command("import")
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--yes", is_flag=True, help="Approve what will be recorded.")
@click.pass_obj
def import_(face: Face, folder: Path, yes: bool) -> None:
    """Record a folder of MADR or Nygard records, with authors and times from its git history."""
    from copilot.stores.decisions.importing import carry_out, plan_import

    store = face.services.decisions
    plan = plan_import(store, folder)
    for passed in plan.passed:
        face.say(f"passed over: {passed.name}: {passed.why}")
    value = {"passed": [passed._asdict() for passed in plan.passed]}
    if not plan.records:
        face.emit({**value, "imported": {}}, "There is nothing new to import.")
        return
    for record in plan.records:
        older = ", ".join(plan.links.older[record.name])
        line = f"{record.decision.header.date}  {record.name}  {record.decision.title}"
        face.show(f"{line}  (supersedes {older})" if older else line)
    for remark in plan.links.remarks:
        face.show(remark)
    if not face.approve(f"Record these {len(plan.records)} decisions?", yes=yes):
        face.say("Nothing was recorded.")
        return
    done = carry_out(store, plan, "flag" if yes else "interactive")
    for remark in done.remarks:
        face.say(remark)
    lines = [f"{name}  {file}" for file, name in done.ids.items()]
    linked = {newer: older for newer, older in plan.links.older.items() if older}
    face.emit({**value, "imported": done.ids, "supersedes": linked}, "\n".join(lines))


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.pass_obj
def export(face: Face, folder: Path) -> None:
    """Write the log as a MADR folder, as JSON, and as a page to read."""
    from copilot.stores.decisions.exporting import export_log

    log = face.services.decisions.log
    written = export_log(log, folder)
    head = log.head()
    value = {
        "files": [path.name for path in written],
        "folder": str(folder),
        "checkpoint": head.checkpoint if head else None,
    }
    face.emit(value, f"Wrote {len(written)} files to {folder}; begin with {folder / 'index.html'}.")


COMMANDS = (import_, export)
