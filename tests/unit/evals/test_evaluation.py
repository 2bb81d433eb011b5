"""One evaluation: suites run, judged and kept."""

import stat
from pathlib import Path

import pytest

from copilot.errors import InputError, NotFound, SetupError
from copilot.evals.baseline import write_baseline
from copilot.evals.evaluation import baselines_of, evaluate, judged, keep, read_run
from copilot.evals.suite import Suite
from copilot.llm.scripted import ScriptedModel
from tests.doubles import NOW, SmallServices
from tests.unit.evals.building import a_case, a_run, a_suite
from tests.unit.evals.suites import (
    FACTS,
    GOOD,
    NO,
    YES,
    asking,
    edit_reply,
    judgement,
    judging,
    record,
    recording_of,
    write_by_hand,
)


@pytest.fixture
async def pair(tmp_path: Path) -> Suite:
    """Return a suite of a recorded judgement and one whose reply was written by hand."""
    suite = judging(tmp_path, judgement("j1"), judgement("j2"))
    write_by_hand(suite, "j2", YES)
    await record(suite, [YES])
    return suite


async def test_suites_are_run_from_their_recordings_without_the_model_in_use(
    pair: Suite, services: SmallServices, model: ScriptedModel
) -> None:
    told: list[tuple[str, int, int]] = []
    run = await evaluate([pair], services, progress=lambda *step: told.append(step))
    assert [case.origin for case in run.suites[0].cases] == ["recorded", "authored"]
    assert (run.created, run.knowledge) == (NOW, services.knowledge.version)
    assert told == [("judging", 1, 2), ("judging", 2, 2)]
    assert model.asked == []


async def test_a_live_run_asks_the_model_in_use_but_for_replies_by_hand(
    pair: Suite, services: SmallServices, model: ScriptedModel
) -> None:
    before = {path: path.read_bytes() for path in pair.recording_files()}
    model.script.append(NO)
    run = await evaluate([pair], services, live=True)
    cases = run.suites[0].cases
    assert [(case.origin, case.passed) for case in cases] == [("live", False), ("authored", True)]
    assert cases[0].model is not None
    assert (cases[0].model.label, len(model.asked)) == (FACTS.label, 1)
    assert {path: path.read_bytes() for path in pair.recording_files()} == before


async def test_a_live_run_without_a_model_names_the_next_command(
    pair: Suite, notes_folder: Path
) -> None:
    services = SmallServices(notes_folder, notes_folder.parent / "w", flags={"model": "none"})
    with pytest.raises(SetupError) as told:
        await evaluate([pair], services, live=True)
    assert "--live --model" in told.value.hint


async def test_accepted_results_are_what_the_next_run_is_judged_by(
    pair: Suite, services: SmallServices
) -> None:
    run = await evaluate([pair], services)
    assert baselines_of([pair]) == {"judging": None}
    write_baseline(pair.baseline_file, run.suites[0], NOW)
    found = judged(run, [pair])
    assert found.status == "passed"
    assert found.suites[0].change is not None
    assert found.suites[0].change.cases == 1


async def test_an_edited_worse_reply_is_worse_though_no_judge_has_read_it(
    tmp_path: Path, services: SmallServices
) -> None:
    suite = asking(tmp_path, judge=True)
    await record(suite, [GOOD, YES])
    write_baseline(suite.baseline_file, (await evaluate([suite], services)).suites[0], NOW)
    edit_reply(recording_of(suite), "Minutes are kept for two years [1].")
    found = judged(await evaluate([suite], services), [suite])
    assert (found.status, found.exit_code, found.suites[0].stale) == ("regressed", 1, ())
    assert found.suites[0].remarks == (
        "The judge has not read the replies of q1 as they are now.",
        "Edited by hand after it was recorded: q1.",
    )


async def test_a_kept_run_is_read_as_it_was_and_is_private(
    pair: Suite, services: SmallServices, tmp_path: Path
) -> None:
    run = await evaluate([pair], services)
    path = tmp_path / "state" / "run.json"
    keep(run, path)
    assert read_run(path) == run
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_no_kept_run_is_told_with_the_next_command(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match=r"There is no run .*run\.json") as caught:
        read_run(tmp_path / "run.json")
    assert caught.value.hint == "Make one: pm-copilot evals run"


def test_a_damaged_run_is_told_with_the_next_command(tmp_path: Path) -> None:
    path = tmp_path / "run.json"
    keep(a_run(a_suite(a_case())), path)
    path.write_bytes(path.read_bytes()[:-40])
    with pytest.raises(InputError, match=r"run\.json holds no run of evals") as caught:
        read_run(path)
    assert caught.value.hint == "Make one: pm-copilot evals run"
