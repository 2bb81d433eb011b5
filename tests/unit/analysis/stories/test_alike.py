"""Pairs of alike sets, found without comparing all."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from copilot.analysis.stories.alike import alike, jaccard

word_sets = st.lists(st.frozensets(st.sampled_from("abcdefgh"), max_size=6), max_size=12)


@given(word_sets, st.sampled_from([0.3, 0.5, 0.8, 1.0]))
def test_all_pairs_that_reach_the_threshold_are_found_once(
    sets: list[frozenset[str]], threshold: float
) -> None:
    found = list(alike(sets, threshold))
    wanted = {
        (first, second)
        for first, second in combinations(range(len(sets)), 2)
        if jaccard(sets[first], sets[second]) >= threshold
    }
    assert len(found) == len(set(found))
    assert set(found) == wanted


def test_empty_sets_are_like_nothing() -> None:
    assert list(alike([frozenset(), frozenset()], 0.5)) == []
