"""Measure the skills: replay recorded replies, record new ones, accept, report, compare."""

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from copilot.cli.face import Face
from copilot.errors import InputError, NotFound

if TYPE_CHECKING:
    from copilot.evals.costs import Budget, Estimate, Outlay
    from copilot.evals.results import Run
    from copilot.evals.suite import Suite
    from copilot.evals.verdict import RunVerdict

STALE = 3
"""Exit code where recordings do not answer what is asked."""
_names = click.argument("suites", metavar="[SUITE]...", nargs=-1)
_html = click.option(
    "--html", type=click.Path(dir_okay=False, path_type=Path), help="Write a report to this file."
)
_folder = click.option(
    "--folder",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Suites of your own; the shipped ones where not given.",
)


@click.group()
def evals() -> None:
    """Measure the skills with suites of cases, offline and for free."""


@evals.command()
@_names
@_html
@_folder
@click.option("--live", is_flag=True, help="Ask the model in use instead of replaying.")
@click.option("--yes", is_flag=True, help="Approve what a live run costs.")
@click.pass_obj
def run(
    face: Face,
    suites: tuple[str, ...],
    html: Path | None,
    folder: Path | None,
    live: bool,
    yes: bool,
) -> None:
    """Run suites from their recordings; exit 0 passed, 1 worse, 2 wrong use, 3 stale."""
    from copilot.evals.evaluation import judged, keep
    from copilot.evals.offline import refuse_network

    chosen = _suites(folder, suites)
    if live and not _approved(face, chosen, yes=yes):
        return
    if not live:
        refuse_network()
    made = _evaluate(face, chosen, live=live)
    verdict = judged(made, chosen)
    keep(made, _last_run(face))
    _report(face, made, verdict, chosen, html)
    click.get_current_context().exit(verdict.exit_code)


@evals.command()
@_names
@_folder
@click.option("--refresh", is_flag=True, help="Record every case anew, not only stale ones.")
@click.option("--budget-usd", type=float, help="Stop when this many dollars are spent.")
@click.option("--budget-minutes", type=float, help="Stop after this many minutes of the model.")
@click.option("--yes", is_flag=True, help="Approve the cost.")
@click.pass_obj
def record(
    face: Face,
    suites: tuple[str, ...],
    folder: Path | None,
    refresh: bool,
    budget_usd: float | None,
    budget_minutes: float | None,
    yes: bool,
) -> None:
    """Record what the model in use replies, where no fitting recording is there."""
    from copilot.evals.costs import Budget

    seconds = None if budget_minutes is None else budget_minutes * 60
    budget = Budget(budget_usd, seconds)
    chosen = _suites(folder, suites)
    outlays = asyncio.run(_record_all(face, chosen, budget, refresh=refresh, yes=yes))
    told = {name: outlay._asdict() for name, outlay in outlays.items()}
    face.emit({"suites": told}, "\n".join(_outlay(name, one) for name, one in outlays.items()))
    unfinished = any(outlay.left or outlay.failed for outlay in outlays.values())
    click.get_current_context().exit(STALE if unfinished else 0)


@evals.command()
@_names
@_folder
@click.option("--yes", is_flag=True, help="Approve what will be written.")
@click.pass_obj
def accept(face: Face, suites: tuple[str, ...], folder: Path | None, yes: bool) -> None:
    """Make the results of suites the baseline that later runs are compared with."""
    from copilot.evals.baseline import write_baseline
    from copilot.evals.verdict import verdict_on

    chosen = _suites(folder, suites)
    made = _evaluate(face, chosen)
    verdict = verdict_on(made, {})
    face.say(_table(verdict))
    unfit = [one.name for one in verdict.suites if one.stale or one.stale_suite]
    if unfit:
        raise InputError(
            f"Nothing was accepted, since recordings are stale: {', '.join(unfit)}.",
            hint=f"See which: pm-copilot evals stale {unfit[0]}",
        )
    names = ", ".join(suite.name for suite in chosen)
    if not face.approve(f"Accept these results of {names}?", yes=yes):
        face.say("Nothing was written.")
        return
    for suite, result in zip(chosen, made.suites, strict=True):
        write_baseline(suite.baseline_file, result, made.created)
    face.emit({"accepted": [suite.name for suite in chosen]}, f"Accepted: {names}.")


@evals.command()
@_names
@_folder
@click.pass_obj
def stale(face: Face, suites: tuple[str, ...], folder: Path | None) -> None:
    """List cases whose recording no longer answers what is asked, and why; exit 3 if any."""
    from copilot.evals.evaluation import judged

    chosen = _suites(folder, suites)
    verdict = judged(_evaluate(face, chosen), chosen)
    found = [
        {"suite": suite.name, "case": case, "why": why}
        for suite in verdict.suites
        for case, why in (
            *((one.case, one.why) for one in suite.stale),
            *((None, why) for why in suite.stale_suite),
        )
    ]
    lines = [f"{one['suite']} {one['case'] or '(all)'}: {one['why']}" for one in found]
    face.emit({"stale": found}, "\n".join(lines) or "Every recording answers what is asked.")
    click.get_current_context().exit(STALE if found else 0)


@evals.command()
@_html
@_folder
@click.pass_obj
def report(face: Face, html: Path | None, folder: Path | None) -> None:
    """Show the last run again, or write it as an HTML file."""
    from copilot.evals.evaluation import judged, read_run

    made = read_run(_last_run(face))
    known = {suite.name: suite for suite in _suites(folder, ())}
    chosen = [known[result.name] for result in made.suites if result.name in known]
    _report(face, made, judged(made, chosen), chosen, html)


