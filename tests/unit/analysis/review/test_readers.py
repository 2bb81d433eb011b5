"""Readers of descriptions."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest

from copilot.analysis.harms.patterns import Incident
from copilot.analysis.review.books import ReviewBooks
from copilot.analysis.review.readers import REMEMBERED, Readers, _Remembering
from copilot.analysis.review.reviewer import WORTH_READING, Idea, Reviewer
from copilot.analysis.triage.catalogue import Likeness, LikenessBook
from copilot.analysis.triage.signals import Vectors
from copilot.services import Services
from tests.doubles import WordEmbedder
from tests.unit.reviewing import BANNED, SPELLING, TODAY

LIKENESS = LikenessBook(
    version="1",
    threshold=0.8,
    margin=0.1,
    facts={"infers_emotions": Likeness(says=("moods are told",), misses=("tins are sold",))},
)
INCIDENTS = (
    Incident(id="a#b", title="A", tags=frozenset(), text="robots fell over"),
    Incident(id="c#d", title="C", tags=frozenset(), text="cats were sold"),
)


@pytest.fixture
def readers(books: ReviewBooks) -> Readers:
    """Return readers with our own sentences and incidents, and an embedder that counts words."""
    return Readers(replace(books, likeness=LIKENESS, incidents=INCIDENTS), WordEmbedder().embed)


@pytest.fixture(scope="module")
def likely(books: ReviewBooks) -> Reviewer:
    """Return a reviewer with the shipped embedder."""
    embedder = Services().embedder
    assert embedder is not None
    return Reviewer(books, embedder.embed)


def test_facts_of_the_rules_and_of_the_harms_are_read(reviewer: Reviewer) -> None:
    facts = reviewer.readers.facts("The police rank job applicants; a large language model helps.")
    assert facts.value("law_enforcement") == "yes"
    assert facts.value("uses_generative_model") == "yes"


def test_a_sentence_alike_shows_a_fact_and_says_how_near_it_is(readers: Readers) -> None:
    fact = readers.facts("Hello there. Moods are told.").fact("infers_emotions")
    assert (fact.value, fact.evidence) == ("yes", "Moods are told.")
    assert readers.nearness("Moods are told.")["infers_emotions"] == pytest.approx(1, abs=0.05)


def test_incidents_near_to_a_sentence_are_found(readers: Readers) -> None:
    assert list(readers.near_incidents("Plain. Robots fell over.") or ()) == ["a#b"]
    assert not readers.near_incidents("")


def test_without_an_embedder_nothing_is_near(reviewer: Reviewer) -> None:
    assert reviewer.readers.nearness(BANNED) == {}
    assert not reviewer.readers.near_incidents(BANNED)


def test_a_sentence_is_embedded_once() -> None:
    words = WordEmbedder()
    remembering = _Remembering(words.embed)
    first = remembering.embed(["a", "b", "a"])
    assert np.array_equal(remembering.embed(["a", "b", "a"]), first)
    assert words.embedded == ["a", "b"]


def test_what_is_remembered_stays_bounded() -> None:
    def embed(texts: Sequence[str]) -> Vectors:
        return np.ones((len(texts), 1), dtype=np.float32)

    remembering = _Remembering(embed)
    for number in range(3 * REMEMBERED):
        remembering.embed([str(number), "again"])
    assert len(remembering._known) <= REMEMBERED + 2


def test_a_model_is_asked_for_what_the_words_are_near_to_and_for_nothing_else(
    likely: Reviewer,
) -> None:
    classroom = "A camera above the board notices whether pupils pay attention."
    specs = likely.worth_asking(Idea(classroom), TODAY, 6)
    near = likely.readers.nearness(classroom)
    cosines = [near[spec.name] for spec in specs if spec.name in near]
    assert cosines == sorted(cosines, reverse=True)
    assert min(cosines) >= WORTH_READING
    assert likely.worth_asking(Idea(SPELLING), TODAY, 6) == []


def test_the_review_is_the_same_twice_with_the_embedder(likely: Reviewer) -> None:
    review = likely.review(Idea(BANNED), TODAY)
    assert likely.review(Idea(BANNED), TODAY) == review
    assert review.eu_ai_act.outcome == "prohibited"
    assert all(fact.evidence in BANNED for fact in review.facts if fact.evidence)
