"""Read facts from a description without any model: phrases, what denies them, and likeness.

A phrase that is denied ("does not score", "without identifying") shows the opposite. What is only
supposed ("the answer could be different if it also ...") shows nothing. The evidence of a fact is
always a verbatim part of the description.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from copilot.analysis.sentences import sentences
from copilot.analysis.triage.catalogue import Catalogue, FactSpec, LikenessBook
from copilot.analysis.triage.denial import (
    denies,
    is_denied,
    is_human_work,
    is_lifted,
    is_supposed,
)
from copilot.analysis.triage.phrases import Phrase, compiled, expanded, small
from copilot.domain.feature import Fact, FactValue, FeatureFacts
from copilot.domain.review_parts import Disagreement

Vectors = NDArray[np.float32]
Embed = Callable[[Sequence[str]], Vectors]
"""Sentences to unit vectors, one row each."""

_PLAIN = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "\u00a0": " ", "\u2011": "-"})
"""One character for one, so that places stay the same."""
_CLAUSE_END = re.compile(r"[,;:](?=\s)|\s[-–—(](?=[\s\w])")
_DONE = ("decision", "purpose")
"""Groups of facts about what is done: it counts only where no human does it."""
_SHOWN = 160
"""Characters of evidence shown at most."""


class Sentence(NamedTuple):
    """A sentence and where it begins in the description."""

    start: int
    text: str
    """With plain quotation marks, as long as the original."""
    low: str
    """The same in small letters, in which phrases are looked for."""


class _Match(NamedTuple):
    sentence: Sentence
    start: int
    end: int


class _Reading(NamedTuple):
    value: FactValue
    start: int
    end: int


class SignalReader:
    """Reads the facts of a catalogue.

    Args:
        catalogue: The facts and their phrases.
        likeness: What else may show a fact; without it, phrases alone are read.
    """

    def __init__(self, catalogue: Catalogue, likeness: "LikenessReader | None" = None) -> None:
        terms = expanded(catalogue.terms)
        self._phrases = [
            (
                spec,
                [compiled(text, terms) for text in spec.shows],
                [compiled(text, terms) for text in spec.denies],
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
        for spec, yes, no in self._phrases:
            readings = list(_readings(spec, yes, no, text, parts)) or alike.get(spec.name, [])
            if readings:
                yield [
                    Fact(name=spec.name, value=one.value, evidence=_words(description, parts, one))
                    for one in readings
                ]

    def _alike(self, parts: Sequence[Sentence]) -> dict[str, list[_Reading]]:
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

    def read(self, parts: Sequence[Sentence]) -> dict[str, _Reading]:
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
                found[name] = _Reading("yes", start, start + len(said))
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


def _readings(
    spec: FactSpec,
    yes: Iterable[Phrase],
    no: Iterable[Phrase],
    text: str,
    parts: Sequence[Sentence],
) -> Iterator[_Reading]:
    """Yield what counts, then the opposite where another sentence says so."""
    against = next((match for match in _found(no, text, parts) if _stands(match)), None)
    shown, denied = _first_shown(spec, yes, text, parts)
    candidates: tuple[tuple[FactValue, _Match | None], ...] = (
        ("no", against),
        ("yes", shown),
        ("no", denied),
    )
    found = [(value, match) for value, match in candidates if match]
    for value, match in found[:1]:
        yield _placed(value, match)
    for value, match in found[1:]:
        if value != found[0][0] and match.sentence != found[0][1].sentence:
            yield _placed(value, match)


def _first_shown(
    spec: FactSpec, phrases: Iterable[Phrase], text: str, parts: Sequence[Sentence]
) -> tuple[_Match | None, _Match | None]:
    """Return the first match that shows the fact, and the first that is denied before it."""
    denied = None
    for match in _found(phrases, text, parts):
        if spec.group in _DONE and not spec.topic and _is_human_work(match):
            continue
        if spec.topic or not is_denied(match.sentence.text, match.start, match.end):
            return match, denied
        denied = denied or (match if spec.deniable else None)
    return None, denied


def _stands(match: _Match) -> bool:
    """Return whether words that show the opposite are not denied themselves."""
    text = match.sentence.text
    return denies(text[match.start : match.end]) or not is_lifted(text, match.start, match.end)


def _is_human_work(match: _Match) -> bool:
    return is_human_work(match.sentence.text, match.start, match.end)


def _placed(value: FactValue, match: _Match) -> _Reading:
    return _Reading(value, match.sentence.start + match.start, match.sentence.start + match.end)


def _found(phrases: Iterable[Phrase], text: str, parts: Sequence[Sentence]) -> Iterator[_Match]:
    for phrase in phrases:
        if not phrase.look_for.search(text):
            continue
        if not all(other.search(text) for other in phrase.anywhere):
            continue
        for sentence in parts:
            if all(other.search(sentence.low) for other in phrase.beside):
                for match in phrase.look_for.finditer(sentence.low):
                    yield _Match(sentence, match.start(), match.end())


def _words(description: str, parts: Sequence[Sentence], reading: _Reading) -> str:
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
