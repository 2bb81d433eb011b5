"""Answers that go together with an outcome."""

import numpy as np
import pytest
from scipy.stats import spearmanr

from copilot.analysis.surveys.closed.drivers import drivers
from copilot.errors import InputError
from tests.unit.analysis.surveys.closed.sheets import column, sheet

RANDOM = np.random.default_rng(7)
SPEED = RANDOM.integers(1, 6, 400)
NOISE = RANDOM.integers(1, 6, 400)
SCORE = np.clip(SPEED + RANDOM.integers(0, 6, 400), 0, 10)
SPENT = RANDOM.lognormal(3, 1, 400) / SPEED
FRAME = sheet(
    speed=[str(value) for value in SPEED],
    noise=[str(value) for value in NOISE],
    score=[str(value) for value in SCORE],
    spent=[f"{value:.2f}" for value in SPENT],
    rare=["1", "2"] * 14 + [None] * 372,
    name=["x"] * 400,
)
OUTCOME = column("score", "nps")
COLUMNS = [
    column("speed", "likert", "1|2|3|4|5"),
    column("noise", "likert", "1|2|3|4|5"),
    column("spent", "number"),
    column("rare", "number"),
    OUTCOME,
    column("name", "open"),
]


def test_the_closest_comes_first_with_spearmans_rho() -> None:
    found = {driver.column: driver for driver in drivers(FRAME, COLUMNS, OUTCOME, 1)}
    assert list(found) == ["speed", "spent", "noise"]
    expected = spearmanr(SPEED, SCORE)
    assert found["speed"].rho == pytest.approx(expected.statistic)
    assert found["speed"].p == pytest.approx(expected.pvalue)
    assert found["spent"].rho == pytest.approx(spearmanr(SPENT, SCORE).statistic, abs=0.005)


def test_the_interval_is_that_of_resampled_people() -> None:
    speed = drivers(FRAME, COLUMNS, OUTCOME, 1)[0]
    draw = np.random.default_rng(2)
    again = [
        spearmanr(SPEED[who], SCORE[who]).statistic
        for who in (draw.integers(0, 400, 400) for _ in range(300))
    ]
    assert speed.ci == pytest.approx(tuple(np.quantile(again, [0.025, 0.975])), abs=0.02)


def test_it_is_said_as_association() -> None:
    speed, _, noise = drivers(FRAME, COLUMNS, OUTCOME, 1)
    assert speed.message.startswith("Who is higher on “speed” is higher on “score” (0.")
    assert "not proof" in speed.message
    assert "no clear link" in noise.message


def test_the_seed_repeats_the_interval() -> None:
    assert drivers(FRAME, COLUMNS, OUTCOME, 1) == drivers(FRAME, COLUMNS, OUTCOME, 1)
    assert drivers(FRAME, COLUMNS, OUTCOME, 1) != drivers(FRAME, COLUMNS, OUTCOME, 2)


def test_too_few_answers_are_no_driver() -> None:
    assert "rare" not in {driver.column for driver in drivers(FRAME, COLUMNS, OUTCOME, 1)}


def test_words_are_no_outcome() -> None:
    with pytest.raises(InputError, match="“name” is not on a scale"):
        drivers(FRAME, COLUMNS, column("name", "open"), 1)
