"""Search by words: BM25 with an English Snowball stemmer. The only room of bm25s."""

from collections.abc import Sequence
from pathlib import Path

import bm25s
import numpy as np
import Stemmer
from numpy.typing import NDArray


class LexicalIndex:
    """A BM25 index over the texts of one generation; rows are passage numbers."""

    def __init__(self, ranker: bm25s.BM25) -> None:
        self._ranker = ranker
        self._stemmer = Stemmer.Stemmer("english")

    @classmethod
    def build(cls, texts: Sequence[str], folder: Path) -> "LexicalIndex":
        """Index the texts and keep the index in a folder."""
        stemmer = Stemmer.Stemmer("english")
        tokens = bm25s.tokenize(list(texts), stopwords="en", stemmer=stemmer, show_progress=False)
        ranker = bm25s.BM25()
        ranker.index(tokens, show_progress=False)
        ranker.save(folder)
        return cls(ranker)

    @classmethod
    def open(cls, folder: Path) -> "LexicalIndex":
        """Open an index kept in a folder."""
        return cls(bm25s.BM25.load(folder))

    def unknown_words(self, query: str) -> tuple[list[str], int]:
        """Return words of the query that no passage has, and how many content words it has."""
        tokens = bm25s.tokenize(
            [query], stopwords="en", stemmer=None, return_ids=False, show_progress=False
        )
        words = tokens[0] if len(tokens) else []
        stems = zip(words, self._stemmer.stemWords(list(words)), strict=True)
        vocabulary = self._ranker.vocab_dict
        return [word for word, stem in stems if stem not in vocabulary], len(words)

    def search(
        self, query: str, count: int, allowed: NDArray[np.bool_] | None = None
    ) -> list[tuple[int, float]]:
        """Return (row, BM25 score) of passages that share a word with the query, best first.

        Args:
            query: Plain words.
            count: How many at most.
            allowed: True for rows that may be returned; all where not given.
        """
        tokens = bm25s.tokenize(
            [query], stopwords="en", stemmer=self._stemmer, return_ids=False, show_progress=False
        )
        if not tokens[0]:
            return []
        scores = self._ranker.get_scores(tokens[0])
        if allowed is not None:
            scores = np.where(allowed, scores, 0.0)
        rows = np.argsort(-scores, kind="stable")[:count]
        return [(int(row), float(scores[row])) for row in rows if scores[row] > 0]
