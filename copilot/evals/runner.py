"""Run a suite: every case with its own services and its own model, then all scorers."""

from collections.abc import Callable, Collection, Mapping, Sequence
from time import monotonic
from typing import Any, NamedTuple

from pydantic_evals import Case, Dataset
from pydantic_evals.reporting import EvaluationReport, ReportCase

from copilot.domain.recording import RecordedModel
from copilot.errors import CopilotError, RecordingError
from copilot.evals.case import EvalCase
from copilot.evals.casting import Cast, Nobody, Prompts, Replayed, Unreadable
from copilot.evals.judge import judge_answer
from copilot.evals.outcome import EndedIn, Outcome
from copilot.evals.results import CaseResult, ScoreResult, SuiteResult
from copilot.evals.scoring import Scored
from copilot.evals.subjects import Subject, subject_of
from copilot.evals.suite import Suite, run_key
from copilot.evals.workbench import WatchedPrompts, Workbench
from copilot.stores.recordings import read_recording

Progress = Callable[[int, int], None]
"""Called with (done, total) cases."""
CastOf = Callable[[EvalCase, int], Cast]
"""Who plays the model in a repeat of a case."""
Runs = Sequence[tuple[EvalCase, int]]
"""Cases, each with the number of a repeat."""


class Played(NamedTuple):
    """A case that was run, before it is scored."""

    case: EvalCase
    repeat: int
    cast: Cast
    outcome: Outcome
    prompts: Prompts
    seconds: float


