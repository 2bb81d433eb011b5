"""Samples of answers."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from copilot.analysis.surveys.themes.sampling import discovery_sample, measured_sample


def test_all_of_few_answers_are_measured_unless_a_size_is_given() -> None:
    assert len(measured_sample(1_500, 1).rows) == 1_500
    assert len(measured_sample(1_501, 1).rows) == 1_000
    assert len(measured_sample(1_500, 1, size=200).rows) == 200
    assert len(measured_sample(50, 1, size=200).rows) == 50
    assert len(measured_sample(0, 1).rows) == 0


def test_a_seed_gives_the_same_sample_again_and_another_seed_another() -> None:
    first, again, other = (measured_sample(9_000, seed).rows for seed in (3, 3, 4))
    assert np.array_equal(first, again)
    assert not np.array_equal(first, other)


@settings(max_examples=60)
@given(
    sizes=st.lists(st.integers(1, 400), min_size=1, max_size=12),
    wanted=st.integers(1, 600),
    seed=st.integers(0, 9),
)
def test_weights_stand_for_all_answers_and_no_row_comes_twice(
    sizes: list[int], wanted: int, seed: int
) -> None:
    strata = [f"s{number}" for number, size in enumerate(sizes) for _ in range(size)]
    sample = measured_sample(len(strata), seed, size=wanted, strata=strata)
    assert len(sample.rows) == len(set(sample.rows.tolist())) == min(wanted, len(strata))
    assert np.isclose(sample.weights.sum(), len(strata))
    if wanted >= len(sizes):
        assert {strata[row] for row in sample.rows} == set(strata)


def test_a_small_segment_gets_thirty_answers_and_their_weight_makes_up_for_it() -> None:
    strata = ["large"] * 19_900 + ["small"] * 100
    sample = measured_sample(20_000, 1, size=1_000, strata=strata)
    small = sample.rows >= 19_900
    assert small.sum() == 30
    assert np.isclose(sample.weights[small].sum(), 100)


def test_every_answer_is_as_likely_to_be_drawn() -> None:
    drawn = np.bincount(
        np.concatenate([measured_sample(40, seed, size=10).rows for seed in range(2_000)])
    )
    assert np.all(np.abs(drawn - 500) < 5 * (2_000 * 0.25 * 0.75) ** 0.5)


def test_answers_to_find_themes_in_are_not_those_measured() -> None:
    assigned = np.arange(5_000) % 7
    measured = measured_sample(5_000, 1).rows
    found = discovery_sample(assigned, 1, apart_from=measured)
    assert len(found) == 400
    assert not set(found.tolist()) & set(measured.tolist())


def test_where_all_are_measured_they_are_read_for_themes_too() -> None:
    assigned = np.zeros(120, dtype=np.int64)
    found = discovery_sample(assigned, 1, apart_from=np.arange(120))
    assert found.tolist() == list(range(120))
    partly = discovery_sample(assigned, 1, apart_from=np.arange(100), size=50)
    assert set(range(100, 120)) <= set(partly.tolist())


def test_rare_clusters_are_read_whole() -> None:
    assigned = np.array([0] * 4_900 + [1] * 60 + [2] * 40)
    found = discovery_sample(assigned, 1, size=300)
    assert np.bincount(assigned[found]).tolist() == [200, 60, 40]
