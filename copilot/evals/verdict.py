"""The verdict on a run: what is stale, what got worse, and how sure that is."""

from collections.abc import Mapping, Sequence
from typing import Literal

from pydantic import BaseModel, ConfigDict

from copilot.analysis.paired import Share, holm, kappa, pass_all, pass_at_1
from copilot.domain.recording import TokenCount, total
from copilot.evals.baseline import Baseline, Comparison, compare, refusal
from copilot.evals.results import CaseResult, Run, SuiteResult, grouped
from copilot.llm.prices import price_of_calls

Status = Literal["passed", "regressed", "stale"]
EXIT_CODES: dict[Status, int] = {"passed": 0, "regressed": 1, "stale": 3}
"""Exit code of `evals run`; stale goes before regressed, since what is stale cannot be judged."""


class Part(BaseModel):
    """A part of the verdict."""

    model_config = ConfigDict(frozen=True)


class Rate(Part):
    """Cases that pass."""

    passed: int
    total: int
    rate: float
    low: float
    high: float
    """95 % interval after Wilson."""


class JudgeAgreement(Part):
    """How far a judge comes to the labels given by hand."""

    agreed: int
    cases: int
    kappa: float | None
    """Cohen's kappa; None where it is undefined."""


class StaleCase(Part):
    """A case whose recording no longer answers the question."""

    case: str
    why: str


class SuiteVerdict(Part):
    """The verdict on one suite."""

    name: str
    title: str
    status: Status
    is_new: bool = False
    """Whether nothing was accepted yet."""
    is_outdated: bool = False
    """Whether the baseline is of another model, other cases or other scorers."""
    reasons: tuple[str, ...] = ()
    """Why it did not pass."""
    remarks: tuple[str, ...] = ()
    model: str | None
    measured: Rate
    """Cases a model answered, or that ask none."""
    authored: Rate
    """Contract examples with replies by hand; they say nothing of a model."""
    score: float
    """Mean score of measured cases, 0 to 1."""
    change: Comparison | None = None
    """Against the baseline."""
    adjusted_p: float | None = None
    """McNemar's p, adjusted over the suites after Holm."""
    pass_at_1: float | None = None
    pass_all: float | None = None
    """With repeats: share of cases that pass every time."""
    measures: dict[str, float] = {}
    """Mean of every score that is no verdict."""
    agreement: JudgeAgreement | None = None
    """Of the suite that holds the judge against labels."""
    stale: tuple[StaleCase, ...] = ()
    stale_suite: tuple[str, ...] = ()
    """What is stale about the suite as a whole."""
    failed: tuple[str, ...] = ()
    """Cases that do not pass."""
    usage: TokenCount
    """Tokens the recordings cost."""
    cost_usd: float | None
    recorded_seconds: float
    seconds: float


class RunVerdict(Part):
    """The verdict on all suites of a run."""

    status: Status
    suites: tuple[SuiteVerdict, ...]
    seconds: float
    folder: str | None = None
    """Where the suites lie, where it is not the shipped folder."""

    @property
    def exit_code(self) -> int:
        """What `evals run` leaves with."""
        return EXIT_CODES[self.status]


def verdict_on(run: Run, baselines: Mapping[str, Baseline | None]) -> RunVerdict:
    """Return the verdict on a run, each suite beside its baseline."""
    suites = [_suite(result, baselines.get(result.name)) for result in run.suites]
    changes = {suite.name: suite.change.p for suite in suites if suite.change}
    adjusted = holm(changes) if changes else {}
    told = tuple(
        suite.model_copy(update={"adjusted_p": adjusted.get(suite.name)}) for suite in suites
    )
    return RunVerdict(
        status=max((suite.status for suite in told), key=EXIT_CODES.__getitem__, default="passed"),
        suites=told,
        seconds=sum(suite.seconds for suite in told),
    )