class SuiteRunner:
    """Runs cases of one suite.

    Args:
        suite: The suite.
        bench: Where cases get their services.
    """

    def __init__(self, suite: Suite, bench: Workbench) -> None:
        self.suite = suite
        self._bench = bench
        self._subject: Subject = subject_of(suite)

    async def play(self, case: EvalCase, repeat: int, cast: Cast) -> Played:
        """Run one case, judged where the suite has a judge."""
        if isinstance(cast, Unreadable):
            return Played(case, repeat, cast, _ended_in(cast.error), {}, 0.0)
        begun = monotonic()
        services = self._bench.services(case, cast.model("subject"))
        outcome = await self._subject(case, services)
        if self.suite.about.judge and outcome.answered and cast.origin != "authored":
            outcome = await self._judged(case, outcome, cast, services.prompts)
        return Played(case, repeat, cast, outcome, services.prompts.used, monotonic() - begun)

    async def run(
        self, cast_of: CastOf, runs: Runs | None = None, progress: Progress | None = None
    ) -> SuiteResult:
        """Run cases and score them; a case that fails unexpectedly is a failed case.

        Args:
            cast_of: Who plays the model in each.
            runs: Which cases; all of them where not given.
            progress: Told after every case.
        """
        begun = monotonic()
        wanted = {
            run_key(case.id, repeat): (case, repeat) for case, repeat in runs or self.suite.runs
        }
        played: dict[str, Played] = {}

        async def task(key: str) -> Played:
            case, repeat = wanted[key]
            played[key] = await self.play(case, repeat, cast_of(case, repeat))
            if progress:
                progress(len(played), len(wanted))
            return played[key]

        report = await self._dataset(list(wanted)).evaluate(task, max_concurrency=1, progress=False)
        return self._result(report, wanted, monotonic() - begun)

    def _dataset(self, keys: Sequence[str]) -> "Dataset[str, Played, None]":
        scorers = [Scored(used.name, used.parameters) for used in self.suite.about.scorers]
        cases: list[Case[str, Any, None]] = [Case(name=key, inputs=key) for key in keys]
        return Dataset(name=self.suite.name, cases=cases, evaluators=scorers)

    def _result(
        self,
        report: "EvaluationReport[str, Played, None]",
        wanted: Mapping[str, tuple[EvalCase, int]],
        seconds: float,
    ) -> SuiteResult:
        results = {case.name: self._case_result(case) for case in report.cases}
        for failure in report.failures:
            case, repeat = wanted[failure.name]
            results[failure.name] = self._crashed(case, repeat, failure.error_message)
        cases = tuple(results[key] for key in wanted)
        models = _models(cases)
        return SuiteResult(
            name=self.suite.name,
            title=self.suite.about.title,
            about=self.suite.about.about,
            day=self.suite.about.day,
            model=models[0] if models else None,
            data_hash=self.suite.data_hash,
            scorer_hash=self.suite.scorer_hash,
            margin=self.suite.about.gate.margin,
            cases=cases,
            stale=tuple(self._stale(models)),
            seconds=seconds,
        )

    def _case_result(self, reported: "ReportCase[str, Played, None]") -> CaseResult:
        played = reported.output
        advisory = {used.name for used in self.suite.about.scorers if used.advisory}
        scores = [
            ScoreResult(
                name=name,
                value=float(found.value),
                verdict=isinstance(found.value, bool),
                advisory=name in advisory,
                reason=found.reason or "",
            )
            for name, found in {**reported.assertions, **reported.scores}.items()
        ]
        failed = [
            _failure(failure.name, f"The scorer failed: {failure.error_message}", advisory)
            for failure in reported.evaluator_failures
        ]
        if all(score.advisory for score in [*scores, *failed]):
            failed.append(_failure("finishes", "No scorer that counts applies to this case."))
        return CaseResult(
            case=played.case,
            repeat=played.repeat,
            origin=played.cast.origin,
            must_pass=self.suite.must_pass(played.case) or played.cast.origin == "authored",
            outcome=played.outcome,
            scores=tuple(scores + failed),
            stale=tuple(played.cast.stale(played.prompts)),
            calls=tuple(played.cast.calls),
            model=played.cast.facts,
            is_edited=played.cast.is_edited,
            seconds=played.seconds,
        )

    def _crashed(self, case: EvalCase, repeat: int, why: str) -> CaseResult:
        """Return the result of a case in which the program itself failed."""
        return CaseResult(
            case=case,
            repeat=repeat,
            origin="computed",
            must_pass=True,
            outcome=Outcome(error=EndedIn(kind="Bug", message=why)),
            scores=(_failure("finishes", f"A bug: {why}"),),
        )

    def _stale(self, models: Sequence[RecordedModel]) -> list[str]:
        wanted = {self.suite.recording_file(case, repeat) for case, repeat in self.suite.runs}
        stray = [path.name for path in self.suite.recording_files() if path not in wanted]
        told = [f"Recordings of no case, to be deleted: {', '.join(stray)}."] if stray else []
        if len(models) > 1:
            names = ", ".join(model.label for model in models)
            told.append(f"Recordings of different models, to be made with one: {names}.")
        return told

    async def _judged(
        self, case: EvalCase, outcome: Outcome, cast: Cast, prompts: WatchedPrompts
    ) -> Outcome:
        """Add the judge's verdict; in a replay there is none on a reply it never read."""
        try:
            verdict = await judge_answer(
                cast.model("judge"),
                prompts,
                question=str(next(iter(case.request.values()))),
                passages="\n\n".join(outcome.cited_texts),
                answer=outcome.reply,
            )
        except RecordingError:
            return outcome
        except CopilotError as error:
            return outcome.model_copy(update={"error": outcome.error or _ended_in(error).error})
        return outcome.model_copy(update={"verdict": verdict})


def _failure(name: str, reason: str, advisory: Collection[str] = ()) -> ScoreResult:
    """Return a verdict against the case."""
    aside = name in advisory
    return ScoreResult(name=name, value=0.0, verdict=True, advisory=aside, reason=reason)


def replayed(suite: Suite) -> CastOf:
    """Return a cast that replays each case's recording."""

    def cast_of(case: EvalCase, repeat: int) -> Cast:
        if not suite.wants_model:
            return Nobody()
        try:
            return Replayed(read_recording(suite.recording_file(case, repeat)))
        except CopilotError as error:
            return Unreadable(error)

    return cast_of


def _models(cases: Sequence[CaseResult]) -> list[RecordedModel]:
    """Return the different models behind cases that say something of quality."""
    found = {case.model: None for case in cases if case.model and case.measures_model}
    return list(found)


def _ended_in(error: CopilotError) -> Outcome:
    return Outcome(error=EndedIn(kind=type(error).__name__, message=error.message))
