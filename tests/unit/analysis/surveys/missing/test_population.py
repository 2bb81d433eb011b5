"""Respondents beside all users."""

import numpy as np
import pytest
from scipy.stats import binomtest

from copilot.analysis.surveys.closed.coding import Coded
from copilot.analysis.surveys.missing.population import rarer_than_among_all
from copilot.errors import InputError

PLANS = Coded(np.repeat([0, 1], [60, 40]), ("free", "pro"))


def test_who_is_rarer_than_among_all_users_is_named_with_both_figures() -> None:
    (voice,) = rarer_than_among_all("Plan", PLANS, {"Free": 90, "Pro": 10})
    assert (voice.group, voice.n, voice.share, voice.others) == ("Free", 100, 0.6, 0.9)
    assert voice.p_adjusted == pytest.approx(2 * binomtest(60, 100, 0.9).pvalue)
    assert voice.message == (
        "“Free” are 60 % (50 to 69 %) of those who answered, but 90 % of all users (“Plan”)."
    )


def test_shares_percents_and_numbers_mean_the_same() -> None:
    of_shares = rarer_than_among_all("Plan", PLANS, {"free": 0.9, "pro": 0.1})
    assert of_shares
    assert of_shares == rarer_than_among_all("Plan", PLANS, {"free": 9000, "pro": 1000})


def test_a_group_from_which_nobody_answered_is_missing() -> None:
    (voice,) = rarer_than_among_all("Plan", PLANS, {"free": 5, "pro": 4, "team": 1})
    assert (voice.group, voice.share) == ("team", 0.0)


def test_a_difference_that_may_be_chance_is_not_told() -> None:
    assert rarer_than_among_all("Plan", PLANS, {"free": 0.65, "pro": 0.35}) == []


@pytest.mark.parametrize(
    "population",
    [{"free": -1, "pro": 2}, {"free": float("nan"), "pro": 1}, {"free": 1}, {"a": 0, "b": 0}],
)
def test_figures_that_are_no_shares_are_refused(population: dict[str, float]) -> None:
    with pytest.raises(InputError, match="“Plan”"):
        rarer_than_among_all("Plan", PLANS, population)
