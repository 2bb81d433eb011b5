"""Words found again in the answer they were copied from."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copilot.analysis.surveys.spans import MOST_PARTS, found_span, parts


@pytest.mark.parametrize(
    ("words", "text", "found"),
    [
        ("finds nothing", "It finds  nothing.", "finds  nothing"),
        ('"It Finds"', "it finds it", "it finds"),
        ("a.c", "abc", ""),
        ("too dear", "it is cheap", ""),
        ("  ", "anything", ""),
        ("“”", "anything", ""),
    ],
)
def test_blanks_and_capitals_do_not_matter_and_letters_do(
    words: str, text: str, found: str
) -> None:
    assert found_span(words, text) == found


@given(st.text(), st.text())
def test_what_is_found_stands_in_the_text(words: str, text: str) -> None:
    assert found_span(words, text) in text


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("it is slow", ["it is slow"]),
        ("it is slow. and it costs a lot", ["it is slow. and it costs a lot"]),
        ("it is very slow. and it costs a lot", ["it is very slow.", "and it costs a lot"]),
        ("good for teaching\r\nslow to start up", ["good for teaching", "slow to start up"]),
        ("The search is poor. No.", ["The search is poor. No."]),
        ("", []),
    ],
)
def test_an_answer_is_read_sentence_by_sentence(text: str, read: list[str]) -> None:
    assert parts(text) == read


@given(st.text(alphabet="ab. \n!", max_size=300))
def test_parts_are_few_and_nothing_but_blanks_lies_between_them(text: str) -> None:
    found = parts(text)
    assert len(found) <= MOST_PARTS
    assert "".join("".join(found).split()) == "".join(text.split())
    assert all(part in text for part in found)
