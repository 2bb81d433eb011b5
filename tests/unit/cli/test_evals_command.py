"""`evals`, over a tiny suite of judgements."""

import asyncio
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from copilot.evals.evaluation import keep
from copilot.evals.suite import Suite
from tests.unit.cli.running import Outcome, pm
from tests.unit.evals.building import a_case, a_run, a_suite
from tests.unit.evals.suites import (
    NO,
    YES,
    edit_reply,
    judgement,
    judging,
    record,
    recording_of,
    write_by_hand,
)
from tests.unit.llm.loopback_chat import Chat, serving_chat

ROOT = Path(__file__).parents[3]
APART = """
import json, sys
from tests.unit.cli.running import pm
print(json.dumps([pm(*command) for command in json.loads(sys.argv[1])]))
"""


@pytest.fixture
def suite(tmp_path: Path) -> Suite:
    """Return a suite of a recorded judgement and one whose reply was written by hand."""
    suite = judging(tmp_path / "suites", judgement("j1"), judgement("j2"))
    write_by_hand(suite, "j2", YES)
    asyncio.run(record(suite, [YES]))
    return suite


@pytest.fixture
def folder(suite: Suite) -> str:
    """Return the folder of suites, as it is named on the command line."""
    return str(suite.folder.parent)


@pytest.fixture
def chat() -> Iterator[Chat]:
    """Return a server whose model always says yes."""
    with serving_chat(Chat(words=[YES])) as chat:
        yield chat


def evals(command: str, folder: str, *more: str) -> Outcome:
    return pm("evals", command, "--folder", folder, *more)


