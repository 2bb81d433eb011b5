"""Answers that are alike are put together, in groups small enough to read."""

from collections.abc import Sequence

import numpy as np
import pytest

from copilot.analysis.surveys.themes.features import Matrix
from copilot.analysis.surveys.themes.grouping import alike_groups


def by_first_letter(texts: Sequence[str]) -> Matrix:
    rows = np.zeros((len(texts), 26), dtype=np.float32)
    for row, text in enumerate(texts):
        rows[row, ord(text[0]) - ord("a")] = 1
    return rows


def test_like_answers_share_a_group() -> None:
    texts = ["apple", "bread", "acorn", "bun", "almond", "bean"]
    groups = alike_groups(texts, by_first_letter, 3, seed=1)
    assert sorted(sorted(group) for group in groups) == [[0, 2, 4], [1, 3, 5]]


@pytest.mark.parametrize("size", [2, 5, 8])
def test_no_group_is_larger_than_can_be_read_and_no_answer_comes_twice(size: int) -> None:
    texts = ["a"] * 9 + ["b"] * 4 + ["c"]
    groups = alike_groups(texts, by_first_letter, size, seed=1)
    places = [place for group in groups for place in group]
    assert max(map(len, groups)) <= size
    assert len(places) == len(set(places))


def test_the_same_seed_gives_the_same_groups() -> None:
    texts = [letter * 3 for letter in "abcdefghijkl"]
    first, second = (alike_groups(texts, by_first_letter, 4, seed=7) for _ in range(2))
    assert first == second


@pytest.mark.parametrize("texts", [[], ["alone"]])
def test_one_answer_is_like_nothing(texts: list[str]) -> None:
    assert alike_groups(texts, by_first_letter, 8, seed=1) == []
