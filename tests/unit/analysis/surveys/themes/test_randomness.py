"""Labelled answers that were picked are told from those that were drawn."""

import numpy as np
import pytest

from copilot.analysis.surveys.themes.randomness import may_be_random

ROWS = np.random.default_rng(7).normal(size=(600, 40)).astype(np.float32)


@pytest.mark.parametrize("seed", range(20))
def test_answers_that_are_drawn_by_chance_pass(seed: int) -> None:
    order = np.random.default_rng(seed).permutation(len(ROWS))
    assert may_be_random(ROWS[order[:100]], ROWS[order[100:]], seed)


def test_answers_that_are_picked_for_what_they_say_do_not() -> None:
    picked = ROWS[:, 0] > 1
    assert not may_be_random(ROWS[picked], ROWS[~picked], 1)


def test_few_answers_tell_nothing() -> None:
    picked = np.argsort(-ROWS[:, 0])[:10]
    assert may_be_random(ROWS[picked], np.delete(ROWS, picked, axis=0), 1)
