"""Search by words."""

from pathlib import Path

import numpy as np
import pytest

from copilot.stores.lexical import LexicalIndex

TEXTS = ["Prioritise features by reach", "Models drift over time", "A feature drifted away"]


@pytest.fixture
def index(tmp_path: Path) -> LexicalIndex:
    """Return the index of three texts, opened from its folder."""
    LexicalIndex.build(TEXTS, tmp_path)
    return LexicalIndex.open(tmp_path)


def rows(found: list[tuple[int, float]]) -> list[int]:
    return [row for row, _ in found]


def test_inflections_meet_in_their_stem(index: LexicalIndex) -> None:
    assert sorted(rows(index.search("drifting", 10))) == [1, 2]


def test_more_words_in_common_come_first(index: LexicalIndex) -> None:
    assert rows(index.search("drifting features", 10))[0] == 2


@pytest.mark.parametrize("query", ["the of and", "zebra", "!?", ""])
def test_without_a_common_word_nothing_is_found(index: LexicalIndex, query: str) -> None:
    assert index.search(query, 10) == []


def test_rows_that_are_not_allowed_are_left_out(index: LexicalIndex) -> None:
    allowed = np.array([True, True, False])
    assert rows(index.search("drift feature", 10, allowed)) in ([0, 1], [1, 0])


def test_words_that_no_text_has_are_counted(index: LexicalIndex) -> None:
    assert index.unknown_words("the drifting zebra") == (["zebra"], 2)
