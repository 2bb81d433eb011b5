"""Shares of themes among all users."""

import numpy as np
import pytest
from numpy.typing import NDArray

from copilot.analysis.surveys.carrying import carried_over
from copilot.analysis.surveys.closed.weights import Margin, rake
from copilot.analysis.surveys.measuring import Surroundings, measured
from copilot.analysis.surveys.missing.population import Population
from copilot.analysis.surveys.missing.weighted_themes import weighted_themes
from copilot.analysis.surveys.missing.weighting import Weighting
from copilot.analysis.surveys.themes.features import fit_features
from copilot.analysis.surveys.themes.shares import Estimate, Standing, estimate
from copilot.domain.survey_weighted import WeightedFigure
from tests.unit.analysis.surveys.missing.weighing import weighed
from tests.unit.analysis.surveys.reading import answers_of, coding_by_words

KINDS = ("the search finds nothing in folder {at}", "the price is too high since month {at}")
PLANS = ["free" if at % 4 == 0 else "pro" for at in range(400)]
TEXTS = [KINDS[at % 4 != 0].format(at=at) for at in range(400)]
"""Free users speak of search, and only they."""


def figures(read: range, weighting: Weighting) -> dict[str, WeightedFigure]:
    answers = answers_of(TEXTS)
    coding = coding_by_words(answers, read)
    carried = carried_over(answers, coding, fit_features(answers.texts), seed=1)
    question = measured(answers, coding, carried, Surroundings()).question
    found = weighted_themes(question, answers, coding, carried, weighting)
    return {one.what: one for one in found}


def test_where_everything_is_labelled_the_weighted_share_is_counted() -> None:
    search = figures(range(400), weighed(PLANS))["Search"]
    assert search.plain.value == pytest.approx(0.25)
    assert search.n == 400
    assert search.weighted.value == pytest.approx(0.8)
    assert search.weighted.ci[0] < 0.8 < search.weighted.ci[1]


def test_a_sample_that_was_carried_over_is_weighted_over_all_answers() -> None:
    search = figures(range(0, 400, 3), weighed(PLANS))["Search"]
    assert search.plain.value == pytest.approx(0.25, abs=0.02)
    assert search.weighted.ci[0] <= 0.8 <= search.weighted.ci[1]
    assert search.weighted.value == pytest.approx(0.8, abs=0.05)
    assert search.n == 400


def test_people_who_are_none_of_all_users_do_not_count() -> None:
    plans = [*PLANS[:200], *["bot"] * 200]
    users = Population("all.yaml", {"Plan": {"free": 25, "pro": 75, "bot": 0}})
    bots_speak = figures(range(400), weighed(plans, users))["Search"]
    assert bots_speak.weighted.value == pytest.approx(0.25)
    assert bots_speak.effective_n <= 200


def test_too_few_in_effect_say_nothing_of_all_users() -> None:
    plans = ["free", *["pro"] * 399]
    users = Population("all.yaml", {"Plan": {"free": 1, "pro": 0, "team": 1}})
    assert figures(range(400), weighed(plans, users)) == {}


def answered(seed: int, rates: tuple[float, float], read: int) -> tuple[Estimate, Estimate]:
    """Return a share with weights and without, of 3,000 answers; four in five are in group 0."""
    draw = np.random.default_rng(seed)
    group: NDArray[np.int64] = draw.choice(2, 3000, p=[0.8, 0.2])
    truth = draw.random(3000) < np.array(rates)[group]
    predicted = 1 / (1 + np.exp(2.5 - 1.5 * (draw.normal(size=3000) + 2 * truth)))
    values = rake([Margin(group, np.array([0.4, 0.6]))]).values
    given = truth[:read], predicted[:read], predicted[read:]
    return estimate(*given, standing=Standing(values[:read], values[read:])), estimate(*given)


@pytest.mark.parametrize(
    ("rates", "read", "method"),
    [
        ((0.1, 0.5), 400, "ppi"),
        ((0.5, 0.02), 400, "ppi"),
        ((0.3, 0.3), 400, "ppi"),
        ((0.1, 0.5), 3000, "all"),
    ],
)
def test_weighted_intervals_hold_the_share_among_all_users(
    rates: tuple[float, float], read: int, method: str
) -> None:
    share = 0.4 * rates[0] + 0.6 * rates[1]
    pairs = [answered(seed, rates, read) for seed in range(200)]
    found = [one.measured() for one, _ in pairs]
    assert {one.method for one in found} == {method}
    assert 0.9 <= np.mean([one.low <= share <= one.high for one in found]) <= 0.99
    assert abs(np.mean([one.share for one in found]) - share) < 0.01
    if rates[0] != rates[1]:
        plain = [one.measured() for _, one in pairs]
        assert np.mean([one.low <= share <= one.high for one in plain]) < 0.1


def test_equal_standing_changes_nothing() -> None:
    draw = np.random.default_rng(3)
    truth, predicted = draw.random(900) < 0.3, draw.random(900)
    predicted = (predicted + 2 * truth) / 3
    given = truth[:300], predicted[:300], predicted[300:]
    alike = estimate(*given, standing=Standing(np.full(300, 2.0), np.full(600, 2.0)))
    assert alike == pytest.approx(estimate(*given))
