"""Read facts from a description without any model: phrases, what denies them, and likeness.

A phrase that is denied ("does not score", "without identifying") shows the opposite. What is only
supposed ("the answer could be different if it also ...") shows nothing. The evidence of a fact is
always a verbatim part of the description.
"""

import re
from collections.abc import Callable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from copilot.analysis.sentences import sentences
from copilot.analysis.triage.catalogue import Catalogue, LikenessBook
from copilot.analysis.triage.denial import denies, is_supposed
from copilot.analysis.triage.phrases import compiled, expanded, small
from copilot.analysis.triage.readings import FactPhrases, Reading, Sentence, readings, stated
from copilot.domain.feature import Fact, FeatureFacts
from copilot.domain.review_parts import Disagreement

Vectors = NDArray[np.float32]
Embed = Callable[[Sequence[str]], Vectors]
"""Sentences to unit vectors, one row each."""

_PLAIN = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "\u00a0": " ", "\u2011": "-"})
"""One character for one, so that places stay the same."""
_CLAUSE_END = re.compile(r"[,;:](?=\s)|\s[-–—(](?=[\s\w])")
_SHOWN = 160
"""Characters of evidence shown at most."""


class SignalReader:
    """Reads the facts of a catalogue.

    Args:
        catalogue: The facts and their phrases.
        likeness: What else may show a fact; without it, phrases alone are read.
    """

    def __init__(self, catalogue: Catalogue, likeness: "LikenessReader | None" = None) -> None:
        terms = expanded(catalogue.terms)
        self._phrases = [
            FactPhrases(
                spec,
                *(
                    [compiled(text, terms) for text in phrases]
                    for phrases in (spec.shows, spec.denies, spec.states)
                ),
            )
            for spec in catalogue.facts
        ]
        self._likeness = likeness
        self._last: tuple[str, list[list[Fact]]] | None = None

    def read(self, description: str) -> FeatureFacts:
        """Return every fact the description shows, with the words that show it."""
        return FeatureFacts(facts=tuple(readings[0] for readings in self._read(description)))

    def contradictions(self, description: str) -> tuple[Disagreement, ...]:
        """Return the facts that one sentence shows and another denies; what counts comes first."""
        return tuple(
            Disagreement(fact=readings[0].name, readings=tuple(readings))
            for readings in self._read(description)
            if len(readings) > 1
        )

    def _read(self, description: str) -> list[list[Fact]]:
        """Return the readings of every fact shown; the last description is not read twice."""
        if self._last is None or self._last[0] != description:
            self._last = (description, list(self._readings(description)))
        return self._last[1]

    def _readings(self, description: str) -> Iterator[list[Fact]]:
        text = description.translate(_PLAIN)
        parts = list(placed(text))
        text = small(text)
        alike = self._alike(parts)
        outright = {row.spec.name for row in self._phrases if stated(row, text, parts)}
        for row in self._phrases:
            spec = row.spec
            found = list(readings(row, text, parts)) or alike.get(spec.name, [])
            if found and not (found[0].value == "yes" and outright & set(spec.yields_to)):
                yield [
                    Fact(name=spec.name, value=one.value, evidence=_words(description, parts, one))
                    for one in found
                ]

    def _alike(self, parts: Sequence[Sentence]) -> dict[str, list[Reading]]:
        found = self._likeness.read(parts) if self._likeness else {}
        return {name: [reading] for name, reading in found.items()}


class LikenessReader:
    """Reads facts from sentences that are nearer to ours than to their near misses.

    Args:
        book: Our sentences.
        embed: Gives vectors of sentences.
    """

    def __init__(self, book: LikenessBook, embed: Embed) -> None:
        self._book, self._embed = book, embed
        self._vectors = {
            name: (embed(like.says), embed(like.misses)) for name, like in book.facts.items()
        }

    def read(self, parts: Sequence[Sentence]) -> dict[str, Reading]:
        """Return the facts that sentences without any denial show by likeness."""
        plain = [part for part in parts if not denies(part.text)]
        if not plain:
            return {}
        vectors = self._embed([part.text for part in plain])
        found = {}
        for name, (says, misses) in self._vectors.items():
            near, far = (vectors @ says.T).max(axis=1), (vectors @ misses.T).max(axis=1)
            fits = (near >= self._book.threshold) & (near - far >= self._book.margin)
            if fits.any():
                start, said, _ = plain[int(np.where(fits, near, -1).argmax())]
                found[name] = Reading("yes", start, start + len(said))
        return found

    def nearness(self, description: str) -> dict[str, float]:
        """Return for each fact the cosine between its sayings and the sentence nearest to one."""
        parts = plain_sentences(description)
        if not parts:
            return {}
        vectors = self._embed(parts)
        return {name: float((vectors @ says.T).max()) for name, (says, _) in self._vectors.items()}


def plain_sentences(description: str) -> list[str]:
    """Return the sentences that are read, with plain quotation marks."""
    return [part.text for part in placed(description.translate(_PLAIN))]


def placed(text: str) -> Iterator[Sentence]:
    """Yield the sentences of a text with their places; supposed ones are left out."""
    end = 0
    for said in sentences(text):
        start = text.index(said, end)
        end = start + len(said)
        if not is_supposed(said):
            yield Sentence(start, said, small(said))


def _words(description: str, parts: Sequence[Sentence], reading: Reading) -> str:
    """Return the words of a reading, widened to the clauses they stand in, or what fits of them."""
    sentence = next(
        part for part in parts if part.start <= reading.start < part.start + len(part.text)
    )
    stop = sentence.start + len(sentence.text)
    borders = [
        sentence.start,
        *(sentence.start + mark.end() for mark in _CLAUSE_END.finditer(sentence.text)),
        stop,
    ]
    begin = max(border for border in borders if border <= reading.start)
    end = min(border for border in borders if border >= reading.end)
    if end - begin > _SHOWN:
        begin = max(begin, description.rfind(" ", 0, max(reading.start - 40, 0)) + 1)
        end = min(end, max(reading.end, begin + _SHOWN))
        while end < stop and description[end].isalnum():
            end += 1
    return description[begin:end].strip(" ,;:()\n\t")
