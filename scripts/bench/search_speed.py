"""How fast a warm hybrid search is over 10,000 passages.

The shipped passages are embedded for real. The others are sentences of theirs, put together
anew; their vectors are those of single sentences with some noise, since embedding them would
take minutes and the index cannot tell. Questions are embedded for real, every time.
"""

import random
import re
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter

import numpy as np
from numpy.typing import NDArray

from copilot.domain.document import Passage
from copilot.evals.suite import Suite
from copilot.llm.embedder import MiniLM
from copilot.settings import content_root
from copilot.stores.knowledge import Knowledge
from copilot.stores.search import Search
from copilot.stores.workspace import Workspace
from scripts.bench.retrieval import shipped_embedder, shipped_knowledge
from scripts.bench.row import KEPT, Row

PASSAGES = 10_000
QUERIES = 200
ROUNDS = 5
CENTRES = 500
"""Sentences embedded for real, near which the recombined passages lie."""
NOISE = 0.03
"""Standard deviation a dimension: a cosine of about 0.86 to the sentence."""
SEED = 20261122
MARK = re.compile(r"Synthetic \d+ near (\d+)")


class GrownKnowledge(Knowledge):
    """The shipped notes and as many recombined passages as are missing to 10,000."""

    def all_passages(self) -> Iterator[Passage]:
        """Yield the shipped passages, then the recombined ones; the same every time."""
        shipped = list(super().all_passages())
        yield from shipped
        pool, chance = self.sentences(), random.Random(SEED)
        for number in range(PASSAGES - len(shipped)):
            title = f"Synthetic {number} near {chance.randrange(CENTRES)}"
            text = " ".join(chance.sample(pool, 6))
            yield Passage(id=f"synthetic#{number}", document="synthetic", title=title, text=text)

    def sentences(self) -> list[str]:
        """Return the sentences of the shipped passages."""
        texts = (passage.text for passage in super().all_passages())
        return [sentence for text in texts for sentence in re.split(r"(?<=[.!?])\s+", text)]


class NearbyVectors:
    """The real embedder for questions and shipped passages; a stand-in for recombined ones.

    Args:
        sentences: Where the centres are drawn from.
    """

    name = MiniLM.name
    dimension = MiniLM.dimension

    def __init__(self, sentences: Sequence[str]) -> None:
        self._real = shipped_embedder()
        self._centres = self._real.embed(random.Random(SEED).sample(sentences, CENTRES))
        self._chance = np.random.default_rng(SEED)

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return one unit vector a text, in order."""
        return np.stack([self._vector(text) for text in texts]).astype(np.float32)

    def _vector(self, text: str) -> NDArray[np.float32]:
        mark = MARK.match(text)
        if mark is None:
            real: NDArray[np.float32] = self._real.embed([text])[0]
            return real
        vector = self._centres[int(mark[1])] + self._chance.normal(0, NOISE, self.dimension)
        unit: NDArray[np.float32] = vector / np.linalg.norm(vector)
        return unit


def rows() -> Iterator[Row]:
    """Yield the time to build the index and to search it."""
    with tempfile.TemporaryDirectory() as folder:
        workspace = Workspace(Path(folder) / ".copilot")
        shipped = shipped_knowledge(workspace)
        knowledge = GrownKnowledge(shipped.notes, shipped.documents, shipped.decided)
        real = len(list(shipped.all_passages()))
        vectors = Path(folder) / "vectors.sqlite"
        shutil.copy(KEPT / "vectors.sqlite", vectors)
        search = Search(knowledge, workspace, NearbyVectors(knowledge.sentences()), vectors)
        start = perf_counter()
        search.refreshed()
        remark = f"{real} shipped passages (vectors kept), the rest stand-ins"
        yield Row(f"build, {PASSAGES} passages", f"{perf_counter() - start:.1f} s", "", remark)
        yield from _searched(search, _questions(knowledge))


def _searched(search: Search, questions: list[str]) -> Iterator[Row]:
    search.find(questions[0])
    rounds = [[_milliseconds(search, one) for one in questions] for _ in range(ROUNDS)]
    typical = median(median(times) for times in rounds)
    slow = median(quantiles(times, n=20)[-1] for times in rounds)
    remark = f"{QUERIES} questions, median of {ROUNDS} rounds, embedding included"
    yield Row("hybrid search, median", f"{typical:.1f} ms", "<= 30 ms", remark)
    yield Row("hybrid search, p95", f"{slow:.1f} ms", "", remark)


def _questions(knowledge: GrownKnowledge) -> list[str]:
    """Return the questions of evals/retrieval, filled up with sentences of the notes."""
    cases = Suite(content_root() / "evals" / "retrieval").cases
    asked = [str(case.request["text"]) for case in cases]
    more = random.Random(SEED).sample(
        [one for one in knowledge.sentences() if one.strip()], QUERIES
    )
    return [*asked, *more][:QUERIES]


def _milliseconds(search: Search, question: str) -> float:
    start = perf_counter()
    search.find(question)
    return (perf_counter() - start) * 1000
