"""Joining rankings."""

import pytest

from copilot.analysis.fusion import diversify, fuse


def test_reciprocal_ranks_add_up() -> None:
    (first, best), (second, other) = fuse([["a", "b"], ["b"]], constant=10)
    assert (first, second) == ("b", "a")
    assert best == pytest.approx(1 / 12 + 1 / 11)
    assert other == pytest.approx(1 / 11)


def test_a_weight_can_turn_the_order() -> None:
    assert fuse([["a"], ["b"]], [1.0, 2.0])[0][0] == "b"


def test_equal_scores_are_ordered_by_id_so_that_a_search_repeats() -> None:
    assert [key for key, _ in fuse([["b"], ["a"]])] == ["a", "b"]


def test_one_weight_a_ranking_is_wanted() -> None:
    with pytest.raises(ValueError, match="zip"):
        fuse([["a"], ["b"]], [1.0])


def test_a_double_is_passed_over_for_something_new() -> None:
    vectors = {"a": [1.0, 0.0], "twin": [1.0, 0.0], "new": [0.0, 1.0]}
    relevance = {"a": 0.9, "twin": 0.8, "new": 0.5}
    assert diversify(relevance, vectors, 2) == ["a", "new"]
    assert diversify(relevance, vectors, 2, balance=1.0) == ["a", "twin"]


def test_no_more_is_picked_than_there_is() -> None:
    assert diversify({"a": 1.0}, {"a": [1.0]}, 5) == ["a"]