def _suite(result: SuiteResult, baseline: Baseline | None) -> SuiteVerdict:
    refused = refusal(baseline, result) if baseline else ""
    change = compare(baseline.cases, result) if baseline and not refused else None
    stale = _stale(result)
    outdated = [*result.stale, *([refused] if refused and not _is_live(result) else [])]
    worse = _regressions(result, baseline, change)
    status: Status = "stale" if stale or outdated else "regressed" if worse else "passed"
    calls = [call for case in result.measured for call in case.calls]
    counts = [call.reply.usage for call in calls if call.reply.usage]
    repeats = _repeats(result)
    return SuiteVerdict(
        name=result.name,
        title=result.title,
        status=status,
        is_new=baseline is None,
        is_outdated=bool(refused),
        reasons=(*outdated, *worse),
        remarks=_remarks(result, baseline, refused),
        model=result.model.label if result.model else None,
        measured=_rate(result.measured),
        authored=_rate(result.authored),
        score=_mean([one.score for one in grouped(result.measured).values()]),
        change=change,
        pass_at_1=pass_at_1(repeats) if repeats else None,
        pass_all=pass_all(repeats) if repeats else None,
        measures=_measures(result.measured),
        agreement=_agreement(result.measured),
        stale=stale,
        stale_suite=result.stale,
        failed=tuple(case.key for case in result.cases if not case.stale and not case.passed),
        usage=total(counts),
        cost_usd=price_of_calls(result.model, counts) if result.model else 0.0,
        recorded_seconds=sum(call.seconds or 0.0 for call in calls),
        seconds=result.seconds,
    )


def _regressions(
    result: SuiteResult, baseline: Baseline | None, change: Comparison | None
) -> list[str]:
    """Return what got worse: cases that must pass, and a difference that chance does not cover."""
    found = []
    if result.broken:
        keys = ", ".join(case.key for case in result.broken)
        found.append(f"Must pass and does not: {keys}.")
    if change and change.low < -result.margin:
        found.append(
            f"Worse than the baseline: {change.mean:+.3f} ({change.low:+.3f} to "
            f"{change.high:+.3f}), margin {result.margin:.3f}; worse are {', '.join(change.worse)}."
        )
    elif change and change.lost > change.gained and not _is_live(result):
        found.append(f"{change.lost} cases fail that passed, and {change.gained} the other way.")
    missing = sorted(set(baseline.cases) - {case.key for case in result.cases}) if baseline else []
    return found + ([f"Cases of the baseline are gone: {', '.join(missing)}."] if missing else [])


def _stale(result: SuiteResult) -> tuple[StaleCase, ...]:
    return tuple(StaleCase(case=case.key, why=" ".join(case.stale)) for case in result.stale_cases)


def _remarks(result: SuiteResult, baseline: Baseline | None, refused: str) -> tuple[str, ...]:
    told = [refused] if refused else []
    if baseline is None:
        told.append("Nothing was accepted yet, so nothing is compared.")
    unread = [case.key for case in result.measured if _is_unread(case)]
    if unread:
        told.append(f"The judge has not read the replies of {', '.join(unread)} as they are now.")
    edited = [case.key for case in result.measured if case.is_edited]
    if edited:
        told.append(f"Edited by hand after it was recorded: {', '.join(edited)}.")
    return tuple(told)


def _is_unread(case: CaseResult) -> bool:
    return case.outcome.verdict is None and any(call.namespace == "judge" for call in case.calls)


def _rate(cases: Sequence[CaseResult]) -> Rate:
    found = grouped(cases)
    share = Share(sum(one.passed for one in found.values()), len(found))
    low, high = share.interval
    return Rate(passed=share.passed, total=share.total, rate=share.rate, low=low, high=high)


def _measures(cases: Sequence[CaseResult]) -> dict[str, float]:
    found: dict[str, list[float]] = {}
    for case in cases:
        for score in case.scores:
            if not score.verdict:
                found.setdefault(score.name, []).append(score.value)
    return {name: _mean(values) for name, values in found.items()}


def _agreement(cases: Sequence[CaseResult]) -> JudgeAgreement | None:
    """Return how far the judge agrees with labels; None where no case has one."""
    pairs = [
        (case.case.expect.verdict, "yes" if case.outcome.verdict.good else "no")
        for case in cases
        if case.case.expect.verdict and case.outcome.verdict
    ]
    if not pairs:
        return None
    found = kappa([label for label, _ in pairs], [verdict for _, verdict in pairs])
    return JudgeAgreement(
        agreed=round(found.share * found.cases), cases=found.cases, kappa=found.kappa
    )


def _repeats(result: SuiteResult) -> list[list[bool]]:
    """Return for each case whether it passed in each repeat; empty where none was repeated."""
    found: dict[str, list[bool]] = {}
    for case in result.measured:
        found.setdefault(case.case.id, []).append(case.passed)
    repeats = list(found.values())
    return repeats if any(len(one) > 1 for one in repeats) else []


def _is_live(result: SuiteResult) -> bool:
    return any(case.origin == "live" for case in result.cases)


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 0.0
