"""An opened index: one generation, and the searchers over it."""

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from copilot.analysis.clauses import matching_rows, named_references
from copilot.analysis.fusion import diversify
from copilot.domain.document import FoundPassage
from copilot.stores.generations import Generation
from copilot.stores.lexical import LexicalIndex

if TYPE_CHECKING:
    from copilot.stores.index import DenseIndex

VectorsOf = Callable[[Sequence[str]], NDArray[np.float32]]


class OpenIndex:
    """A generation with its searchers loaded; rows are passage numbers.

    Args:
        generation: What was built.
        dense: Its vectors; None for an index of words only.
    """

    def __init__(self, generation: Generation, dense: "DenseIndex | None") -> None:
        self.generation = generation
        self._dense = dense

    @cached_property
    def _lexical(self) -> LexicalIndex:
        return LexicalIndex.open(self.generation.lexical)

    @cached_property
    def _collections(self) -> NDArray[np.str_]:
        rows = range(self.generation.manifest.count)
        return np.array([self.generation.passage(row).collection for row in rows])

    @cached_property
    def _clauses(self) -> list[tuple[str, ...]]:
        rows = range(self.generation.manifest.count)
        return [self.generation.passage(row).clauses for row in rows]

    def is_whole(self) -> bool:
        """Tell whether every part of it reads and fits the others."""
        count = self.generation.manifest.count
        self._lexical.search("a whole index", 1)
        if count:
            self.generation.passage(count - 1)
        return self._dense is None or self._dense.is_healthy(count)

    def unknown_words(self, query: str) -> tuple[list[str], int]:
        """Return words of the query that no passage has, and how many words it has."""
        return self._lexical.unknown_words(query)

    def by_words(self, query: str, count: int, collection: str | None) -> list[tuple[int, float]]:
        """Return (row, BM25 score), best first."""
        allowed = None if collection is None else self._collections == collection
        return self._lexical.search(query, count, allowed)

    def by_clause(self, query: str, collection: str | None) -> list[tuple[int, float]]:
        """Return rows that explain a clause the query names."""
        rows = matching_rows(query, self._clauses) if named_references(query) else []
        kept = (
            row for row in rows if collection in (None, self.generation.passage(row).collection)
        )
        return [(row, 1.0) for row in kept]

    def by_meaning(
        self, vector: NDArray[np.float32], count: int, collection: str | None
    ) -> list[tuple[int, float]]:
        """Return (row, cosine), best first; none without vectors."""
        if self._dense is None:
            return []
        return self._dense.search(vector, min(count, self.generation.manifest.count), collection)

    def found(
        self, rows: Sequence[tuple[int, float]], similarity: dict[int, float] | None = None
    ) -> list[FoundPassage]:
        """Return the passages of rows, with their scores."""
        nearness = similarity or {}
        return [
            FoundPassage(
                passage=self.generation.passage(row), score=score, similarity=nearness.get(row)
            )
            for row, score in rows
        ]

    def diverse(
        self, rows: Sequence[tuple[int, float]], count: int, vectors_of: VectorsOf
    ) -> list[tuple[int, float]]:
        """Return up to `count` of the rows, those that differ from each other first."""
        texts = [self.generation.passage(row).indexed_text for row, _ in rows]
        keys = [str(row) for row, _ in rows]
        vectors = dict(zip(keys, vectors_of(texts).tolist(), strict=True))
        best = rows[0][1] if rows else 1.0
        relevance = {str(row): score / best for row, score in rows}
        return [(int(key), relevance[key]) for key in diversify(relevance, vectors, count)]
