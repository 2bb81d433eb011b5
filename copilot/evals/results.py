"""Results: of a case, of a suite, of a run; as they are saved and compared."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Literal, NamedTuple

from pydantic import BaseModel, ConfigDict

from copilot.domain.recording import Call, RecordedModel
from copilot.evals.case import EvalCase
from copilot.evals.outcome import Outcome
from copilot.evals.suite import run_key

Origin = Literal["recorded", "authored", "computed", "live"]
"""Where a case's replies come from; computed cases ask no model."""


class Result(BaseModel):
    """A part of a saved run."""

    model_config = ConfigDict(frozen=True)


class ScoreResult(Result):
    """What one scorer said of one case."""

    name: str
    value: float
    """0 to 1; a verdict is 0 or 1."""
    verdict: bool
    """Whether it decides if the case passes; a measure does not."""
    advisory: bool
    reason: str


class CaseResult(Result):
    """How one case went."""

    case: EvalCase
    origin: Origin
    must_pass: bool
    outcome: Outcome
    scores: tuple[ScoreResult, ...]
    is_edited: bool = False
    """Whether its recording was changed by hand."""
    stale: tuple[str, ...] = ()
    """Why its recording no longer answers the question; empty where it does."""
    model: RecordedModel | None = None
    """Whose replies these are."""
    calls: tuple[Call, ...] = ()
    """What was asked of the model, and replied."""
    seconds: float = 0.0
    """Time the case took now."""
    repeat: int = 1

    @property
    def key(self) -> str:
        """Id of the case, with the number of the repeat behind the first."""
        return run_key(self.case.id, self.repeat)

    @property
    def passed(self) -> bool:
        """Whether every verdict is favourable."""
        return all(score.value for score in self._counting if score.verdict)

    @property
    def score(self) -> float:
        """Mean of all that counts, 0 to 1."""
        values = [score.value for score in self._counting]
        return sum(values) / len(values) if values else 0.0

    @property
    def measures_model(self) -> bool:
        """Whether it says something of quality; a hand-written reply does not."""
        return self.origin != "authored"

    @property
    def _counting(self) -> list[ScoreResult]:
        return [score for score in self.scores if not score.advisory]


class SuiteResult(Result):
    """How one suite went."""

    name: str
    title: str
    about: str
    day: date
    model: RecordedModel | None
    """The model behind recorded cases; None where no case asks one."""
    data_hash: str
    scorer_hash: str
    margin: float
    cases: tuple[CaseResult, ...]
    stale: tuple[str, ...] = ()
    """What is stale about the suite as a whole: recordings of no case."""
    seconds: float = 0.0

    @property
    def measured(self) -> list[CaseResult]:
        """The cases that say something of quality."""
        return [case for case in self.cases if case.measures_model and not case.stale]

    @property
    def authored(self) -> list[CaseResult]:
        """The cases with a reply written by hand."""
        return [case for case in self.cases if not case.measures_model and not case.stale]

    @property
    def stale_cases(self) -> list[CaseResult]:
        """The cases whose recording no longer answers the question."""
        return [case for case in self.cases if case.stale]

    @property
    def broken(self) -> list[CaseResult]:
        """Cases that had to pass and did not."""
        fresh = (case for case in self.cases if not case.stale)
        return [case for case in fresh if case.must_pass and not case.passed]


class Run(Result):
    """How all suites went."""

    created: datetime
    version: str
    """Of PM copilot."""
    knowledge: str
    """Version of the notes."""
    suites: tuple[SuiteResult, ...]

    def suite(self, name: str) -> SuiteResult | None:
        """Return the result of a suite, None where it was not run."""
        return next((suite for suite in self.suites if suite.name == name), None)


class Grouped(NamedTuple):
    """A case over all its repeats, which are no cases of their own."""

    score: float
    """Mean of the repeats."""
    passed: bool
    """Whether every repeat passes."""


def by_case(results: Iterable[tuple[str, float, bool]]) -> dict[str, Grouped]:
    """Return the cases of (key, score, passed), repeats taken together."""
    found: dict[str, list[tuple[float, bool]]] = {}
    for key, score, passed in results:
        found.setdefault(key.partition("~")[0], []).append((score, passed))
    return {
        case: Grouped(sum(score for score, _ in all_) / len(all_), all(ok for _, ok in all_))
        for case, all_ in found.items()
    }


def grouped(cases: Sequence[CaseResult]) -> dict[str, Grouped]:
    """Return results by case."""
    return by_case((case.key, case.score, case.passed) for case in cases)
