"""Sentences to choose from."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copilot.analysis.sentences import gathered, listed, numbered, sentences
from tests.doubles import passage

LAW = passage("One is banned. Two is allowed.", id="law#ban", title="Law")
RICE = passage("Three ranks.", id="rice#formula", title="RICE")


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("It is banned. It was not.", ["It is banned.", "It was not."]),
        (
            "See Art. 5 and e.g. Annex III. Then stop.",
            ["See Art. 5 and e.g. Annex III.", "Then stop."],
        ),
        ("J. Smith said so! Why?", ["J. Smith said so!", "Why?"]),
        ("- one\n- two", ["- one", "- two"]),
        ("A score of 3.5 is low.", ["A score of 3.5 is low."]),
        (" \n", []),
    ],
)
def test_sentences_end_where_a_reader_ends_them(text: str, parts: list[str]) -> None:
    assert sentences(text) == parts


@given(st.text(alphabet="ab A.!?\n1"))
def test_no_word_is_lost_between_sentences(text: str) -> None:
    assert " ".join(sentences(text)).split() == text.split()


def test_sentences_are_numbered_under_the_titles_of_their_passages() -> None:
    assert listed(numbered([LAW, RICE])) == (
        "# Law\n1. One is banned.\n2. Two is allowed.\n\n# RICE\n3. Three ranks."
    )


def test_chosen_sentences_become_a_paragraph_a_passage_with_its_id() -> None:
    choices = numbered([LAW, RICE])
    assert gathered(choices, [3, 2, 1, 3]) == (
        "Three ranks. [rice#formula]\n\nOne is banned. Two is allowed. [law#ban]"
    )
