"""Search the knowledge: by words, by meaning, or both fused."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import numpy as np
from numpy.typing import NDArray

from copilot.analysis.fusion import fuse
from copilot.domain.document import FoundPassage, Passage
from copilot.errors import CopilotError, InputError, LogError, WorkspaceBusy
from copilot.stores.generations import SCHEMA, Generation, Generations, Manifest
from copilot.stores.knowledge import Knowledge
from copilot.stores.lexical import LexicalIndex
from copilot.stores.open_index import OpenIndex
from copilot.stores.vector_cache import Embedder, Progress, VectorCache
from copilot.stores.workspace import WAIT_SECONDS, Workspace

if TYPE_CHECKING:
    from copilot.stores.index import DenseIndex

Mode = Literal["hybrid", "dense", "lexical"]
POOL = 50
"""Candidates taken from each searcher before fusion."""
READER_SECONDS = 0.5
"""How long a search waits for a writer when there is an older index to read."""
CLAUSE_WEIGHT, DENSE_WEIGHT, LEXICAL_WEIGHT = 2.0, 1.5, 1.0
"""Chosen on the older questions of evals/retrieval, tagged dev; `test` is for reporting."""


class Search:
    """The searchable knowledge of one workspace.

    Args:
        knowledge: The text of record.
        workspace: Where generations are kept, and whose lock a rebuild takes.
        embedder: None for search by words only.
        vectors: File of vectors already computed.
        server: URL of a Chroma server; None keeps the vectors in the workspace.
    """

    def __init__(
        self,
        knowledge: Knowledge,
        workspace: Workspace,
        embedder: Embedder | None,
        vectors: Path,
        server: str | None = None,
    ) -> None:
        self.notices: list[str] = []
        """What a person should know about the index: rebuilt, stale."""
        self._knowledge = knowledge
        self._workspace = workspace
        self._embedder = embedder
        self._vectors = vectors
        self._server = server
        self._generations = Generations(workspace.index)
        self._open: OpenIndex | None = None

    @property
    def modes(self) -> tuple[Mode, ...]:
        """The modes this search can do."""
        return ("hybrid", "dense", "lexical") if self._embedder else ("lexical",)

    def find(
        self,
        query: str,
        count: int = 10,
        *,
        mode: Mode | None = None,
        collection: str | None = None,
        diverse: bool = False,
    ) -> list[FoundPassage]:
        """Return the passages nearest to the query, best first.

        Args:
            query: Words or a question.
            count: How many at most.
            mode: The best one this search can do where not given.
            collection: Only passages of this knowledge collection.
            diverse: Prefer passages that differ from each other (MMR); needs an embedder.

        Raises:
            InputError: The query is empty, or the mode needs an embedder that is not there.
        """
        wanted = self._checked(query, mode)
        index = self.refreshed()
        if wanted == "lexical":
            return index.found(index.by_words(query, count, collection))
        vector = self._embedded(query)
        by_meaning = index.by_meaning(vector, max(POOL, count), collection)
        if wanted == "dense":
            return index.found(by_meaning[:count], dict(by_meaning))
        by_words = index.by_words(query, max(POOL, count), collection)
        rows = _fused(index.by_clause(query, collection), by_meaning, by_words)
        if diverse:
            rows = index.diverse(rows[: count * 4], count, self._vectors_of)
        return index.found(rows[:count], dict(by_meaning))

    def refreshed(self, progress: Progress | None = None) -> OpenIndex:
        """Return the index for the knowledge as it is now, rebuilding it where it is not."""
        corpus = self._knowledge.fingerprint()
        if self._open and self._open.generation.manifest.corpus == corpus:
            return self._open
        self._open = self._opened(corpus) or self._rebuilt_or_stale(corpus, progress)
        return self._open

    def take_notices(self) -> list[str]:
        """Return what a person should know about the index, once."""
        notices, self.notices = list(dict.fromkeys(self.notices)), []
        return notices

    def unknown_share(self, query: str) -> float:
        """Return the share of the query's content words that no passage has, 0 to 1."""
        unknown, words = self.refreshed().unknown_words(query)
        return len(unknown) / words if words else 1.0

    def rebuild(self, progress: Progress | None = None) -> Manifest:
        """Build the index anew from the text of record and return its manifest."""
        with self._workspace.writing():
            self._open = self._build(self._knowledge.fingerprint(), progress)
        return self._open.generation.manifest

    def is_healthy(self) -> bool:
        """Tell whether the index on disk fits the knowledge and is whole."""
        return self._opened(self._knowledge.fingerprint()) is not None

    def _checked(self, query: str, mode: Mode | None) -> Mode:
        if not query.strip():
            raise InputError(
                "The query is empty.", hint="pm-copilot knowledge search 'human oversight'"
            )
        wanted = mode or self.modes[0]
        if wanted not in self.modes:
            raise InputError(
                f"Search mode {wanted!r} needs an embedder; here is only: {', '.join(self.modes)}.",
                hint="Use --mode lexical, or set embedder = 'minilm'.",
            )
        return wanted

    def _rebuilt_or_stale(self, corpus: str, progress: Progress | None) -> OpenIndex:
        """Rebuild; while another process writes, read the generation before."""
        wait = READER_SECONDS if self._generations.current() else WAIT_SECONDS
        try:
            with self._workspace.writing(wait):
                opened = self._opened(corpus)
                if opened:
                    return opened
                damaged = self._fitting(corpus) is not None
                built = self._build(corpus, progress)
        except WorkspaceBusy:
            stale = self._generations.current()
            if stale is None:
                raise
            self.notices.append("Another process is writing; the index may be behind by a little.")
            return OpenIndex(stale, self._dense(stale))
        if damaged:
            self.notices.append("The index was damaged and has been rebuilt; no text was lost.")
        return built

    def _opened(self, corpus: str) -> OpenIndex | None:
        """Return the current index if it fits the knowledge and is whole."""
        generation = self._fitting(corpus)
        if generation is None:
            return None
        try:
            opened = OpenIndex(generation, self._dense(generation))
            return opened if opened.is_whole() else None
        except (LogError, OSError, ValueError, EOFError, IndexError):
            return None

    def _fitting(self, corpus: str) -> Generation | None:
        generation = self._generations.current()
        if generation is None:
            return None
        wanted = self._manifest(corpus, generation.manifest.count)
        return generation if generation.manifest == wanted else None

    def _manifest(self, corpus: str, count: int) -> Manifest:
        name = self._embedder.name if self._embedder else "none"
        dimension = self._embedder.dimension if self._embedder else 0
        return Manifest(
            schema_version=SCHEMA, embedder=name, dimension=dimension, corpus=corpus, count=count
        )

    def _build(self, corpus: str, progress: Progress | None) -> OpenIndex:
        passages = list(self._knowledge.all_passages())
        self.notices += filter(None, [self._knowledge.decided.trouble])
        texts = [passage.indexed_text for passage in passages]
        generation = self._generations.start(self._manifest(corpus, len(passages)))
        try:
            generation.write_passages(passages)
            LexicalIndex.build(texts, generation.lexical)
            dense = self._build_dense(generation, passages, texts, progress)
            self._generations.publish(generation)
        except OSError as error:
            self._generations.discard(generation, error)
            raise
        except CopilotError:
            self._generations.discard(generation)
            raise
        return OpenIndex(generation, dense)

    def _build_dense(
        self,
        generation: Generation,
        passages: Sequence[Passage],
        texts: Sequence[str],
        progress: Progress | None,
    ) -> "DenseIndex | None":
        if self._embedder is None:
            return None
        from copilot.stores.index import DenseIndex

        vectors = VectorCache(self._vectors, self._embedder).vectors(texts, progress)
        collections = [passage.collection for passage in passages]
        return DenseIndex.build(vectors, collections, self._home(generation))

    def _dense(self, generation: Generation) -> "DenseIndex | None":
        if generation.manifest.embedder == "none":
            return None
        from copilot.stores.index import DenseIndex

        return DenseIndex.open(self._home(generation))

    def _home(self, generation: Generation) -> str:
        if self._server:
            return f"{self._server.rstrip('/')}/pm-copilot-{generation.folder.name}"
        return str(generation.dense)

    def _embedded(self, text: str) -> NDArray[np.float32]:
        if self._embedder is None:
            raise InputError("Search by meaning needs an embedder.", hint="--mode lexical")
        vector: NDArray[np.float32] = self._embedder.embed([text])[0]
        return vector

    def _vectors_of(self, texts: Sequence[str]) -> NDArray[np.float32]:
        if self._embedder is None:
            raise InputError("Diversity needs an embedder.", hint="--mode lexical")
        return VectorCache(self._vectors, self._embedder).vectors(texts)


def _fused(*searchers: Sequence[tuple[int, float]]) -> list[tuple[int, float]]:
    rankings = [[str(row) for row, _ in rows] for rows in searchers]
    fused = fuse(rankings, [CLAUSE_WEIGHT, DENSE_WEIGHT, LEXICAL_WEIGHT])
    return [(int(row), score) for row, score in fused]
