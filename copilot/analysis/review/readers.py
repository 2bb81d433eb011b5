"""Readers of descriptions: which facts they show, and what they are near to."""

from collections.abc import Sequence
from functools import cached_property

import numpy as np

from copilot.analysis.review.books import ReviewBooks
from copilot.analysis.triage.signals import (
    Embed,
    LikenessReader,
    SignalReader,
    Vectors,
    plain_sentences,
)
from copilot.domain.feature import FeatureFacts
from copilot.domain.review import Disagreement

NEAR_INCIDENT = 0.35
"""Cosine from which an incident is near to a sentence of a description."""
REMEMBERED = 512
"""Sentences whose vectors are kept; one description is read several times over."""


class Readers:
    """Reads descriptions by phrases, and by likeness where there is an embedder.

    Args:
        books: Facts with their phrases, sentences to compare with, incidents.
        embed: Gives vectors of sentences.
    """

    def __init__(self, books: ReviewBooks, embed: Embed | None = None) -> None:
        self._books = books
        self._embed = _Remembering(embed).embed if embed else None

    def facts(self, description: str) -> FeatureFacts:
        """Return the facts that a description shows."""
        own = self._harm_signals.read(description)
        return own.corrected(self._rule_signals.read(description).facts)

    def contradictions(self, description: str) -> tuple[Disagreement, ...]:
        """Return the facts that one sentence shows and another denies."""
        return self._rule_signals.contradictions(description)

    def nearness(self, description: str) -> dict[str, float]:
        """Return how near a description comes to saying each fact; nothing without an embedder."""
        return self._likeness.nearness(description) if self._likeness else {}

    def near_incidents(self, description: str) -> dict[str, float] | None:
        """Return the incidents near to a sentence of the description, with their cosine.

        None where there is no embedder to compare with.
        """
        said = plain_sentences(description)
        if self._embed is None or not said:
            return None
        cosines = (self._embed(said) @ self._incident_vectors.T).max(axis=0)
        near = zip(self._books.incidents, cosines.tolist(), strict=True)
        return {incident.id: cosine for incident, cosine in near if cosine >= NEAR_INCIDENT}

    @cached_property
    def _incident_vectors(self) -> Vectors:
        texts = [incident.text for incident in self._books.incidents]
        return self._embed(texts) if self._embed else np.zeros((len(texts), 0), dtype=np.float32)

    @cached_property
    def _likeness(self) -> LikenessReader | None:
        return LikenessReader(self._books.likeness, self._embed) if self._embed else None

    @cached_property
    def _rule_signals(self) -> SignalReader:
        return SignalReader(self._books.catalogue, self._likeness)

    @cached_property
    def _harm_signals(self) -> SignalReader:
        return SignalReader(self._books.signals)


class _Remembering:
    def __init__(self, embed: Embed) -> None:
        self._compute = embed
        self._known: dict[str, Vectors] = {}

    def embed(self, texts: Sequence[str]) -> Vectors:
        missing = [text for text in dict.fromkeys(texts) if text not in self._known]
        if len(self._known) > REMEMBERED:
            self._known, missing = {}, list(dict.fromkeys(texts))
        if missing:
            self._known |= dict(zip(missing, self._compute(missing), strict=True))
        return np.stack([self._known[text] for text in texts])
