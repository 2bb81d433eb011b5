"""How good search is on evals/retrieval, by words, by meaning and both."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from copilot.analysis.paired import difference
from copilot.analysis.ranking_quality import ndcg, recall
from copilot.evals.case import EvalCase
from copilot.evals.suite import Suite
from copilot.llm.embedder import MiniLM
from copilot.llm.vector_pack import PackedEmbedder, shipped_pack
from copilot.settings import content_root
from copilot.stores.decided import Decided
from copilot.stores.documents import Documents
from copilot.stores.knowledge import Knowledge
from copilot.stores.notes import Notes
from copilot.stores.search import Mode, Search
from copilot.stores.workspace import Workspace
from scripts.bench.row import KEPT, Row

DEPTH = 10
MODES: tuple[Mode, ...] = ("lexical", "dense", "hybrid")
Scores = NDArray[np.float64]


def shipped_knowledge(workspace: Workspace) -> Knowledge:
    """Return the shipped notes and the documents of the workspace."""
    notes = Notes(content_root() / "knowledge")
    documents = Documents(workspace.documents, frozenset(notes.paths))
    return Knowledge(notes, documents, Decided(workspace.decisions))


def shipped_embedder() -> PackedEmbedder:
    """Return the embedder with the vectors of the shipped notes at hand."""
    return PackedEmbedder(MiniLM(), [shipped_pack()])


def rows() -> Iterator[Row]:
    """Yield nDCG@10 and recall@10 of every mode, and what hybrid gains over words alone."""
    yield Row("where from", "", "", "written for this project; no public set")
    with tempfile.TemporaryDirectory() as folder:
        workspace = Workspace(Path(folder) / ".copilot")
        knowledge = shipped_knowledge(workspace)
        search = Search(knowledge, workspace, shipped_embedder(), KEPT / "vectors.sqlite")
        for half, cases in (("test", judged("test")), ("test and dev", judged("test", "dev"))):
            yield from _rows_of(search, f"{half}, {len(cases)} questions", cases)


def _rows_of(search: Search, name: str, cases: list[EvalCase]) -> Iterator[Row]:
    found = {mode: _scores(search, mode, cases) for mode in MODES}
    for mode, scores in found.items():
        gain, recalled = scores.mean(axis=0)
        yield Row(f"{mode} ({name})", f"nDCG@10 {gain:.3f}", "", f"recall@10 {recalled:.3f}")
    gained = difference(found["lexical"][:, 0].tolist(), found["hybrid"][:, 0].tolist())
    yield Row(
        f"hybrid - lexical ({name})",
        f"nDCG@10 {gained.mean:+.3f}",
        ">= +0.03",
        f"95 % interval {gained.low:+.3f} to {gained.high:+.3f}, paired bootstrap",
    )


def judged(*tags: str) -> list[EvalCase]:
    """Return the questions with one of the tags that have an answer in the notes."""
    cases = Suite(content_root() / "evals" / "retrieval").cases
    return [case for case in cases if case.expect.relevant and set(case.tags) & set(tags)]


def _scores(search: Search, mode: Mode, cases: list[EvalCase]) -> Scores:
    """Return (nDCG, recall) of every question, shape (questions, 2)."""
    scores = []
    for case in cases:
        found = search.find(str(case.request["text"]), DEPTH, mode=mode)
        ranked, relevant = [hit.passage.id for hit in found], case.expect.relevant or ()
        scores.append((ndcg(ranked, relevant, DEPTH), recall(ranked, relevant, DEPTH)))
    return np.array(scores)
