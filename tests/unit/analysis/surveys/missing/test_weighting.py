"""Weights of rows, and what is told of their limits."""

import numpy as np
import pytest

from copilot.analysis.surveys.missing.population import Population, known_of_all
from copilot.analysis.surveys.missing.weighted_means import weighted_mean
from copilot.analysis.surveys.missing.weighting import weighting
from copilot.errors import InputError
from tests.unit.analysis.surveys.closed.sheets import sheet
from tests.unit.analysis.surveys.missing.weighing import weighed


def test_rows_of_a_person_have_that_persons_weight_and_count_once() -> None:
    plans = ["free", "pro", "free", "pro", "pro", "pro"]
    found = weighed(plans, people=["a", "b", "a", None, None, "b"])
    assert found.weights.people == 4
    assert found.people.tolist() == [0, 1, 0, 2, 3, 1]
    assert found.rows == pytest.approx(np.array([3.2, 0.8 / 3, 3.2, 0.8 / 3, 0.8 / 3, 0.8 / 3]))


@pytest.mark.parametrize(
    ("plans", "margin", "told"),
    [
        (["free"] + ["pro"] * 99, {"free": 80, "pro": 20}, "1 weight is cut at 5 times"),
        (
            ["free"] + ["pro"] * 99,
            {"free": 80, "pro": 20},
            "“free” come to 5 % by weight instead of 80 %",
        ),
        (["free", "pro"] * 20, {"free": 1, "pro": 1, "team": 2}, "“team” as “Plan” answered: 50 %"),
        (
            ["free", "pro", "team"] * 20,
            {"free": 1, "team": 1},
            "20 people with “pro” as “Plan”, which",
        ),
        (["free", "pro", None] * 20, {"free": 1, "pro": 1}, "20 people with nothing as “Plan”"),
        (
            ["free", "pro", "bot"] * 20,
            {"free": 1, "pro": 1, "bot": 0},
            "20 people with “bot” as “Plan” do not count",
        ),
        (["free", "pro"] * 2, {"free": 1, "pro": 1}, "too few to speak of all users"),
    ],
)
def test_where_weights_fall_short_is_told(
    plans: list[str | None], margin: dict[str, float], told: str
) -> None:
    found = weighed(plans, Population("all.yaml", {"Plan": margin})).told("all.yaml", ())
    assert told in " ".join(found.notes)


def test_nothing_is_told_where_nothing_falls_short() -> None:
    assert weighed(["free", "pro", "pro"] * 20).told("all.yaml", ()).notes == ()


def test_a_share_of_equal_people_rests_on_all_of_them() -> None:
    found = weighed(["free"] * 80 + ["pro"] * 20)
    mean = weighted_mean(np.arange(100) % 4 == 0, np.ones(100, dtype=bool), found)
    assert mean.value == pytest.approx(0.25)
    assert mean.effective == pytest.approx(99)


def test_answers_of_one_person_that_are_all_alike_count_once() -> None:
    found = weighed(["free", "pro"] * 150, people=[str(at % 50) for at in range(300)])
    values = np.array([at % 50 < 20 for at in range(300)], dtype=float)
    mean = weighted_mean(values, np.ones(300, dtype=bool), found)
    assert mean.effective < 50


def test_a_mean_of_nobody_rests_on_nobody() -> None:
    found = weighed(["free", "pro"] * 10)
    assert weighted_mean(np.ones(20), np.zeros(20, dtype=bool), found) == (0.0, 0.0)


def test_columns_that_leave_nobody_between_them_are_named() -> None:
    frame = sheet(Plan=["free", "pro"] * 20, Country=["DE", "FR"] * 20)
    users = Population(
        "all.yaml",
        {"Plan": {"free": 50, "pro": 0, "team": 50}, "Country": {"DE": 0, "FR": 50, "UK": 50}},
    )
    with pytest.raises(InputError, match="Nobody counts under all of “Plan” and “Country”") as no:
        weighting(known_of_all(frame, users), None, frame.height)
    assert "above 0 to “pro” of “Plan” or “DE” of “Country”" in (no.value.hint or "")
