"""Whether facts can be read from a description."""

import pytest

from copilot.analysis.review.legibility import LONG, obstacle, scattered
from tests.unit.reviewing import GERMAN, PLAIN


def test_one_word_is_asked_about() -> None:
    found = obstacle("Spellchecker!")
    assert found is not None
    assert found.startswith("“Spellchecker” is one word: say what it does, for whom,")


def test_an_address_alone_describes_nothing() -> None:
    assert "say what it does" in (obstacle("https://example.com/spec.html") or "")


@pytest.mark.parametrize("text", ["", "  ", "-", "?!", "🙂"])
def test_no_word_at_all_is_asked_about(text: str) -> None:
    assert (obstacle(text) or "").startswith("Nothing is described: say what it does")


def test_another_language_is_named_with_what_to_do() -> None:
    found = obstacle(GERMAN)
    assert found is not None
    assert "another language (de)" in found
    assert found.endswith("Translate it, or state the facts.")


@pytest.mark.parametrize("text", [*PLAIN, "Spell checker"])
def test_nothing_stands_in_the_way_of_plain_english(text: str) -> None:
    assert obstacle(text) is None


def test_a_long_text_is_told_that_its_facts_may_not_belong_together() -> None:
    assert scattered("word " * LONG) is None
    found = scattered("word " * (LONG + 1))
    assert found is not None
    assert found.startswith(f"All {LONG + 1:,} words were read")
