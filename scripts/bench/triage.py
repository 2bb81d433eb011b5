"""How well the legal triage without a model does on worked examples, and how fast it is.

The examples served to write the phrases, so their plain figures flatter. Cross-validated
means: a phrase that only examples of the fold at hand show is taken away before that fold is read,
as if those examples had never been seen. What a phrase owes to an example beside others stays, so
these figures flatter too, but less. `unclear` counts as wrong.
"""

import json
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from time import perf_counter
from typing import NamedTuple

from copilot.analysis.review.citations import cited
from copilot.analysis.review.reviewer import Idea, Reviewer
from copilot.analysis.triage.catalogue import Catalogue
from copilot.analysis.triage.outcome import decide
from copilot.analysis.triage.phrases import Phrase, compiled, expanded, small
from copilot.analysis.triage.signals import Embed, LikenessReader, SignalReader
from copilot.domain.review import Outcome
from copilot.llm.embedder import MiniLM
from copilot.llm.vector_pack import PackedEmbedder, shipped_pack
from copilot.settings import content_root
from copilot.stores.notes import Notes
from copilot.stores.review_books import read_review_books
from copilot.stores.rulebook import Rulebook
from scripts.bench.row import Row

CLASSES = ("exempt", "high_risk", "not_high_risk")
FOLDS = 5
FLAGGED = ("prohibited", "high_risk")
DAY = date(2026, 11, 23)
MANY = 1_000
ETHICS = content_root() / "knowledge" / "ethics"


class Judged(NamedTuple):
    """What was expected of a description, and what came out."""

    expected: str
    found: Outcome


def rows() -> Iterator[Row]:
    """Yield figures by phrases alone and with likeness, then speed."""
    book = Rulebook(ETHICS / "rules")
    examples = read(ETHICS / "examples" / "commission-2026.jsonl")
    phrases = SignalReader(book.catalogue)
    alike = SignalReader(book.catalogue, LikenessReader(book.likeness, MiniLM().embed))
    for name, reader in (("phrases", phrases), ("phrases and likeness", alike)):
        yield from figures(name, judged(reader, book, examples))
    yield from figures(f"{FOLDS}-fold", cross_validated(book, examples))
    yield speed("phrases and likeness", alike, book, examples)
    yield review_speed(examples)


def read(path: Path) -> list[dict[str, str]]:
    """Return the examples of a file, one a line."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def judged(
    reader: SignalReader, book: Rulebook, examples: Sequence[dict[str, str]]
) -> list[Judged]:
    """Return what comes out for every example."""
    return [
        Judged(row["expected"], decide(reader.read(row["description"]), book.rules, DAY).outcome)
        for row in examples
    ]


def cross_validated(book: Rulebook, examples: Sequence[dict[str, str]]) -> list[Judged]:
    """Return what comes out for every example without the phrases that its fold alone shows."""
    shown = shown_by(book.catalogue, [row["description"] for row in examples])
    results: list[Judged] = []
    for fold in range(FOLDS):
        held_out = set(range(fold, len(examples), FOLDS))
        own = {text for text, places in shown.items() if places and places <= held_out}
        reader = SignalReader(without(book.catalogue, own))
        results += judged(reader, book, [examples[place] for place in sorted(held_out)])
    return results


def shown_by(catalogue: Catalogue, texts: Sequence[str]) -> dict[str, set[int]]:
    """Return for every phrase the places of the texts that have it."""
    terms = expanded(catalogue.terms)
    phrases = {
        text for spec in catalogue.facts for text in (*spec.shows, *spec.states, *spec.denies)
    }
    made = {text: compiled(text, terms) for text in phrases}
    return {
        text: {place for place, read in enumerate(texts) if has(phrase, read)}
        for text, phrase in made.items()
    }


def has(phrase: Phrase, text: str) -> bool:
    """Return whether a text has a phrase and what must be said beside it."""
    parts = (phrase.look_for, *phrase.beside, *phrase.anywhere)
    return all(part.search(small(text)) for part in parts)


def without(catalogue: Catalogue, phrases: set[str]) -> Catalogue:
    """Return the catalogue without some phrases."""
    facts = tuple(
        spec.model_copy(
            update={
                "shows": tuple(text for text in spec.shows if text not in phrases),
                "states": tuple(text for text in spec.states if text not in phrases),
                "denies": tuple(text for text in spec.denies if text not in phrases),
            }
        )
        for spec in catalogue.facts
    )
    return catalogue.model_copy(update={"facts": facts})


def figures(name: str, results: Sequence[Judged]) -> Iterator[Row]:
    """Yield macro-F1 and over-flagging of Annex III, and accuracy of the bans."""
    uses = [result for result in results if result.expected in CLASSES]
    negatives = [result for result in uses if result.expected != "high_risk"]
    bans = [result for result in results if result.expected.endswith("prohibited")]
    flagged = sum(result.found in FLAGGED for result in negatives)
    right = sum((b.expected == "prohibited") == (b.found == "prohibited") for b in bans)
    yield Row(
        f"Annex III, {name}", f"macro-F1 {macro_f1(uses):.3f}", ">= 0.70", f"{len(uses)} rows"
    )
    yield Row(f"over-flagging, {name}", f"{flagged} of {len(negatives)}", "<= 30 %")
    yield Row(f"bans, {name}", f"{right} of {len(bans)}", ">= 80 %")


def macro_f1(results: Sequence[Judged]) -> float:
    """Return the mean over the three classes of F1; other outcomes are wrong in every class."""
    return sum(_f1(results, name) for name in CLASSES) / len(CLASSES)


def _f1(results: Sequence[Judged], name: str) -> float:
    hits = sum(result.expected == result.found == name for result in results)
    said = sum((result.expected == name) + (result.found == name) for result in results)
    return 2 * hits / said if said else 0.0


def speed(
    name: str, reader: SignalReader, book: Rulebook, examples: Sequence[dict[str, str]]
) -> Row:
    """Return how long many descriptions take."""
    many = [examples[number % len(examples)] for number in range(MANY)]
    begun = perf_counter()
    judged(reader, book, many)
    return Row(f"{MANY:,} descriptions, {name}", f"{perf_counter() - begun:.1f} s", "<= 60 s")


def review_speed(examples: Sequence[dict[str, str]]) -> Row:
    """Return how long whole reviews take, citations included and nothing read twice."""
    reviewer = Reviewer(read_review_books(Notes(content_root() / "knowledge")), fresh_embed())
    many = [examples[number % len(examples)]["description"] for number in range(MANY)]
    begun = perf_counter()
    for number, text in enumerate(many):
        review = reviewer.review(Idea(f"{text} Variant {number}."), DAY)
        cited(review, reviewer.books.passages)
    return Row(f"{MANY:,} whole reviews", f"{perf_counter() - begun:.1f} s", "<= 60 s")


def fresh_embed() -> Embed:
    """Return the shipped embedder; it packs what ships and computes every other sentence."""
    return PackedEmbedder(MiniLM(), [shipped_pack()]).embed