def apart(*commands: tuple[str, ...]) -> list[Outcome]:
    """Run commands of `evals` in a process of their own, from which no connection can be made."""
    given = json.dumps([("evals", *command) for command in commands])
    ended = subprocess.run(
        [sys.executable, "-c", APART, given],
        capture_output=True,
        check=True,
        timeout=120,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    return [Outcome(*one) for one in json.loads(ended.stdout)]


def test_a_run_passes_is_shown_again_compared_and_reported(folder: str, tmp_path: Path) -> None:
    html, options = tmp_path / "report.html", ("--folder", folder)
    told, given, again, report, diff = apart(
        ("run", *options),
        ("run", "judging", *options, "--json"),
        ("report", *options, "--json"),
        ("report", *options, "--html", str(html)),
        ("diff", *options),
    )
    assert (told.code, "judging" in told.out) == (0, True)
    assert (given.code, given.json["exit_code"], given.json["status"]) == (0, 0, "passed")
    [suite] = given.json["suites"]
    assert (suite["measured"]["total"], suite["authored"]["total"]) == (1, 1)
    assert again.json == given.json
    assert (report.code, "judging" in html.read_text("utf-8")) == (0, True)
    assert (diff.code, diff.out) == (0, "There is nothing to compare.\n")


def test_a_run_that_got_worse_exits_with_1(suite: Suite, folder: str) -> None:
    assert evals("accept", folder, "--yes").code == 0
    edit_reply(recording_of(suite, "j1"), NO)
    run, diff = apart(("run", "--folder", folder, "--json"), ("diff", "--folder", folder, "--json"))
    assert (run.code, run.json["exit_code"], run.json["status"]) == (1, 1, "regressed")
    assert diff.json["suites"][0]["change"]["worse"] == ["j1"]


@pytest.mark.parametrize(("worse", "code"), [(True, 1), (False, 3)])
def test_the_process_of_a_run_ends_with_its_exit_code(
    suite: Suite, folder: str, worse: bool, code: int
) -> None:
    assert evals("accept", folder, "--yes").code == 0
    if worse:
        edit_reply(recording_of(suite, "j1"), NO)
    else:
        recording_of(suite, "j1").unlink()
    command = [sys.executable, "-m", "copilot", "evals", "run", "--folder", folder]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    ended = subprocess.run(command, capture_output=True, check=False, timeout=60, env=environment)
    assert ended.returncode == code


def test_a_run_of_stale_recordings_exits_with_3(suite: Suite, folder: str) -> None:
    recording_of(suite, "j1").unlink()
    [run] = apart(("run", "--folder", folder, "--json"))
    assert (run.code, run.json["exit_code"], run.json["status"]) == (3, 3, "stale")


def test_two_kept_runs_are_compared(folder: str, tmp_path: Path) -> None:
    before, after = tmp_path / "before.json", tmp_path / "after.json"
    keep(a_run(a_suite(a_case("k1"))), before)
    keep(a_run(a_suite(a_case("k1", passed=False))), after)
    told = evals("diff", folder, str(before), str(after))
    assert "1 no longer" in told.out
    assert "worse: k1" in told.out


def test_without_a_run_a_report_names_the_next_command(folder: str) -> None:
    for command in ("report", "diff"):
        outcome = evals(command, folder)
        assert (outcome.code, outcome.out) == (2, "")
        assert "pm-copilot evals run" in outcome.err


def test_an_unknown_suite_and_an_empty_folder_are_wrong_use(folder: str, project: Path) -> None:
    unknown = evals("stale", folder, "guessing")
    assert (unknown.code, "Known suites: judging" in unknown.err) == (2, True)
    empty = evals("stale", str(project))
    assert (empty.code, "There is no eval suite" in empty.err) == (2, True)
    assert evals("stale", str(project / "nowhere")).code == 2


def test_nothing_stale_is_said_in_a_sentence(folder: str) -> None:
    assert evals("stale", folder)[:2] == (0, "Every recording answers what is asked.\n")
    assert evals("stale", folder, "--json").json == {"stale": []}


def test_stale_cases_are_listed_with_the_reason(suite: Suite, folder: str) -> None:
    recording_of(suite, "j1").unlink()
    outcome = evals("stale", folder)
    assert (outcome.code, outcome.out[:33]) == (3, "judging j1: There is no recording")
    [told] = evals("stale", folder, "--json").json["stale"]
    assert (told["suite"], told["case"]) == ("judging", "j1")


def test_what_is_stale_about_a_suite_as_a_whole_is_listed(suite: Suite, folder: str) -> None:
    shutil.copy(recording_of(suite, "j1"), recording_of(suite, "gone"))
    told = "Recordings of no case, to be deleted: gone.json."
    assert evals("stale", folder)[:2] == (3, f"judging (all): {told}\n")
    assert evals("stale", folder, "--json").json == {
        "stale": [{"suite": "judging", "case": None, "why": told}]
    }


def test_an_edited_recording_is_told_and_is_not_stale(suite: Suite, folder: str) -> None:
    edit_reply(recording_of(suite, "j1"), f" {YES}")
    assert evals("stale", folder).code == 0
    [run] = apart(("run", "--folder", folder, "--json"))
    assert run.code == 0
    assert "Edited by hand after it was recorded: j1." in run.json["suites"][0]["remarks"]


def test_results_are_accepted_after_approval(suite: Suite, folder: str) -> None:
    asked = evals("accept", folder)
    assert (asked.code, "--yes" in asked.err, suite.baseline_file.exists()) == (2, True, False)
    given = evals("accept", folder, "judging", "--yes", "--json")
    assert (given.code, given.json) == (0, {"accepted": ["judging"]})
    assert list(json.loads(suite.baseline_file.read_text("utf-8"))["cases"]) == ["j1", "j2"]


def test_stale_results_are_not_accepted(suite: Suite, folder: str) -> None:
    recording_of(suite, "j1").unlink()
    outcome = evals("accept", folder, "--yes")
    assert (outcome.code, suite.baseline_file.exists()) == (2, False)
    assert "Nothing was accepted, since recordings are stale: judging." in outcome.err
    assert "See which: pm-copilot evals stale judging" in outcome.err


def test_a_suite_that_is_stale_as_a_whole_is_not_accepted(suite: Suite, folder: str) -> None:
    shutil.copy(recording_of(suite, "j1"), recording_of(suite, "gone"))
    outcome = evals("accept", folder, "--yes")
    assert (outcome.code, suite.baseline_file.exists()) == (2, False)
    assert "See which: pm-copilot evals stale judging" in outcome.err


def test_a_baseline_that_was_outgrown_is_no_reason_not_to_accept(suite: Suite, folder: str) -> None:
    assert evals("accept", folder, "--yes").code == 0
    judging(suite.folder.parent, judgement("j1", tags=["law"]), judgement("j2"))
    [run] = apart(("run", "--folder", folder, "--json"))
    assert (run.code, run.json["suites"][0]["is_outdated"]) == (3, True)
    assert evals("stale", folder).code == 0
    assert evals("accept", folder, "--yes").code == 0


def recording(folder: str, chat: Chat, *more: str) -> Outcome:
    """Record with the model of a server on loopback."""
    return evals("record", folder, "--base-url", chat.url, "--model", "openai:tiny", *more)


def test_a_recording_is_made_after_its_cost_was_approved(
    suite: Suite, folder: str, chat: Chat
) -> None:
    recording_of(suite, "j1").unlink()
    asked = recording(folder, chat)
    assert (asked.code, chat.asked) == (2, [])
    assert "judging: 1 case to ask openai:tiny, about 1,650 tokens" in asked.err
    made = recording(folder, chat, "--yes", "--json")
    assert (made.code, made.json["suites"]["judging"]["recorded"]) == (0, ["j1"])
    assert evals("stale", folder).code == 0


def test_a_recording_within_a_budget_goes_on_with_the_next_command(
    suite: Suite, folder: str, chat: Chat
) -> None:
    recording_of(suite, "j1").unlink()
    stopped = recording(folder, chat, "--yes", "--budget-minutes", "0")
    assert (stopped.code, "1 left, run the command again" in stopped.out) == (3, True)
    assert recording(folder, chat, "--yes").code == 0
    assert [path.stem for path in suite.recording_files()] == ["j1", "j2"]


def test_dollars_are_no_bound_where_no_price_is_known(
    suite: Suite, folder: str, chat: Chat
) -> None:
    recording_of(suite, "j1").unlink()
    refused = recording(folder, chat, "--yes", "--budget-usd", "1")
    assert (refused.code, refused.out, chat.asked) == (2, "", [])
    assert "The price of openai:tiny is unknown" in refused.err
    assert "--budget-minutes" in refused.err


def test_an_edited_recording_is_recorded_anew(suite: Suite, folder: str, chat: Chat) -> None:
    recording_of(suite, "j1").unlink()
    assert recording(folder, chat, "--yes").code == 0
    edit_reply(recording_of(suite, "j1"), NO)
    made = recording(folder, chat, "--yes", "--json")
    assert (made.json["suites"]["judging"]["recorded"], len(chat.asked)) == (["j1"], 2)
    assert recording(folder, chat, "--json").json["suites"]["judging"]["recorded"] == []


def test_a_recording_that_fails_is_told_and_the_old_one_stays(
    suite: Suite, folder: str, chat: Chat
) -> None:
    before, chat.status = recording_of(suite, "j1").read_bytes(), 401
    outcome = recording(folder, chat, "--yes", "--refresh")
    assert (outcome.code, "failed: j1" in outcome.out) == (3, True)
    assert recording_of(suite, "j1").read_bytes() == before


def test_replies_by_hand_need_neither_model_nor_approval(suite: Suite, folder: str) -> None:
    write_by_hand(suite, "j2", NO)
    outcome = evals("record", folder, "--model", "none")
    assert outcome.code == 0
    assert "judging: 1 recordings to write, no model needed." in outcome.err


def test_two_suites_are_recorded_with_one_connection(suite: Suite, folder: str, chat: Chat) -> None:
    shutil.copytree(suite.folder, suite.folder.with_name("second"))
    outcome = recording(folder, chat, "--refresh", "--yes", "--json")
    assert outcome.code == 0
    recorded = json.loads(outcome.out)["suites"]
    assert {name: one["failed"] for name, one in recorded.items()} == {"judging": {}, "second": {}}
    assert len(chat.asked) == 2


def test_without_a_model_a_recording_names_the_next_command(suite: Suite, folder: str) -> None:
    recording_of(suite, "j1").unlink()
    outcome = evals("record", folder, "--model", "none", "--yes")
    assert outcome.code == 2
    assert "Recording judging needs a model" in outcome.err
    assert "--model PROVIDER:NAME" in outcome.err
