"""How long eval suites take to replay: those that ship, and 1,000 synthetic cases."""

import asyncio
import json
import tempfile
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter

from copilot.domain.recording import Call, RecordedModel, Recording, Reply
from copilot.evals.costs import Budget
from copilot.evals.evaluation import evaluate
from copilot.evals.record import Recorder
from copilot.evals.results import SuiteResult
from copilot.evals.suite import Suite, find_suites
from copilot.evals.workbench import opened
from copilot.services import Services
from copilot.settings import content_root
from copilot.stores.recordings import write_recording
from scripts.bench.row import Row

CASES = 1_000
SUITE = """\
title: Synthetic
about: Questions of the retrieval suite, again and again, each with a recording of its own.
subject: skill
day: 2026-11-22
scorers: [finishes, cites, quotes_verbatim, shows_no_control]
"""
SMALL = RecordedModel(label="embedded:qwen2.5-coder-1.5b")


def rows() -> Iterator[Row]:
    """Yield seconds and milliseconds a case, of every suite and of the synthetic one."""
    root = content_root() / "evals"
    begun = perf_counter()
    results = [_replayed(suite) for suite in find_suites(root)]
    whole = perf_counter() - begun
    for result in results:
        yield Row(result.name, f"{result.seconds:.1f} s", "", _each(result))
    count = sum(len(result.cases) for result in results)
    yield Row("all suites", f"{whole:.1f} s", "<= 60 s", f"{count} cases, without start of Python")
    with tempfile.TemporaryDirectory() as folder:
        result = _replayed(asyncio.run(_synthetic(Path(folder) / "ask_knowledge")))
    assert not result.stale_cases
    yield Row(f"{CASES:,} synthetic cases", f"{result.seconds:.1f} s", "<= 30 s", _each(result))


def _each(result: SuiteResult) -> str:
    return f"{1000 * result.seconds / len(result.cases):.0f} ms a case, index included"


def _replayed(suite: Suite) -> SuiteResult:
    return asyncio.run(evaluate([suite], Services({"model": "none"}))).suites[0]


async def _synthetic(folder: Path) -> Suite:
    """Write a suite of 1,000 cases with recordings, and return it."""
    questions = Suite(content_root() / "evals" / "retrieval").cases
    folder.mkdir()
    (folder / "suite.yaml").write_text(SUITE, "utf-8")
    lines = [
        json.dumps(
            {
                "id": f"s{number}",
                "request": {"question": questions[number % len(questions)].request["text"]},
                "why": "One of many, to measure how long many take.",
            }
        )
        for number in range(CASES)
    ]
    (folder / "cases.jsonl").write_text("\n".join(lines) + "\n", "utf-8")
    suite = Suite(folder)
    for case in suite.cases:
        reply = Reply(pieces=('{"sentences": [1, 2]}',))
        recording = Recording(
            case=case.id, origin="authored", model=SMALL, calls=(Call(reply=reply),)
        )
        write_recording(suite.recording_file(case), recording)
    with opened(suite) as bench:
        recorder = Recorder(suite, bench, None, None, Services().clock)
        await recorder.record(suite.runs, Budget(), lambda text: None)
        await recorder.keep_vectors()
    return suite
