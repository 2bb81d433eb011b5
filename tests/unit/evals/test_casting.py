"""What makes a recording stale, and what only makes its case fail."""

from pathlib import Path

import pytest

from copilot.domain.recording import PromptMark
from copilot.evals.suite import Suite
from copilot.stores.recordings import read_recording
from tests.unit.evals.suites import (
    GOOD,
    YES,
    asking,
    edit,
    edit_reply,
    judging,
    only_case,
    question,
    record,
    recording_of,
    write_by_hand,
    write_suite,
)


async def test_a_changed_prompt_makes_the_case_stale_and_is_named(suite: Suite) -> None:
    mark = PromptMark(name="ask_knowledge", version=1, sha256="of another text")
    edit(recording_of(suite), prompts=(mark,))
    assert (await only_case(suite)).stale == ("Prompt ask_knowledge@1 has changed since.",)


async def test_a_changed_question_makes_the_case_stale_and_is_shown(suite: Suite) -> None:
    write_suite(suite.folder, [question(text="How long must minutes be kept?")])
    case = await only_case(Suite(suite.folder))
    assert any("messages.1.content" in why for why in case.stale)


async def test_a_deleted_recording_makes_the_case_stale(suite: Suite) -> None:
    recording_of(suite).unlink()
    [why] = (await only_case(suite)).stale
    assert "There is no recording" in why


async def test_a_truncated_recording_makes_the_case_stale_with_its_line(suite: Suite) -> None:
    path = recording_of(suite)
    path.write_text(path.read_text("utf-8")[:200], "utf-8")
    [why] = (await only_case(suite)).stale
    assert str(path) in why
    assert "truncated" in why


async def test_a_worse_reply_is_a_failure_and_not_stale(suite: Suite) -> None:
    edit_reply(recording_of(suite), "Minutes are kept for two years [1].")
    case = await only_case(suite)
    assert (case.passed, case.stale) == (False, ())
    assert [score.name for score in case.scores if not score.value] == ["says"]


async def test_a_reply_that_is_no_json_any_more_is_a_failure_and_not_stale(tmp_path: Path) -> None:
    suite = judging(tmp_path)
    await record(suite, [YES])
    edit_reply(recording_of(suite, "j1"), "Yes, it does.")
    case = await only_case(suite)
    assert (case.passed, case.stale) == (False, ())
    assert case.outcome.error is not None


async def test_an_edit_is_told_and_an_untouched_recording_is_not(suite: Suite) -> None:
    assert not (await only_case(suite)).is_edited
    edit_reply(recording_of(suite), f"{GOOD} Always.")
    case = await only_case(suite)
    assert (case.passed, case.is_edited, case.stale) == (True, True, ())


async def test_a_new_edit_of_a_reply_by_hand_is_no_edit_of_a_recording(tmp_path: Path) -> None:
    suite = asking(tmp_path)
    write_by_hand(suite, "q1", GOOD)
    await record(suite)
    edit_reply(recording_of(suite), f"{GOOD} Always.")
    assert not (await only_case(suite)).is_edited


@pytest.mark.parametrize("worse", ["Minutes are kept for two years [1].", "I do not know."])
async def test_a_worse_reply_that_no_judge_has_read_is_a_failure_and_not_stale(
    tmp_path: Path, worse: str
) -> None:
    suite = asking(tmp_path, judge=True)
    await record(suite, [GOOD, YES])
    edit_reply(recording_of(suite), worse)
    case = await only_case(suite)
    assert (case.passed, case.stale, case.outcome.verdict) == (False, (), None)


async def test_a_judge_that_was_never_recorded_leaves_the_verdict_open(suite: Suite) -> None:
    judged = asking(suite.folder.parent, judge=True)
    case = await only_case(judged)
    assert (case.passed, case.stale, case.outcome.verdict) == (True, (), None)


async def test_a_reply_that_nobody_asks_for_makes_the_case_stale(suite: Suite) -> None:
    [call] = read_recording(recording_of(suite)).calls
    edit(recording_of(suite), calls=(call, call.model_copy(update={"key": "0" * 64})), seal="")
    [why] = (await only_case(suite)).stale
    assert why == "1 of 2 recorded replies were not asked for."
