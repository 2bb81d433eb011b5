"""Facts that one sentence shows and another denies, and how near a text is to saying a fact."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copilot.analysis.triage.catalogue import Catalogue, FactSpec, Likeness, LikenessBook
from copilot.analysis.triage.signals import LikenessReader, SignalReader
from tests.doubles import WordEmbedder

READER = SignalReader(
    Catalogue(
        version="1",
        facts=(
            FactSpec(name="ranks", group="decision", question="?", shows=("rank* ~ people",)),
            FactSpec(name="exams", group="purpose", question="?", shows=("exams?",), topic=True),
            FactSpec(
                name="harm",
                group="decision",
                question="?",
                shows=("harm*",),
                denies=("little harm",),
            ),
        ),
    )
)
parts = st.sampled_from(
    ["It ranks people.", "It never ranks people.", "Little harm.", "It harms.", "Exams.", "Hm. "]
)


def shown(text: str) -> list[tuple[str, list[tuple[str, str | None]]]]:
    return [
        (row.fact, [(fact.value, fact.evidence) for fact in row.readings])
        for row in READER.contradictions(text)
    ]


def test_sentences_that_differ_are_shown_what_counts_first() -> None:
    assert shown("It never ranks people. Later it ranks people.") == [
        ("ranks", [("yes", "Later it ranks people."), ("no", "It never ranks people.")])
    ]


def test_words_that_show_the_opposite_count_first() -> None:
    assert shown("It harms nobody else. Little harm is known.") == [
        ("harm", [("no", "Little harm is known."), ("yes", "It harms nobody else.")])
    ]


@pytest.mark.parametrize(
    "text",
    [
        "It ranks people. It ranks people again.",
        "It never ranks people.",
        "It does not write exams. It writes exams.",
        "It ranks people, and does little harm.",
        "",
    ],
)
def test_where_nothing_differs_nothing_is_shown(text: str) -> None:
    assert shown(text) == []


def test_one_sentence_does_not_contradict_itself() -> None:
    assert shown("It may harm users, yet little harm is known.") == []


@given(st.lists(parts, max_size=5).map(" ".join))
def test_what_counts_is_what_is_read_and_the_words_are_verbatim(text: str) -> None:
    facts = READER.read(text)
    for row in READER.contradictions(text):
        assert row.readings[0] == facts.fact(row.fact)
        assert len({fact.value for fact in row.readings}) == len(row.readings)
        assert all(fact.evidence and fact.evidence in text for fact in row.readings)


def test_nearness_is_that_of_the_nearest_sentence_and_nothing_for_no_text() -> None:
    likeness = {"ranks": Likeness(says=("people are ranked",), misses=("pears are sold",))}
    book = LikenessBook(version="1", threshold=0.8, margin=0.1, facts=likeness)
    reader = LikenessReader(book, WordEmbedder().embed)
    assert reader.nearness("Hello. People are ranked.")["ranks"] == pytest.approx(1, abs=0.01)
    assert reader.nearness("Hello.")["ranks"] < 0.5
    assert reader.nearness(" ") == {}
