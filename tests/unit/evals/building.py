"""Results of evals, built in a line."""

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime
from typing import Any

from copilot.domain.recording import Call, RecordedModel, Reply, TokenCount
from copilot.evals.baseline import Accepted, Baseline, accepted, model_of
from copilot.evals.case import EvalCase
from copilot.evals.outcome import CalledSkill, EndedIn, Outcome, Verdict
from copilot.evals.results import CaseResult, Run, ScoreResult, SuiteResult
from copilot.evals.table import as_table
from copilot.evals.verdict import verdict_on

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
DAY = date(2026, 11, 22)
MODEL = RecordedModel(label="embedded:tiny", endpoint="embedded llama.cpp")
HOSTILE = (
    "<script>alert(1)</script><img src=x onerror=alert(1)> [/x] {{ 7*7 }} </pre></details>"
    "\x1b]0;title\x07\x1b[31mred\x9b2J \u202eback [a](http://evil.example/?q=1) \" onclick='x'"
)


def a_case(
    key: str = "k01",
    *,
    passed: bool = True,
    shown: str = "Six months.",
    measure: float | None = None,
    asked: dict[str, Any] | None = None,
    **more: Any,
) -> CaseResult:
    """Return a case with one verdict, and a measure where one is given.

    Args:
        key: Its id.
        passed: The verdict.
        shown: What a person saw.
        measure: A score besides.
        asked: Fields of the case itself.
        more: Fields of the result.
    """
    case: dict[str, Any] = {"id": key, "request": {"question": "How long?"}, "why": "It is plain."}
    scores = [_score("says", float(passed), verdict=True)]
    if measure is not None:
        scores.append(_score("ranks", measure, verdict=False))
    fields: dict[str, Any] = {
        "case": EvalCase(**{**case, **(asked or {})}),
        "origin": "recorded",
        "must_pass": False,
        "model": MODEL,
        "outcome": Outcome(shown=shown),
        "scores": scores,
        "seconds": 0.25,
    }
    return CaseResult(**{**fields, **more})


def a_call(reply: str = "Six months.", **request: Any) -> Call:
    """Return a call of the model that asks one thing."""
    messages = [{"role": "user", "content": "How long?"}]
    return Call(
        request={"model": "embedded:tiny", "messages": messages, **request},
        reply=Reply(pieces=(reply,), usage=TokenCount(input_tokens=1_000, output_tokens=20)),
        seconds=2.0,
    )


def a_suite(
    *cases: CaseResult, name: str = "ask_knowledge", title: str = "Answers", **more: Any
) -> SuiteResult:
    """Return the result of a suite with these cases."""
    fields: dict[str, Any] = {
        "about": "What is measured.",
        "day": DAY,
        "model": MODEL,
        "data_hash": "cases-1",
        "scorer_hash": "scorers-1",
        "margin": 0.01,
        "cases": cases,
        "seconds": 3.3,
    }
    return SuiteResult(name=name, title=title, **{**fields, **more})


def a_run(*suites: SuiteResult) -> Run:
    """Return a run of these suites."""
    return Run(created=NOW, version="0.1.0", knowledge="2026-11-20", suites=suites)


def a_baseline(suite: SuiteResult, cases: Sequence[CaseResult] = (), **more: Any) -> Baseline:
    """Return a baseline for a suite: its own results, but for the cases that are given."""
    known: dict[str, Accepted] = {case.key: accepted(case) for case in (*suite.cases, *cases)}
    fields: dict[str, Any] = {
        "accepted": NOW,
        "day": suite.day,
        "model": model_of(suite),
        "data_hash": suite.data_hash,
        "scorer_hash": suite.scorer_hash,
        "cases": known,
    }
    return Baseline(**{**fields, **more})


def table_of(*suites: SuiteResult, baselines: Iterable[Baseline | None] = ()) -> str:
    """Return the table of a run of these suites, each beside its baseline."""
    named = dict(zip((suite.name for suite in suites), baselines, strict=False))
    return as_table(verdict_on(a_run(*suites), named))


def hostile_case() -> CaseResult:
    """Return a case that carries hostile text wherever text can be."""
    request = {"messages": [{"role": HOSTILE, "content": HOSTILE, HOSTILE: [HOSTILE]}, HOSTILE]}
    skill = CalledSkill(name=HOSTILE, arguments={HOSTILE: HOSTILE})
    return a_case(
        asked={
            "request": {HOSTILE: HOSTILE, "turns": [HOSTILE]},
            "documents": {HOSTILE: HOSTILE},
            "expect": {"says": [[HOSTILE]], "arguments": {HOSTILE: [HOSTILE]}, "error": HOSTILE},
            "tags": [HOSTILE],
            "why": HOSTILE,
        },
        stale=[HOSTILE],
        calls=[a_call(HOSTILE, **request, tools=[HOSTILE * 9], response_format=HOSTILE)] * 2,
        outcome=Outcome(
            shown=HOSTILE,
            calls=(skill,),
            verdict=Verdict(good=False, why=HOSTILE),
            error=EndedIn(kind=HOSTILE, message=HOSTILE),
        ),
    )


def hostile_suite() -> SuiteResult:
    """Return a suite that carries hostile text wherever text can be."""
    changed = a_case("k02", shown=HOSTILE + "\nmore")
    return a_suite(hostile_case(), changed, name=HOSTILE, title=HOSTILE, stale=(HOSTILE,))


def _score(name: str, value: float, *, verdict: bool) -> ScoreResult:
    return ScoreResult(
        name=name, value=value, verdict=verdict, advisory=False, reason="It says so."
    )
