"""The accepted results of a suite, and how new ones compare with them, case by case."""

from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from copilot.analysis.paired import difference, mcnemar
from copilot.errors import InputError
from copilot.evals.results import CaseResult, SuiteResult, by_case, grouped
from copilot.stores.private_files import write_shared

SCHEMA_VERSION = 1


class Accepted(BaseModel):
    """A case as it was accepted."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    passed: bool
    score: float
    measured: bool
    shown: str
    """What a person saw."""


class Baseline(BaseModel):
    """`baseline.json`: results a person has accepted."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    schema_version: int = SCHEMA_VERSION
    accepted: datetime
    day: date
    model: str | None
    """Label and weights of the model behind the recorded cases."""
    data_hash: str
    scorer_hash: str
    cases: dict[str, Accepted]


class Comparison(BaseModel):
    """New results beside accepted ones, over the cases that say something of quality."""

    model_config = ConfigDict(frozen=True)

    cases: int
    mean: float
    """Change of the mean score, -1 to 1."""
    low: float
    high: float
    """95 % interval of that change, paired bootstrap."""
    gained: int
    lost: int
    p: float
    """Exact McNemar test on cases that pass in one of both only."""
    worse: tuple[str, ...]
    better: tuple[str, ...]


def read_baseline(path: Path) -> Baseline | None:
    """Return the baseline of a suite, None where nothing was accepted yet.

    Raises:
        InputError: The file is damaged.
    """
    if not path.is_file():
        return None
    try:
        return Baseline.model_validate_json(path.read_bytes())
    except ValidationError as error:
        first = error.errors()[0]
        raise InputError(
            f"{path} is no baseline: {'.'.join(map(str, first['loc']))}: {first['msg']}.",
            hint=f"Restore it, or accept anew: pm-copilot evals accept {path.parent.name}",
        ) from error


def write_baseline(path: Path, result: SuiteResult, now: datetime) -> None:
    """Accept the results of a suite."""
    baseline = Baseline(
        accepted=now.replace(microsecond=0),
        day=result.day,
        model=model_of(result),
        data_hash=result.data_hash,
        scorer_hash=result.scorer_hash,
        cases={case.key: accepted(case) for case in result.cases},
    )
    write_shared(path, baseline.model_dump_json(indent=1) + "\n")


def refusal(baseline: Baseline, result: SuiteResult) -> str:
    """Return why the two cannot be compared; empty where they can."""
    model = ["model"] if baseline.model != model_of(result) else []
    different = [*model, *differing(baseline, result)]
    return f"The baseline has other {' and other '.join(different)}." if different else ""


def differing(then: Baseline | SuiteResult, now: SuiteResult) -> tuple[str, ...]:
    """Return what was asked or scored otherwise: cases, scorers."""
    pairs = {
        "cases": (then.data_hash, now.data_hash),
        "scorers": (then.scorer_hash, now.scorer_hash),
    }
    return tuple(name for name, (old, new) in pairs.items() if old != new)


def model_of(result: SuiteResult) -> str | None:
    """Return label and weights of the model, as far as they make results comparable."""
    if result.model is None:
        return None
    weights = result.model.weights_sha256
    return f"{result.model.label} {weights[:12]}" if weights else result.model.label


def compare(before: Mapping[str, Accepted], after: SuiteResult) -> Comparison | None:
    """Compare measured cases that both have, by id; None where there is none."""
    both = [one for one in after.measured if one.key in before and before[one.key].measured]
    now = grouped(both)
    then = by_case((one.key, before[one.key].score, before[one.key].passed) for one in both)
    if not both:
        return None
    change = difference([then[key].score for key in now], [now[key].score for key in now])
    flips = mcnemar([then[key].passed for key in now], [now[key].passed for key in now])
    return Comparison(
        cases=len(now),
        mean=change.mean,
        low=change.low,
        high=change.high,
        gained=flips.gained,
        lost=flips.lost,
        p=flips.p,
        worse=tuple(key for key in now if now[key].score < then[key].score),
        better=tuple(key for key in now if now[key].score > then[key].score),
    )


def accepted(case: CaseResult) -> Accepted:
    """Return what a baseline keeps of a case."""
    return Accepted(
        passed=case.passed,
        score=case.score,
        measured=case.measures_model,
        shown=case.outcome.shown,
    )
