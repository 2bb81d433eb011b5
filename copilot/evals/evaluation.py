"""One evaluation: suites run offline, compared with what was accepted, kept for reports."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import ValidationError

from copilot import __version__
from copilot.errors import InputError, NotFound, SetupError
from copilot.evals.baseline import Baseline, read_baseline
from copilot.evals.casting import Cast, Live
from copilot.evals.results import Run
from copilot.evals.runner import CastOf, SuiteRunner, replayed
from copilot.evals.suite import Suite
from copilot.evals.verdict import RunVerdict, verdict_on
from copilot.evals.workbench import opened
from copilot.settings import content_root
from copilot.stores.private_files import write_private

if TYPE_CHECKING:
    from copilot.evals.case import EvalCase
    from copilot.services import Services

Progress = Callable[[str, int, int], None]
"""Called with (suite, done, total) cases."""


async def evaluate(
    suites: Sequence[Suite],
    services: "Services",
    *,
    live: bool = False,
    progress: Progress = lambda suite, done, total: None,
) -> Run:
    """Run suites from their recordings, or with the model in use.

    Args:
        suites: Which.
        services: For the clock, and for the model of a live run.
        live: Ask the model in use instead of replaying; nothing is kept of it.
        progress: Told after every case.
    """
    results = []
    for suite in suites:
        cast_of = _live(suite, services) if live else replayed(suite)

        def told(done: int, total: int, name: str = suite.name) -> None:
            progress(name, done, total)

        with opened(suite) as bench:
            results.append(await SuiteRunner(suite, bench).run(cast_of, progress=told))
    return Run(
        created=services.clock().replace(microsecond=0),
        version=__version__,
        knowledge=services.knowledge.version,
        suites=tuple(results),
    )


def baselines_of(suites: Sequence[Suite]) -> dict[str, Baseline | None]:
    """Return the accepted results of each suite."""
    return {suite.name: read_baseline(suite.baseline_file) for suite in suites}


def judged(run: Run, suites: Sequence[Suite]) -> RunVerdict:
    """Return the verdict on a run of these suites."""
    verdict = verdict_on(run, baselines_of(suites))
    roots = {suite.folder.parent for suite in suites} - {content_root() / "evals"}
    return verdict.model_copy(update={"folder": str(min(roots)) if roots else None})


def keep(run: Run, path: Path) -> None:
    """Keep a run for reports and comparisons."""
    write_private(path, run.model_dump_json(exclude_unset=True))


def read_run(path: Path) -> Run:
    """Return a run that was kept.

    Raises:
        NotFound: There is none.
        InputError: The file holds something else.
    """
    if not path.is_file():
        raise NotFound(f"There is no run {path}.", hint="Make one: pm-copilot evals run")
    try:
        return Run.model_validate_json(path.read_bytes())
    except ValidationError as error:
        raise InputError(
            f"{path} holds no run of evals: {error.errors()[0]['msg']}.",
            hint="Make one: pm-copilot evals run",
        ) from error


def _live(suite: Suite, services: "Services") -> CastOf:
    """Return a cast that asks the model in use; hand-written replies stay what they are."""
    replay = replayed(suite)
    if not suite.wants_model:
        return replay
    model, facts = services.chat_model, services.recorded_model
    if model is None or facts is None:
        raise SetupError(
            "A live run needs a model, and none is set.",
            hint="Name one: pm-copilot evals run --live --model PROVIDER:NAME",
        )

    def cast_of(case: "EvalCase", repeat: int) -> Cast:
        recorded = replay(case, repeat)
        return recorded if recorded.origin == "authored" else Live(model, facts)

    return cast_of
