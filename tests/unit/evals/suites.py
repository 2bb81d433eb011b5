"""Tiny suites in a folder of the test, and what is recorded for them."""

import json
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from langchain_core.messages import AIMessage

from copilot.domain.recording import Call, RecordedModel, Recording, Reply, TokenCount
from copilot.evals.case import EvalCase
from copilot.evals.costs import Budget, Estimate, Outlay
from copilot.evals.record import Recorder
from copilot.evals.results import CaseResult, SuiteResult
from copilot.evals.runner import SuiteRunner, replayed
from copilot.evals.suite import Suite
from copilot.evals.workbench import opened
from copilot.llm.scripted import ScriptedModel
from copilot.stores.recordings import read_recording, write_recording

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
FACTS = RecordedModel(label="scripted:test")
FREE = RecordedModel(label="embedded:tiny")
PAID = RecordedModel(label="openai:gpt-4o-mini")
BY_HAND = RecordedModel(label="authored:by-hand")
MINUTES = {"minutes.md": "# Minutes\n\nMinutes are kept for six years, on paper or as a file.\n"}
GOOD = "Minutes are kept for six years [1]."
YES, NO = '{"why": "It says so.", "verdict": "yes"}', '{"why": "It does not.", "verdict": "no"}'
COUNT = TokenCount(input_tokens=1_000, output_tokens=100)
PRICE = (1_000 * 0.15 + 100 * 0.60) / 1e6
"""Dollars that `COUNT` costs with the paid model."""


def question(name: str = "q1", text: str = "How long are minutes kept?", **more: Any) -> Any:
    """Return a case that asks a document of its own."""
    says = {"answered": True, "says": [["six years"]]}
    case = {"id": name, "request": {"question": text}, "documents": MINUTES, "expect": says}
    return {**case, "why": "A plain question.", **more}


def judgement(name: str = "j1", label: str = "yes", **more: Any) -> Any:
    """Return a case that lets the judge read an answer; nothing is searched."""
    request = {"question": "How long?", "passages": "Six years.", "answer": f"Six, says {name}."}
    case = {"id": name, "request": request, "expect": {"verdict": label}}
    return {**case, "why": "A plain answer.", **more}


def expecting(
    request: dict[str, Any] | None = None, documents: dict[str, str] | None = None, **expect: Any
) -> EvalCase:
    """Return a case that expects something."""
    fields = {"request": request or {"question": "How long?"}, "documents": documents or {}}
    return EvalCase.model_validate(
        {"id": "q1", "why": "A plain question.", "expect": expect, **fields}
    )


def write_suite(folder: Path, cases: Sequence[Any], **about: Any) -> Suite:
    """Write a suite; it asks the knowledge where nothing else is said."""
    plain = {
        "title": "A tiny suite",
        "about": "Whether it runs.",
        "subject": "skill",
        "skill": "ask_knowledge",
        "day": "2026-11-22",
        "scorers": ["finishes", "answers", "says"],
    }
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "suite.yaml").write_text(json.dumps({**plain, **about}), "utf-8")
    lines = [case if isinstance(case, str) else json.dumps(case) for case in cases]
    (folder / "cases.jsonl").write_text("\n".join(lines) + "\n", "utf-8")
    return Suite(folder)


def asking(root: Path, *cases: Any, **about: Any) -> Suite:
    """Write a suite that asks the knowledge."""
    return write_suite(root / "ask_knowledge", cases or [question()], **about)


def judging(root: Path, *cases: Any, **about: Any) -> Suite:
    """Write a suite of judgements; the quickest there is."""
    settings = {"subject": "judge", "scorers": ["finishes", "agrees"], **about}
    return write_suite(root / "judging", cases or [judgement()], **settings)


def write_by_hand(suite: Suite, name: str, *replies: str) -> Path:
    """Write replies by hand for a case, without keys."""
    calls = tuple(Call(reply=Reply(pieces=(reply,))) for reply in replies)
    path = recording_of(suite, name)
    write_recording(path, Recording(case=name, origin="authored", model=BY_HAND, calls=calls))
    return path


async def record(
    suite: Suite,
    script: Sequence[Any] = (),
    *,
    facts: RecordedModel = FACTS,
    budget: Budget | None = None,
    refresh: bool = False,
) -> Outlay:
    """Record what is wanted, with a model that says what the script tells."""
    model = ScriptedModel(script=list(script))
    with opened(suite) as bench:
        recorder = Recorder(suite, bench, model, facts, lambda: NOW, refresh=refresh)
        wanted = await recorder.wanted()
        outlay = await recorder.record(wanted, budget or Budget(), lambda text: None)
        await recorder.keep_vectors()
    return outlay


async def replay(suite: Suite) -> SuiteResult:
    """Run a suite from its recordings."""
    with opened(suite) as bench:
        return await SuiteRunner(suite, bench).run(replayed(suite))


def edit(path: Path, **fields: Any) -> Recording:
    """Change fields of a recording, as somebody with an editor would, and return it."""
    changed = read_recording(path).model_copy(update=fields)
    write_recording(path, changed)
    return changed


def edit_reply(path: Path, text: str) -> None:
    """Change what the model said first."""
    first, *others = read_recording(path).calls
    reply = first.reply.model_copy(update={"pieces": (text,)})
    edit(path, calls=(first.model_copy(update={"reply": reply}), *others))


def recording_of(suite: Suite, name: str = "q1") -> Path:
    """Return the file of a recording."""
    return suite.folder / "recordings" / f"{name}.json"


async def only_case(suite: Suite) -> CaseResult:
    """Return the result of the only case of a suite."""
    [case] = (await replay(suite)).cases
    return case


def counted(text: str) -> AIMessage:
    """Return a reply with the count a server gives of it."""
    usage = {**COUNT.model_dump(), "total_tokens": COUNT.input_tokens + COUNT.output_tokens}
    return AIMessage(text, usage_metadata=usage)


async def estimate(
    suite: Suite, facts: RecordedModel = FREE, *, refresh: bool = False
) -> tuple[list[str], Estimate]:
    """Return which cases are wanted, and what they will cost."""
    with opened(suite) as bench:
        recorder = Recorder(suite, bench, None, facts, lambda: NOW, refresh=refresh)
        wanted = await recorder.wanted()
        return [case.id for case, _ in wanted], recorder.estimate(wanted)
