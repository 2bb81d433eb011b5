"""Words found again in the answer they were copied from."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copilot.analysis.surveys.spans import found_span


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
