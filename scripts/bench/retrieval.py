"""How good search is on evals/retrieval, by words, by meaning and both."""

import json
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from copilot.analysis.ranking_quality import ndcg, recall
from copilot.llm.embedder import MiniLM
from copilot.settings import content_root
from copilot.stores.documents import Documents
from copilot.stores.knowledge import Knowledge
from copilot.stores.notes import Notes
from copilot.stores.search import Mode, Search
from copilot.stores.workspace import Workspace
from scripts.bench.row import KEPT, Row

DEPTH = 10
RESAMPLES = 10_000
SEED = 20261122
MODES: tuple[Mode, ...] = ("lexical", "dense", "hybrid")
Scores = NDArray[np.float64]


def shipped_knowledge(workspace: Workspace) -> Knowledge:
    """Return the shipped notes and the documents of the workspace."""
    notes = Notes(content_root() / "knowledge")
    return Knowledge(notes, Documents(workspace.documents, frozenset(notes.paths)))


def rows() -> Iterator[Row]:
    """Yield nDCG@10 and recall@10 of every mode, and what hybrid gains over words alone."""
    yield Row("where from", "", "", "written for this project; no public set")
    with tempfile.TemporaryDirectory() as folder:
        workspace = Workspace(Path(folder) / ".copilot")
        knowledge = shipped_knowledge(workspace)
        search = Search(knowledge, workspace, MiniLM(), KEPT / "vectors.sqlite")
        for half, cases in (("test half", _cases("test")), ("both halves", _cases("dev", "test"))):
            yield from _rows_of(search, f"{half}, {len(cases)} questions", cases)


def _rows_of(search: Search, name: str, cases: list[dict[str, Any]]) -> Iterator[Row]:
    found = {mode: _scores(search, mode, cases) for mode in MODES}
    for mode, scores in found.items():
        gain, recalled = scores.mean(axis=0)
        yield Row(f"{mode} ({name})", f"nDCG@10 {gain:.3f}", "", f"recall@10 {recalled:.3f}")
    gained = found["hybrid"][:, 0] - found["lexical"][:, 0]
    low, high = _interval(gained)
    yield Row(
        f"hybrid - lexical ({name})",
        f"nDCG@10 {gained.mean():+.3f}",
        ">= +0.03",
        f"95 % interval {low:+.3f} to {high:+.3f}, paired bootstrap",
    )


def _cases(*splits: str) -> list[dict[str, Any]]:
    """Return the questions that have an answer in the notes."""
    lines = (content_root() / "evals" / "retrieval" / "cases.jsonl").read_text("utf-8").splitlines()
    cases = [json.loads(line) for line in lines]
    return [case for case in cases if case["relevant"] and case["split"] in splits]


def _scores(search: Search, mode: Mode, cases: list[dict[str, Any]]) -> Scores:
    """Return (nDCG, recall) of every question, shape (questions, 2)."""
    scores = []
    for case in cases:
        ranked = [hit.passage.id for hit in search.find(case["text"], DEPTH, mode=mode)]
        relevant = case["relevant"]
        scores.append((ndcg(ranked, relevant, DEPTH), recall(ranked, relevant, DEPTH)))
    return np.array(scores)


def _interval(differences: Scores) -> tuple[float, float]:
    draws = np.random.default_rng(SEED).integers(0, len(differences), (RESAMPLES, len(differences)))
    low, high = np.quantile(differences[draws].mean(axis=1), (0.025, 0.975))
    return float(low), float(high)
