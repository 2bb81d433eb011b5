"""Scorers: pure functions from a case and its outcome to a score with a reason.

A scorer that has nothing to compare with in a case returns None and does not count there.
"""

import hashlib
import inspect
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple, Protocol

from pydantic_evals.evaluators import EvaluationReason, Evaluator, EvaluatorContext

from copilot.discovery import module_names
from copilot.errors import InputError
from copilot.evals.case import EvalCase
from copilot.evals.outcome import Outcome

_FOLDER = Path(__file__).parent / "scorers"


class Score(NamedTuple):
    """A verdict (true or false) or a measure (0 to 1), and why."""

    value: bool | float
    reason: str


Scoring = Callable[..., Score | None]


class Scorer(NamedTuple):
    """A registered scorer; its version rises when its verdicts may change."""

    name: str
    version: int
    summary: str
    score: Scoring


_known: dict[str, Scorer] = {}


def scorer(*, version: int) -> Callable[[Scoring], Scoring]:
    """Register a function `(case, outcome, **parameters) -> Score | None` under its name."""

    def register(function: Scoring) -> Scoring:
        summary = (inspect.getdoc(function) or "").split("\n")[0]
        _known[function.__name__] = Scorer(function.__name__, version, summary, function)
        return function

    return register


def known_scorers() -> dict[str, Scorer]:
    """Return every scorer by name, sorted."""
    for name in module_names(_FOLDER):
        import_module(f"copilot.evals.scorers.{name}")
    return dict(sorted(_known.items()))


def find_scorer(name: str, parameters: Mapping[str, Any]) -> Scorer:
    """Return a scorer that takes these parameters.

    Raises:
        InputError: There is none of that name, or it has no such parameter.
    """
    known = known_scorers()
    if name not in known:
        raise InputError(f"unknown scorer {name!r}", hint=f"Known scorers: {', '.join(known)}")
    taken = list(inspect.signature(known[name].score).parameters)[2:]
    strange = sorted(set(parameters) - set(taken))
    if strange:
        raise InputError(
            f"scorer {name!r} has no parameter {strange[0]!r}",
            hint=f"It takes: {', '.join(taken) or 'none'}",
        )
    return known[name]


def fingerprint(scorers: Sequence[tuple[str, Mapping[str, Any]]]) -> str:
    """Return a hash of names, versions and parameters: equal means comparable."""
    parts = [
        [name, known_scorers()[name].version, dict(parameters)] for name, parameters in scorers
    ]
    return hashlib.sha256(json.dumps(parts, sort_keys=True, default=str).encode()).hexdigest()[:16]


class HasOutcome(Protocol):
    """A case that was run."""

    @property
    def case(self) -> EvalCase:
        """The case."""
        ...

    @property
    def outcome(self) -> Outcome:
        """What it led to."""
        ...


@dataclass
class Scored(Evaluator[str, HasOutcome, None]):
    """A scorer as pydantic-evals runs it."""

    scorer_name: str
    parameters: dict[str, Any] = field(default_factory=dict)

    def get_default_evaluation_name(self) -> str:
        """Return the scorer's name, also where it fails."""
        return self.scorer_name

    def evaluate(self, ctx: EvaluatorContext[str, HasOutcome, None]) -> dict[str, EvaluationReason]:
        """Return the score under the scorer's name; nothing where it does not count."""
        found = _known[self.scorer_name].score(
            ctx.output.case, ctx.output.outcome, **self.parameters
        )
        if found is None:
            return {}
        return {self.scorer_name: EvaluationReason(found.value, found.reason)}
