"""Suites run from their recordings."""

import shutil
from pathlib import Path

from copilot.evals.casting import Live
from copilot.evals.runner import SuiteRunner
from copilot.evals.suite import Suite
from copilot.evals.workbench import opened
from copilot.llm.scripted import ScriptedModel
from copilot.stores.recordings import read_recording
from tests.unit.evals.suites import (
    FACTS,
    GOOD,
    MINUTES,
    NO,
    YES,
    asking,
    judgement,
    judging,
    only_case,
    question,
    record,
    recording_of,
    replay,
    write_by_hand,
    write_suite,
)

CRASHING = {"rules": [{"path": "answer", "matches": "("}]}
"""Parameters of `has_shape` with which it crashes: the pattern is none."""


async def test_a_recorded_case_passes_again(suite: Suite) -> None:
    result = await replay(suite)
    [case] = result.cases
    assert (case.passed, case.origin, case.stale) == (True, "recorded", ())
    assert "six years" in case.outcome.shown
    assert case.calls == read_recording(recording_of(suite)).calls
    assert (result.model, result.stale) == (FACTS, ())


async def test_a_reply_by_hand_is_an_example_that_must_pass(tmp_path: Path) -> None:
    suite = asking(tmp_path)
    write_by_hand(suite, "q1", GOOD)
    await record(suite)
    case = await only_case(suite)
    assert (case.passed, case.must_pass, case.measures_model) == (True, True, False)
    assert (await replay(suite)).model is None


async def test_a_recording_of_no_case_makes_the_suite_stale(suite: Suite) -> None:
    shutil.copy(recording_of(suite), recording_of(suite, "gone"))
    result = await replay(suite)
    assert result.stale == ("Recordings of no case, to be deleted: gone.json.",)
    assert result.stale_cases == []


async def test_recordings_of_different_models_make_the_suite_stale(tmp_path: Path) -> None:
    suite = judging(tmp_path, judgement("j1"), judgement("j2"))
    await record(suite, [YES, YES])
    first = recording_of(suite, "j1").read_bytes()
    await record(suite, [YES, YES], facts=FACTS.model_copy(update={"label": "scripted:other"}))
    recording_of(suite, "j1").write_bytes(first)
    result = await replay(suite)
    assert result.stale == (
        "Recordings of different models, to be made with one: scripted:test, scripted:other.",
    )
    assert result.stale_cases == []


async def test_a_bug_in_what_is_run_is_a_failed_case_and_the_others_go_on(tmp_path: Path) -> None:
    suite = judging(tmp_path, judgement("j1"), judgement("j2"))
    model = ScriptedModel(script=[KeyError("passages"), YES])
    with opened(suite) as bench:
        result = await SuiteRunner(suite, bench).run(lambda case, repeat: Live(model, FACTS))
    crashed, fine = result.cases
    assert (crashed.passed, crashed.must_pass, fine.passed) == (False, True, True)
    assert crashed.scores[0].reason == "A bug: KeyError: 'passages'"


async def test_a_scorer_that_crashes_fails_the_case_under_its_own_name(suite: Suite) -> None:
    plain = question(expect={})
    write_suite(suite.folder, [plain], scorers=["finishes", {"has_shape": CRASHING}])
    case = await only_case(Suite(suite.folder))
    [told] = [score for score in case.scores if not score.value]
    assert (case.passed, told.name, told.verdict, told.advisory) == (
        False,
        "has_shape",
        True,
        False,
    )
    assert told.reason.startswith("The scorer failed: ")


async def test_an_advisory_scorer_that_crashes_is_told_and_fails_nothing(suite: Suite) -> None:
    aside = {"has_shape": {**CRASHING, "advisory": True}}
    write_suite(suite.folder, [question(expect={})], scorers=["finishes", aside])
    case = await only_case(Suite(suite.folder))
    [told] = [score for score in case.scores if not score.value]
    assert (case.passed, told.name, told.advisory) == (True, "has_shape", True)


async def test_a_case_that_no_scorer_applies_to_fails(suite: Suite) -> None:
    write_suite(suite.folder, [question(expect={})], scorers=["answers", "says"])
    case = await only_case(Suite(suite.folder))
    assert (case.passed, case.score) == (False, 0.0)
    assert case.scores[0].reason == "No scorer that counts applies to this case."


async def test_a_result_says_what_the_suite_is_about(suite: Suite) -> None:
    result = await replay(suite)
    assert (result.title, result.about) == ("A tiny suite", "Whether it runs.")


async def test_a_judge_reads_every_answer_with_a_recording_of_its_own(tmp_path: Path) -> None:
    scorers = ["finishes", {"judged": {"advisory": True}}]
    suite = asking(tmp_path, question(expect={}), judge=True, scorers=scorers)
    await record(suite, [GOOD, NO])
    case = await only_case(suite)
    assert [call.namespace for call in case.calls] == ["subject", "judge"]
    assert case.outcome.verdict is not None
    assert [(score.name, score.value) for score in case.scores if score.advisory] == [
        ("judged", 0.0)
    ]
    assert case.passed


async def test_a_judge_that_keeps_to_no_form_is_a_failure(tmp_path: Path) -> None:
    suite = asking(tmp_path, question(expect={}), judge=True, scorers=["finishes"])
    await record(suite, [GOOD, "well", "well", "well"])
    case = await only_case(suite)
    assert (case.passed, case.stale) == (False, ())
    assert case.outcome.error is not None
    assert case.outcome.error.kind == "MalformedReply"


async def test_each_repeat_has_a_recording_and_a_result_of_its_own(tmp_path: Path) -> None:
    suite = judging(tmp_path, repeats=2)
    await record(suite, [YES, NO])
    result = await replay(suite)
    assert [path.name for path in suite.recording_files()] == ["j1.json", "j1~2.json"]
    assert [(case.key, case.passed) for case in result.cases] == [("j1", True), ("j1~2", False)]


async def test_a_search_asks_no_model_and_needs_no_recording(tmp_path: Path) -> None:
    case = {"id": "f1", "request": {"text": "How long are minutes kept?"}, "documents": MINUTES}
    found = {**case, "expect": {"relevant": ["minutes#summary"]}, "why": "A plain question."}
    suite = write_suite(tmp_path / "s", [found], subject="search", scorers=["finds", "ranks"])
    result = await replay(suite)
    assert result.cases[0].outcome.ranking != ()
    assert (result.cases[0].origin, result.model) == ("computed", None)
    assert [score.name for score in result.cases[0].scores] == ["finds", "ranks"]
