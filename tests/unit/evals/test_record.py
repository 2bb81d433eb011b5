"""Recording what a model replies, and going on where it stopped."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from copilot.domain.recording import RecordedModel, seal_of
from copilot.errors import ModelUnreachable
from copilot.evals.costs import Budget
from copilot.evals.record import Recorder
from copilot.evals.suite import Suite
from copilot.evals.workbench import opened
from copilot.stores.recordings import read_recording
from tests.unit.evals.suites import (
    COUNT,
    FACTS,
    GOOD,
    NO,
    NOW,
    PAID,
    PRICE,
    YES,
    asking,
    counted,
    edit,
    edit_reply,
    estimate,
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

OTHER = RecordedModel(label="scripted:other")


def names(suite: Suite) -> list[str]:
    return [path.stem for path in suite.recording_files()]


async def test_a_recording_says_what_made_it(tmp_path: Path) -> None:
    suite = judging(tmp_path)
    outlay = await record(suite, [counted(YES)])
    made = read_recording(recording_of(suite, "j1"))
    assert (outlay.recorded, outlay.failed, outlay.left) == (["j1"], {}, 0)
    assert (made.model, made.recorded_at, made.day) == (FACTS, NOW, suite.about.day)
    assert (made.usage, [mark.name for mark in made.prompts]) == (COUNT, ["judge_answer"])
    assert "langchain-core" in made.software
    assert made.seal == seal_of(made.calls)


async def test_what_was_recorded_is_not_recorded_again(pair: Suite) -> None:
    await record(pair, [YES, YES])
    assert (await record(pair, [])).recorded == []


async def test_a_search_is_never_recorded(tmp_path: Path) -> None:
    suite = write_suite(tmp_path, [question(request={"text": "How long?"})], subject="search")
    assert (await estimate(suite))[0] == []


@pytest.mark.parametrize("script", [[YES, RuntimeError("killed")], [YES]])
async def test_a_second_run_goes_on_with_what_is_missing(
    pair: Suite, script: Sequence[object]
) -> None:
    try:
        await record(pair, script)
    except RuntimeError:
        assert names(pair) == ["j1"]
    first = recording_of(pair, "j1").read_bytes()
    assert (await record(pair, [NO])).recorded == ["j2"]
    assert recording_of(pair, "j1").read_bytes() == first


async def test_an_unreachable_model_is_not_recorded_and_the_next_case_is_tried(
    pair: Suite,
) -> None:
    outlay = await record(pair, [ModelUnreachable("Nobody answers."), YES])
    assert (outlay.recorded, outlay.failed) == (["j2"], {"j1": "Nobody answers."})
    assert names(pair) == ["j2"]


async def test_after_three_failures_in_a_row_the_rest_is_left(tmp_path: Path) -> None:
    suite = judging(tmp_path, *(judgement(f"j{number}") for number in range(5)))
    outlay = await record(suite, [ModelUnreachable("Nobody answers.")] * 5)
    assert (list(outlay.failed), outlay.left) == (["j0", "j1", "j2"], 2)


async def test_a_reply_that_does_not_fit_is_recorded_since_it_is_a_result(tmp_path: Path) -> None:
    suite = judging(tmp_path)
    assert (await record(suite, ["a", "b", "c"])).recorded == ["j1"]
    case = await only_case(suite)
    assert (case.passed, len(case.calls), case.stale) == (False, 3, ())


async def test_a_refresh_records_every_case_anew(pair: Suite) -> None:
    await record(pair, [YES, YES])
    assert (await record(pair, [NO, NO], refresh=True)).recorded == ["j1", "j2"]
    assert [case.passed for case in (await replay(pair)).cases] == [False, False]


async def test_recordings_of_another_model_are_recorded_anew(pair: Suite) -> None:
    await record(pair, [YES, YES])
    assert (await record(pair, [NO, NO], facts=OTHER)).recorded == ["j1", "j2"]
    result = await replay(pair)
    assert (result.model, result.stale) == (OTHER, ())


async def test_a_stale_recording_is_recorded_anew(pair: Suite) -> None:
    await record(pair, [YES, YES])
    reworded = judgement("j2", request={**judgement()["request"], "question": "Until when?"})
    assert (await record(judging(pair.folder.parent, judgement(), reworded), [YES])).recorded == [
        "j2"
    ]


async def test_a_call_that_still_fits_is_not_made_again_and_costs_nothing(tmp_path: Path) -> None:
    suite = asking(tmp_path)
    await record(suite, [counted(GOOD)], facts=PAID)
    [answer] = read_recording(recording_of(suite)).calls
    judged = asking(tmp_path, judge=True)
    outlay = await record(judged, [counted(NO)], facts=PAID)
    calls = read_recording(recording_of(judged)).calls
    assert (calls[0], calls[1].namespace, calls[1].reply.text) == (answer, "judge", NO)
    assert outlay.usd == pytest.approx(PRICE)
    assert outlay.seconds == calls[1].seconds


async def test_an_edited_recording_is_recorded_anew_though_its_calls_still_fit(
    suite: Suite,
) -> None:
    edit_reply(recording_of(suite), "Minutes are kept for two years [1].")
    assert (await record(suite, [GOOD])).recorded == ["q1"]
    made = read_recording(recording_of(suite))
    assert ([call.reply.text for call in made.calls], made.is_edited) == ([GOOD], False)
    assert (await record(suite)).recorded == []


async def test_no_call_of_an_edited_recording_is_reused(tmp_path: Path) -> None:
    suite = asking(tmp_path, judge=True)
    await record(suite, [GOOD, YES])
    edit_reply(recording_of(suite), f"{GOOD} ")
    await record(suite, [GOOD, NO])
    calls = read_recording(recording_of(suite)).calls
    assert [call.reply.text for call in calls] == [GOOD, NO]


async def test_a_reply_the_judge_has_not_read_is_wanted_again(tmp_path: Path) -> None:
    suite = asking(tmp_path, judge=True)
    await record(suite, [GOOD, YES])
    path = recording_of(suite)
    edit_reply(path, "Minutes are kept for two years [1].")
    edit(path, seal=seal_of(read_recording(path).calls))
    assert (await estimate(suite, FACTS))[0] == ["q1"]


async def test_replies_by_hand_stay_and_get_the_keys_of_what_is_asked(tmp_path: Path) -> None:
    suite = asking(tmp_path)
    path = write_by_hand(suite, "q1", GOOD)
    outlay = await record(suite)
    made = read_recording(path)
    [call] = made.calls
    assert outlay.recorded == ["q1"]
    assert (made.origin, made.recorded_at, made.software) == ("authored", None, {})
    assert (call.reply.text, len(call.key), bool(call.request)) == (GOOD, 64, True)
    assert (await only_case(suite)).stale == ()


@pytest.mark.parametrize(
    ("replies", "told"),
    [((YES, YES), "1 hand-written replies were not asked for."), ((), "fewer replies than")],
)
async def test_too_many_or_too_few_replies_by_hand_are_told(
    tmp_path: Path, replies: Sequence[str], told: str
) -> None:
    suite = judging(tmp_path)
    write_by_hand(suite, "j1", *replies)
    outlay = await record(suite)
    assert outlay.recorded == []
    assert told in outlay.failed["j1"]


async def test_without_a_model_only_what_is_written_by_hand_is_recorded(pair: Suite) -> None:
    write_by_hand(pair, "j1", YES)
    with opened(pair) as bench:
        recorder = Recorder(pair, bench, None, None, lambda: NOW)
        told: list[str] = []
        outlay = await recorder.record(await recorder.wanted(), Budget(), told.append)
    assert (outlay.recorded, list(outlay.failed)) == (["j1"], ["j2"])
    assert told[1].startswith("judging j2: not recorded: Recording judging needs a model")


async def test_vectors_of_what_a_suite_embeds_are_kept_beside_it(suite: Suite) -> None:
    with opened(suite) as bench:
        recorder = Recorder(suite, bench, None, None, lambda: NOW)
        assert await recorder.keep_vectors() == 2
        assert bench.embedder.computed == 0
