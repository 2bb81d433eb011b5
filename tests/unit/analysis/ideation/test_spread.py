"""How far ideas spread."""

import pytest

from copilot.analysis.ideation.spread import spread
from tests.doubles import WordEmbedder

APART = ["drop the form", "greet guests outside", "staff one worse hour"]


def test_the_distance_is_the_mean_over_all_pairs() -> None:
    found = spread(["a b", "a b", "c d"], 4, {"One": 2, "Two": 1}, WordEmbedder().embed)
    assert found.nearest == pytest.approx(0, abs=0.01)
    assert found.mean_distance == pytest.approx(2 / 3, abs=0.01)
    assert found.removed_share == 0.25
    assert found.by == "meaning"


def test_ideas_that_differ_lie_further_apart_than_ideas_that_do_not() -> None:
    near = ["drop the form", "drop the long form", "drop the paper form"]
    far, close = (spread(texts, 3, {}, None).mean_distance for texts in (APART, near))
    assert far is not None
    assert close is not None
    assert far > close


@pytest.mark.parametrize("texts", [[], ["only one idea"]])
def test_fewer_than_two_ideas_have_no_distance(texts: list[str]) -> None:
    found = spread(texts, 2, {}, None)
    assert (found.mean_distance, found.nearest, found.by) == (None, None, "words")


def test_nothing_written_means_that_nothing_was_removed() -> None:
    assert spread([], 0, {}, None).removed_share == 0