@evals.command()
@click.argument("before", type=click.Path(path_type=Path), required=False)
@click.argument("after", type=click.Path(path_type=Path), required=False)
@_folder
@click.pass_obj
def diff(face: Face, before: Path | None, after: Path | None, folder: Path | None) -> None:
    """Compare two kept runs case by case, or the last run with what was accepted.

    A run is kept after every `evals run`; `pm-copilot where` shows where. Copy it to compare
    two models or two prompts.
    """
    from copilot.evals.comparison import changes, compared_runs, with_baselines
    from copilot.evals.evaluation import baselines_of, read_run

    last = read_run(after or _last_run(face))
    if before is None:
        told = with_baselines(last, baselines_of(_suites(folder, ())))
    else:
        told = compared_runs(read_run(before), last)
    face.emit({"suites": [one.model_dump(mode="json") for one in told]}, changes(told))


def _suites(folder: Path | None, names: tuple[str, ...]) -> "list[Suite]":
    from copilot.evals.suite import find_suites
    from copilot.settings import content_root

    root = folder or content_root() / "evals"
    found = find_suites(root, names)
    if not found:
        raise NotFound(
            f"There is no eval suite in {root}.",
            hint="A suite is a folder with suite.yaml and cases.jsonl; see docs/evals.md",
        )
    return found


def _approved(face: Face, suites: "list[Suite]", *, yes: bool) -> bool:
    """Say what asking the model in every case will cost, and ask whether to."""
    from copilot.evals.costs import estimate_of
    from copilot.stores.recordings import known_recording

    facts = face.services.recorded_model
    for suite in suites:
        if suite.wants_model:
            known = [known_recording(suite.recording_file(*run)) for run in suite.runs]
            estimate = estimate_of(known, known, facts)
            face.say(_forecast(suite.name, 0, estimate, facts.label if facts else "a model"))
    return face.approve("Ask it?", yes=yes)


def _last_run(face: Face) -> Path:
    return face.services.places.state / "evals" / "last-run.json"


def _evaluate(face: Face, suites: "list[Suite]", *, live: bool = False) -> "Run":
    from copilot.evals.evaluation import evaluate

    shown: dict[str, Any] = {suite.name: face.progress(suite.name) for suite in suites}

    def progress(suite: str, done: int, total: int) -> None:
        shown[suite](done, total)

    return asyncio.run(evaluate(suites, face.services, live=live, progress=progress))


def _report(
    face: Face, made: "Run", verdict: "RunVerdict", suites: "list[Suite]", html: Path | None
) -> None:
    from copilot.evals.evaluation import baselines_of
    from copilot.evals.report import as_html
    from copilot.stores.private_files import write_shared

    if html is not None:
        write_shared(html, as_html(made, verdict, baselines_of(suites)))
        face.say(f"The report is in {html}.")
    face.emit({"exit_code": verdict.exit_code, **verdict.model_dump(mode="json")}, _table(verdict))


def _table(verdict: "RunVerdict") -> str:
    from copilot.evals.table import as_table

    return as_table(verdict)


async def _record_all(
    face: Face, suites: "list[Suite]", budget: "Budget", *, refresh: bool, yes: bool
) -> "dict[str, Outlay]":
    """Record suite after suite in one event loop, to which a model's connections belong."""
    outlays = {}
    for suite in suites:
        outlay = await _record(face, suite, budget, refresh=refresh, yes=yes)
        outlays[suite.name], budget = outlay, budget.less(outlay)
    return outlays


async def _record(
    face: Face, suite: "Suite", budget: "Budget", *, refresh: bool, yes: bool
) -> "Outlay":
    from copilot.evals.costs import Outlay
    from copilot.evals.record import Recorder, no_model
    from copilot.evals.workbench import opened

    services = face.services
    facts = services.recorded_model if suite.wants_model else None
    model = services.chat_model if suite.wants_model else None
    with opened(suite) as bench:
        recorder = Recorder(suite, bench, model, facts, services.clock, refresh=refresh)
        wanted = await recorder.wanted()
        estimate = recorder.estimate(wanted)
        face.say(_forecast(suite.name, len(wanted), estimate, facts.label if facts else "a model"))
        if estimate.cases and model is None:
            raise no_model(suite)
        if estimate.cases and not face.approve("Record them?", yes=yes):
            return Outlay([], {}, len(wanted), 0.0, 0.0)
        outlay = await recorder.record(wanted, budget, face.say)
        await recorder.keep_vectors()
    return outlay


def _forecast(name: str, wanted: int, estimate: "Estimate", model: str) -> str:
    from copilot.evals.table import counted

    if not estimate.cases:
        return f"{name}: {wanted} recordings to write, no model needed."
    tokens = estimate.tokens.input_tokens + estimate.tokens.output_tokens
    cost = "at a price unknown here" if estimate.usd is None else f"for about ${estimate.usd:.2f}"
    minutes = max(1, round(estimate.seconds / 60))
    return (
        f"{name}: {counted(estimate.cases, 'case')} to ask {model}, about {tokens:,} tokens "
        f"and {minutes} min, {cost}."
    )


def _outlay(name: str, outlay: "Outlay") -> str:
    cost = "price unknown" if outlay.usd is None else f"${outlay.usd:.2f}"
    told = f"{name}: {len(outlay.recorded)} recorded, {outlay.seconds / 60:.1f} minutes, {cost}"
    left = f"; {outlay.left} left, run the command again" if outlay.left else ""
    failed = f"; failed: {', '.join(outlay.failed)}" if outlay.failed else ""
    return f"{told}{left}{failed}."
