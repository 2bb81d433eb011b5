"""Figures of closed questions as answered and weighted."""

from typing import Any

import numpy as np
import pytest

from copilot.analysis.surveys.closed.results import closed_results
from copilot.analysis.surveys.missing.weighted_answers import weighted_answers
from copilot.domain.survey_parts import Column
from copilot.domain.survey_weighted import WeightedFigure
from tests.unit.analysis.surveys.closed.sheets import column, sheet
from tests.unit.analysis.surveys.missing.weighing import weighed

PLANS = ["free"] * 20 + ["pro"] * 80


def figures(columns: list[Column], **cells: Any) -> tuple[WeightedFigure, ...]:
    frame = sheet(Plan=PLANS, **cells)
    every = [column("Plan", "segment"), *columns]
    return weighted_answers(frame, every, closed_results(frame, every), weighed(PLANS))


def test_a_score_is_told_as_answered_and_as_of_all_users() -> None:
    scores = ["3"] * 15 + ["9"] * 5 + ["9"] * 60 + ["7"] * 20
    (found,) = figures([column("Recommend?", "nps")], **{"Recommend?": scores})
    assert (found.kind, found.what, found.n) == ("nps", "NPS", 100)
    assert found.plain.value == pytest.approx(65 - 15)
    assert found.weighted.value == pytest.approx(100 * (0.8 * (5 - 15) / 20 + 0.2 * 60 / 80))
    low, high = found.weighted.ci
    assert low < found.weighted.value < high
    assert high - low > found.plain.ci[1] - found.plain.ci[0]
    assert found.effective_n < 100


def test_the_good_end_of_a_scale_is_told() -> None:
    likert = column("Hard?", "likert", "1|2|3|4|5").model_copy(update={"is_reversed": True})
    answers = ["5"] * 20 + ["1", "2"] * 40
    (found,) = figures([likert], **{"Hard?": answers})
    assert found.what == "1 or 2"
    assert found.plain.value == pytest.approx(0.8)
    assert found.weighted.value == pytest.approx(0.2)


def test_of_a_choice_the_first_is_told_and_the_first_by_weight() -> None:
    answers = ["phone"] * 20 + ["desk"] * 60 + ["phone"] * 20
    found = figures([column("Where?", "single")], **{"Where?": answers})
    assert [(one.what, round(one.weighted.value, 3)) for one in found] == [
        ("desk", 0.15),
        ("phone", 0.85),
    ]


def test_what_too_few_have_answered_and_what_is_weighted_by_is_not_told() -> None:
    few = ["3"] * 9 + [None] * 91
    heavy = ["3"] * 2 + [None] * 18 + ["9"] * 8 + [None] * 72  # ten answers, two of which weigh
    columns = [column("a", "nps"), column("b", "nps")]
    assert figures(columns, a=few, b=heavy) == ()


def test_intervals_of_weighted_shares_hold() -> None:
    held = 0
    for seed in range(150):
        draw = np.random.default_rng(seed)
        plans = draw.choice(["free", "pro"], 300, p=[0.2, 0.8])
        liked = draw.random(300) < np.where(plans == "free", 0.3, 0.7)
        frame = sheet(Plan=plans.tolist(), q=np.where(liked, "yes", "no").tolist())
        columns = [column("Plan", "segment"), column("q", "single", "yes|no")]
        found = weighted_answers(
            frame, columns, closed_results(frame, columns), weighed(plans.tolist())
        )
        yes = {one.what: one.weighted.ci for one in found}
        low, high = yes["yes"] if "yes" in yes else tuple(1 - end for end in yes["no"][::-1])
        held += low <= 0.8 * 0.3 + 0.2 * 0.7 <= high
    assert 0.9 <= held / 150 <= 0.995
