"""Respondents beside all users."""

from collections.abc import Mapping

import pytest
from scipy.stats import binomtest

from copilot.analysis.surveys.missing.population import (
    Known,
    Population,
    known_of_all,
    rarer_than_among_all,
)
from copilot.domain.survey_parts import MissingVoice
from copilot.errors import InputError
from tests.unit.analysis.surveys.closed.sheets import sheet

FRAME = sheet(Plan=["free"] * 60 + ["Pro", "pro "] * 20, other=["x"] * 100)


def known(population: Mapping[str, float], segment: str = "Plan") -> Known:
    (found,) = known_of_all(FRAME, Population("all.yaml", {segment: population}))
    return found


def rarer(population: Mapping[str, float]) -> list[MissingVoice]:
    return rarer_than_among_all(known(population))


def test_who_is_rarer_than_among_all_users_is_named_with_both_figures() -> None:
    (voice,) = rarer({"Free": 90, "Pro": 10})
    assert (voice.group, voice.n, voice.share, voice.others) == ("Free", 100, 0.6, 0.9)
    assert voice.p_adjusted == pytest.approx(2 * binomtest(60, 100, 0.9).pvalue)
    assert voice.message == (
        "“Free” are 60 % (50 to 69 %) of those who answered, but 90 % of all users (“Plan”)."
    )


def test_shares_percents_and_numbers_mean_the_same() -> None:
    of_shares = rarer({"free": 0.9, "pro": 0.1})
    assert of_shares
    assert of_shares == rarer({"free": 9000, "pro": 1000})


def test_a_group_from_which_nobody_answered_is_missing() -> None:
    (voice,) = rarer({"free": 5, "pro": 4, "team": 1})
    assert (voice.group, voice.share) == ("team", 0.0)


def test_a_difference_that_may_be_chance_is_not_told() -> None:
    assert rarer({"free": 0.65, "pro": 0.35}) == []


def test_columns_and_groups_match_whatever_their_case() -> None:
    found = known({"FREE": 1, "pro": 1}, segment="plan")
    assert (found.segment, found.groups, found.counts.tolist()) == (
        "Plan", ("FREE", "pro"), [60, 40],
    )  # fmt: skip


def test_groups_that_the_population_lacks_are_kept_apart() -> None:
    frame = sheet(Plan=["free"] * 60 + ["Pro"] * 30 + ["team"] * 10)
    (found,) = known_of_all(frame, Population("all.yaml", {"Plan": {"free": 8, "team": 2}}))
    assert dict(found.unnamed) == {"Pro": 30}
    assert (found.codes < 0).sum() == 30


@pytest.mark.parametrize(
    ("population", "told"),
    [
        ({"free": -1, "pro": 2}, "no usable figure for “free”"),
        ({"free": float("nan"), "pro": 1}, "no usable figure for “free”"),
        ({"free": 1}, "fewer than two groups"),
        ({"free": 1, "pro": 0}, "fewer than two groups"),
        ({"gratis": 1, "paid": 3}, "Nobody who answered is in a group"),
    ],
)
def test_figures_that_are_no_shares_of_respondents_are_refused(
    population: dict[str, float], told: str
) -> None:
    with pytest.raises(InputError, match=told) as refused:
        known(population)
    assert "all.yaml" in refused.value.message
    assert "“Plan”" in refused.value.message


def test_a_column_that_is_not_there_is_refused_with_those_that_are() -> None:
    with pytest.raises(InputError, match="“Tariff”, which the survey does not have") as refused:
        known({"free": 1, "pro": 1}, segment="Tariff")
    assert "“Plan”, “other”" in refused.value.hint


def test_a_group_that_is_misspelt_is_refused_and_not_weighed_by_the_rest() -> None:
    with pytest.raises(InputError, match="“proo” for “Plan”, where nobody answered") as caught:
        known({"free": 80, "proo": 20})
    assert "“free”" in caught.value.hint
