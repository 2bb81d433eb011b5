"""Counting tokens without the network."""

from pathlib import Path

import pytest

from copilot.llm.tokens import TokenCount, count_tokens


@pytest.mark.parametrize(("text", "tokens"), [("", 0), ("abcd", 1), ("abcde", 2), ("ääää", 2)])
def test_without_a_vocabulary_bytes_are_counted_and_marked(text: str, tokens: int) -> None:
    count = count_tokens(text, None)
    assert count == TokenCount(tokens, estimated=True)
    assert str(count) == f"~{tokens}"


def test_a_folder_without_the_vocabulary_makes_an_estimate_too(tmp_path: Path) -> None:
    assert count_tokens("abcd", tmp_path).estimated


def test_a_real_count_has_no_mark() -> None:
    assert str(TokenCount(7, estimated=False)) == "7"
