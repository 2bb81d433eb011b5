"""Two runs side by side, also of different models: changes are told, and nothing is decided."""

from collections.abc import Mapping, Sequence

from pydantic import BaseModel, ConfigDict

from copilot.evals.baseline import (
    Accepted,
    Baseline,
    Comparison,
    accepted,
    compare,
    differing,
    model_of,
)
from copilot.evals.results import Run, SuiteResult


class SuiteChange(BaseModel):
    """What changed in one suite."""

    model_config = ConfigDict(frozen=True)

    name: str
    before: str
    """Model of the earlier run."""
    after: str
    others: tuple[str, ...] = ()
    """What else differs between them: cases, scorers."""
    change: Comparison | None
    """None where no case can be compared."""


def compared_runs(before: Run, after: Run) -> list[SuiteChange]:
    """Return the changes of every suite that both runs have."""
    pairs = [(before.suite(result.name), result) for result in after.suites]
    return [
        _change(
            result,
            model_of(old),
            {case.key: accepted(case) for case in old.cases if not case.stale},
            differing(old, result),
        )
        for old, result in pairs
        if old is not None
    ]


def with_baselines(run: Run, baselines: Mapping[str, Baseline | None]) -> list[SuiteChange]:
    """Return the changes of every suite against what was accepted."""
    pairs = [(baselines.get(result.name), result) for result in run.suites]
    return [
        _change(result, old.model, old.cases, differing(old, result))
        for old, result in pairs
        if old is not None
    ]


def changes(suites: Sequence[SuiteChange]) -> str:
    """Return the changes as text."""
    return "\n".join(_told(suite) for suite in suites) or "There is nothing to compare."


def _change(
    result: SuiteResult,
    model: str | None,
    before: Mapping[str, Accepted],
    others: tuple[str, ...],
) -> SuiteChange:
    return SuiteChange(
        name=result.name,
        before=model or "no model",
        after=model_of(result) or "no model",
        others=others,
        change=compare(before, result),
    )


def _told(suite: SuiteChange) -> str:
    models = suite.after if suite.before == suite.after else f"{suite.before} → {suite.after}"
    models += "".join(f", other {name}" for name in suite.others)
    change = suite.change
    if change is None:
        return f"{suite.name} ({models}): no case can be compared."
    lines = [
        f"{suite.name} ({models}): {change.mean:+.3f} ({change.low:+.3f} to {change.high:+.3f}) "
        f"over {change.cases} cases; {change.gained} pass now, {change.lost} no longer, "
        f"p {change.p:.2g}."
    ]
    lines += [f"  worse: {', '.join(change.worse)}"] if change.worse else []
    lines += [f"  better: {', '.join(change.better)}"] if change.better else []
    return "\n".join(lines)
