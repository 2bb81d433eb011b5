"""The reader of signals."""

from collections.abc import Sequence

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from copilot.analysis.triage.catalogue import Catalogue, FactSpec, Likeness, LikenessBook
from copilot.analysis.triage.signals import LikenessReader, SignalReader, Vectors

CATALOGUE = Catalogue(
    version="1",
    facts=(
        FactSpec(name="ranks", group="decision", question="?", shows=("rank* ~ people",)),
        FactSpec(
            name="school",
            group="actor",
            question="?",
            shows=("schools?",),
            deniable=False,
        ),
        FactSpec(name="exams", group="purpose", question="?", shows=("exams?",), topic=True),
        FactSpec(
            name="harm", group="decision", question="?", shows=("harm*",), denies=("little harm",)
        ),
    ),
)
READER = SignalReader(CATALOGUE)


def embed(texts: Sequence[str]) -> Vectors:
    """Return vectors that count two letters, made one long."""
    counts = np.array([[1e-6 + t.count("x"), 1e-6 + t.count("y")] for t in texts], np.float32)
    unit: Vectors = counts / np.linalg.norm(counts, axis=1, keepdims=True)
    return unit


def test_a_phrase_shows_a_fact_with_its_words() -> None:
    fact = READER.read("Nice tool. It ranks all people here.").fact("ranks")
    assert (fact.value, fact.evidence) == ("yes", "It ranks all people here.")


def test_a_denied_phrase_shows_the_opposite() -> None:
    assert READER.read("It never ranks any people.").value("ranks") == "no"


def test_where_denial_says_nothing_the_fact_stays_unknown() -> None:
    assert READER.read("There is no school.").value("school") == "unknown"


def test_denial_does_not_hide_what_a_text_is_about_and_the_topic_is_shown() -> None:
    assert READER.read("It never grades exams.").value("exams") == "yes"


def test_words_that_show_the_opposite_win() -> None:
    assert READER.read("It may harm users. Little harm is known.").value("harm") == "no"


def test_words_that_show_the_opposite_count_for_nothing_where_they_are_denied() -> None:
    assert READER.read("It may harm users. Not little harm is known.").value("harm") == "yes"


def test_what_a_human_does_is_not_read_as_done_by_the_machine() -> None:
    assert READER.read("The officer alone ranks the people.").value("ranks") == "unknown"


def test_an_affirmed_phrase_wins_over_a_denied_one() -> None:
    said = "It does not rank people at first. Later it ranks people."
    assert READER.read(said).value("ranks") == "yes"


def test_curly_quotes_do_not_hide_a_denial_and_stay_in_the_evidence() -> None:
    fact = READER.read("It doesn’t rank people.").fact("ranks")
    assert (fact.value, fact.evidence) == ("no", "It doesn’t rank people.")


@given(st.text(alphabet="aehrnks pol.,;’\n", max_size=60), st.text(max_size=30))
def test_evidence_is_always_a_verbatim_part(before: str, after: str) -> None:
    said = f"{before} ranks people {after}"
    assert all(fact.evidence and fact.evidence in said for fact in READER.read(said).facts)


def test_a_long_sentence_is_quoted_in_part() -> None:
    said = f"It {'really ' * 60}ranks people{' every day' * 60}."
    evidence = READER.read(said).fact("ranks").evidence
    assert evidence is not None
    assert evidence in said
    assert len(evidence) < 300


def test_nothing_is_read_from_nothing() -> None:
    assert READER.read("").facts == ()


def test_likeness_shows_what_phrases_miss_and_a_near_miss_does_not() -> None:
    likeness = {"ranks": Likeness(says=("xxx",), misses=("yyy",))}
    book = LikenessBook(version="1", threshold=0.8, margin=0.1, facts=likeness)
    reader = SignalReader(CATALOGUE, LikenessReader(book, embed))
    assert reader.read("Plain. Axx.").fact("ranks").evidence == "Axx."
    assert reader.read("yy.").value("ranks") == "unknown"
    assert reader.read("not xx.").value("ranks") == "unknown"
