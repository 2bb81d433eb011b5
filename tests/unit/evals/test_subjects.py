"""Subjects that ask no model."""

from pathlib import Path
from typing import Any

import pytest

from copilot.evals.case import EvalCase
from copilot.evals.runner import SuiteRunner, replayed
from copilot.evals.subjects import run_review
from copilot.evals.suite import Suite
from copilot.evals.workbench import Workbench, opened
from copilot.llm.scripted import ScriptedModel
from tests.unit.evals.suites import question, replay, write_suite

RANKING = "The tool ranks job applicants by their CVs."


def reviewing(root: Path, idea: str = RANKING, **expect: Any) -> Suite:
    """Write a suite of one computed review."""
    case = question(request={"idea": idea}, documents={}, expect=expect)
    scorers = ["finishes", "decides", "shows_evidence", "cites_existing"]
    return write_suite(root / "triage", [case], subject="review", skill=None, scorers=scorers)


async def test_a_review_is_computed_and_no_recording_is_wanted(tmp_path: Path) -> None:
    suite = reviewing(tmp_path, outcome=["high_risk"], points=["III.4(a)"])
    [case] = (await replay(suite)).cases
    assert (suite.wants_model, suite.skill) == (False, "review_ethics")
    assert (case.origin, case.passed, case.stale) == ("computed", True, ())
    assert case.outcome.shown.startswith("**EU AI Act: high-risk (Annex III point 4(a))**.")


async def test_a_review_that_decides_otherwise_is_a_failed_case(tmp_path: Path) -> None:
    [case] = (await replay(reviewing(tmp_path, outcome=["prohibited"]))).cases
    told = {score.name: score.reason for score in case.scores}
    assert not case.passed
    assert told["decides"] == "Expected prohibited: high_risk (III.4(a))."


async def test_a_review_keeps_nothing(tmp_path: Path) -> None:
    suite = reviewing(tmp_path)
    services = Workbench(tmp_path, suite).services(suite.cases[0], None)
    await run_review(suite.cases[0], services)
    assert not services.workspace.artifacts.exists()


async def test_an_idea_that_is_refused_is_an_error_of_the_case(tmp_path: Path) -> None:
    suite = reviewing(tmp_path)
    wrong = EvalCase(id="w", request={"idea": RANKING, "facts": ["x=yes"]}, why="No such fact.")
    outcome = await run_review(wrong, Workbench(tmp_path, suite).services(wrong, None))
    assert outcome.error
    assert outcome.error.kind == "InputError"


def test_the_books_of_reviews_are_read_once_for_all_cases(tmp_path: Path) -> None:
    suite = reviewing(tmp_path)
    bench = Workbench(tmp_path, suite)
    first, second = (bench.services(suite.cases[0], None) for _ in range(2))
    assert first.reviewer is second.reviewer


def test_a_case_has_the_model_it_is_given_and_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-of-the-user")
    suite = reviewing(tmp_path)
    bench, given = Workbench(tmp_path, suite), ScriptedModel(script=["Yes."])
    assert bench.services(suite.cases[0], None).chat_model is None
    assert bench.services(suite.cases[0], given).chat_model is given


async def test_a_review_embeds_texts_of_its_own(tmp_path: Path) -> None:
    suite = reviewing(tmp_path)
    with opened(suite) as bench:
        await SuiteRunner(suite, bench).run(replayed(suite))
        assert RANKING in bench.embedder.own
