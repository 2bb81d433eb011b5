"""Recording what a model replies, at a known cost, and going on where it stopped."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from langchain_core.messages import AIMessage

from copilot.domain.recording import RecordedModel, TokenCount, seal_of
from copilot.errors import InputError, ModelUnreachable
from copilot.evals.costs import Budget, Estimate
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
    YES,
    asking,
    edit,
    edit_reply,
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
PRICE = (1_000 * 0.15 + 100 * 0.60) / 1e6
"""Dollars for one counted reply of gpt-4o-mini."""
FREE = RecordedModel(label="embedded:tiny")


@pytest.fixture
def pair(tmp_path: Path) -> Suite:
    """Return a suite of two judgements."""
    return judging(tmp_path, judgement("j1"), judgement("j2"))


def counted(text: str) -> AIMessage:
    """Return a reply with the count a server gives of it."""
    usage = {**COUNT.model_dump(), "total_tokens": COUNT.input_tokens + COUNT.output_tokens}
    return AIMessage(text, usage_metadata=usage)


def names(suite: Suite) -> list[str]:
    return [path.stem for path in suite.recording_files()]


async def estimate(
    suite: Suite, facts: RecordedModel = FREE, *, refresh: bool = False
) -> tuple[list[str], Estimate]:
    """Return which cases are wanted, and what they will cost."""
    with opened(suite) as bench:
        recorder = Recorder(suite, bench, None, facts, lambda: NOW, refresh=refresh)
        wanted = await recorder.wanted()
        return [case.id for case, _ in wanted], recorder.estimate(wanted)


def timed(suite: Suite, name: str, seconds: float) -> None:
    """Write into a recording how long the model took, and seal it again."""
    path = recording_of(suite, name)
    [call] = read_recording(path).calls
    slow = call.model_copy(update={"seconds": seconds})
    edit(path, calls=(slow,), seal=seal_of([slow]))


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


async def test_where_nothing_was_recorded_the_estimate_is_a_guess_for_every_case(
    pair: Suite,
) -> None:
    wanted, cost = await estimate(pair)
    assert wanted == ["j1", "j2"]
    assert (cost.cases, cost.seconds, cost.usd) == (2, 30.0, 0.0)
    assert cost.tokens == TokenCount(input_tokens=3_000, output_tokens=300)


async def test_the_estimate_of_a_case_is_what_it_took_before(pair: Suite) -> None:
    await record(pair, [counted(YES), counted(YES)])
    timed(pair, "j1", 4.0)
    timed(pair, "j2", 6.0)
    _, cost = await estimate(pair, refresh=True)
    assert (cost.cases, cost.seconds) == (2, 10.0)
    assert cost.tokens == TokenCount(input_tokens=2_000, output_tokens=200)


async def test_the_estimate_of_a_new_case_is_the_mean_of_the_others(pair: Suite) -> None:
    await record(pair, [counted(YES), counted(YES)], facts=FREE)
    timed(pair, "j1", 4.0)
    timed(pair, "j2", 6.0)
    cases = [judgement("j1"), judgement("j2"), judgement("j3")]
    wanted, cost = await estimate(judging(pair.folder.parent, *cases))
    assert wanted == ["j3"]
    assert (cost.cases, cost.seconds, cost.tokens) == (1, 5.0, COUNT)


async def test_hand_written_replies_cost_nothing(tmp_path: Path) -> None:
    suite = judging(tmp_path)
    write_by_hand(suite, "j1", YES)
    wanted, cost = await estimate(suite)
    assert wanted == ["j1"]
    assert cost == Estimate(0, TokenCount(input_tokens=0, output_tokens=0), 0, 0.0)


async def test_a_search_is_never_recorded(tmp_path: Path) -> None:
    suite = write_suite(tmp_path, [question(request={"text": "How long?"})], subject="search")
    assert (await estimate(suite))[0] == []


async def test_a_spent_budget_stops_and_says_how_many_are_left(pair: Suite) -> None:
    outlay = await record(pair, [], budget=Budget(seconds=0))
    assert (outlay.recorded, outlay.left, names(pair)) == ([], 2, [])


async def test_a_budget_that_is_spent_on_the_way_keeps_what_was_recorded(pair: Suite) -> None:
    known = RecordedModel(label="openai:gpt-4o-mini")
    outlay = await record(pair, [counted(YES), counted(YES)], facts=known, budget=Budget(usd=1e-6))
    assert (outlay.recorded, outlay.left) == (["j1"], 1)
    assert outlay.usd == pytest.approx(PRICE)


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


async def test_dollars_are_no_bound_where_no_price_is_known_and_nothing_is_asked(
    pair: Suite,
) -> None:
    with pytest.raises(InputError, match="The price of scripted:test is unknown") as caught:
        await record(pair, [YES, YES], budget=Budget(usd=1.0))
    assert caught.value.hint == "Bound the time instead: --budget-minutes"
    assert names(pair) == []


@pytest.mark.parametrize("label", ["embedded:tiny", "ollama:tiny", "openai:gpt-4o-mini"])
async def test_dollars_are_a_bound_where_the_price_is_known(pair: Suite, label: str) -> None:
    facts = RecordedModel(label=label)
    outlay = await record(pair, [YES, YES], facts=facts, budget=Budget(usd=1.0))
    assert (outlay.recorded, outlay.usd) == (["j1", "j2"], 0.0)


async def test_an_unreachable_model_is_not_recorded_and_the_next_case_is_tried(
    pair: Suite,
) -> None:
    outlay = await record(pair, [ModelUnreachable("Nobody answers."), YES])
    assert (outlay.recorded, outlay.failed) == (["j2"], {"j1": "Nobody answers."})
    assert names(pair) == ["j2"]


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
    facts = RecordedModel(label="openai:gpt-4o-mini")
    suite = asking(tmp_path)
    await record(suite, [counted(GOOD)], facts=facts)
    [answer] = read_recording(recording_of(suite)).calls
    judged = asking(tmp_path, judge=True)
    outlay = await record(judged, [counted(NO)], facts=facts)
    calls = read_recording(recording_of(judged)).calls
    assert (calls[0], calls[1].namespace, calls[1].reply.text) == (answer, "judge", NO)
    assert outlay.usd == pytest.approx(PRICE)
    assert outlay.seconds == calls[1].seconds


async def test_reused_calls_leave_the_budget_to_the_next_case(tmp_path: Path) -> None:
    facts = RecordedModel(label="openai:gpt-4o-mini")
    cases = [question("q1"), question("q2")]
    await record(asking(tmp_path, *cases), [counted(GOOD)] * 2, facts=facts)
    judged = asking(tmp_path, *cases, judge=True)
    outlay = await record(judged, [counted(YES)] * 2, facts=facts, budget=Budget(usd=1.5 * PRICE))
    assert (outlay.recorded, outlay.left) == (["q1", "q2"], 0)


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
    assert told[1] == "judging j2: not recorded: It needs a model, and none is set."


async def test_vectors_of_what_a_suite_embeds_are_kept_beside_it(suite: Suite) -> None:
    with opened(suite) as bench:
        recorder = Recorder(suite, bench, None, None, lambda: NOW)
        assert await recorder.keep_vectors() == 2
        assert bench.embedder.computed == {}
