"""What recording costs: foreseen, bounded, and counted."""

from pathlib import Path

import pytest

from copilot.domain.recording import RecordedModel, TokenCount, seal_of
from copilot.errors import InputError
from copilot.evals.costs import Budget, Estimate, Outlay
from copilot.evals.suite import Suite
from copilot.stores.recordings import read_recording
from tests.unit.evals.suites import (
    COUNT,
    FREE,
    GOOD,
    PAID,
    PRICE,
    YES,
    asking,
    counted,
    edit,
    estimate,
    judgement,
    judging,
    question,
    record,
    recording_of,
    write_by_hand,
)


def timed(suite: Suite, name: str, seconds: float) -> None:
    """Write into a recording how long the model took, and seal it again."""
    path = recording_of(suite, name)
    [call] = read_recording(path).calls
    slow = call.model_copy(update={"seconds": seconds})
    edit(path, calls=(slow,), seal=seal_of([slow]))


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


async def test_a_spent_budget_stops_and_says_how_many_are_left(pair: Suite) -> None:
    outlay = await record(pair, [], budget=Budget(seconds=0))
    assert (outlay.recorded, outlay.left, pair.recording_files()) == ([], 2, [])


async def test_a_budget_that_is_spent_on_the_way_keeps_what_was_recorded(pair: Suite) -> None:
    outlay = await record(pair, [counted(YES), counted(YES)], facts=PAID, budget=Budget(usd=1e-6))
    assert (outlay.recorded, outlay.left) == (["j1"], 1)
    assert outlay.usd == pytest.approx(PRICE)


async def test_dollars_are_no_bound_where_no_price_is_known_and_nothing_is_asked(
    pair: Suite,
) -> None:
    with pytest.raises(InputError, match="The price of scripted:test is unknown") as caught:
        await record(pair, [YES, YES], budget=Budget(usd=1.0))
    assert caught.value.hint == "Bound the time instead: --budget-minutes"
    assert pair.recording_files() == []


@pytest.mark.parametrize("label", ["embedded:tiny", "ollama:tiny", "openai:gpt-4o-mini"])
async def test_dollars_are_a_bound_where_the_price_is_known(pair: Suite, label: str) -> None:
    facts = RecordedModel(label=label)
    outlay = await record(pair, [YES, YES], facts=facts, budget=Budget(usd=1.0))
    assert (outlay.recorded, outlay.usd) == (["j1", "j2"], 0.0)


async def test_reused_calls_leave_the_budget_to_the_next_case(tmp_path: Path) -> None:
    cases = [question("q1"), question("q2")]
    await record(asking(tmp_path, *cases), [counted(GOOD)] * 2, facts=PAID)
    judged = asking(tmp_path, *cases, judge=True)
    outlay = await record(judged, [counted(YES)] * 2, facts=PAID, budget=Budget(usd=1.5 * PRICE))
    assert (outlay.recorded, outlay.left) == (["q1", "q2"], 0)


def test_what_one_suite_spent_the_next_one_cannot() -> None:
    spent = Outlay([], {}, 0, seconds=20.0, usd=0.25)
    assert Budget(usd=1.0, seconds=60.0).less(spent) == Budget(usd=0.75, seconds=40.0)
    assert Budget().less(spent) == Budget()
